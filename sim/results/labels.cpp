#include "sim/results/labels.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace swadaya {

std::string heading_of(std::string name) {
  for (const std::string acronym : {"lar", "par", "rr", "cgh"})
    if (name == acronym) {
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return static_cast<char>(c - 'a' + 'A'); });
      return name;
    }
  if (name.ends_with("_kRp")) name.resize(name.size() - 4);
  for (const std::string whose : {"poor", "near_poor", "elite", "others"})
    for (const std::string what : {"informed", "participation"})
      if (name == fmt::format("{}_{}", what, whose))
        name = whose == "others" ? fmt::format("{} of {}", what, whose)
                                 : fmt::format("{} {}", whose, what);
  if (const std::size_t at = name.find("near_poor"); at != std::string::npos) name[at + 4] = '-';
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string title_of(const StoredVariant& variant) {
  return variant.title.empty() ? variant.name : variant.title;
}

Unit unit_of(const OutcomeInfo& info) {
  if (info.is_share()) return {100, "points", " %"};
  if (info.type == UnitType::money)
    return {1e-3, info.is_a_ward ? "million Rp a ward" : "million Rp", ""};
  return {1, info.unit, ""};
}

namespace {

// Never past the estimate itself; what isn't a number stays so.
void cut(double& from, double& to, double estimate, double low, double high) {
  if (from < low) from = std::min(low, estimate);
  if (to > high) to = std::max(high, estimate);
}

PairedDifference cut(PairedDifference d, double low, double high) {
  cut(d.low, d.high, d.difference, low, high);
  for (Interval* one : {&d.monte_carlo, &d.parameters, &d.luck, &d.ward})
    cut(one->low, one->high, d.difference, low, high);
  return d;
}

constexpr double without_end = std::numeric_limits<double>::infinity();

}  // namespace

PairedDifference mean_within(PairedDifference mean, const OutcomeInfo& info) {
  if (info.is_difference) return mean;
  if (info.type == UnitType::correlation) return cut(mean, -1, 1);
  return cut(mean, 0, info.is_share() ? 1 : without_end);
}

PairedDifference difference_within(PairedDifference difference, const OutcomeInfo& info,
                                   int steps) {
  if (info.is_difference) return difference;
  if (info.type == UnitType::correlation) return cut(difference, -2.0 * steps, 2.0 * steps);
  return info.is_share() ? cut(difference, -steps, steps) : difference;
}

nlohmann::json json_number(double x) {
  return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json(nullptr);
}

}  // namespace swadaya
