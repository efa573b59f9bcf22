#include "sim/results/store.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <numeric>
#include <optional>

#include "sim/base/checksum.hpp"
#include "sim/base/error.hpp"
#include "sim/results/folder.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// Of a run's rows, month by month.
class RowsChecksum {
 public:
  void month(std::int64_t month) { sum_.add(month); }
  void value(double x) { sum_.add(std::isfinite(x) ? x : nothing); }
  std::string text() const { return sum_.text(); }

 private:
  Checksum sum_;
};

}  // namespace

Store::Store(const std::string& folder, const Experiment& experiment, Existing existing)
    : folder_{folder},
      baseline_{experiment.baseline},
      seed_{experiment.seed},
      replicates_{experiment.replicates},
      months_{experiment.variants[0].scenario.months} {
  make_folder(folder);
  holds_results(folder);  // before the lock leaves a file in somebody's folder
  lock_ = std::make_unique<FolderLock>(folder);
  if (holds_results(folder) && existing == Existing::refuse)
    throw refused(folder, "holds results already",
                  "--overwrite to replace it, or --out for another place");
  empty_folder(folder);
  database_ = std::make_unique<Database>(folder + "/results.db", Access::write);
  database_->run("PRAGMA journal_mode = WAL");
  database_->run("PRAGMA synchronous = NORMAL");
  for (const Variant& variant : experiment.variants)
    variants_.push_back({variant.name, variant.title, variant.first_world});
  stored_.assign(replicates_, 0);

  std::string columns, marks = "?, ?, ?";
  for (const OutcomeInfo& info : outcomes())
    columns += fmt::format(", \"{}\" REAL", info.name), marks += ", ?";
  database_->transaction([&] {
    const auto run = [&](const std::string& sql) { database_->run(sql); };
    run("CREATE TABLE variant (number INTEGER PRIMARY KEY, name TEXT, title TEXT, baseline "
        "INTEGER, first_world INTEGER)");
    run("CREATE TABLE replicate (number INTEGER PRIMARY KEY, seed INTEGER, status TEXT)");  // waiting,
                                                                                            // finished
    run("CREATE TABLE metric (name TEXT PRIMARY KEY, unit TEXT, definition TEXT, higher_is_better "
        "INTEGER)");
    run("CREATE TABLE series (variant INTEGER, replicate INTEGER, month INTEGER" + columns +
        ", PRIMARY KEY (variant, replicate, month)) WITHOUT ROWID");
    run("CREATE TABLE checked (variant INTEGER, replicate INTEGER, checksum TEXT, PRIMARY KEY "
        "(variant, replicate)) WITHOUT ROWID");
    run("CREATE TABLE fingerprint (what TEXT PRIMARY KEY, checksum TEXT) WITHOUT ROWID");
    for (std::size_t v = 0; v < variants_.size(); ++v) insert_variant(v, variants_[v]);
    Statement metric = database_->statement("INSERT INTO metric VALUES (?, ?, ?, ?)");
    for (const OutcomeInfo& info : outcomes())
      metric.with(info.name, info.unit, info.definition, std::int64_t{info.higher_is_better}).run();
    Statement replicate = database_->statement("INSERT INTO replicate VALUES (?, ?, 'waiting')");
    for (std::uint32_t r = 0; r < replicates_; ++r)
      replicate.with(std::int64_t{r}, static_cast<std::int64_t>(seed_)).run();
    keep_checksum_of_names();
  });
}

Store::Store(const std::string& folder, Access access) : folder_{folder} {
  if (!fs::exists(folder + "/results.db")) throw refused(folder, "holds no results", "");
  if (access == Access::write) lock_ = std::make_unique<FolderLock>(folder);
  database_ = std::make_unique<Database>(folder + "/results.db", access);
  if (access == Access::write) database_->run("PRAGMA synchronous = NORMAL");

  Statement tables = database_->statement(
      "SELECT sum(name IN ('variant', 'replicate', 'metric', 'series')), sum(name IN ('checked', "
      "'fingerprint')) FROM sqlite_master WHERE type = 'table'");
  if (!tables.next() || tables.whole(0) != 4)
    throw refused(folder, "holds no results: it was stopped before it began", "");
  if (tables.whole(1) != 2)
    throw refused(folder, "was written by another version, or is damaged",
                  "read it with that version");
  std::vector<std::string> columns{"variant", "replicate", "month"}, stored;
  for (const OutcomeInfo& info : outcomes()) columns.push_back(info.name);
  Statement names = database_->statement("SELECT name FROM pragma_table_info('series')");
  while (names.next()) stored.push_back(names.text(0));
  if (stored != columns)
    throw refused(folder, "was written by another version, with other outcomes",
                  "read it with that version");

  Statement variant = database_->statement(
      "SELECT name, title, baseline, first_world FROM variant ORDER BY number");
  while (variant.next()) {
    if (variant.whole(2) != 0) baseline_ = variants_.size();
    variants_.push_back(
        {variant.text(0), variant.text(1), static_cast<std::uint32_t>(variant.whole(3))});
  }
  Statement replicate = database_->statement("SELECT count(*), min(seed) FROM replicate");
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
  database_->statement("INSERT INTO variant VALUES (?, ?, ?, ?, ?)")
      .with(static_cast<std::int64_t>(number), variant.name, variant.title,
            std::int64_t{number == baseline_}, std::int64_t{variant.first_world})
      .run();
}

void Store::add_variants(std::size_t first, const std::vector<Variant>& variants) {
  const std::lock_guard guard{mutex_};
  const auto fresh = new_variants(variants_, first, variants, folder_);
  if (fresh.empty()) return;
  database_->transaction([&] {
    for (std::size_t i = 0; i < fresh.size(); ++i) insert_variant(variants_.size() + i, fresh[i]);
    keep_checksum_of_names();
    database_->run("UPDATE replicate SET status = 'waiting'");
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
  Statement& insert = database_->kept([] {
    std::string marks = "?, ?, ?";
    for (std::size_t k = 0; k < outcomes().size(); ++k) marks += ", ?";
    return "INSERT INTO series VALUES (" + marks + ")";
  }());
  const bool completes = stored_.at(replicate) + variants.size() == variants_.size();
  database_->transaction([&] {
    for (std::size_t i = 0; i < variants.size(); ++i) {
      RowsChecksum rows;
      for (int month = 0; month <= series[i].months; ++month) {
        if (!is_kept(month, series[i].months)) continue;
        rows.month(month);
        insert.with(static_cast<std::int64_t>(variants[i]), std::int64_t{replicate},
                    std::int64_t{month});
        for (std::size_t k = 0; k < outcomes().size(); ++k) {
          insert.bind(static_cast<int>(k) + 4, series[i].at(month, k));
          rows.value(series[i].at(month, k));
        }
        insert.run();
      }
      database_->kept("INSERT INTO checked VALUES (?, ?, ?)")
          .with(static_cast<std::int64_t>(variants[i]), std::int64_t{replicate}, rows.text())
          .run();
    }
    if (completes)
      database_->kept("UPDATE replicate SET status = 'finished' WHERE number = ?")
          .with(std::int64_t{replicate})
          .run();
  });
  stored_[replicate] += variants.size();
}

// Names, numbers and meanings: all but the rows, and how far the run is.
std::string Store::checksum_of_names() const {
  Checksum sum;
  Statement variant = database_->statement(
      "SELECT number, name, title, baseline, first_world FROM variant "
      "ORDER BY number");
  while (variant.next())
    sum.add(variant.whole(0))
        .add(variant.text(1))
        .add(variant.text(2))
        .add(variant.whole(3))
        .add(variant.whole(4));
  Statement replicate = database_->statement("SELECT number, seed FROM replicate ORDER BY number");
  while (replicate.next()) sum.add(replicate.whole(0)).add(replicate.whole(1));
  Statement metric = database_->statement(
      "SELECT name, unit, definition, higher_is_better FROM metric ORDER BY name");
  while (metric.next())
    sum.add(metric.text(0)).add(metric.text(1)).add(metric.text(2)).add(metric.whole(3));
  return sum.text();
}

void Store::keep_checksum_of_names() {
  database_->statement("INSERT OR REPLACE INTO fingerprint VALUES ('names', ?)")
      .with(checksum_of_names())
      .run();
}

std::vector<Finished> Store::damaged() const {
  const std::lock_guard guard{mutex_};
  Statement names = database_->statement("SELECT checksum FROM fingerprint WHERE what = 'names'");
  if (!names.next() || names.text(0) != checksum_of_names())
    throw refused(folder_ + "/results.db",
                  "is damaged: its variants, replicates or outcomes aren't "
                  "those that were written",
                  "run it again into another folder");
  std::map<Finished, std::string> written, found;
  Statement checked = database_->statement("SELECT variant, replicate, checksum FROM checked");
  while (checked.next())
    written[{static_cast<std::size_t>(checked.whole(0)),
             static_cast<std::uint32_t>(checked.whole(1))}] = checked.text(2);
  Statement row = database_->statement("SELECT * FROM series ORDER BY variant, replicate, month");
  std::optional<Finished> now;
  RowsChecksum rows;
  const auto end = [&] {
    if (now) found[*now] = rows.text();
    rows = {};
  };
  while (row.next()) {
    const Finished run{static_cast<std::size_t>(row.whole(0)),
                       static_cast<std::uint32_t>(row.whole(1))};
    if (!now || run != *now) end(), now = run;
    rows.month(row.whole(2));
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      rows.value(row.number(static_cast<int>(k) + 3));
  }
  end();
  std::set<Finished> bad;
  for (const auto& [run, checksum] : written)
    if (const auto at = found.find(run); at == found.end() || at->second != checksum)
      bad.insert(run);
  for (const auto& [run, checksum] : found)
    if (!written.contains(run)) bad.insert(run);
  add_wrongly_finished(written, bad);
  return {bad.begin(), bad.end()};
}

// A replicate that counts as complete and isn't, or the other way round.
void Store::add_wrongly_finished(const std::map<Finished, std::string>& written,
                                 std::set<Finished>& bad) const {
  std::map<std::uint32_t, std::size_t> runs;
  for (const auto& [run, checksum] : written) ++runs[run.replicate];
  Statement replicate = database_->statement("SELECT number, status FROM replicate");
  while (replicate.next()) {
    const auto number = static_cast<std::uint32_t>(replicate.whole(0));
    const bool is_whole = runs[number] == variants_.size();
    if (replicate.text(1) != (is_whole ? "finished" : "waiting")) bad.insert({0, number});
  }
}

void Store::forget(const std::vector<Finished>& runs) {
  const std::lock_guard guard{mutex_};
  database_->transaction([&] {
    for (const Finished& run : runs) {
      for (const char* table : {"series", "checked"})
        database_
            ->statement(fmt::format("DELETE FROM {} WHERE variant = ? AND replicate = ?", table))
            .with(static_cast<std::int64_t>(run.variant), std::int64_t{run.replicate})
            .run();
      database_->statement("UPDATE replicate SET status = 'waiting' WHERE number = ?")
          .with(std::int64_t{run.replicate})
          .run();
    }
  });
  stored_.assign(replicates_, 0);
  Statement left =
      database_->statement("SELECT replicate, count(*) FROM checked GROUP BY replicate");
  while (left.next())
    stored_.at(static_cast<std::size_t>(left.whole(0))) = static_cast<std::size_t>(left.whole(1));
}

void Store::load() {
  const std::lock_guard guard{mutex_};
  complete_.clear();
  Statement last = database_->statement(
      "SELECT month FROM series WHERE (variant, replicate) = (SELECT variant, replicate FROM "
      "series LIMIT 1) "
      "ORDER BY month DESC LIMIT 1");
  if (last.next()) months_ = static_cast<int>(last.whole(0));
  Statement replicate = database_->statement(
      "SELECT number FROM replicate WHERE status = 'finished' ORDER BY number");
  while (replicate.next()) complete_.push_back(static_cast<std::uint32_t>(replicate.whole(0)));
}

std::vector<Finished> Store::finished() const {
  const std::lock_guard guard{mutex_};
  std::vector<Finished> all;
  Statement stored = database_->statement(
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
      database_->kept("SELECT * FROM series WHERE variant = ? AND replicate = ? ORDER BY month");
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
  Statement& row = database_->kept(
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
  Statement& row = database_->kept(
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
