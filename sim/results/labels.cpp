#include "sim/results/labels.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "sim/words/names.hpp"

namespace swadaya {

std::string heading_of(std::string name, Language in) {
  if (in.is_indonesian())
    if (const std::string own = outcome_in_indonesian(name); !own.empty()) return own;
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

namespace {

template <class Titled>
std::string title_in(const Titled& titled, Language in) {
  const std::string title = in.title(titled.title, titled.title_id);
  return title.empty() ? titled.name : title;
}

}  // namespace

std::string title_of(const StoredVariant& variant, Language in) { return title_in(variant, in); }
std::string title_of(const Variant& variant, Language in) { return title_in(variant, in); }
std::string title_of(const Experiment& experiment, Language in) { return title_in(experiment, in); }

Unit unit_of(const OutcomeInfo& info, Language in) {
  if (info.is_share()) return {100, in.say("points"), in.say(" %")};
  if (info.type == UnitType::money)
    return {1e-3, info.is_a_ward ? in.say("million Rp a ward") : in.say("million Rp"), ""};
  return {1, in.is_indonesian() ? unit_in_indonesian(info.unit) : info.unit, ""};
}

namespace {

// Never past the estimate itself; what isn't a number stays so.
void cut(double& from, double& to, double estimate, double low, double high) {
  if (from < low) from = std::min(low, estimate);
  if (to > high) to = std::max(high, estimate);
}

Interval cut(Interval interval, double estimate, const Interval& within) {
  cut(interval.low, interval.high, estimate, within.low, within.high);
  return interval;
}

PairedDifference cut(PairedDifference d, const Interval& within) {
  cut(d.low, d.high, d.difference, within.low, within.high);
  for (Interval* one : {&d.monte_carlo, &d.parameters, &d.luck, &d.ward})
    *one = cut(*one, d.difference, within);
  return d;
}

constexpr double without_end = std::numeric_limits<double>::infinity();

// What the difference of two figures of an outcome can be, or of `steps` such differences.
Interval possible(const OutcomeInfo& info, int steps) {
  if (info.is_difference) return {-without_end, without_end};
  if (info.type == UnitType::correlation) return {-2.0 * steps, 2.0 * steps};
  if (info.is_share()) return {-1.0 * steps, 1.0 * steps};
  return {-without_end, without_end};
}

}  // namespace

PairedDifference mean_within(PairedDifference mean, const OutcomeInfo& info) {
  if (info.is_difference) return mean;
  if (info.type == UnitType::correlation) return cut(mean, {-1, 1});
  return cut(mean, {0, info.is_share() ? 1 : without_end});
}

PairedDifference difference_within(PairedDifference difference, const OutcomeInfo& info,
                                   int steps) {
  return cut(difference, possible(info, steps));
}

Interval difference_within(Interval interval, double difference, const OutcomeInfo& info,
                           int steps) {
  return cut(interval, difference, possible(info, steps));
}

nlohmann::json json_number(double x) {
  return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json(nullptr);
}

}  // namespace swadaya
