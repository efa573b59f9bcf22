#include "sim/base/unpaired.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace swadaya {

// Welch's test of c(5, 7, 4, 9, 6) against c(1, 3, 2, 8): t = 1.5197, df = 4.7822, and the interval
// [-1.9304, 7.3304].
TEST(Unpaired, IsWelchsIntervalOfTwoMeans) {
  const std::vector<double> x{1, 3, 2, 8}, y{5, 7, 4, 9, 6};
  const PairedDifference d = unpaired_difference({x}, {y});
  EXPECT_FALSE(d.is_paired);
  EXPECT_EQ(d.n, 4u);
  EXPECT_DOUBLE_EQ(d.baseline_mean, 3.5);
  EXPECT_DOUBLE_EQ(d.variant_mean, 6.2);
  EXPECT_DOUBLE_EQ(d.difference, 2.7);
  const double va = 29.0 / 3 / 4, vb = 3.7 / 5, error = std::sqrt(va + vb);
  EXPECT_NEAR(d.standard_error, error, 1e-12);
  const double degrees = (va + vb) * (va + vb) / (va * va / 3 + vb * vb / 4);
  const double half = students_t(0.975, degrees) * error;
  EXPECT_NEAR(d.low, 2.7 - half, 1e-12);
  EXPECT_NEAR(d.high, 2.7 + half, 1e-12);
  EXPECT_NEAR(d.low, -1.9304, 1e-4);
  EXPECT_NEAR(d.high, 7.3304, 1e-4);
  EXPECT_FALSE(d.is_over_parameters());
  EXPECT_FALSE(d.can_be_told_from_zero());
  // A world of the one against any of the other.
  EXPECT_LE(d.luck.low, -2);
  EXPECT_GE(d.luck.high, 7);
}

// The order of worlds says nothing, and what isn't a number is left out of its own side alone.
TEST(Unpaired, KnowsNoPairs) {
  const std::vector<double> a{1, 2, std::nan(""), 4, 6}, b{9, 5, 7, 8}, c{7, 9, 8, 5};
  const PairedDifference one = unpaired_difference({a}, {b}), other = unpaired_difference({a}, {c});
  EXPECT_DOUBLE_EQ(one.low, other.low);
  EXPECT_DOUBLE_EQ(one.high, other.high);
  EXPECT_DOUBLE_EQ(one.luck.low, other.luck.low);
  EXPECT_EQ(one.n, 4u);
  const std::vector<double> lone{1};
  EXPECT_TRUE(std::isnan(unpaired_difference({lone}, {b}).low));
  EXPECT_DOUBLE_EQ(unpaired_difference({lone}, {b}).difference, 6.25);
}

// Agresti & Caffo 2000: of 2 in 10 and 7 in 10, (8 / 12 - 3 / 12) -+ 1.96 sqrt(.25 .75 / 12 + ...).
TEST(Unpaired, CountsOneMoreOfEachKindWhereOutcomesAreYesOrNo) {
  std::vector<double> a(10, 0.0), b(10, 1.0);
  a[0] = a[1] = 1, b[0] = b[1] = b[2] = 0;
  const PairedDifference d = unpaired_difference({a}, {b});
  const double half = 1.959963984540054 * std::sqrt(0.25 * 0.75 / 12 + (2.0 / 3) * (1.0 / 3) / 12);
  EXPECT_NEAR(d.monte_carlo.low, 5.0 / 12 - half, 1e-12);
  EXPECT_NEAR(d.monte_carlo.high, 5.0 / 12 + half, 1e-12);
  EXPECT_DOUBLE_EQ(d.difference, 0.5);
}

// In 19 of 20 experiments the truth lies within, which it wouldn't of pairs that are none.
TEST(Unpaired, HoldsTheTruthAsOftenAsItSays) {
  std::mt19937 dice{5};
  std::normal_distribution<double> x{0, 1}, y{0.5, 3};
  int inside = 0;
  constexpr int times = 2000;
  for (int i = 0; i < times; ++i) {
    std::vector<double> a(12), b(30);
    for (double& v : a) v = x(dice);
    for (double& v : b) v = y(dice);
    inside += unpaired_difference({a}, {b}).monte_carlo.has(0.5) ? 1 : 0;
  }
  EXPECT_NEAR(inside / double{times}, 0.95, 0.015);
}

// Draws of their own: what isn't known of either adds up. The same draws: it cancels.
TEST(Unpaired, SaysWhatDrawsLeaveOpen) {
  std::mt19937 dice{7};
  std::normal_distribution<double> chance{0, 0.1}, unknown{0, 1};
  std::vector<double> a, b, c;
  std::vector<std::uint32_t> draws;
  for (std::uint32_t d = 0; d < 40; ++d) {
    const double common = unknown(dice), own = unknown(dice);
    for (int w = 0; w < 2; ++w) {
      draws.push_back(d);
      a.push_back(common + chance(dice));
      b.push_back(common + 1 + chance(dice));
      c.push_back(own + 1 + chance(dice));
    }
  }
  const PairedDifference same = unpaired_of_draws(a, b, draws),
                         other = unpaired_difference({a, draws}, {c, draws});
  EXPECT_FALSE(same.is_paired);
  ASSERT_TRUE(same.is_over_parameters() && other.is_over_parameters());
  EXPECT_LT(same.high - same.low, 0.5);
  EXPECT_NEAR(other.high - other.low, 2 * 1.645 * std::sqrt(2.0), 1.2);
  EXPECT_TRUE(same.can_be_told_from_zero());
  // One side that took none.
  const PairedDifference known = unpaired_difference({b}, {c, draws});
  EXPECT_TRUE(known.is_over_parameters());
  EXPECT_LT(known.high - known.low, other.high - other.low);
}

}  // namespace swadaya
