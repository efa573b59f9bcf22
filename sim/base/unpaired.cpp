#include "sim/base/unpaired.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace swadaya {

namespace {

// One side: its mean, how closely it is known, and what lies behind it.
struct Side {
  std::vector<double> values;        // finite ones
  std::vector<double> within;        // what worlds of one draw are like
  std::vector<double> expectations;  // of draws; empty where there are none
  double mean = nothing, squared_error = nothing, degrees = nothing;
  bool has_draws = false;
};

Side side_of(const InWorlds& in) {
  Side side;
  std::vector<std::uint32_t> draws;
  for (std::size_t i = 0; i < in.values.size(); ++i) {
    if (!std::isfinite(in.values[i])) continue;
    side.values.push_back(in.values[i]);
    draws.push_back(in.draws.empty() ? static_cast<std::uint32_t>(i) : in.draws[i]);
  }
  const Nested nested{side.values, draws};
  side.has_draws = !in.draws.empty();
  side.mean = nested.mean();
  if (nested.groups() >= 2) {
    side.squared_error = nested.standard_error() * nested.standard_error();
    side.degrees = nested.degrees();
  }
  if (side.has_draws) side.expectations = nested.expectations();
  side.within = side.has_draws ? nested.within_one_group() : side.values;
  return side;
}

// Each of one side less some of the other, as many as tell the range: all of few, of many ten each.
std::vector<double> differences(const std::vector<double>& a, const std::vector<double>& b) {
  constexpr std::size_t most_each = 10, few = 10'000;
  std::vector<double> all;
  if (a.empty() || b.empty()) return all;
  const std::size_t each = a.size() * b.size() <= few ? b.size() : std::min(most_each, b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t s = 0; s < each; ++s) all.push_back(b[(i + s) % b.size()] - a[i]);
  return all;
}

// Agresti & Caffo 2000, "Simple and effective confidence intervals for proportions and differences
// of proportions result from adding two successes and two failures".
Interval of_proportions(const Side& a, const Side& b) {
  const auto adjusted = [](const Side& side) {
    const double n = static_cast<double>(side.values.size()) + 2;
    const double p = (std::accumulate(side.values.begin(), side.values.end(), 0.0) + 1) / n;
    return std::pair{p, p * (1 - p) / n};
  };
  const auto [p, p_squared] = adjusted(a);
  const auto [q, q_squared] = adjusted(b);
  const double half = normal_975 * std::sqrt(p_squared + q_squared);
  return {std::max(-1.0, q - p - half), std::min(1.0, q - p + half)};
}

Interval monte_carlo_of(const Side& a, const Side& b, double difference, double error) {
  if (!a.has_draws && !b.has_draws && are_yes_or_no(a.values) && are_yes_or_no(b.values) &&
      error > 0)
    return of_proportions(a, b);
  if (!(error > 0)) return {difference, difference};
  const double of_both = a.squared_error + b.squared_error;
  const double degrees = of_both * of_both /
                         (a.squared_error * a.squared_error / a.degrees +
                          b.squared_error * b.squared_error / b.degrees);
  const double half = students_t(0.975, degrees) * error;
  return {difference - half, difference + half};
}

// Of an expectation of each; where one side has no draws, of its mean.
Interval parameters_of(const Side& a, const Side& b) {
  if (!a.has_draws && !b.has_draws) return {};
  const auto of = [](const Side& side) {
    return side.has_draws ? side.expectations : std::vector<double>{side.mean};
  };
  return range_of(differences(of(a), of(b)));
}

}  // namespace

PairedDifference unpaired_difference(const InWorlds& baseline, const InWorlds& variant) {
  const Side a = side_of(baseline), b = side_of(variant);
  PairedDifference p;
  p.is_paired = false;
  p.n = p.unequal = std::min(a.values.size(), b.values.size());
  p.baseline_mean = a.mean, p.variant_mean = b.mean;
  p.difference = b.mean - a.mean;
  if (!std::isfinite(a.squared_error) || !std::isfinite(b.squared_error)) return p;
  p.standard_error = std::sqrt(a.squared_error + b.squared_error);
  p.variance_cut = 1;
  p.monte_carlo = monte_carlo_of(a, b, p.difference, p.standard_error);
  p.parameters = parameters_of(a, b);
  p.luck = range_of(differences(a.within, b.within));
  p.ward = range_of(differences(a.values, b.values), 0.8);
  const Interval& shown = p.is_over_parameters() ? p.parameters : p.monte_carlo;
  p.low = shown.low, p.high = shown.high;
  return p;
}

PairedDifference unpaired_of_draws(std::span<const double> baseline,
                                   std::span<const double> variant,
                                   std::span<const std::uint32_t> draws) {
  PairedDifference p = paired_difference(baseline, variant, draws);
  p.is_paired = false;
  return p;
}

}  // namespace swadaya
