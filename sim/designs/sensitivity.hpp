// How much of an outcome each parameter moves, from outcomes at the points of a design.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/statistics.hpp"

namespace swadaya {

struct Index {
  double value, low, high;  // and its 95 % interval, of a bootstrap where nothing else is said
  // What chance within worlds makes of it, along the very steps that it is made from, and the low
  // end of what it is beyond that; not numbers where it isn't known.
  double chance = nothing, low_beyond = nothing;
};

struct SecondOrder {
  std::size_t a, b;  // dimensions, a < b
  Index index;       // what they do together beyond what each does alone
};

struct SobolIndices {
  std::vector<Index> first, total;  // by dimension, shares of the variance
  std::vector<SecondOrder> second;  // of every two; empty where the design has no points for them
  double mean, variance;            // of the outcome, over A and B
};

// From outcomes at `saltelli_points(n, k, ...)`, in their order: first-order indices by Saltelli et
// al. (2010), total ones by Jansen (1999), and, where there are n (2 k + 2) outcomes, second-order
// ones by Saltelli (2002), each index then from both exchanges (his double estimates). By point the
// replicates' values, in the same worlds: indices are of their means. Points whose outcome isn't a
// number are left out with their row; no index is a number where the outcome doesn't vary.
// `resamples` of the n rows give the intervals. Chance is what the same estimator makes of what the
// worlds differ by: their covariances along a row's steps, as those of means.
SobolIndices sobol_indices(const std::vector<std::vector<double>>& outcomes, std::size_t n,
                           std::size_t dimensions, std::uint64_t seed,
                           std::size_t resamples = 1000);

struct MorrisEffects {       // by dimension, in units of the outcome over the whole range of the
                             // parameter
  std::vector<double> mean;  // mu
  std::vector<double> mean_size;     // mu*, of absolute effects
  std::vector<Index> size_interval;  // mu* again, with its 95 % interval of Student's t over walks
  std::vector<double> sd;            // sigma; not a number with one walk
  std::vector<double> chance;        // mu* that chance within worlds alone would make
};

// From outcomes at `morris_walks`, in their order: by point the replicates' values, in the same
// worlds. Effects are of their means; chance is what the standard errors of the paired differences
// would make of an effect that isn't there, sqrt(2 / pi) of their root mean square over the steps.
MorrisEffects morris_effects(const std::vector<std::vector<double>>& walks,
                             const std::vector<std::vector<double>>& outcomes,
                             std::size_t dimensions);

}  // namespace swadaya
