// Calibration against known posteriors: normal with normal prior (K32), distributions cut off at a
// range, and what can't be known.
#include "sim/designs/abc.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

#include "sim/base/statistics.hpp"

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
  EXPECT_EQ(result.from_prior, 2000u);
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

// N(seen, 1.5) cut off at 0 and 10: the value that the share q lies below.
double exact_quantile(double seen, double q) {
  const auto normal = [&](double x) { return 0.5 * std::erfc((seen - x) / 1.5 / std::sqrt(2.0)); };
  double low = 0, high = 10;
  for (int i = 0; i < 50; ++i) {
    const double x = (low + high) / 2;
    (normal(x) - normal(0) < q * (normal(10) - normal(0)) ? low : high) = x;
  }
  return low;
}

struct Held {
  int truths = 0, of_exact = 0;
  double width = 0, exact_width = 0;
};

// A ward is seen that differs from what is expected of it by 1.5; twenty are simulated at a point.
Held held_by_intervals(bool takes_mean) {
  const std::vector<Prior> priors{uniform("x", 0, 10)};
  constexpr int worlds = 20;
  Held held;
  for (unsigned t = 0; t < 100; ++t) {
    std::mt19937_64 random{3000 + t};
    std::normal_distribution<double> luck{0, 1.5};
    const double truth = std::uniform_real_distribution<double>{0, 10}(random);
    const double seen = truth + luck(random);
    const AbcSettings settings{.particles = 100, .runs = 600, .seed = t};
    const AbcResult result =
        abc_smc(priors, {{seen, seen}}, settings, [&](std::size_t, const Points& points) {
          std::vector<std::vector<double>> rows;
          for (const auto& point : points) {
            double sum = 0;
            for (int i = 0; i < worlds; ++i) {
              rows.push_back({point[0] + luck(random)});
              sum += rows.back()[0];
            }
            if (takes_mean) rows.resize(rows.size() - worlds), rows.push_back({sum / worlds});
          }
          return rows;
        });
    const ClusteredSample sample = adjusted_sample(priors, result);
    const auto x = sample.values(0);
    const double low = weighted_quantile(x, sample.weights, 0.05),
                 high = weighted_quantile(x, sample.weights, 0.95);
    const double exact_low = exact_quantile(seen, 0.05), exact_high = exact_quantile(seen, 0.95);
    held.truths += low <= truth && truth <= high;
    held.of_exact += exact_low <= truth && truth <= exact_high;
    held.width += high - low, held.exact_width += exact_high - exact_low;
  }
  return held;
}

// Each world is an observation: intervals hold what those of the posterior in closed form hold. The
// mean of all is none, and its intervals held three truths in ten.
TEST(Abc, IntervalsHoldTruthsWhereOneWardIsSeen) {
  const Held each = held_by_intervals(false), mean = held_by_intervals(true);
  EXPECT_NEAR(each.truths, each.of_exact, 8);
  EXPECT_NEAR(each.width, each.exact_width, 0.06 * each.exact_width);
  EXPECT_LT(mean.truths, 50);
}

// Against what means of the posterior differ by from search to search.
TEST(Abc, DrawsThatShareChanceCountAsWhatTheyAreWorth) {
  const std::vector<Prior> priors{uniform("x", 0, 10)};
  std::vector<double> means;
  double variance = 0, independent = 0, unshared = 0;
  constexpr unsigned searches = 100;
  for (unsigned t = 0; t < searches; ++t) {
    std::mt19937_64 random{t};
    std::normal_distribution<double> n;
    const AbcSettings settings{.particles = 150, .runs = 900, .seed = t, .sharing = 16};
    const AbcResult result =
        abc_smc(priors, {{5, 5}}, settings, [&](std::size_t, const Points& points) {
          std::vector<std::vector<double>> rows;
          double luck = 0;
          for (std::size_t p = 0; p < points.size(); ++p) {
            if (p % 16 == 0) luck = n(random);
            rows.push_back({points[p][0] + luck});
          }
          return rows;
        });
    const ClusteredSample sample = adjusted_sample(priors, result);
    means.push_back(weighted_mean(sample.values(0), sample.weights));
    variance += std::pow(weighted_sd(sample.values(0), sample.weights), 2) / searches;
    independent += sample.independent_draws() / searches;
    unshared += sample.effective_size() / searches;
  }
  const double worth = variance / std::pow(summary_of(means).sd, 2);
  EXPECT_GT(unshared, 1.4 * worth);
  EXPECT_LT(independent, 1.35 * worth);
  EXPECT_GT(independent, 0.7 * worth);
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
