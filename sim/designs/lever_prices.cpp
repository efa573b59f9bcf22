#include "sim/designs/lever_prices.hpp"

#include <cmath>
#include <fmt/format.h>

#include "sim/base/error.hpp"

namespace swadaya {

std::vector<double> settings_of(const Lever& lever) {
  if (lever.is_range()) return {lever.low, lever.high};
  std::vector<double> all;
  for (std::size_t o = 0; o < lever.options.size(); ++o) all.push_back(static_cast<double>(o));
  return all;
}

std::vector<Lever> priced(std::vector<Lever> levers, const std::vector<double>& costs) {
  std::size_t at = 0;
  const auto next = [&] {
    const double cost = costs[at++];
    return std::isfinite(cost) ? cost : 0;
  };
  for (Lever& lever : levers)
    if (lever.is_range()) {
      const double low = next(), high = next();
      lever.unit_cost = (high - low) / (lever.high - lever.low);
    } else {
      for (LeverOption& option : lever.options) option.cost = next();
    }
  return levers;
}

void check_budgets(const LeverSpace& space, const std::vector<double>& budgets) {
  const double least = space.spending(space.cheapest());
  for (const double budget : budgets)
    if (budget < least)
      throw BadInput{Problem{
          "", 0, 0, "optimisation.budget", fmt::format("{}", budget),
          fmt::format("can't be held: the cheapest mix costs {:.0f} kRp, as simulated", least),
          "a higher budget, or levers that save"}};
}

}  // namespace swadaya
