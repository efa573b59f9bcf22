#include "sim/results/schema.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/month/outcome.hpp"
#include "sim/results/comparison.hpp"

namespace swadaya {

namespace {

// By name; SQLite keeps the text of each as it was given.
std::vector<std::pair<std::string, std::string>> tables() {
  std::string columns;
  for (const OutcomeInfo& info : outcomes()) columns += fmt::format(", \"{}\" REAL", info.name);
  std::string numbers;
  for (const ComparisonColumn& column : comparison_columns())
    numbers += fmt::format(", {} REAL", column.name);
  std::vector<std::pair<std::string, std::string>> all{
      {"variant",
       "(number INTEGER PRIMARY KEY, name TEXT, title TEXT, baseline INTEGER, first_world INTEGER)"},
      {"point", "(variant INTEGER, key TEXT, value, PRIMARY KEY (variant, key)) WITHOUT ROWID"},
      {"replicate", "(number INTEGER PRIMARY KEY, seed INTEGER, status TEXT)"},  // begun, finished
      {"metric", "(name TEXT PRIMARY KEY, unit TEXT, definition TEXT, higher_is_better INTEGER)"},
      {"series", "(variant INTEGER, replicate INTEGER, month INTEGER" + columns +
                     ", PRIMARY KEY (variant, replicate, month)) WITHOUT ROWID"},
      {"world",
       "(number INTEGER, ward INTEGER, standing REAL, honesty REAL, PRIMARY KEY (number, ward)) "
       "WITHOUT ROWID"},
      {"plan",
       "(replicates INTEGER, seed INTEGER, months INTEGER, worlds_per_draw INTEGER, wards INTEGER)"},
      {"checked",
       "(variant INTEGER, replicate INTEGER, checksum TEXT, PRIMARY KEY (variant, replicate)) "
       "WITHOUT ROWID"},
      {"comparison", "(variant TEXT, outcome TEXT" + numbers +
                         ", interval TEXT, fails TEXT)"},  // as comparison.csv
      {"fingerprint", "(what TEXT PRIMARY KEY, checksum TEXT) WITHOUT ROWID"}};
  for (auto& [name, rest] : all) rest = fmt::format("CREATE TABLE {} {}", name, rest);
  return all;
}

}  // namespace

void make_tables(const Database& database) {
  for (const auto& [name, sql] : tables()) database.run(sql);
}

void check_tables(const Database& database, const std::string& folder) {
  std::map<std::string, std::string> found;
  Statement table =
      database.statement("SELECT name, sql FROM sqlite_master WHERE type = 'table' LIMIT 1000");
  while (table.next()) found[table.text(0)] = table.text(1);
  if (!found.contains("variant") && !found.contains("series"))
    throw refused(folder, "holds no results: it was stopped before it began", "");
  const std::string place = folder + "/results.db";
  for (const auto& [name, sql] : tables()) {
    const auto at = found.find(name);
    if (at == found.end())
      throw refused(place,
                    fmt::format("has no table `{}`: it was written by another version, or is "
                                "damaged",
                                name),
                    "read it with that version");
    if (at->second != sql)
      throw refused(place,
                    fmt::format("table `{}` isn't as this version writes it: it was written by "
                                "another version, with other outcomes, or is damaged",
                                name),
                    "read it with that version");
    Statement other = database.statement(
        "SELECT type, name FROM sqlite_master WHERE tbl_name = ? COLLATE NOCASE AND (type = "
        "'trigger' OR (type = 'index' AND sql IS NOT NULL))");
    if (other.with(name).next())
      throw refused(place,
                    fmt::format("table `{}` has the {} `{}`, which no run makes", name,
                                other.text(0), other.text(1)),
                    fmt::format("drop the {}", other.text(0)));
  }
}

}  // namespace swadaya
