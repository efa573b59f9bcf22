#include "sim/designs/same_money.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/base/paired.hpp"

namespace swadaya {

ForTheSame for_the_same(double money, std::span<const double> baseline,
                        std::span<const double> variant, std::span<const double> baseline_cost,
                        std::span<const double> variant_cost, std::span<const std::uint32_t> draws,
                        const Controls& controls) {
  std::vector<double> effects, costs;  // not numbers in worlds that lack either
  for (std::size_t i = 0; i < baseline.size(); ++i) {
    const double effect = variant[i] - baseline[i], cost = variant_cost[i] - baseline_cost[i];
    const bool has_both = std::isfinite(effect) && std::isfinite(cost);
    effects.push_back(has_both ? effect : nothing), costs.push_back(has_both ? cost : nothing);
  }
  ForTheSame result;
  result.effect = paired_difference(baseline, variant, draws, controls);
  const Summary of_costs = summary_of(costs);
  if (of_costs.n == 0) return result;
  const double cost = of_costs.mean, effect = summary_of(effects).mean;
  result.extra_cost = cost;
  result.reach = cost > money ? money / cost : 1;
  if (result.reach == 1) return result;
  // What each world adds to the ratio beyond its mean, put upon the baseline.
  for (std::size_t i = 0; i < effects.size(); ++i)
    effects[i] = baseline[i] + result.reach * (effects[i] - effect * (costs[i] - cost) / cost);
  result.effect = paired_difference(baseline, effects, draws, controls);
  return result;
}

}  // namespace swadaya
