#include "sim/results/points.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

#include "sim/base/statistics.hpp"
#include "sim/scenario/branch.hpp"

namespace swadaya {

namespace {

// Keys in which a variant differs from the first, of those that both have: what another model adds
// is no point's.
void add_differences(std::set<std::string>& keys, const Values& first, const Values& own) {
  auto at = own.begin();
  for (const auto& [key, value] : first) {
    while (at != own.end() && at->first < key) ++at;
    if (at != own.end() && at->first == key && at->second != value) keys.insert(key);
  }
}

std::string text_of(const std::vector<double>& list) {
  return fmt::format("[{}]", fmt::join(list, ", "));
}

}  // namespace

void add_points(const Database& database, std::size_t first, const std::vector<Variant>& variants,
                const std::optional<int>& branch_at) {
  std::vector<Values> branched;
  if (branch_at)
    for (const Variant& variant : variants)
      branched.push_back(values_at(variant.scenario, *branch_at + 1));
  const auto values_of = [&](std::size_t v) -> const Values& {
    return branch_at ? branched[v] : variants[v].scenario.values;
  };
  std::set<std::string> keys;
  Statement known = database.statement("SELECT DISTINCT key FROM point");
  while (known.next()) keys.insert(known.text(0));
  for (std::size_t v = 0; v < variants.size(); ++v) {
    keys.insert(variants[v].sets.begin(), variants[v].sets.end());
    for (const auto& [key, factor] : variants[v].scales) keys.insert(key);
    if (v > 0) add_differences(keys, values_of(0), values_of(v));
  }
  Statement row = database.statement("INSERT OR REPLACE INTO point VALUES (?, ?, ?)");
  for (std::size_t v = 0; v < variants.size(); ++v)
    for (const std::string& key : keys) {
      const auto at = values_of(v).find(key);
      if (at == values_of(v).end()) continue;
      const auto number = static_cast<std::int64_t>(first + v);
      if (const double* x = std::get_if<double>(&at->second))
        row.with(number, key, *x).run();
      else if (const auto* list = std::get_if<std::vector<double>>(&at->second))
        row.with(number, key, text_of(*list)).run();
      else
        row.with(number, key, std::get<std::string>(at->second)).run();
    }
}

std::vector<PointColumn> points_in(const Database& database, std::size_t variants) {
  std::vector<PointColumn> columns;
  Statement row = database.statement(
      "SELECT key, variant, value FROM point WHERE variant >= 0 AND variant < ? AND value IS NOT "
      "NULL ORDER BY key");
  row.with(static_cast<std::int64_t>(variants));
  while (row.next()) {
    if (columns.empty() || columns.back().key != row.text(0))
      columns.push_back({row.text(0), std::vector<double>(variants, nothing),
                         std::vector<std::string>(variants)});
    PointColumn& column = columns.back();
    const auto v = static_cast<std::size_t>(row.whole(1));
    const bool is_number =
        row.type(2) == Statement::Type::number || row.type(2) == Statement::Type::whole;
    if (is_number) column.numbers[v] = row.number(2);
    column.texts[v] = is_number ? fmt::format("{}", column.numbers[v]) : row.text(2);
    column.is_number = column.is_number && is_number;
  }
  return columns;
}

}  // namespace swadaya
