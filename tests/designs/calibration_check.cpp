// The check passes where posteriors are right, and finds out where they aren't.
#include "sim/designs/calibration_check.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace swadaya {

namespace {

Prior uniform(const char* key, double low, double high) {
  return {key, Shape::uniform, 0, 0, {low, high}};
}

const std::vector<Prior> priors{uniform("x", 0, 10), uniform("y", 0, 1)};

// A value, a band and a band with one end, observed in one ward of four simulated ones, which
// sixteen points share.
AbcResult searched(const AbcSettings& settings) {
  std::mt19937_64 random{settings.seed};
  std::normal_distribution<double> n;
  return abc_smc(
      priors, {{6, 6}, {0.4, 0.7}, {0.5, unbounded}}, settings,
      [&](std::size_t, const Points& points) {
        std::vector<std::vector<double>> rows;
        std::vector<double> a(4), b(4);
        for (std::size_t p = 0; p < points.size(); ++p) {
          for (std::size_t i = 0; i < 4; ++i) {
            if (p % 16 == 0) a[i] = 1.5 * n(random), b[i] = 0.15 * n(random);
            rows.push_back({points[p][0] + a[i], points[p][1] + b[i], points[p][1] + b[i]});
          }
        }
        return rows;
      });
}

}  // namespace

TEST(CalibrationCheck, PassesWherePosteriorsAreRight) {
  const AbcSettings settings{
      .particles = 150, .runs = 1500, .seed = 4, .sharing = 16, .weighs_all = true};
  const CalibrationCheck check = calibration_check(priors, searched(settings), settings, 100);
  EXPECT_GE(check.truths(), 60u);
  EXPECT_TRUE(check.is_passed()) << check.p();
  for (const ParameterCheck& parameter : check.parameters) {
    EXPECT_GT(parameter.coverage.high, 0.85) << parameter.key;
    EXPECT_LT(parameter.coverage.low, 0.9);
    std::size_t counted = 0;
    for (const std::size_t count : parameter.counts(10)) counted += count;
    EXPECT_EQ(counted, check.truths());
  }
}

// What the search was told of the error isn't what the observations have: intervals are too narrow.
TEST(CalibrationCheck, FindsIntervalsThatAreTooNarrow) {
  const AbcSettings settings{
      .particles = 150, .runs = 1500, .seed = 4, .sharing = 16, .weighs_all = true};
  AbcResult result = searched(settings);
  // The table says that points are seen nearly as they are; the first four of a cluster, one
  // observation of each, are truths.
  std::map<std::size_t, std::size_t> of_cluster;
  for (AbcPoint& point : result.points) {
    const std::size_t place = of_cluster[point.cluster]++;
    for (std::size_t i = 0; i < 4; ++i)
      if (i != place) point.seen[3 * i] = point.at[0] + 0.1 * (point.seen[3 * i] - point.at[0]);
  }
  const CalibrationCheck check = calibration_check(priors, result, settings, 100);
  EXPECT_FALSE(check.is_passed()) << check.p();
  EXPECT_LT(check.parameters[0].coverage.high, 0.9);
}

// A tolerance that lets nearly everything in, of what a straight line doesn't fit.
TEST(CalibrationCheck, FindsATruthThatIsLostInAWideTolerance) {
  std::mt19937_64 random{9};
  std::normal_distribution<double> n;
  const std::vector<Prior> one{uniform("x", 0, 1)};
  const AbcSettings settings{.particles = 600, .runs = 700, .seed = 4, .weighs_all = true};
  const AbcResult result = abc_smc(one, {{0, 0}}, settings, [&](std::size_t, const Points& points) {
    std::vector<std::vector<double>> rows;
    for (const auto& p : points) rows.push_back({std::sin(12 * p[0]) + 0.02 * n(random)});
    return rows;
  });
  EXPECT_FALSE(calibration_check(one, result, settings, 100).is_passed());
}

TEST(CalibrationCheck, SaysThatPointsAreTooFew) {
  const AbcSettings settings{.particles = 10, .runs = 20, .seed = 4, .weighs_all = true};
  const CalibrationCheck check = calibration_check(priors, searched(settings), settings, 100);
  EXPECT_EQ(check.truths(), 0u);
  EXPECT_FALSE(check.is_passed());
}

}  // namespace swadaya
