#include "sim/store.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <optional>
#include <sqlite3.h>
#include <stdexcept>
#include <unistd.h>
#include <utility>

#include "sim/error.hpp"
#include "sim/results_folder.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(sqlite3* database, const std::string& file) {
  const int code = sqlite3_errcode(database) & 0xff, system = sqlite3_system_errno(database);
  const std::string text = sqlite3_errmsg(database);
  if (code == SQLITE_NOTADB) throw refused(file, "isn't a database of results", "");
  if (code == SQLITE_CONSTRAINT)
    throw std::logic_error{fmt::format("{}: stored twice: {}", file, text)};
  if (code == SQLITE_FULL || system == ENOSPC || system == EDQUOT)
    throw MachineFailure{fmt::format("{}: the disk is full; what was stored before is kept", file)};
  if (code == SQLITE_IOERR)
    throw MachineFailure{fmt::format("{}: the disk failed: {}", file, text)};
  throw MachineFailure{fmt::format("{}: {}", file, text)};
}

class Statement {
 public:
  Statement(sqlite3* database, const std::string& file, const std::string& sql)
      : database_{database}, file_{file} {
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
      fail(database, file);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int at, std::int64_t x) { sqlite3_bind_int64(statement_, at, x); }
  void bind(int at, double x) {
    std::isfinite(x) ? sqlite3_bind_double(statement_, at, x) : sqlite3_bind_null(statement_, at);
  }
  void bind(int at, const std::string& x) {
    sqlite3_bind_text(statement_, at, x.data(), static_cast<int>(x.size()), SQLITE_TRANSIENT);
  }
  template <class... A>
  Statement& with(const A&... values) {
    sqlite3_reset(statement_);
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  // Moves to the next row; false after the last.
  bool next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(database_, file_);
    return false;
  }
  void run() {
    while (next()) {
    }
    rest();
  }
  // Lets go of the rows it stands in: a statement that is kept must not keep them from others.
  void rest() { sqlite3_reset(statement_); }
  std::int64_t whole(int column) const { return sqlite3_column_int64(statement_, column); }
  double number(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL
               ? nothing
               : sqlite3_column_double(statement_, column);
  }
  std::string text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? text : "";
  }

 private:
  sqlite3* database_;
  const std::string& file_;
  sqlite3_stmt* statement_ = nullptr;
};

// A file's name in a URI of SQLite.
std::string uri(const std::string& file) {
  std::string text = "file:";
  for (const char c : file)
    c == '?' || c == '#' || c == '%' ? text += fmt::format("%{:02x}", c) : text += c;
  return text;
}

}  // namespace

class Store::Connection {
 public:
  Connection(const std::string& folder, Access access) : file{folder + "/results.db"} {
    // A database in a folder that we can't write to is read as it lies; else SQLite would want to
    // make its log beside it.
    const bool lies_still =
        access == Access::read && ::access(folder.c_str(), W_OK) != 0 && !fs::exists(file + "-wal");
    const int flags =
        SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
        (lies_still ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const int code = sqlite3_open_v2((uri(file) + (lies_still ? "?immutable=1" : "")).c_str(),
                                     &database, flags, nullptr);
    try {
      if (code != SQLITE_OK) fail(database, file);
      sqlite3_busy_timeout(database, 5000);
      if (access == Access::read) run("PRAGMA query_only = ON");
    } catch (...) {
      sqlite3_close(database);
      throw;
    }
  }
  ~Connection() {
    kept_.clear();
    sqlite3_close(database);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Statement statement(const std::string& sql) const { return {database, file, sql}; }
  void run(const std::string& sql) const {
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      fail(database, file);
  }
  // All of `work` is stored or none of it.
  template <class Work>
  void transaction(const Work& work) const {
    run("BEGIN");
    try {
      work();
      run("COMMIT");
    } catch (...) {
      sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
  }

  // A statement that is used over and over is prepared once.
  Statement& kept(const std::string& sql) {
    auto& statement = kept_[sql];
    if (!statement) statement = std::make_unique<Statement>(database, file, sql);
    return *statement;
  }

  std::string file;
  sqlite3* database = nullptr;
  std::unique_ptr<FolderLock> lock;  // outlives the database

 private:
  std::map<std::string, std::unique_ptr<Statement>> kept_;
};

Store::Store(const std::string& folder, const Experiment& experiment, Existing existing)
    : folder_{folder},
      baseline_{experiment.baseline},
      seed_{experiment.seed},
      replicates_{experiment.replicates},
      months_{experiment.variants[0].scenario.months} {
  make_folder(folder);
  holds_results(folder);  // before the lock leaves a file in somebody's folder
  auto lock = std::make_unique<FolderLock>(folder);
  if (holds_results(folder) && existing == Existing::refuse)
    throw refused(folder, "holds results already",
                  "--overwrite to replace it, or --out for another place");
  empty_folder(folder);
  connection_ = std::make_unique<Connection>(folder, Access::write);
  connection_->lock = std::move(lock);
  connection_->run("PRAGMA journal_mode = WAL");
  connection_->run("PRAGMA synchronous = NORMAL");
  for (const Variant& variant : experiment.variants)
    variants_.push_back({variant.name, variant.title, variant.first_world});
  stored_.assign(replicates_, 0);

  std::string columns, marks = "?, ?, ?";
  for (const OutcomeInfo& info : outcomes())
    columns += fmt::format(", \"{}\" REAL", info.name), marks += ", ?";
  connection_->transaction([&] {
    const auto run = [&](const std::string& sql) { connection_->run(sql); };
    run("CREATE TABLE variant (number INTEGER PRIMARY KEY, name TEXT, title TEXT, baseline "
        "INTEGER, first_world INTEGER)");
    run("CREATE TABLE replicate (number INTEGER PRIMARY KEY, seed INTEGER, status TEXT)");  // waiting,
                                                                                            // finished
    run("CREATE TABLE metric (name TEXT PRIMARY KEY, unit TEXT, definition TEXT, higher_is_better "
        "INTEGER)");
    run("CREATE TABLE series (variant INTEGER, replicate INTEGER, month INTEGER" + columns +
        ", PRIMARY KEY (variant, replicate, month)) WITHOUT ROWID");
    for (std::size_t v = 0; v < variants_.size(); ++v) insert_variant(v, variants_[v]);
    Statement metric = connection_->statement("INSERT INTO metric VALUES (?, ?, ?, ?)");
    for (const OutcomeInfo& info : outcomes())
      metric.with(info.name, info.unit, info.definition, std::int64_t{info.higher_is_better}).run();
    Statement replicate = connection_->statement("INSERT INTO replicate VALUES (?, ?, 'waiting')");
    for (std::uint32_t r = 0; r < replicates_; ++r)
      replicate.with(std::int64_t{r}, static_cast<std::int64_t>(seed_)).run();
  });
}

Store::Store(const std::string& folder, Access access) : folder_{folder} {
  if (!fs::exists(folder + "/results.db")) throw refused(folder, "holds no results", "");
  std::unique_ptr<FolderLock> lock;
  if (access == Access::write) lock = std::make_unique<FolderLock>(folder);
  connection_ = std::make_unique<Connection>(folder, access);
  connection_->lock = std::move(lock);
  if (access == Access::write) connection_->run("PRAGMA synchronous = NORMAL");

  Statement tables = connection_->statement(
      "SELECT count(*) FROM sqlite_master WHERE name IN ('variant', 'replicate', 'metric', "
      "'series')");
  if (!tables.next() || tables.whole(0) != 4)
    throw refused(folder, "holds no results: it was stopped before it began", "");
  std::vector<std::string> columns{"variant", "replicate", "month"}, stored;
  for (const OutcomeInfo& info : outcomes()) columns.push_back(info.name);
  Statement names = connection_->statement("SELECT name FROM pragma_table_info('series')");
  while (names.next()) stored.push_back(names.text(0));
  if (stored != columns)
    throw refused(folder, "was written by another version, with other outcomes",
                  "read it with that version");

  Statement variant = connection_->statement(
      "SELECT name, title, baseline, first_world FROM variant ORDER BY number");
  while (variant.next()) {
    if (variant.whole(2) != 0) baseline_ = variants_.size();
    variants_.push_back(
        {variant.text(0), variant.text(1), static_cast<std::uint32_t>(variant.whole(3))});
  }
  Statement replicate = connection_->statement("SELECT count(*), min(seed) FROM replicate");
  replicate.next();
  replicates_ = static_cast<std::uint32_t>(replicate.whole(0));
  seed_ = static_cast<std::uint64_t>(replicate.whole(1));
  load();
  stored_.assign(replicates_, 0);
  if (access == Access::write)
    for (const Finished& one : finished()) ++stored_[one.replicate];
}

Store Store::open(const std::string& folder, Access access) { return Store{folder, access}; }

Store::~Store() = default;

void Store::insert_variant(std::size_t number, const StoredVariant& variant) {
  connection_->statement("INSERT INTO variant VALUES (?, ?, ?, ?, ?)")
      .with(static_cast<std::int64_t>(number), variant.name, variant.title,
            std::int64_t{number == baseline_}, std::int64_t{variant.first_world})
      .run();
}

void Store::add_variants(std::size_t first, const std::vector<Variant>& variants) {
  const std::lock_guard guard{mutex_};
  std::vector<StoredVariant> fresh;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const StoredVariant variant{variants[i].name, variants[i].title, variants[i].first_world};
    if (first + i >= variants_.size())
      fresh.push_back(variant);
    else if (variants_[first + i] != variant)
      throw refused(folder_,
                    fmt::format("holds `{}` ({}), where its experiment.toml leads to `{}` ({})",
                                variants_[first + i].name, variants_[first + i].title, variant.name,
                                variant.title),
                    "run its experiment.toml again into another folder");
  }
  if (fresh.empty()) return;
  if (variants_.size() + fresh.size() != first + variants.size())
    throw std::logic_error{"a generation leaves a gap in the variants"};
  connection_->transaction([&] {
    for (std::size_t i = 0; i < fresh.size(); ++i) insert_variant(variants_.size() + i, fresh[i]);
    connection_->run("UPDATE replicate SET status = 'waiting'");
  });
  variants_.insert(variants_.end(), fresh.begin(), fresh.end());
}

void Store::add(std::uint32_t replicate, const std::vector<std::size_t>& variants,
                const std::vector<Series>& series, const std::vector<int>& months) {
  const std::lock_guard guard{mutex_};
  const auto is_kept = [&](int month, int last) {
    return months.empty() || month == 0 || month == last ||
           std::find(months.begin(), months.end(), month) != months.end();
  };
  Statement& insert = connection_->kept([] {
    std::string marks = "?, ?, ?";
    for (std::size_t k = 0; k < outcomes().size(); ++k) marks += ", ?";
    return "INSERT INTO series VALUES (" + marks + ")";
  }());
  const bool completes = stored_.at(replicate) + variants.size() == variants_.size();
  connection_->transaction([&] {
    for (std::size_t i = 0; i < variants.size(); ++i)
      for (int month = 0; month <= series[i].months; ++month) {
        if (!is_kept(month, series[i].months)) continue;
        insert.with(static_cast<std::int64_t>(variants[i]), std::int64_t{replicate},
                    std::int64_t{month});
        for (std::size_t k = 0; k < outcomes().size(); ++k)
          insert.bind(static_cast<int>(k) + 4, series[i].at(month, k));
        insert.run();
      }
    if (completes)
      connection_->kept("UPDATE replicate SET status = 'finished' WHERE number = ?")
          .with(std::int64_t{replicate})
          .run();
  });
  stored_[replicate] += variants.size();
}

void Store::load() {
  const std::lock_guard guard{mutex_};
  complete_.clear();
  Statement last = connection_->statement(
      "SELECT month FROM series WHERE (variant, replicate) = (SELECT variant, replicate FROM "
      "series LIMIT 1) "
      "ORDER BY month DESC LIMIT 1");
  if (last.next()) months_ = static_cast<int>(last.whole(0));
  Statement replicate = connection_->statement(
      "SELECT number FROM replicate WHERE status = 'finished' ORDER BY number");
  while (replicate.next()) complete_.push_back(static_cast<std::uint32_t>(replicate.whole(0)));
}

std::vector<Finished> Store::finished() const {
  const std::lock_guard guard{mutex_};
  std::vector<Finished> all;
  Statement stored = connection_->statement(
      "SELECT v.number, r.number FROM variant v CROSS JOIN replicate r WHERE EXISTS "
      "(SELECT 1 FROM series s WHERE s.variant = v.number AND s.replicate = r.number AND s.month = "
      "0) "
      "ORDER BY v.number, r.number");
  while (stored.next())
    all.push_back(
        {static_cast<std::size_t>(stored.whole(0)), static_cast<std::uint32_t>(stored.whole(1))});
  return all;
}

Series Store::series(std::size_t variant, std::uint32_t replicate) const {
  const std::lock_guard guard{mutex_};
  Series series;
  Statement& row =
      connection_->kept("SELECT * FROM series WHERE variant = ? AND replicate = ? ORDER BY month");
  row.with(static_cast<std::int64_t>(variant), std::int64_t{replicate});
  while (row.next()) {
    series.months = static_cast<int>(row.whole(2));
    series.values.resize(static_cast<std::size_t>(series.months) * outcomes().size(), nothing);
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      series.values.push_back(row.number(static_cast<int>(k) + 3));
  }
  return series;
}

// `position`: of a replicate in the sample; no value where it isn't in it.
template <class Position>
Sample Store::sample_of(std::size_t variant, const std::vector<int>& months, std::size_t replicates,
                        const Position& position) const {
  std::vector<int> wanted = months;
  if (wanted.empty()) {
    wanted.resize(static_cast<std::size_t>(months_) + 1);
    std::iota(wanted.begin(), wanted.end(), 0);
  }
  const std::lock_guard guard{mutex_};
  Sample sample{wanted, outcomes().size(), replicates};
  // Of some months only, each is looked up instead of passing over all of them.
  Statement& row = connection_->kept(
      months.empty() ? "SELECT * FROM series WHERE variant = ? ORDER BY replicate, month"
                     : fmt::format("SELECT s.* FROM replicate r CROSS JOIN series s WHERE "
                                   "s.variant = ? AND s.replicate = r.number AND s.month IN ({})",
                                   fmt::join(months, ", ")));
  row.with(static_cast<std::int64_t>(variant));
  while (row.next()) {
    const std::optional<std::size_t> at = position(static_cast<std::uint32_t>(row.whole(1)));
    if (!at) continue;
    const auto month = static_cast<int>(row.whole(2));
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      sample.set(month, k, *at, row.number(static_cast<int>(k) + 3));
  }
  return sample;
}

Sample Store::sample(std::size_t variant, const std::vector<int>& months) const {
  return sample_of(variant, months, complete_.size(),
                   [&](std::uint32_t replicate) -> std::optional<std::size_t> {
                     const auto at =
                         std::lower_bound(complete_.begin(), complete_.end(), replicate);
                     if (at == complete_.end() || *at != replicate) return std::nullopt;
                     return static_cast<std::size_t>(at - complete_.begin());
                   });
}

Sample Store::sample_so_far(std::size_t variant, const std::vector<int>& months) const {
  return sample_of(variant, months, replicates_,
                   [](std::uint32_t replicate) { return std::optional<std::size_t>{replicate}; });
}

std::vector<double> Store::values(std::size_t variant, int month, std::size_t outcome) const {
  const std::lock_guard guard{mutex_};
  std::vector<double> values;
  Statement& row = connection_->kept(
      fmt::format("SELECT \"{}\" FROM series WHERE variant = ? AND replicate = ? AND month = ?",
                  outcomes()[outcome].name));
  for (const std::uint32_t replicate : complete_) {
    row.with(static_cast<std::int64_t>(variant), std::int64_t{replicate}, std::int64_t{month});
    values.push_back(row.next() ? row.number(0) : nothing);
    row.rest();
  }
  return values;
}

}  // namespace swadaya
