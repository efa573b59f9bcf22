#include "sim/designs/lever_prices.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/base/error.hpp"

namespace swadaya {

namespace {

std::vector<double> settings_of(const Lever& lever) {
  if (lever.is_range()) return {lever.low, lever.high};
  std::vector<double> all;
  for (std::size_t o = 0; o < lever.options.size(); ++o) all.push_back(static_cast<double>(o));
  return all;
}

// The option that the baseline has; the first where it has none of them.
double option_of(const Lever& lever, const Values& baseline) {
  for (std::size_t o = 0; o < lever.options.size(); ++o) {
    const Values& set = lever.options[o].set;
    if (std::all_of(set.begin(), set.end(),
                    [&](const auto& one) { return baseline.at(one.first) == one.second; }))
      return static_cast<double>(o);
  }
  return 0;
}

}  // namespace

std::vector<Mix> each_alone(const std::vector<Lever>& levers, const Values& baseline) {
  Mix as_it_was;
  for (const Lever& lever : levers)
    as_it_was.push_back(lever.is_range() ? lever.baseline : option_of(lever, baseline));
  std::vector<Mix> all;
  for (std::size_t l = 0; l < levers.size(); ++l)
    for (const double setting : settings_of(levers[l])) {
      all.push_back(as_it_was);
      all.back()[l] = setting;
    }
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
