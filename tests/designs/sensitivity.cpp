// Sensitivity measures on functions whose indices are known (K31).
#include "sim/designs/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

#include "sim/designs/design.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/sobol.hpp"

namespace swadaya {

namespace {

template <class F>
std::vector<double> at(const Points& points, F f) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(f(point));
  return values;
}

// The same as values by point and replicate, of which there is one.
std::vector<std::vector<double>> one_world(const std::vector<double>& values) {
  std::vector<std::vector<double>> by_point;
  for (const double x : values) by_point.push_back({x});
  return by_point;
}

double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t d) { return std::numbers::pi * (2 * u[d] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
         0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

double sobol_g(const std::vector<double>& u) {
  const double a[] = {0, 1, 4.5, 9, 99, 99, 99, 99};
  double product = 1;
  for (std::size_t d = 0; d < 8; ++d) product *= (std::abs(4 * u[d] - 2) + a[d]) / (1 + a[d]);
  return product;
}

// What a world adds at a point where its dice hang on `x` alone: another number wherever x is.
double luck_at(double x, std::uint32_t world) {
  return Dice{11, world}.normal({decision_key("luck")}, static_cast<std::uint32_t>(x * 4e9));
}

// By point and world: 3 x + 0.7 z + what a world adds to all points, and luck of sd 2 that hangs on
// y, which does nothing else. Steps along x and z share all of chance, steps along y none.
std::vector<std::vector<double>> with_luck(const Points& points, std::uint32_t worlds) {
  std::vector<std::vector<double>> values;
  for (const auto& point : points) {
    values.emplace_back();
    for (std::uint32_t r = 0; r < worlds; ++r)
      values.back().push_back(3 * point[0] + 0.7 * point[2] +
                              2 * Dice{12, r}.normal({decision_key("world")}, 0) +
                              2 * luck_at(point[1], r));
  }
  return values;
}

}  // namespace

TEST(Sensitivity, FindsIshigamisIndices) {
  const std::size_t n = 4096;
  const SobolIndices s = sobol_indices(one_world(at(saltelli_points(n, 3, 1), ishigami)), n, 3, 1);
  EXPECT_NEAR(s.variance, 13.844588, 0.15);
  const double first[] = {0.313905191, 0.442411145, 0},
               total[] = {0.557588855, 0.442411145, 0.243683664};
  for (std::size_t d = 0; d < 3; ++d) {
    EXPECT_NEAR(s.first[d].value, first[d], 0.02) << d;
    EXPECT_NEAR(s.total[d].value, total[d], 0.02) << d;
    EXPECT_LT(s.first[d].low, first[d] + 0.01);
    EXPECT_GT(s.first[d].high, first[d] - 0.01);
    EXPECT_LT(s.total[d].high - s.total[d].low, 0.1);
  }
}

TEST(Sensitivity, FindsSobolsG) {
  const std::size_t n = 4096;
  const SobolIndices s = sobol_indices(one_world(at(saltelli_points(n, 8, 2), sobol_g)), n, 8, 1);
  const double first[] = {0.716192169, 0.179048042, 0.023675774, 0.007161922};
  for (std::size_t d = 0; d < 4; ++d) EXPECT_NEAR(s.first[d].value, first[d], 0.02) << d;
  EXPECT_NEAR(s.total[0].value, 0.787144127, 0.02);
}

TEST(Sensitivity, FindsWhatTwoDoTogether) {
  const std::size_t n = 4096;
  const auto indices = [&](const auto& f, std::size_t k) {
    return sobol_indices(one_world(at(saltelli_points(n, k, 1, Interactions::of_two), f)), n, k, 1,
                         200);
  };
  const auto second = [](const SobolIndices& s, std::size_t a, std::size_t b) {
    for (const SecondOrder& pair : s.second)
      if (pair.a == a && pair.b == b) return pair.index;
    ADD_FAILURE();
    return Index{};
  };
  const SobolIndices i = indices(ishigami, 3);
  ASSERT_EQ(i.second.size(), 3u);
  EXPECT_NEAR(second(i, 0, 2).value, 0.243683664, 0.02);
  EXPECT_LT(second(i, 0, 2).low, 0.243683664 + 0.01);
  EXPECT_GT(second(i, 0, 2).high, 0.243683664 - 0.01);
  EXPECT_NEAR(second(i, 0, 1).value, 0, 0.02);
  EXPECT_NEAR(second(i, 1, 2).value, 0, 0.02);
  // The first and total ones come from twice as many points.
  EXPECT_NEAR(i.first[0].value, 0.313905191, 0.015);
  EXPECT_NEAR(i.total[0].value, 0.557588855, 0.015);
  // V_i = 1 / (3 (1 + a_i)^2), V_ij = V_i V_j: 1/36 of V = 0.46542.
  EXPECT_NEAR(second(indices(sobol_g, 8), 0, 1).value, 0.05968, 0.015);
  // Of 2 x y + z: V = 7/36 + 1/12, of which the product's own part 1/36.
  const SobolIndices p = indices([](const auto& x) { return 2 * x[0] * x[1] + x[2]; }, 3);
  EXPECT_NEAR(second(p, 0, 1).value, 0.1, 0.01);
  EXPECT_NEAR(second(p, 1, 2).value, 0, 0.01);
  for (std::size_t d = 0; d < 3; ++d) EXPECT_NEAR(p.first[d].value, 0.3, 0.01) << d;
}

TEST(Sensitivity, LeavesOutRowsWithoutAnOutcome) {
  const std::size_t n = 1024;
  std::vector<double> outcomes = at(saltelli_points(n, 3, 1), ishigami);
  outcomes[5] = outcomes[3 * n + 9] = std::nan("");
  const SobolIndices s = sobol_indices(one_world(outcomes), n, 3, 1);
  EXPECT_NEAR(s.total[0].value, 0.557588855, 0.05);
}

// Luck makes 4 / 4 of a variance of 9 / 12 + 0.49 / 12 + 1, all of it along y's steps.
TEST(Sensitivity, ChanceIsThatAlongAParametersOwnSteps) {
  const std::size_t n = 1024;
  for (const Interactions interactions : {Interactions::left_out, Interactions::of_two}) {
    const SobolIndices s =
        sobol_indices(with_luck(saltelli_points(n, 3, 1, interactions), 4), n, 3, 1, 200);
    const double all = 9.0 / 12 + 0.49 / 12 + 1;
    EXPECT_NEAR(s.variance, all, 0.15 * all);
    for (const auto* indices : {&s.first, &s.total}) {
      EXPECT_NEAR((*indices)[0].chance, 0, 1e-9);
      EXPECT_NEAR((*indices)[1].chance, 1 / all, 0.08);
      EXPECT_NEAR((*indices)[2].chance, 0, 1e-9);
      EXPECT_NEAR((*indices)[1].value, (*indices)[1].chance, 0.15);
      EXPECT_LT((*indices)[1].low_beyond, 0);
    }
    // A fiftieth of the variance, far below what chance makes of two points anywhere.
    EXPECT_NEAR(s.total[2].value, 0.49 / 12 / all, 0.01);
    EXPECT_GT(s.total[2].low_beyond, 0.015);
    EXPECT_GT(s.total[0].low_beyond, 0.3);
    for (const SecondOrder& pair : s.second) EXPECT_LT(pair.index.low_beyond, 0.01);
  }
  // One world can't say.
  const SobolIndices one = sobol_indices(with_luck(saltelli_points(64, 3, 1), 1), 64, 3, 1, 50);
  EXPECT_TRUE(std::isnan(one.total[1].chance) && std::isnan(one.total[1].low_beyond));
  EXPECT_GT(one.total[1].low, 0);
}

// Of an inert parameter whose steps change all dice, how often each index is taken for more: one in
// forty by its interval, if the bootstrap were exact; and never of a small effect for less.
TEST(Sensitivity, AnInertParameterIsCalledChance) {
  const std::size_t n = 128;
  int designs = 0, told = 0, small = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed, ++designs) {
    const SobolIndices s =
        sobol_indices(with_luck(saltelli_points(n, 3, seed), 4), n, 3, seed, 200);
    told += s.first[1].low_beyond > 0 || s.total[1].low_beyond > 0;
    small += s.total[2].low_beyond > 0;
  }
  // Binomial(60, 0.05) exceeds 9 once in 700 times.
  EXPECT_LE(told, 9);
  EXPECT_EQ(small, designs);
}

TEST(Sensitivity, WhatDoesNotVaryHasNoIndices) {
  // A sum of a thousand equal numbers is off by its rounding.
  const std::size_t n = 512;
  const Points points = saltelli_points(n, 2, 1);
  std::vector<std::vector<double>> values(points.size(), {0.1, 0.7});
  for (std::size_t p = 0; p < values.size(); p += 3) values[p][0] += 1e-17 * double(p % 7);
  const SobolIndices s = sobol_indices(values, n, 2, 1, 50);
  for (std::size_t d = 0; d < 2; ++d) {
    EXPECT_TRUE(std::isnan(s.first[d].value) && std::isnan(s.total[d].value));
    EXPECT_TRUE(std::isnan(s.total[d].low) && std::isnan(s.total[d].low_beyond));
  }
}

TEST(Sensitivity, MorrisIsExactOnALinearModel) {
  const double b[] = {3, -2, 0.5, 0};
  const auto linear = [&](const std::vector<double>& x) {
    double sum = 1;
    for (std::size_t d = 0; d < 4; ++d) sum += b[d] * x[d];
    return sum;
  };
  const Points walks = morris_walks(10, 4, 4, 5);
  ASSERT_EQ(walks.size(), 50u);
  for (const auto& p : walks)
    for (const double x : p) EXPECT_TRUE(x >= -1e-12 && x <= 1 + 1e-12);
  const MorrisEffects effects = morris_effects(walks, one_world(at(walks, linear)), 4);
  for (std::size_t d = 0; d < 4; ++d) {
    EXPECT_NEAR(effects.mean[d], b[d], 1e-12);
    EXPECT_NEAR(effects.mean_size[d], std::abs(b[d]), 1e-12);
    EXPECT_NEAR(effects.sd[d], 0, 1e-12);
  }
}

// An interaction shows as a spread of effects: of x y over [0, 1]^2 the effect of x is y, whose sd
// is 0.37 on 0, 1/3, 2/3, 1 and up to 0.5 where walks are chosen to lie far apart.
TEST(Sensitivity, MorrisShowsInteractionsAsSpread) {
  const Points walks = morris_walks(20, 2, 4, 5);
  const MorrisEffects effects =
      morris_effects(walks, one_world(at(walks, [](const auto& x) { return x[0] * x[1]; })), 2);
  EXPECT_NEAR(effects.mean[0], 0.5, 0.12);
  EXPECT_GT(effects.sd[0], 0.3);
  EXPECT_LT(effects.sd[0], 0.52);
}

// A parameter that does nothing: its effects are chance, and as large as is said beforehand.
TEST(Sensitivity, MorrisKnowsTheSizeOfChance) {
  const Points walks = morris_walks(200, 2, 4, 5);
  const Dice dice{8, 0};
  std::vector<std::vector<double>> values;
  for (std::uint32_t p = 0; p < walks.size(); ++p) {
    values.emplace_back();
    for (std::uint32_t r = 0; r < 16; ++r)
      values.back().push_back(5 * walks[p][0] + 3 * dice.normal({decision_key("world")}, r) +
                              0.8 * dice.normal({decision_key("both")}, 16 * p + r));
  }
  const MorrisEffects effects = morris_effects(walks, values, 2);
  // Differences of two means of 16, over steps of 2/3.
  const double chance = std::sqrt(2 / std::numbers::pi) * 0.8 * std::sqrt(2.0 / 16) / (2.0 / 3);
  EXPECT_NEAR(effects.chance[1], chance, 0.05 * chance);
  EXPECT_NEAR(effects.mean_size[1], chance, 0.15 * chance);
  EXPECT_LT(effects.size_interval[1].low, chance);
  EXPECT_NEAR(effects.size_interval[0].value, 5, 0.1);
  EXPECT_GT(effects.size_interval[0].low, 4.8);
  EXPECT_TRUE(
      std::isnan(morris_effects(walks, one_world(at(walks, [](const auto& x) { return x[0]; })), 2)
                     .chance[0]));
}

}  // namespace swadaya
