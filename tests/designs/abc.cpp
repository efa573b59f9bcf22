// Calibration against known posteriors: normal with normal prior (K32), distributions cut off at a
// range, and what can't be known.
#include "sim/designs/abc.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace swadaya {

namespace {

Prior uniform(const char* key, double low, double high) {
  return {key, Shape::uniform, 0, 0, {low, high}};
}

// The mean of n draws of N(theta, 1): one target.
std::vector<std::vector<double>> means_of(std::size_t generation, const Points& points, int n) {
  std::mt19937_64 random{generation + 1};
  std::normal_distribution<double> error{0, 1 / std::sqrt(static_cast<double>(n))};
  std::vector<std::vector<double>> rows;
  for (const auto& point : points) rows.push_back({point[0] + error(random)});
  return rows;
}

}  // namespace

TEST(Abc, FindsTheNormalPosterior) {  // K32: N(10/11, 1/11)
  const std::vector<Prior> priors{{"theta", Shape::normal, 0, 1, {-unbounded, unbounded}}};
  const AbcResult result =
      abc_smc(priors, {{1, 1}}, {1000, 20000, 0.02, 3},
              [](std::size_t g, const Points& points) { return means_of(g, points, 10); });
  EXPECT_LT(result.kept.back().distance, 0.05);
  EXPECT_EQ(result.prior.size(), 2000u);
  for (const WeightedSample& sample : {sample_of(result), adjusted_sample(priors, result)}) {
    const auto theta = sample.values(0);
    EXPECT_NEAR(weighted_mean(theta, sample.weights), 10.0 / 11, 0.04);
    EXPECT_NEAR(weighted_sd(theta, sample.weights), std::sqrt(1.0 / 11), 0.03);
    EXPECT_NEAR(std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0), 1, 1e-9);
    EXPECT_GT(sample.effective_size(), 300);
  }
}

TEST(Abc, TheRegressionMakesUpForAWideTolerance) {
  const std::vector<Prior> priors{{"theta", Shape::normal, 0, 1, {-unbounded, unbounded}}};
  const AbcResult result =
      abc_smc(priors, {{1, 1}}, {1000, 2000, 0.02, 3},
              [](std::size_t g, const Points& points) { return means_of(g, points, 10); });
  ASSERT_EQ(result.generations.size(), 1u);
  const WeightedSample plain = sample_of(result), adjusted = adjusted_sample(priors, result);
  EXPECT_GT(weighted_sd(plain.values(0), plain.weights), 0.45);
  EXPECT_NEAR(weighted_sd(adjusted.values(0), adjusted.weights), std::sqrt(1.0 / 11), 0.03);
  EXPECT_NEAR(weighted_mean(adjusted.values(0), adjusted.weights), 10.0 / 11, 0.04);
}

// The error of an observation counts like the spread of ten draws: N(10/11, 1/11) again.
TEST(Abc, CountsTheErrorOfAnObservation) {
  const std::vector<Prior> priors{{"theta", Shape::normal, 0, 1, {-unbounded, unbounded}}};
  const AbcResult result = abc_smc(priors, {{1, 1, 1, std::sqrt(0.1)}}, {1000, 20000, 0.02, 4},
                                   [](std::size_t, const Points& points) { return points; });
  const WeightedSample sample = adjusted_sample(priors, result);
  EXPECT_NEAR(weighted_mean(sample.values(0), sample.weights), 10.0 / 11, 0.04);
  EXPECT_NEAR(weighted_sd(sample.values(0), sample.weights), std::sqrt(1.0 / 11), 0.03);
}

// Within a band all is equally good: uniform over what leads into it, also at a range's end, where
// the kernel is cut off.
TEST(Abc, IsUniformWhereABandIsMet) {
  const std::vector<Prior> priors{uniform("x", 0, 1), uniform("y", 0, 10)};
  const AbcResult result = abc_smc(priors, {{0, 0.3}, {9, 10}}, {1000, 50000, 0.02, 5},
                                   [](std::size_t, const Points& points) { return points; });
  EXPECT_EQ(result.end, AbcEnd::all_met);
  const WeightedSample sample = adjusted_sample(priors, result);
  const auto x = sample.values(0), y = sample.values(1);
  EXPECT_NEAR(weighted_mean(x, sample.weights), 0.15, 0.015);
  EXPECT_NEAR(weighted_sd(x, sample.weights), 0.3 / std::sqrt(12), 0.01);
  EXPECT_NEAR(weighted_mean(y, sample.weights), 9.5, 0.05);
  EXPECT_NEAR(weighted_quantile(x, sample.weights, 0.95), 0.285, 0.02);
}

TEST(Abc, FindsWhatTwoParametersOnlyShareTogether) {
  const std::vector<Prior> priors{uniform("x", 0, 1), uniform("y", 0, 1), uniform("z", 0, 1)};
  const AbcResult result =
      abc_smc(priors, {{1, 1}}, {500, 15000, 0.02, 6}, [](std::size_t, const Points& points) {
        std::vector<std::vector<double>> rows;
        for (const auto& p : points) rows.push_back({p[0] + p[1]});
        return rows;
      });
  const WeightedSample sample = adjusted_sample(priors, result);
  const auto x = sample.values(0), y = sample.values(1), z = sample.values(2);
  EXPECT_LT(weighted_correlation(x, y, sample.weights), -0.95);
  EXPECT_NEAR(weighted_sd(z, sample.weights), priors[2].sd(), 0.03);  // no data on it
  EXPECT_NEAR(weighted_mean(z, sample.weights), 0.5, 0.05);
}

TEST(Abc, StopsWhenItIsToldTo) {
  const AbcResult result = abc_smc({uniform("x", 0, 1)}, {{0.5, 0.5}}, {100, 5000, 0.02, 1},
                                   [](std::size_t g, const Points& points) {
                                     return g == 2 ? std::vector<std::vector<double>>{} : points;
                                   });
  EXPECT_EQ(result.end, AbcEnd::stopped);
  EXPECT_EQ(result.generations.size(), 2u);
}

TEST(Abc, LeavesOutWhatHasNoValue) {
  const AbcResult result = abc_smc({uniform("x", 0, 1)}, {{0.2, 0.2}}, {100, 3000, 0.02, 1},
                                   [](std::size_t, const Points& points) {
                                     std::vector<std::vector<double>> rows;
                                     for (const auto& p : points)
                                       rows.push_back({p[0] < 0.2 ? std::nan("") : p[0]});
                                     return rows;
                                   });
  for (const auto& point : sample_of(result).points) EXPECT_GE(point[0], 0.2);
}

}  // namespace swadaya
