#include "sim/results/store.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/schema.hpp"
#include "sim/results/worlds.hpp"
#include "sim/world/boards.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// In one snapshot, whoever writes meanwhile.
template <class Work>
auto at_once(const Database& database, const Work& work) {
  std::optional<decltype(work())> result;
  database.transaction([&] { result = work(); });
  return std::move(*result);
}

}  // namespace

Store::Store(const std::string& folder, const Experiment& experiment, Existing existing)
    : folder_{folder},
      plan_{{},
            experiment.baseline,
            experiment.replicates,
            experiment.seed,
            experiment.variants[0].scenario.months,
            worlds_per_draw_of(experiment),
            wards_of(experiment.variants[experiment.baseline].scenario.values)} {
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
    plan_.variants.push_back({variant.name, variant.title, variant.first_world, variant.title_id});
  database_->transaction([&] {
    make_tables(*database_);
    for (std::size_t v = 0; v < plan_.variants.size(); ++v) insert_variant(v, plan_.variants[v]);
    add_points(*database_, 0, experiment.variants, experiment.branch_at);
    Statement metric = database_->statement("INSERT INTO metric VALUES (?, ?, ?, ?)");
    for (const OutcomeInfo& info : outcomes())
      metric.with(info.name, info.unit, info.definition, std::int64_t{info.higher_is_better}).run();
    database_->statement("INSERT INTO plan VALUES (?, ?, ?, ?, ?)")
        .with(std::int64_t{plan_.replicates}, static_cast<std::int64_t>(plan_.seed),
              std::int64_t{plan_.months}, std::int64_t{plan_.worlds_per_draw},
              std::int64_t{plan_.wards})
        .run();
    keep_names();
  });
  find_other_worlds();
}

Store::Store(const std::string& folder, Access access) : folder_{folder} {
  if (!fs::exists(folder + "/results.db")) throw refused(folder, "holds no results", "");
  if (access == Access::write) lock_ = std::make_unique<FolderLock>(folder);
  database_ = std::make_unique<Database>(folder + "/results.db", access);
  if (access == Access::write) {
    database_->run("PRAGMA journal_mode = WAL");
    database_->run("PRAGMA synchronous = NORMAL");
  }
  plan_ = at_once(*database_, [&] {
    check_tables(*database_, folder);
    return plan_in(*database_, folder);
  });
  Statement made_by = database_->statement(
      "SELECT what, checksum FROM fingerprint WHERE what <> 'names' ORDER BY what");
  while (made_by.next()) fingerprint_[made_by.text(0)] = made_by.text(1);
  load();
  find_other_worlds();
  if (access == Access::write) count_stored();
}

Store Store::open(const std::string& folder, Access access) { return Store{folder, access}; }

Store::~Store() = default;

void Store::take_titles(const Experiment& experiment) {
  for (const Variant& variant : experiment.variants)
    for (StoredVariant& stored : plan_.variants)
      if (stored.name == variant.name) stored.title_id = variant.title_id;
}

void Store::insert_variant(std::size_t number, const StoredVariant& variant) {
  database_->statement("INSERT INTO variant VALUES (?, ?, ?, ?, ?)")
      .with(static_cast<std::int64_t>(number), variant.name, variant.title,
            std::int64_t{number == plan_.baseline}, std::int64_t{variant.first_world})
      .run();
}

void Store::add_variants(std::size_t first, const std::vector<Variant>& variants) {
  const std::lock_guard guard{mutex_};
  const auto fresh = new_variants(plan_.variants, first, variants, folder_);
  if (fresh.empty()) return;
  database_->transaction([&] {
    for (std::size_t i = 0; i < fresh.size(); ++i)
      insert_variant(plan_.variants.size() + i, fresh[i]);
    add_points(*database_, first, variants);
    keep_names();
    database_->run("UPDATE replicate SET status = 'begun'");
  });
  plan_.variants.insert(plan_.variants.end(), fresh.begin(), fresh.end());
  find_other_worlds();
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
  if (replicate >= plan_.replicates) throw std::logic_error{"a replicate that isn't planned"};
  // Not at each of thousands of jobs.
  if (const auto now = Clock::now(); now - looked_at_ > std::chrono::seconds{1}) {
    database_->check_in_place();
    looked_at_ = now;
  }
  const bool completes = stored_of(replicate) + variants.size() == plan_.variants.size();
  database_->transaction([&] {
    std::set<std::uint32_t> worlds;
    for (const std::size_t v : variants) worlds.insert(plan_.variants[v].first_world + replicate);
    for (const std::uint32_t world : worlds) add_world(*database_, plan_.seed, plan_.wards, world);
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
    database_
        ->kept(
            "INSERT INTO replicate VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE SET status = "
            "excluded.status")
        .with(std::int64_t{replicate}, static_cast<std::int64_t>(plan_.seed),
              std::string{completes ? "finished" : "begun"})
        .run();
  });
  stored_of(replicate) += variants.size();
}

void Store::keep_names() const {
  database_->statement("INSERT OR REPLACE INTO fingerprint VALUES ('names', ?)")
      .with(checksum_of_names(*database_))
      .run();
}

void Store::keep_fingerprint(const std::map<std::string, std::string>& fingerprint,
                             std::uint32_t replicates) {
  const std::lock_guard guard{mutex_};
  if (replicates < plan_.replicates) throw std::logic_error{"worlds are added, never taken away"};
  database_->transaction([&] {
    database_->run("DELETE FROM fingerprint");
    for (const auto& [what, checksum] : fingerprint)
      database_->statement("INSERT INTO fingerprint VALUES (?, ?)").with(what, checksum).run();
    database_->statement("UPDATE plan SET replicates = ?").with(std::int64_t{replicates}).run();
    keep_names();
  });
  fingerprint_ = fingerprint;
  plan_.replicates = replicates;
}

void Store::keep_comparison(const std::vector<Compared>& compared) {
  const std::lock_guard guard{mutex_};
  std::string marks = "?, ?, ?, ?";
  for (std::size_t c = 0; c < comparison_columns().size(); ++c) marks += ", ?";
  database_->transaction([&] {
    database_->run("DELETE FROM comparison");
    Statement row = database_->statement("INSERT INTO comparison VALUES (" + marks + ")");
    for (const Compared& one : compared) {
      row.with(plan_.variants[one.variant].name, outcomes()[one.outcome].name);
      int at = 2;
      for (const ComparisonColumn& column : comparison_columns()) row.bind(++at, column.value(one));
      row.bind(++at, std::string{interval_called(one.effect)});
      row.bind(++at, one.missed);
      row.run();
    }
  });
}

std::vector<PointColumn> Store::points() const {
  const std::lock_guard guard{mutex_};
  return points_in(*database_, plan_.variants.size());
}

Damage Store::damaged() const {
  const std::lock_guard guard{mutex_};
  return at_once(*database_, [&] {
    // A search that runs meanwhile adds variants.
    return damage_of(*database_, plan_in(*database_, folder_));
  });
}

void Store::forget(const Damage& damage) {
  const std::lock_guard guard{mutex_};
  database_->transaction([&] { remove_damage(*database_, plan_, damage); });
  count_stored();
}

void Store::count_stored() {
  stored_.clear();
  Statement left = database_->statement(
      "SELECT replicate, count(*) FROM checked WHERE replicate >= 0 AND "
      "replicate < ? GROUP BY replicate");
  left.with(std::int64_t{plan_.replicates});
  while (left.next())
    stored_of(static_cast<std::uint32_t>(left.whole(0))) = static_cast<std::size_t>(left.whole(1));
}

std::size_t& Store::stored_of(std::uint32_t replicate) {
  if (replicate >= stored_.size()) stored_.resize(std::size_t{replicate} + 1, 0);
  return stored_[replicate];
}

void Store::load() {
  const std::lock_guard guard{mutex_};
  if (lock_) database_->check_in_place();
  complete_.clear();
  Statement replicate = database_->statement(
      "SELECT number FROM replicate WHERE status = 'finished' ORDER BY number");
  while (replicate.next()) complete_.push_back(static_cast<std::uint32_t>(replicate.whole(0)));
}

// What a world is stands in `point` wherever variants differ in it.
void Store::find_other_worlds() {
  other_worlds_.assign(plan_.variants.size(), false);
  const std::size_t base = plan_.baseline;
  for (std::size_t v = 0; v < plan_.variants.size(); ++v)
    other_worlds_[v] = plan_.variants[v].first_world != plan_.variants[base].first_world;
  std::map<std::string, std::map<std::size_t, std::string>> values;  // by key, then variant
  Statement row = database_->statement(
      "SELECT key, variant, value FROM point WHERE key GLOB 'world.*' OR key GLOB 'network.*'");
  while (row.next())
    if (is_of_world(row.text(0)))
      values[row.text(0)][static_cast<std::size_t>(row.whole(1))] = row.text(2);
  for (const auto& [key, by_variant] : values)
    for (std::size_t v = 0; v < plan_.variants.size(); ++v) {
      const auto own = by_variant.find(v), other = by_variant.find(base);
      const bool has_own = own != by_variant.end(), has_other = other != by_variant.end();
      if (has_own != has_other || (has_own && own->second != other->second))
        other_worlds_[v] = true;
    }
}

bool Store::is_in_same_worlds(std::size_t variant) const { return !other_worlds_.at(variant); }

Controls Store::controls() const {
  if (plan_.worlds_per_draw > 0) return {};
  return luck_of_worlds(plan_.seed, plan_.variants[plan_.baseline].first_world, plan_.wards,
                        complete_);
}

std::vector<Finished> Store::finished() const {
  const std::lock_guard guard{mutex_};
  std::vector<Finished> all;
  Statement stored =
      database_->statement("SELECT variant, replicate FROM checked ORDER BY variant, replicate");
  while (stored.next())
    all.push_back(
        {static_cast<std::size_t>(stored.whole(0)), static_cast<std::uint32_t>(stored.whole(1))});
  return all;
}

std::map<Finished, std::string> Store::checksums() const {
  const std::lock_guard guard{mutex_};
  std::map<Finished, std::string> all;
  Statement stored = database_->statement("SELECT variant, replicate, checksum FROM checked");
  while (stored.next())
    all[{static_cast<std::size_t>(stored.whole(0)), static_cast<std::uint32_t>(stored.whole(1))}] =
        stored.text(2);
  return all;
}

// A month that isn't the plan's would need room without end.
int Store::month_of(const Statement& row) const {
  const std::int64_t month = row.whole(2);
  if (month < 0 || month > plan_.months)
    throw refused(folder_ + "/results.db",
                  fmt::format("is damaged: series.month is {}: no whole number from 0 to {}",
                              row.shown(2), plan_.months),
                  "`swadaya resume " + folder_ + "` runs it again");
  return static_cast<int>(month);
}

Series Store::series(std::size_t variant, std::uint32_t replicate) const {
  const std::lock_guard guard{mutex_};
  Series series;
  Statement& row =
      database_->kept("SELECT * FROM series WHERE variant = ? AND replicate = ? ORDER BY month");
  row.with(static_cast<std::int64_t>(variant), std::int64_t{replicate});
  while (row.next()) {
    series.months = month_of(row);
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
    wanted.resize(static_cast<std::size_t>(plan_.months) + 1);
    std::iota(wanted.begin(), wanted.end(), 0);
  }
  const std::lock_guard guard{mutex_};
  Sample sample{wanted, outcomes().size(), replicates};
  // Of some months only, each is looked up instead of passing over all of them.
  Statement& row = database_->kept(
      months.empty()
          ? "SELECT * FROM series WHERE variant = ? ORDER BY replicate, month"
          : fmt::format("SELECT s.* FROM checked c CROSS JOIN series s WHERE c.variant = "
                        "?1 AND s.variant = ?1 AND s.replicate = c.replicate AND "
                        "s.month IN ({})",
                        fmt::join(months, ", ")));
  row.with(static_cast<std::int64_t>(variant));
  while (row.next()) {
    const std::optional<std::size_t> at = position(static_cast<std::uint32_t>(row.whole(1)));
    if (!at) continue;
    const int month = month_of(row);
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
  return sample_of(variant, months, plan_.replicates,
                   [&](std::uint32_t replicate) -> std::optional<std::size_t> {
                     if (replicate >= plan_.replicates) return std::nullopt;
                     return replicate;
                   });
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
