// Weighted samples of a distribution, and what they say of it.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/points.hpp"

namespace swadaya {

// A weighted sample; weights add up to 1.
struct WeightedSample {
  Points points;
  std::vector<double> weights;

  std::vector<double> values(std::size_t dimension) const;
  double effective_size() const;
};

// `count` points of it by their weight, evenly: of a longer list the first ones are the same.
std::vector<std::size_t> draws_of(const WeightedSample& sample, std::size_t count,
                                  std::uint64_t seed);

double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights);
double weighted_sd(const std::vector<double>& values, const std::vector<double>& weights);
// The smallest value below or at which at least the share q of the weight lies.
double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights,
                         double q);
double weighted_correlation(const std::vector<double>& x, const std::vector<double>& y,
                            const std::vector<double>& weights);

}  // namespace swadaya
