#include "sim/designs/frontier.hpp"

#include <cmath>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

Option option(double effect, double cost) {
  Option o;
  o.effect = effect, o.cost = cost;
  return o;
}

}  // namespace

// By hand: B does less than C at a higher ratio than the step to C, so a mix of A and C beats it; D
// costs more than C and does less.
TEST(Frontier, LeavesOutWhatIsBeatenByOneOrByAMix) {
  std::vector<Option> all{option(10, 100), option(11, 200), option(20, 300), option(15, 400),
                          option(22, 500)};
  rank_options(all);
  EXPECT_EQ(all[0].standing, Dominance::frontier);
  EXPECT_EQ(all[1].standing, Dominance::extendedly_dominated);
  EXPECT_EQ(all[2].standing, Dominance::frontier);
  EXPECT_EQ(all[3].standing, Dominance::dominated);
  EXPECT_EQ(all[4].standing, Dominance::frontier);
  EXPECT_TRUE(std::isnan(all[0].icer));
  EXPECT_DOUBLE_EQ(all[2].icer, 20);   // (300 - 100) / (20 - 10)
  EXPECT_DOUBLE_EQ(all[4].icer, 100);  // (500 - 300) / (22 - 20)
  EXPECT_EQ(all[2].next_cheaper, 0u);
  EXPECT_EQ(all[4].next_cheaper, 2u);
}

TEST(Frontier, WhatCostsLessAndDoesMoreStandsAlone) {
  std::vector<Option> all{option(10, 100), option(12, 80), option(nothing, 1)};
  rank_options(all);
  EXPECT_EQ(all[0].standing, Dominance::dominated);
  EXPECT_EQ(all[1].standing, Dominance::frontier);
  EXPECT_EQ(all[2].standing, Dominance::dominated);
  EXPECT_TRUE(std::isnan(all[1].icer));
}

TEST(Frontier, EqualsShareAPlaceAndItsRatio) {
  std::vector<Option> all{option(10, 100), option(20, 300), option(10, 100),
                          option(20, 300), option(10, 200), option(10, 200)};
  rank_options(all);
  for (const std::size_t i : {0, 1, 2, 3}) EXPECT_EQ(all[i].standing, Dominance::frontier) << i;
  for (const std::size_t i : {4, 5}) EXPECT_EQ(all[i].standing, Dominance::dominated) << i;
  EXPECT_DOUBLE_EQ(all[3].icer, 20);
  EXPECT_TRUE(std::isnan(all[2].icer));
  EXPECT_EQ(places_on_frontier(all), (std::vector<std::vector<std::size_t>>{{0, 2}, {1, 3}}));
}

}  // namespace swadaya
