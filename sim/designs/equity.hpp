// Who gains, over the groups by consumption: poor, near-poor and other households.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "sim/results/results.hpp"

namespace swadaya {

// The level that, if everybody had it, would be as good as these, which groups of these sizes have
// (sizes needn't add up to 1), to somebody averse to inequality by `epsilon` (Atkinson 1970): the
// power mean of order 1 - epsilon, at 1 the geometric one. 0 from epsilon 1 on where a group has
// none. Not a number of levels below 0 or without size.
double equally_distributed_equivalent(std::span<const double> levels, std::span<const double> sizes,
                                      double epsilon);
// Atkinson's index: the share of the mean that inequality costs, 1 - equivalent over mean.
double atkinson_index(std::span<const double> levels, std::span<const double> sizes,
                      double epsilon);
// What one more for a household of each group adds to the equivalent, over what it adds for one of
// the first: weights that this aversion stands for, small changes about these levels.
std::vector<double> implied_weights(std::span<const double> levels, double epsilon);

using ByConsumption = std::array<double, 3>;  // of poor, near-poor and other households

// Shares of households: those with which the groups' shares of `rates` make up that of all, by
// least squares over worlds and rates. A row: of all, of poor, near-poor and others. Not numbers
// where the rates of groups don't differ enough to tell.
ByConsumption group_sizes(const std::vector<std::array<double, 4>>& rates);

struct Equity {
  ByConsumption sizes;          // shares of households
  ByConsumption participation;  // shares of each group's households, means over worlds
  double mean, atkinson, equivalent;
  ByConsumption served;    // households a ward that ever had a loan, means over worlds
  double weighted_served;  // with the experiment's weights
};
// By variant, at one month. Groups have the same sizes in all variants of the baseline's worlds;
// those of a variant in other wards are its own.
std::vector<Equity> equity_of(const Results& results, int month, const Accounting& accounting);

}  // namespace swadaya
