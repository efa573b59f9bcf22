#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/designs/sensitivity_design.hpp"

namespace swadaya {

std::vector<std::size_t> ranking_of(const Sensitivity& s) {
  std::vector<double> weights = s.morris.mean_size;
  for (const Index& total : s.sobol.total) weights.push_back(total.value);
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::isfinite(weights[a]) && (!std::isfinite(weights[b]) || weights[a] > weights[b]);
  });
  return order;
}

bool may_be_chance(const Index& index) {
  return !((std::isfinite(index.low_beyond) ? index.low_beyond : index.low) > 0);
}

bool may_be_chance(const Sensitivity& s, std::size_t parameter) {
  if (!s.sobol.total.empty())
    return may_be_chance(s.sobol.total[parameter]) && may_be_chance(s.sobol.first[parameter]);
  const double chance = s.morris.chance[parameter];
  return !(s.morris.size_interval[parameter].low >
           std::max(0.0, std::isfinite(chance) ? chance : 0));
}

std::vector<SecondOrder> pairs_of(const Sensitivity& s) {
  std::vector<SecondOrder> pairs = s.sobol.second;
  std::stable_sort(pairs.begin(), pairs.end(), [](const SecondOrder& a, const SecondOrder& b) {
    return std::isfinite(a.index.value) &&
           (!std::isfinite(b.index.value) || a.index.value > b.index.value);
  });
  return pairs;
}

}  // namespace swadaya
