// The samples that a search ends with.
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>

#include "sim/designs/abc.hpp"

namespace swadaya {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// 21 particles whose parameter is 3 + slope x deviation, to the last digit; deviations -1 to 1.
AbcResult on_a_line(double slope) {
  AbcResult result;
  for (int i = 0; i <= 10; ++i)
    for (const int sign : {1, -1}) {
      if (i == 0 && sign < 0) continue;
      const double deviation = sign * i / 10.0;
      AbcPoint point;
      point.at = {3 + slope * deviation};
      point.weight = 1 + i;
      point.cluster = result.points.size();
      result.kept.push_back({result.points.size(), {deviation}, i / 10.0});
      result.points.push_back(point);
    }
  return result;
}

}  // namespace

TEST(AbcRegression, MovesEachToWhereTheDeviationIsNone) {
  const std::vector<Prior> priors{{"theta", Shape::normal, 0, 10, {-infinite, infinite}}};
  const AbcResult result = on_a_line(0.7);
  const WeightedSample sample = adjusted_sample(priors, result);
  EXPECT_EQ(sample.points.size(), 19u);  // those at the tolerance itself have no weight
  for (const auto& point : sample.points) EXPECT_NEAR(point[0], 3, 1e-9);
  EXPECT_NEAR(std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0), 1, 1e-12);
  // Epanechnikov's kernel: (1 + 9)(1 - 0.81) of the last against 1 of the first.
  EXPECT_NEAR(sample.weights.back() / sample.weights.front(), 10 * (1 - 0.81), 1e-9);
}

TEST(AbcRegression, LeavesNobodyOutsideOfItsRange) {
  AbcResult result = on_a_line(0.9);
  for (AbcPoint& p : result.points) p.at[0] /= 4;  // 0.525 to 0.975
  for (const Range& range : {Range{0.5, 1}, Range{0.5, infinite}, Range{-infinite, 1}}) {
    const WeightedSample sample = adjusted_sample({{"theta", Shape::uniform, 0, 0, range}}, result);
    for (const auto& point : sample.points) {
      EXPECT_TRUE(point[0] > range.low && point[0] < range.high) << point[0];
      EXPECT_NEAR(point[0], 0.75, 0.15);  // no line any more, but nearer than 0.2
    }
  }
}

// Of a target that no particle meets the smallest deviation there is counts: nobody is put where
// no particle was.
TEST(AbcRegression, GoesNoFurtherThanTheNearestDeviation) {
  AbcResult result = on_a_line(0.7);
  for (Particle& p : result.kept) p.deviations[0] += 5;  // 4 to 6, parameters 2.3 to 3.7
  const std::vector<Prior> priors{{"theta", Shape::normal, 0, 10, {-infinite, infinite}}};
  for (const auto& point : adjusted_sample(priors, result).points)
    EXPECT_NEAR(point[0], 3 - 0.7 * 0.9, 1e-9);  // -1 is at the tolerance and left out
}

TEST(AbcRegression, LeavesASampleAsItIsWhereItIsTooSmallOrNothingVaries) {
  const std::vector<Prior> priors{{"theta", Shape::normal, 0, 10, {-infinite, infinite}}};
  AbcResult few = on_a_line(0.7);
  few.kept.erase(few.kept.begin() + 3, few.kept.end());
  EXPECT_EQ(adjusted_sample(priors, few).points, sample_of(few).points);
  AbcResult same = on_a_line(0.7);
  for (Particle& p : same.kept) p.deviations[0] = 0;
  for (const auto& [i, point] : [&] {
         std::vector<std::pair<std::size_t, std::vector<double>>> all;
         for (const auto& p : adjusted_sample(priors, same).points) all.emplace_back(all.size(), p);
         return all;
       }())
    EXPECT_NEAR(point[0], same.points[same.kept[i].point].at[0], 1e-9);
}

TEST(AbcSample, IsOfTheMeasuredWithWeightsOfSumOne) {
  AbcResult result = on_a_line(1);
  result.kept.back().distance = infinite;
  const WeightedSample sample = sample_of(result);
  ASSERT_EQ(sample.points.size(), 20u);
  EXPECT_EQ(sample.points[1], (std::vector<double>{3.1}));
  EXPECT_NEAR(std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0), 1, 1e-12);
  EXPECT_NEAR(sample.weights[1] / sample.weights[0], 2, 1e-12);
}

}  // namespace swadaya
