#include "sim/designs/smoothing.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/world/dice.hpp"

namespace swadaya {

namespace {

struct Points {
  std::vector<double> x, y;
};

template <class Curve>
Points cloud(std::size_t n, double noise, std::uint32_t seed, Curve curve) {
  const Dice dice{seed, 0};
  Points points;
  for (std::uint32_t i = 0; i < n; ++i) {
    points.x.push_back(dice.uniform({decision_key("x")}, i));
    points.y.push_back(curve(points.x.back()) + noise * dice.normal({decision_key("y")}, i));
  }
  return points;
}

double bend(double x) { return std::sin(6 * x); }

}  // namespace

TEST(Smoothing, AStraightLineStaysOneToItsEnds) {
  const Points p = cloud(60, 0, 1, [](double x) { return 2 - 3 * x; });
  const SmoothCurve curve = smooth_curve(p.x, p.y);
  ASSERT_EQ(curve.x.size(), 41u);
  for (std::size_t i = 0; i < curve.x.size(); ++i)
    EXPECT_NEAR(curve.mean[i], 2 - 3 * curve.x[i], 1e-9);
}

TEST(Smoothing, FollowsABendAndCoversItNineteenTimesInTwenty) {
  double covered = 0, places = 0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Points p = cloud(200, 0.3, seed, bend);
    const SmoothCurve curve = smooth_curve(p.x, p.y);
    EXPECT_LT(curve.bandwidth, 0.25);
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      EXPECT_NEAR(curve.mean[i], bend(curve.x[i]), 0.5);
      covered += curve.low[i] < bend(curve.x[i]) && bend(curve.x[i]) < curve.high[i];
      ++places;
    }
  }
  EXPECT_GT(covered / places, 0.92);
  EXPECT_LT(covered / places, 0.98);
}

TEST(Smoothing, TheMorePointsTheNarrowerTheBand) {
  const auto width = [](std::size_t n) {
    const Points p = cloud(n, 0.3, 7, bend);
    const SmoothCurve curve = smooth_curve(p.x, p.y);
    return curve.high[20] - curve.low[20];
  };
  EXPECT_LT(width(1600), 0.6 * width(100));
}

TEST(Smoothing, LeavesOutWhatIsNoNumberAndSaysNothingOfTooFew) {
  Points p = cloud(30, 0.1, 3, bend);
  p.y[4] = NAN;
  EXPECT_EQ(smooth_curve(p.x, p.y).x.size(), 41u);
  p.x.resize(19), p.y.resize(19);
  EXPECT_TRUE(smooth_curve(p.x, p.y).x.empty());
  EXPECT_TRUE(smooth_curve(std::vector<double>(40, 1.0), std::vector<double>(40, 2.0)).x.empty());
}

}  // namespace swadaya
