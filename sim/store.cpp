#include "sim/store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>

#include "sim/error.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> our_files{"results.db",    "results.db-wal", "results.db-shm", "series.csv", "comparison.csv",
                                         "manifest.json", "experiment.toml", "report.html",   ".lock"};

BadInput refused(const std::string& folder, std::string rule, std::string suggestion) {
  return BadInput{Problem{folder, 0, 0, "", "", std::move(rule), std::move(suggestion)}};
}

void make_folder(const std::string& folder, Existing existing) {
  std::error_code error;
  if (fs::exists(folder) && !fs::is_directory(folder)) throw refused(folder, "is a file, not a folder", "name another with --out");
  fs::create_directories(folder, error);
  if (error) throw refused(folder, "can't be made: " + error.message(), "name another with --out");
  if (access(folder.c_str(), W_OK | X_OK) != 0) throw refused(folder, "can't be written to", "name another with --out");
  if (!fs::exists(folder + "/results.db")) {
    for (const auto& entry : fs::directory_iterator{folder})
      if (std::find(our_files.begin(), our_files.end(), entry.path().filename().string()) == our_files.end())
        throw refused(folder, "holds other files and no results", "name another with --out");
    return;
  }
  if (existing == Existing::refuse) throw refused(folder, "holds results already", "replace them with --overwrite, or name another with --out");
}

int locked(const std::string& folder) {
  const int lock = open((folder + "/.lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (lock < 0) throw refused(folder, "can't be written to", "name another with --out");
  if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
    close(lock);
    throw refused(folder, "is being written by another run", "wait for it, or name another with --out");
  }
  return lock;
}

}  // namespace

void write_whole(const std::string& file, const std::string& text) {
  const std::string part = file + ".part";
  {
    std::ofstream out{part, std::ios::binary};
    out << text;
    out.flush();
    if (!out) {
      std::error_code ignored;
      fs::remove(part, ignored);
      throw MachineFailure{fmt::format("{} can't be written: is the disk full?", file)};
    }
  }
  std::error_code error;
  fs::rename(part, file, error);
  if (error) throw MachineFailure{fmt::format("{} can't be written: {}", file, error.message())};
}

void Store::fail(const std::string& doing) const {
  throw MachineFailure{fmt::format("{}/results.db: {}: {}", folder_, doing, sqlite3_errmsg(database_))};
}

void Store::run(const std::string& sql) const {
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql.substr(0, 40));
}

Store::Store(const std::string& folder, const Experiment& experiment, Existing existing)
    : folder_{folder},
      variants_{experiment.variants.size()},
      months_{static_cast<std::size_t>(experiment.variants[0].scenario.months) + 1} {
  make_folder(folder, existing);
  lock_ = locked(folder);
  for (const std::string& file : our_files)
    if (file != ".lock") fs::remove(fs::path{folder} / file);
  if (sqlite3_open((folder + "/results.db").c_str(), &database_) != SQLITE_OK) fail("opening");
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = NORMAL");
  std::string columns, marks = "?, ?, ?";
  for (const OutcomeInfo& info : outcomes()) columns += fmt::format(", \"{}\" REAL", info.name), marks += ", ?";
  run("BEGIN");
  run("CREATE TABLE variant (number INTEGER PRIMARY KEY, name TEXT, title TEXT, baseline INTEGER)");
  run("CREATE TABLE replicate (number INTEGER PRIMARY KEY, seed INTEGER)");
  run("CREATE TABLE metric (name TEXT PRIMARY KEY, unit TEXT, definition TEXT, higher_is_better INTEGER)");
  run("CREATE TABLE series (variant INTEGER, replicate INTEGER, month INTEGER" + columns +
      ", PRIMARY KEY (variant, replicate, month)) WITHOUT ROWID");
  const auto text = [](const std::string& s) {
    std::string out = "'";
    for (const char c : s) out += c == '\'' ? std::string{"''"} : std::string{c};
    return out + "'";
  };
  for (std::size_t v = 0; v < experiment.variants.size(); ++v)
    run(fmt::format("INSERT INTO variant VALUES ({}, {}, {}, {})", v, text(experiment.variants[v].name),
                    text(experiment.variants[v].title), v == experiment.baseline ? 1 : 0));
  for (const OutcomeInfo& info : outcomes())
    run(fmt::format("INSERT INTO metric VALUES ({}, {}, {}, {})", text(info.name), text(info.unit), text(info.definition),
                    info.higher_is_better ? 1 : 0));
  for (std::uint32_t r = 0; r < experiment.replicates; ++r)
    run(fmt::format("INSERT INTO replicate VALUES ({}, {})", r, experiment.seed));
  run("COMMIT");
  const std::string insert = "INSERT INTO series VALUES (" + marks + ")";
  if (sqlite3_prepare_v2(database_, insert.c_str(), -1, &insert_, nullptr) != SQLITE_OK) fail("preparing");
}

Store::~Store() {
  sqlite3_finalize(insert_);
  sqlite3_close(database_);
  if (lock_ >= 0) {
    unlink((folder_ + "/.lock").c_str());
    close(lock_);
  }
}

void Store::add(std::uint32_t replicate, const std::vector<std::size_t>& variants, const std::vector<Series>& series) {
  const std::lock_guard guard{mutex_};
  run("BEGIN");
  for (std::size_t i = 0; i < variants.size(); ++i)
    for (int month = 0; month <= series[i].months; ++month) {
      sqlite3_bind_int64(insert_, 1, static_cast<sqlite3_int64>(variants[i]));
      sqlite3_bind_int64(insert_, 2, replicate);
      sqlite3_bind_int(insert_, 3, month);
      for (std::size_t k = 0; k < outcomes().size(); ++k) {
        const double x = series[i].at(month, k);
        const int column = static_cast<int>(k) + 4;
        std::isfinite(x) ? sqlite3_bind_double(insert_, column, x) : sqlite3_bind_null(insert_, column);
      }
      if (sqlite3_step(insert_) != SQLITE_DONE) {
        sqlite3_reset(insert_);
        sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
        fail("writing a job's series");
      }
      sqlite3_reset(insert_);
    }
  run("COMMIT");
}

void Store::load() {
  const std::size_t count = outcomes().size();
  // Replicates that every variant has finished.
  const auto query = [&](const std::string& sql, auto row) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail("reading");
    while (sqlite3_step(statement) == SQLITE_ROW) row(statement);
    sqlite3_finalize(statement);
  };
  complete_.clear();
  std::map<std::uint32_t, std::size_t> position;
  query(fmt::format("SELECT replicate FROM series WHERE month = 0 GROUP BY replicate HAVING count(*) = {} ORDER BY replicate", variants_),
        [&](sqlite3_stmt* s) {
          position[static_cast<std::uint32_t>(sqlite3_column_int64(s, 0))] = complete_.size();
          complete_.push_back(static_cast<std::uint32_t>(sqlite3_column_int64(s, 0)));
        });
  columns_.assign(variants_ * months_ * count,
                  std::vector<double>(complete_.size(), std::numeric_limits<double>::quiet_NaN()));
  query("SELECT * FROM series", [&](sqlite3_stmt* s) {
    const auto at = position.find(static_cast<std::uint32_t>(sqlite3_column_int64(s, 1)));
    if (at == position.end()) return;
    const auto row = (static_cast<std::size_t>(sqlite3_column_int64(s, 0)) * months_ + static_cast<std::size_t>(sqlite3_column_int64(s, 2))) * count;
    for (std::size_t k = 0; k < count; ++k) {
      const int column = static_cast<int>(k) + 3;
      if (sqlite3_column_type(s, column) != SQLITE_NULL) columns_[row + k][at->second] = sqlite3_column_double(s, column);
    }
  });
}

std::vector<double> Store::values(std::size_t variant, int month, std::size_t outcome) const {
  return columns_[(variant * months_ + static_cast<std::size_t>(month)) * outcomes().size() + outcome];
}

}  // namespace swadaya
