#include "sim/base/simultaneous.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

#include "sim/base/paired.hpp"

namespace swadaya {

namespace {

// `comparisons` of which nothing differs, in the same worlds, correlated by what they share.
std::vector<std::vector<double>> nothing_differs(std::size_t comparisons, std::size_t worlds,
                                                 double shared, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::vector<std::vector<double>> all(comparisons);
  for (std::size_t w = 0; w < worlds; ++w) {
    const double common = normal(random);
    for (auto& own : all) own.push_back(shared * common + normal(random));
  }
  return all;
}

}  // namespace

// Of 69 intervals of 95 % each, most experiments have one at least that misses.
TEST(Simultaneous, HoldsAllAtOnceWhereSingleOnesDont) {
  std::mt19937_64 random{1};
  int all_hold = 0, all_single = 0;
  constexpr int times = 200;
  for (int i = 0; i < times; ++i) {
    const auto differences = nothing_differs(69, 30, 1, random);
    bool at_once = true, single = true;
    for (const Interval& band : simultaneous(differences)) at_once = at_once && band.has(0);
    for (const auto& own : differences)
      single = single && paired_difference(std::vector<double>(30, 0.0), own).monte_carlo.has(0);
    all_hold += at_once, all_single += single;
  }
  EXPECT_NEAR(all_hold, 0.95 * times, 0.05 * times);
  EXPECT_LT(all_single, 0.5 * times);
}

// One comparison is no many: Student's t.
TEST(Simultaneous, OfOneComparisonIsItsOwnInterval) {
  std::mt19937_64 random{2};
  const auto differences = nothing_differs(1, 60, 1, random);
  const Interval own = paired_difference(std::vector<double>(60, 0.0), differences[0]).monte_carlo;
  const Interval band = simultaneous(differences)[0];
  EXPECT_NEAR(band.high - band.low, own.high - own.low, 0.1 * (own.high - own.low));
}

// Ten independent normal comparisons: the normal quantile at 1 - (1 - .95^(1/10)) / 2 is 2.80; of
// 400 worlds Student's t is no other.
TEST(Simultaneous, AgreesWithIndependentNormals) {
  std::mt19937_64 random{3};
  const auto differences = nothing_differs(10, 400, 0, random);
  const auto bands = simultaneous(differences);
  const PairedDifference own = paired_difference(std::vector<double>(400, 0.0), differences[0]);
  EXPECT_NEAR((bands[0].high - bands[0].low) / 2 / own.standard_error, 2.80, 0.12);
}

TEST(Simultaneous, OverDrawsHoldsNineDrawsInTenInAllComparisons) {
  std::mt19937_64 random{4};
  std::normal_distribution<double> normal;
  constexpr std::uint32_t draws = 300;
  std::vector<std::vector<double>> differences(5);
  std::vector<std::uint32_t> draw;
  for (std::uint32_t d = 0; d < draws; ++d) {
    std::vector<double> expected(5);
    for (double& e : expected) e = 2 * normal(random);
    for (int w = 0; w < 2; ++w) {
      draw.push_back(d);
      for (std::size_t j = 0; j < 5; ++j)
        differences[j].push_back(expected[j] + 0.3 * normal(random));
    }
  }
  const auto bands = simultaneous(differences, draw);
  int held = 0;
  constexpr int further = 4000;
  for (int i = 0; i < further; ++i) {
    bool all = true;
    for (const Interval& band : bands) all = all && band.has(2 * normal(random));
    held += all;
  }
  EXPECT_NEAR(held, 0.9 * further, 0.05 * further);
  EXPECT_GT(bands[0].high - bands[0].low,
            paired_difference(std::vector<double>(draw.size(), 0.0), differences[0], draw).high -
                paired_difference(std::vector<double>(draw.size(), 0.0), differences[0], draw).low);
}

TEST(Simultaneous, TellsWhatCantBeToldFromTheBest) {
  std::mt19937_64 random{5};
  std::normal_distribution<double> normal;
  std::vector<std::vector<double>> values(4);
  for (int w = 0; w < 50; ++w) {
    const double ward = 5 * normal(random);
    values[0].push_back(ward);
    values[1].push_back(ward + 3 + 0.2 * normal(random));
    values[2].push_back(ward + 3 + 0.2 * normal(random));
    values[3].push_back(ward - 3 + 0.2 * normal(random));
  }
  EXPECT_EQ(not_told_from_best(values, 1), (std::vector<bool>{false, true, true, false}));
  EXPECT_EQ(not_told_from_best(values, -1), (std::vector<bool>{false, false, false, true}));
}

}  // namespace swadaya
