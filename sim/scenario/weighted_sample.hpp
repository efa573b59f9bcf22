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
  std::vector<std::size_t> clusters{};  // by point: those of one share chance; none: none do

  std::vector<double> values(std::size_t dimension) const;
  // How many independent points of equal weight say as much, were no chance shared (Kish).
  double effective_size() const;
  // The same with what points of a cluster share: a mean's variance by sums over clusters, against
  // that of independent points; the mean of what that is of each dimension.
  double independent_draws() const;
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
