#include "sim/base/proportional_fit.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace swadaya {

namespace {

double worst_of(const std::vector<std::vector<double>>& off) {
  double worst = 0;
  for (const auto& margin : off)
    for (const double one : margin) worst = std::max(worst, std::abs(one));
  return worst;
}

}  // namespace

// SimpleWorld of Lovelace & Dumont (2016), Spatial Microsimulation with R, chapters 4 and 5: five
// persons, by age (below 50, from 50 on) and sex (m, f), in three zones. The fitted weights are
// those that the R package rakeR prints for it in its README.
TEST(ProportionalFit, GivesThePublishedWeightsOfSimpleWorld) {
  const std::vector<std::size_t> age{1, 1, 0, 1, 0}, sex{0, 0, 0, 1, 1};
  const double ages[3][2] = {{8, 4}, {2, 8}, {7, 4}}, sexes[3][2] = {{6, 6}, {4, 6}, {3, 8}};
  const double published[3][5] = {{1.227998, 1.227998, 3.544004, 1.544004, 4.455996},
                                  {1.7250828, 1.7250828, 0.5498344, 4.5498344, 1.4501656},
                                  {0.7250828, 0.7250828, 1.5498344, 2.5498344, 5.4501656}};
  for (int zone = 0; zone < 3; ++zone) {
    const ProportionalFit fit = fitted({1, 1, 1, 1, 1}, {{age, {ages[zone][0], ages[zone][1]}},
                                                         {sex, {sexes[zone][0], sexes[zone][1]}}});
    for (int person = 0; person < 5; ++person)
      EXPECT_NEAR(fit.cells[static_cast<std::size_t>(person)], published[zone][person], 1e-6);
    EXPECT_LT(fit.largest_miss, 1e-9);
    EXPECT_LT(fit.rounds, 60u);
  }
}

// Odds ratios are those of the seed, whatever the margins.
TEST(ProportionalFit, KeepsOddsRatios) {
  const std::vector<KnownMargin> margins{{{0, 0, 1, 1}, {70, 30}}, {{0, 1, 0, 1}, {20, 80}}};
  const ProportionalFit fit = fitted({4, 6, 3, 9}, margins);
  const auto& c = fit.cells;
  EXPECT_NEAR(c[0] * c[3] / (c[1] * c[2]), 4.0 * 9 / (6 * 3), 1e-6);
  EXPECT_LT(worst_of(misses(c, margins)), 1e-6);
}

TEST(ProportionalFit, SaysWhatNothingCountsTo) {
  const ProportionalFit fit = fitted({1, 0}, {{{0, 1}, {3, 2}}});
  ASSERT_TRUE(fit.empty.has_value());
  EXPECT_EQ(*fit.empty, (MarginPlace{0, 1}));
  // Only the diagonal of the seed: margins that differ can't be met.
  const ProportionalFit never =
      fitted({1, 0, 0, 1}, {{{0, 0, 1, 1}, {3, 1}}, {{0, 1, 0, 1}, {1, 3}}});
  EXPECT_FALSE(never.empty.has_value());
  EXPECT_GT(never.largest_miss, 0.1);
}

// Four margins of three categories each over 81 cells, small totals: whole numbers that hold them.
TEST(ProportionalFit, WholeCountsHoldTheMargins) {
  std::mt19937 random{7};
  std::uniform_real_distribution<double> uniform{0, 1};
  std::size_t moved = 0;
  for (int trial = 0; trial < 200; ++trial) {
    const std::size_t total = 40 + random() % 100;
    std::vector<KnownMargin> margins(4);
    std::vector<double> seed;
    std::vector<std::vector<double>> totals(4, std::vector<double>(3, 0.0));
    for (std::size_t cell = 0; cell < 81; ++cell) {
      std::size_t rest = cell;
      for (KnownMargin& margin : margins) margin.category_of.push_back(rest % 3), rest /= 3;
      seed.push_back(uniform(random) < 0.3 ? 0 : 1 + 5 * uniform(random));
    }
    // Margins of a population that there is.
    for (std::size_t i = 0; i < total;) {
      const std::size_t cell = random() % 81;
      if (seed[cell] <= 0) continue;
      for (std::size_t m = 0; m < 4; ++m) totals[m][margins[m].category_of[cell]] += 1;
      ++i;
    }
    for (std::size_t m = 0; m < 4; ++m) margins[m].totals = totals[m];
    const ProportionalFit fit = fitted(seed, margins);
    ASSERT_LT(fit.largest_miss, 1e-6) << trial;
    const auto counts = whole_counts(fit.cells, margins, [&] { return uniform(random); });
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), std::size_t{0}), total);
    EXPECT_EQ(worst_of(misses({counts.begin(), counts.end()}, margins)), 0) << trial;
    for (std::size_t cell = 0; cell < 81; ++cell) {
      if (seed[cell] <= 0) {
        EXPECT_EQ(counts[cell], 0u);
      }
      const double off = static_cast<double>(counts[cell]) - fit.cells[cell];
      EXPECT_LT(std::abs(off), 4) << trial;
      moved += std::abs(off) >= 1;
    }
  }
  EXPECT_LT(moved, 200u * 81 / 20);  // most counts are the fit's, rounded up or down
}

// Over many lots a count is its fitted value on average.
TEST(ProportionalFit, LotsFavourNoCell) {
  const std::vector<KnownMargin> margins{{{0, 0, 0}, {3}}};
  std::mt19937 random{3};
  std::uniform_real_distribution<double> uniform{0, 1};
  std::vector<double> sums(3, 0.0);
  for (int lot = 0; lot < 4000; ++lot) {
    const auto counts = whole_counts({0.5, 1.0, 1.5}, margins, [&] { return uniform(random); });
    for (std::size_t c = 0; c < 3; ++c) sums[c] += static_cast<double>(counts[c]) / 4000;
  }
  EXPECT_NEAR(sums[0], 0.5, 0.04);
  EXPECT_NEAR(sums[1], 1, 1e-9);
  EXPECT_NEAR(sums[2], 1.5, 0.04);
}

}  // namespace swadaya
