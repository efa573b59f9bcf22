#include "sim/designs/same_money.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/base/paired.hpp"

namespace swadaya {

ForTheSame for_the_same(double money, std::span<const double> baseline,
                        std::span<const double> variant, std::span<const double> baseline_cost,
                        std::span<const double> variant_cost,
                        std::span<const std::uint32_t> draws) {
  std::vector<double> before, effects, costs;
  std::vector<std::uint32_t> drawn;
  for (std::size_t i = 0; i < baseline.size(); ++i) {
    const double effect = variant[i] - baseline[i], cost = variant_cost[i] - baseline_cost[i];
    if (std::isfinite(effect) && std::isfinite(cost)) {
      before.push_back(baseline[i]), effects.push_back(effect), costs.push_back(cost);
      if (!draws.empty()) drawn.push_back(draws[i]);
    }
  }
  ForTheSame result;
  result.effect = paired_difference(baseline, variant, draws);
  if (effects.empty()) return result;
  const double cost = summary_of(costs).mean, effect = summary_of(effects).mean;
  result.extra_cost = cost;
  result.reach = cost > money ? money / cost : 1;
  if (result.reach == 1) return result;
  // What each world adds to the ratio beyond its mean, put upon the baseline.
  for (std::size_t i = 0; i < effects.size(); ++i)
    effects[i] = before[i] + result.reach * (effects[i] - effect * (costs[i] - cost) / cost);
  result.effect = paired_difference(before, effects, drawn);
  return result;
}

}  // namespace swadaya
