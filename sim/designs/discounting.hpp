// Costs, and effects that add up over the months, at what they are worth at the start.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/results/results.hpp"

namespace swadaya {

// What a rupiah or a household of this month is worth at the start.
double discount_factor(double rate_a_year, int month);

// Of a series of sums since the start, one entry a month from month 0: the same up to its last
// month, each month's addition discounted from it (Drummond et al. 2015, section 4.5).
double discounted_sum(std::span<const double> sums, double rate_a_year);

// Counted from the start on, so that what each month adds has its month: costs, money lent,
// households served. Others are states at a month, and stand as they are.
bool adds_up(std::size_t outcome);

// Of one variant: by month asked for, by outcome asked for, one value a complete replicate. Reads
// no more months at a time than have room.
using DiscountedSums = std::vector<std::vector<std::vector<double>>>;
DiscountedSums discounted_sums(const Results& results, std::size_t variant,
                               const std::vector<int>& months,
                               const std::vector<std::size_t>& outcomes, double rate_a_year);

}  // namespace swadaya
