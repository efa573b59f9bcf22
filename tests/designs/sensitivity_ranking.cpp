// What sensitivities say of parameters: their order, and what could be chance.
#include <gtest/gtest.h>
#include <limits>

#include "sim/designs/sensitivity_design.hpp"

namespace swadaya {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Sensitivity walks(const std::vector<double>& sizes) {
  Sensitivity s{};
  s.morris.mean_size = sizes;
  return s;
}

// First indices are nothing.
Sensitivity shares(const std::vector<Index>& totals) {
  Sensitivity s{};
  s.noise = 0.4;  // of any two points, which is not what one parameter is held against
  s.sobol.total = totals;
  s.sobol.first.resize(totals.size(), {0, -0.1, 0.1, 0, -0.1});
  return s;
}

}  // namespace

TEST(SensitivityRanking, HasTheHeaviestFirstAndWhatIsNoNumberLast) {
  using Order = std::vector<std::size_t>;
  EXPECT_EQ(ranking_of(walks({0.1, nan, 0.5, 0, 0.5})), (Order{2, 4, 0, 3, 1}));
  EXPECT_EQ(ranking_of(shares({{0.2, 0, 1}, {0.7, 0, 1}, {-0.1, -1, 1}})), (Order{1, 0, 2}));
  EXPECT_EQ(ranking_of(walks({nan, nan})), (Order{0, 1}));
}

// What it is beyond chance along its own steps reaches down to 0.
TEST(SensitivityRanking, KnowsWhatCouldBeChance) {
  Sensitivity s = shares(
      {{0.5, 0.3, 0.7, 0.1, 0.2}, {0.1, 0.02, 0.2, 0.1, -0.05}, {0.05, 0.01, 0.2, 0.004, 0.006}});
  EXPECT_FALSE(may_be_chance(s, 0));
  EXPECT_TRUE(may_be_chance(s, 1));
  EXPECT_FALSE(may_be_chance(s, 2)) << "far below the noise between any two points";
  s.sobol.first[1] = {0.13, 0.05, 0.21, 0.01, 0.04};
  EXPECT_FALSE(may_be_chance(s, 1)) << "what it does alone is enough";
  EXPECT_TRUE(may_be_chance(shares({{0.1, 0, 0.2}}), 0)) << "no share is below 0";
  EXPECT_FALSE(may_be_chance(shares({{0.1, 0.001, 0.2}}), 0)) << "chance isn't known";
  EXPECT_TRUE(may_be_chance(Index{0.1, nan, nan})) << "nothing is known";

  Sensitivity w = walks({1, 1});
  w.morris.size_interval = {{1, 0.4, 1.6}, {1, 0.6, 1.4}};
  w.morris.chance = {0.5, 0.5};
  EXPECT_TRUE(may_be_chance(w, 0));
  EXPECT_FALSE(may_be_chance(w, 1));
}

TEST(SensitivityRanking, HasThePairsThatDoMostTogetherFirst) {
  Sensitivity s{};
  s.sobol.second = {{0, 1, {0.1, 0, 0}}, {0, 2, {nan, 0, 0}}, {1, 2, {0.4, 0, 0}}};
  const std::vector<SecondOrder> pairs = pairs_of(s);
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_EQ(pairs[0].a, 1u);
  EXPECT_EQ(pairs[1].b, 1u);
  EXPECT_EQ(pairs[2].b, 2u);
}

}  // namespace swadaya
