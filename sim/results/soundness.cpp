#include "sim/results/soundness.hpp"

#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"
#include "sim/base/statistics.hpp"
#include "sim/results/worlds.hpp"

namespace swadaya {

namespace {

constexpr std::int64_t most_number = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t most_replicates = 1'000'000'000, most_months = 1'000'000,
                       most_wards = 10'000'000;

// "plan.months is -3: ...", or "" where the column is a whole number within these.
std::string fault_of_whole(const Statement& row, int column, const std::string& name,
                           std::int64_t low, std::int64_t high) {
  if (row.type(column) == Statement::Type::whole && row.whole(column) >= low &&
      row.whole(column) <= high)
    return "";
  return fmt::format("{} is {}: no whole number from {} to {}", name, row.shown(column), low, high);
}

std::string fault_of_text(const Statement& row, int column, const std::string& name) {
  return row.type(column) == Statement::Type::text && is_utf8(row.text(column))
             ? ""
             : fmt::format("{} is {}: no text", name, row.shown(column));
}

// The first that isn't "".
template <class... S>
std::string first_of(const S&... faults) {
  std::string first;
  ((first.empty() ? void(first = faults) : void()), ...);
  return first;
}

std::uint32_t world_of(const Plan& plan, const Finished& run) {
  return plan.variants[run.variant].first_world + run.replicate;
}

class Rows {
 public:
  Rows(const Database& database, const Plan& plan) : database_{database}, plan_{plan} {}

  Damage damage() {
    read_checked();
    read_series();
    for (const auto& [run, checksum] : written_)
      if (const auto at = found_.find(run); at == found_.end() || at->second != checksum)
        bad(run, "its rows aren't those that were written");
    for (const auto& [run, checksum] : found_)
      if (!written_.contains(run)) bad(run, "checked has no row of it");
    read_replicates();
    std::set<std::uint32_t> worlds;
    for (const auto& [run, checksum] : written_) worlds.insert(world_of(plan_, run));
    if (const std::string fault = fault_of_worlds(database_, plan_.seed, plan_.wards, worlds);
        !fault.empty())
      stray(fault);
    result_.runs.assign(runs_.begin(), runs_.end());
    return result_;
  }

 private:
  void bad(const Finished& run, const std::string& what) {
    runs_.insert(run);
    if (result_.what.empty())
      result_.what = fmt::format("variant `{}` in replicate {}: {}",
                                 plan_.variants[run.variant].name, run.replicate, what);
  }

  // Which run a row is of, by its first two columns; none of the plan where it is a stray.
  std::optional<Finished> run_of(const Statement& row, const std::string& table) {
    const std::string fault = first_of(
        fault_of_whole(row, 0, table + ".variant", 0,
                       static_cast<std::int64_t>(plan_.variants.size()) - 1),
        fault_of_whole(row, 1, table + ".replicate", 0, std::int64_t{plan_.replicates} - 1));
    if (fault.empty())
      return Finished{static_cast<std::size_t>(row.whole(0)),
                      static_cast<std::uint32_t>(row.whole(1))};
    stray(fault);
    return std::nullopt;
  }

  void stray(const std::string& what) {
    result_.has_strays = true;
    if (result_.what.empty()) result_.what = what;
  }

  void read_checked() {
    Statement row = database_.statement("SELECT variant, replicate, checksum FROM checked");
    while (row.next())
      if (const auto run = run_of(row, "checked")) {
        written_[*run] = row.text(2);
        ++whole_[run->replicate];
      }
  }

  void read_series() {
    Statement row = database_.statement("SELECT * FROM series ORDER BY variant, replicate, month");
    std::optional<Finished> now;
    RowsChecksum rows;
    const auto end = [&] {
      if (now) found_[*now] = rows.text();
      rows = {};
    };
    while (row.next()) {
      const auto run = run_of(row, "series");
      if (!run) continue;
      if (!now || *run != *now) end(), now = run;
      add(row, *run, rows);
    }
    end();
  }

  void add(const Statement& row, const Finished& run, RowsChecksum& rows) {
    std::string fault = fault_of_whole(row, 2, "series.month", 0, plan_.months);
    rows.month(row.whole(2));
    for (std::size_t k = 0; k < outcomes().size(); ++k) {
      const int column = static_cast<int>(k) + 3;
      const Statement::Type type = row.type(column);
      const bool is_number = type == Statement::Type::number && std::isfinite(row.number(column));
      if (!is_number && type != Statement::Type::null && fault.empty())
        fault = fmt::format("series.{} of month {} is {}: no number", outcomes()[k].name,
                            row.whole(2), row.shown(column));
      rows.value(row.number(column));
    }
    if (!fault.empty()) bad(run, fault);
  }

  // A replicate that counts as complete and isn't, or the other way round.
  void read_replicates() {
    std::set<std::uint32_t> named;
    Statement row = database_.statement("SELECT number, seed, status FROM replicate");
    while (row.next()) {
      const std::string fault =
          fault_of_whole(row, 0, "replicate.number", 0, std::int64_t{plan_.replicates} - 1);
      const auto number = static_cast<std::uint32_t>(row.whole(0));
      const auto seed = static_cast<std::int64_t>(plan_.seed);
      if (!fault.empty() || !whole_.contains(number)) {
        stray(first_of(
            fault, fmt::format("replicate.number is {}: nothing is stored of it", row.shown(0))));
        continue;
      }
      named.insert(number);
      const bool is_whole = whole_[number] == plan_.variants.size();
      const std::string status = is_whole ? "finished" : "begun";
      if (row.type(2) != Statement::Type::text || row.text(2) != status)
        stray(fmt::format("replicate.status of {} is {}: it is {}", number, row.shown(2), status));
      if (const std::string other = fault_of_whole(row, 1, "replicate.seed", seed, seed);
          !other.empty())
        stray(other);
    }
    for (const auto& [number, count] : whole_)
      if (!named.contains(number)) stray(fmt::format("replicate has no row of {}", number));
  }

  const Database& database_;
  const Plan& plan_;
  std::map<Finished, std::string> written_, found_;
  std::map<std::uint32_t, std::size_t> whole_;  // by replicate: runs
  std::set<Finished> runs_;
  Damage result_;
};

}  // namespace

// SQLite has no number that isn't one; an infinite one is never written.
void RowsChecksum::value(double x) { sum_.add(std::isfinite(x) ? x : nothing); }

std::string checksum_of_names(const Database& database) {
  Checksum sum;
  for (const char* sql :
       {"SELECT number, name, title, baseline, first_world FROM variant ORDER BY number",
        "SELECT variant, key, value FROM point ORDER BY variant, key",
        "SELECT replicates, seed, months, worlds_per_draw, wards FROM plan",
        "SELECT name, unit, definition, higher_is_better FROM metric ORDER BY name",
        "SELECT what, checksum FROM fingerprint WHERE what <> 'names' ORDER BY what"}) {
    Statement row = database.statement(sql);
    while (row.next())
      for (int column = 0; column < row.columns(); ++column)
        sum.add(static_cast<std::int64_t>(row.type(column))).add(row.text(column)).add("\n");
  }
  return sum.text();
}

Plan plan_in(const Database& database, const std::string& folder) {
  const auto check = [&](const std::string& fault) {
    if (fault.empty()) return;
    throw refused(folder + "/results.db", "is damaged: " + fault,
                  "run it again into another folder");
  };
  Plan plan;
  Statement row =
      database.statement("SELECT replicates, seed, months, worlds_per_draw, wards FROM plan");
  if (!row.next()) check("plan has no row");
  check(first_of(fault_of_whole(row, 0, "plan.replicates", 1, most_replicates),
                 fault_of_whole(row, 1, "plan.seed", 0, std::numeric_limits<std::int64_t>::max()),
                 fault_of_whole(row, 2, "plan.months", 0, most_months),
                 fault_of_whole(row, 3, "plan.worlds_per_draw", 0, most_replicates),
                 fault_of_whole(row, 4, "plan.wards", 0, most_wards)));
  plan.replicates = static_cast<std::uint32_t>(row.whole(0));
  plan.seed = static_cast<std::uint64_t>(row.whole(1));
  plan.months = static_cast<int>(row.whole(2));
  plan.worlds_per_draw = static_cast<std::uint32_t>(row.whole(3));
  plan.wards = static_cast<std::uint32_t>(row.whole(4));
  if (row.next()) check("plan has several rows");

  Statement variant = database.statement(
      "SELECT number, name, title, baseline, first_world FROM variant ORDER BY number");
  std::size_t baselines = 0;
  for (std::int64_t number = 0; variant.next(); ++number) {
    check(first_of(fault_of_whole(variant, 0, "variant.number", number, number),
                   fault_of_text(variant, 1, "variant.name"),
                   fault_of_text(variant, 2, "variant.title"),
                   fault_of_whole(variant, 3, "variant.baseline", 0, 1),
                   fault_of_whole(variant, 4, "variant.first_world", 0, most_number)));
    if (variant.whole(3) != 0) plan.baseline = plan.variants.size(), ++baselines;
    plan.variants.push_back(
        {variant.text(1), variant.text(2), static_cast<std::uint32_t>(variant.whole(4))});
  }
  if (baselines != 1) check(fmt::format("variant has {} baselines", baselines));

  Statement names = database.statement("SELECT checksum FROM fingerprint WHERE what = 'names'");
  if (!names.next() || names.text(0) != checksum_of_names(database))
    check("its variants, points, replicates or outcomes aren't those that were written");
  return plan;
}

Damage damage_of(const Database& database, const Plan& plan) {
  return Rows{database, plan}.damage();
}

void remove_damage(const Database& database, const Plan& plan, const Damage& damage) {
  for (const char* table : {"series", "checked"}) {
    for (const Finished& run : damage.runs)
      database.statement(fmt::format("DELETE FROM {} WHERE variant = ? AND replicate = ?", table))
          .with(static_cast<std::int64_t>(run.variant), std::int64_t{run.replicate})
          .run();
    database
        .statement(fmt::format("DELETE FROM {} WHERE typeof(variant) <> 'integer' OR "
                               "typeof(replicate) <> 'integer' OR variant NOT BETWEEN 0 AND ? OR "
                               "replicate NOT BETWEEN 0 AND ?",
                               table))
        .with(static_cast<std::int64_t>(plan.variants.size()) - 1,
              std::int64_t{plan.replicates} - 1)
        .run();
  }
  database.run("DELETE FROM replicate");
  database
      .statement(
          "INSERT INTO replicate SELECT replicate, ?, iif(count(*) = ?, 'finished', 'begun') "
          "FROM checked GROUP BY replicate")
      .with(static_cast<std::int64_t>(plan.seed), static_cast<std::int64_t>(plan.variants.size()))
      .run();
  std::set<std::uint32_t> worlds;
  Statement run = database.statement("SELECT variant, replicate FROM checked");
  while (run.next())
    worlds.insert(world_of(
        plan, {static_cast<std::size_t>(run.whole(0)), static_cast<std::uint32_t>(run.whole(1))}));
  run.rest();
  mend_worlds(database, plan.seed, plan.wards, worlds);
}

}  // namespace swadaya
