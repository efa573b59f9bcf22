#include "sim/designs/cost_effectiveness.hpp"

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
TEST(CostEffectiveness, LeavesOutWhatIsBeatenByOneOrByAMix) {
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
}

TEST(CostEffectiveness, WhatCostsLessAndDoesMoreStandsAlone) {
  std::vector<Option> all{option(10, 100), option(12, 80), option(nothing, 1)};
  rank_options(all);
  EXPECT_EQ(all[0].standing, Dominance::dominated);
  EXPECT_EQ(all[1].standing, Dominance::frontier);
  EXPECT_EQ(all[2].standing, Dominance::dominated);
  EXPECT_TRUE(std::isnan(all[1].icer));
}

// Two worlds: the package gives 0 or 10 for 100. At 15 a unit its net benefits are -100 and 50
// against 0 and 0: it wins in one world, on average -25, and knowing the world is worth 25.
TEST(CostEffectiveness, KnowingTheWorldIsWorthWhatItChanges) {
  const std::vector<std::vector<double>> effects{{0, 0}, {0, 10}}, costs{{0, 0}, {100, 100}};
  const Acceptability at_15 = acceptability_at(15, effects, costs);
  EXPECT_DOUBLE_EQ(at_15.probability[1], 0.5);
  EXPECT_DOUBLE_EQ(at_15.net_benefit[1], -25);
  EXPECT_DOUBLE_EQ(at_15.evpi, 25);
  EXPECT_DOUBLE_EQ(acceptability_at(0, effects, costs).evpi, 0);
  // At 40 it is chosen (150 on average); knowing saves 100 in the bad world, half of the time.
  EXPECT_DOUBLE_EQ(acceptability_at(40, effects, costs).evpi, 50);
  // Equals share.
  EXPECT_DOUBLE_EQ(acceptability_at(0, effects, {{5, 5}, {5, 5}}).probability[0], 0.5);
  // A world without a figure is left out.
  EXPECT_DOUBLE_EQ(
      acceptability_at(15, {{0, nothing, 0}, {0, 1, 10}}, {{0, 0, 0}, {100, 1, 100}}).evpi, 25);
}

}  // namespace swadaya
