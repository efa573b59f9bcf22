// Choosing between packages by what they do and what they cost where neither is known for certain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/nested.hpp"
#include "sim/designs/frontier.hpp"

namespace swadaya {

// Effects, in the good direction, and costs of all options in cases that are equally likely: the
// worlds of an experiment, what its means might have come to, or what parameters may be.
struct Cases {
  std::vector<std::vector<double>> effects, costs;  // by option, one entry a case

  std::size_t options() const { return effects.size(); }
  std::size_t size() const { return effects.empty() ? 0 : effects[0].size(); }
  // What a case is worth at a price for one unit of effect.
  double net_benefit(std::size_t option, std::size_t at, double price) const {
    return price * effects[option][at] - costs[option][at];
  }
};

// How means of further experiments like this one would lie about its own: worlds are drawn again
// with all of their `group`, as many groups as there are (Efron 1979; one entry a world). Empty of
// fewer than two groups. `which`: of several sets of such means that have nothing in common.
Cases resampled_means(const Cases& worlds, std::span<const std::uint32_t> groups,
                      std::size_t times = 1000, std::uint32_t which = 0);

// By option. Where there are no cases, not numbers.
std::vector<double> mean_net_benefit(const Cases& cases, double price);
// Share of cases in which its net benefit is the highest; equals share a case.
std::vector<double> share_best(const Cases& cases, double price);
// Share of cases in which it is on the frontier.
std::vector<double> share_on_frontier(const Cases& cases);
// Share of cases in which the frontier is that of these options, no more and no less.
double share_with_frontier(const Cases& cases, const std::vector<Option>& options);

// Expected value of perfect information: how much better than the choice that is best on average
// it is to choose in each case what is best in it.
double value_of_knowing(const Cases& cases, double price);

// The ratio of costs to effects between two options, `ratio` in the mean: the prices between which
// the dearer one is neither surely worth its cost (in more than (1 + share) / 2 of all cases) nor
// surely not. Without bound where no price makes it sure.
Interval ratio_over(const Cases& cases, std::size_t from, std::size_t to, double ratio,
                    double share = 0.9);
// The same by Fieller's theorem (1954) from paired differences of worlds in groups, by Student's t:
// how closely the ratio of the means is known. Without bound where the effect can't be told from 0.
Interval fieller(const Cases& worlds, std::span<const std::uint32_t> groups, std::size_t from,
                 std::size_t to, double share = 0.95);

}  // namespace swadaya
