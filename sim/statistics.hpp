// Summaries over replicates, in the order of the replicates; what is not a number is left out.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace swadaya {

struct Summary {
  std::size_t n = 0;  // finite values
  double mean, sd;    // sd with n - 1
  double q05, q25, q50, q75, q95;  // linear between order statistics (type 7 of Hyndman & Fan 1996)
};
Summary summary_of(std::span<const double> values);

// Of b - a, pair by pair.
struct PairedDifference {
  std::size_t n = 0;
  double baseline_mean, variant_mean, difference, standard_error;
  double low, high;  // 95 % interval of Student's t
  // The interval leaves zero out.
  bool can_be_told_from_zero() const { return low > 0 || high < 0; }
};
PairedDifference paired_difference(std::span<const double> baseline, std::span<const double> variant);

}  // namespace swadaya
