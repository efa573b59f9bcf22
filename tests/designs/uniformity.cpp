#include "sim/designs/uniformity.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace swadaya {

namespace {

std::vector<double> drawn(std::size_t n, unsigned seed, double power) {
  std::mt19937_64 random{seed};
  std::uniform_real_distribution<double> u;
  std::vector<double> all;
  for (std::size_t i = 0; i < n; ++i) all.push_back(std::pow(u(random), power));
  return all;
}

}  // namespace

// As often below a p as that says.
TEST(Evenness, IsEvenItselfOfEvenNumbers) {
  int below_tenth = 0, below_half = 0;
  constexpr int times = 100;
  for (unsigned seed = 0; seed < times; ++seed) {
    const double p = evenness(drawn(60, seed, 1));
    below_tenth += p <= 0.1, below_half += p <= 0.5;
  }
  EXPECT_NEAR(below_tenth, 10, 9);  // 3 sd
  EXPECT_NEAR(below_half, 50, 15);
}

TEST(Evenness, IsSmallOfNumbersThatLeanOrHuddle) {
  EXPECT_LT(evenness(drawn(100, 1, 2)), 0.01);
  std::vector<double> huddled = drawn(100, 2, 1), ends = huddled;
  for (double& x : huddled) x = 0.5 + 0.6 * (x - 0.5);
  for (double& x : ends) x = x < 0.5 ? 0.5 * std::pow(2 * x, 2) : 1 - 0.5 * std::pow(2 - 2 * x, 2);
  EXPECT_LT(evenness(huddled), 0.05);
  EXPECT_LT(evenness(ends), 0.05);
}

// Clopper & Pearson (1934): 0 of 10, 9 of 10.
TEST(ShareInterval, IsTheExactOne) {
  EXPECT_EQ(share_interval(0, 10).low, 0);
  EXPECT_NEAR(share_interval(0, 10).high, 1 - std::pow(0.025, 0.1), 1e-9);
  EXPECT_NEAR(share_interval(9, 10).low, 0.5550, 1e-4);
  EXPECT_NEAR(share_interval(9, 10).high, 0.9975, 1e-4);
}

TEST(CountInterval, HoldsNinetyNineInAHundred) {
  const ShareInterval of = count_interval(100, 0.1);  // binomial, sd 3
  EXPECT_EQ(of.low, 2);                               // 3 or fewer: 0.8 %, 2 or fewer 0.2 %
  EXPECT_EQ(of.high, 18);
}

}  // namespace swadaya
