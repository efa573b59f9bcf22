#include "sim/scenario/weighted_sample.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace swadaya {

TEST(WeightedSample, HasTheMomentsOfRepeatedValues) {
  // Weights 1, 2, 1: as the values 1, 3, 3, 7.
  const std::vector<double> x{1, 3, 7}, y{2, 2, 10}, weights{0.25, 0.5, 0.25};
  EXPECT_DOUBLE_EQ(weighted_mean(x, weights), 3.5);
  EXPECT_DOUBLE_EQ(weighted_sd(x, weights), std::sqrt((6.25 + 0.25 + 0.25 + 12.25) / 4));
  EXPECT_EQ(weighted_mean(x, {1, 2, 1}), weighted_mean(x, weights));  // whatever they add up to
  // Of (1, 2), (3, 2), (3, 2), (7, 10): covariance 7, sds sqrt(4.75) and sqrt(12).
  EXPECT_NEAR(weighted_correlation(x, y, weights), 7 / std::sqrt(4.75 * 12), 1e-12);
  EXPECT_NEAR(weighted_correlation(x, {-1, -3, -7}, weights), -1, 1e-12);
  EXPECT_TRUE(std::isnan(weighted_correlation(x, {5, 5, 5}, weights)));
}

TEST(WeightedSample, QuantilesAreTheSmallestThatHoldTheShare) {
  const std::vector<double> x{7, 1, 3}, weights{0.25, 0.25, 0.5};
  EXPECT_EQ(weighted_quantile(x, weights, 0), 1);
  EXPECT_EQ(weighted_quantile(x, weights, 0.25), 1);
  EXPECT_EQ(weighted_quantile(x, weights, 0.26), 3);
  EXPECT_EQ(weighted_quantile(x, weights, 0.75), 3);
  EXPECT_EQ(weighted_quantile(x, weights, 0.76), 7);
  EXPECT_EQ(weighted_quantile(x, weights, 1), 7);
  EXPECT_TRUE(std::isnan(weighted_quantile({}, {}, 0.5)));
}

TEST(WeightedSample, IsWorthAsManyAsItsWeightsSay) {
  EXPECT_DOUBLE_EQ((WeightedSample{Points(4), {0.25, 0.25, 0.25, 0.25}}.effective_size()), 4);
  EXPECT_DOUBLE_EQ((WeightedSample{Points(3), {1, 0, 0}}.effective_size()), 1);
  const WeightedSample sample{{{1, 10}, {2, 20}}, {0.5, 0.5}};
  EXPECT_EQ(sample.values(1), (std::vector<double>{10, 20}));
}

TEST(WeightedSample, IsDrawnByItsWeightEvenly) {
  const WeightedSample sample{Points(3, {0}), {0.5, 0, 0.5}};
  const auto draws = draws_of(sample, 256, 9);
  EXPECT_EQ(std::count(draws.begin(), draws.end(), std::size_t{0}), 128);  // not by chance
  EXPECT_EQ(std::count(draws.begin(), draws.end(), std::size_t{1}), 0);
  const auto fewer = draws_of(sample, 100, 9);
  EXPECT_TRUE(std::equal(fewer.begin(), fewer.end(), draws.begin()));
  const WeightedSample many{Points(16, {0}), std::vector<double>(16, 1 / 16.0)};
  EXPECT_NE(draws_of(many, 16, 9), draws_of(many, 16, 10));
}

}  // namespace swadaya
