#include "sim/designs/increments.hpp"

#include <cmath>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

struct Made {
  double effect, cost;  // of recovery, and kRp a ward
};

// Differences of `made`, each known to half a point.
PackagesCompared compared(const std::vector<Made>& made, const char* outcome = "recovery") {
  PackagesCompared all;
  all.outcome = *outcome_index(outcome), all.month = 36;
  for (const Made& one : made) all.costs.push_back(one.cost - made[0].cost);
  all.difference = [made](std::size_t from, std::size_t to) {
    PairedDifference d;
    d.n = 10, d.unequal = 10;
    d.difference = made[to].effect - made[from].effect;
    d.low = d.difference - 0.005, d.high = d.difference + 0.005;
    d.standard_error = 0.002;
    d.monte_carlo = {d.low, d.high};
    return d;
  };
  return all;
}

std::vector<std::size_t> steps_of(const Increments& ladder) {
  std::vector<std::size_t> steps;
  for (const Increment& step : ladder.steps) steps.push_back(step.package);
  return steps;
}

}  // namespace

// Hardly anything for 8 points, 22 more for 108 million, and 0.7 more for another 234: of 342 in
// all a point costs 11 on average, and the last ones 334.
TEST(Increments, NameTheStepThatIsWorthItsMoneyAndNotTheLargestNumber) {
  const PackagesCompared packages =
      compared({{0.5, 0}, {0.577, 300}, {0.8, 108000}, {0.807, 342000}, {0.55, 90000}});
  const Increments ladder = increments_from(0, packages);
  EXPECT_EQ(steps_of(ladder), (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(ladder.worth, 1u);
  EXPECT_NEAR(ladder.steps[1].effect.difference, 0.223, 1e-12);
  EXPECT_NEAR(ladder.steps[1].cost, 107700, 1e-9);
  EXPECT_NEAR(ladder.steps[2].effect.difference, 0.007, 1e-12);
  EXPECT_NEAR(ladder.price, 342000 / 30.7, 1e-6);
  EXPECT_TRUE(ladder.no_more.empty());
}

// The same by prices: at what the largest costs a unit on average no other has a higher net
// benefit.
TEST(Increments, TheStepNamedHasTheHighestNetBenefitAtThePriceThatIsSaid) {
  const std::vector<Made> made{
      {0.5, 0}, {0.6, 20000}, {0.66, 50000}, {0.7, 100000}, {0.71, 200000}};
  const Increments ladder = increments_from(0, compared(made));
  ASSERT_EQ(ladder.steps.size(), 4u);
  const auto net = [&](std::size_t p) {
    return ladder.price * 100 * (made[p].effect - made[0].effect) - made[p].cost;
  };
  const std::size_t named = ladder.steps[ladder.worth].package;
  for (std::size_t p = 0; p < made.size(); ++p) EXPECT_LE(net(p), net(named) + 1e-6) << p;
}

TEST(Increments, WhatCannotBeToldFromACheaperStepIsNone) {
  const Increments ladder = increments_from(
      0, compared({{0.5, 0}, {0.6, 50000}, {0.604, 80000}, {0.65, 100000}, {0.653, 400000}}));
  EXPECT_EQ(steps_of(ladder), (std::vector<std::size_t>{1, 3}));
  EXPECT_EQ(ladder.no_more, std::vector<std::size_t>{4});  // 2 is beaten by a mix of 1 and 3
}

TEST(Increments, WhatDoesMoreAndCostsLessComesFirst) {
  const Increments ladder =
      increments_from(2, compared({{0.5, 0}, {0.7, 10000}, {0.6, 30000}, {0.8, 90000}}));
  EXPECT_EQ(steps_of(ladder), (std::vector<std::size_t>{1, 3}));
  EXPECT_NEAR(ladder.steps[0].cost, -20000, 1e-9);
  EXPECT_NEAR(ladder.steps[1].cost, 80000, 1e-9);
  // All that is better is cheaper: the last of them, whatever a unit is worth.
  const Increments saves = increments_from(2, compared({{0.65, 0}, {0.7, 10000}, {0.6, 30000}}));
  EXPECT_EQ(steps_of(saves), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(saves.worth, 1u);
}

TEST(Increments, OutcomesThatShallFallAreGainsToo) {
  const Increments ladder =
      increments_from(0, compared({{0.5, 0}, {0.4, 1000}, {0.7, 500}}, "leakage"));
  EXPECT_EQ(steps_of(ladder), std::vector<std::size_t>{1});
  EXPECT_NEAR(ladder.price, 100, 1e-9);
}

TEST(Increments, ThereAreNoneOfCostsAndWhereNothingIsBetter) {
  EXPECT_TRUE(increments_from(0, compared({{0.5, 0}, {0.4, 10}}, "cost_kRp")).steps.empty());
  EXPECT_TRUE(increments_from(0, compared({{0.5, 0}, {0.504, 10}, {0.3, 5}})).steps.empty());
  EXPECT_TRUE(increments_from(0, compared({{0.5, 0}, {0.9, nothing}})).steps.empty());
}

TEST(Increments, AreThoseOfTheWorldsByTheirPlaces) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 6\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { "
      "\"lending.norm\" = 1 }\n[[variant]]\nname = \"c\"\nset = { \"lending.norm\" = 2 }\n");
  const Store store = store_with_outcomes(e, "ladder", [](std::size_t v, std::uint32_t r) {
    const double x = static_cast<double>(v);
    return std::map<std::string, double>{{"recovery", 0.2 + 0.1 * x + 0.01 * r + 0.001 * x * r},
                                         {"cost_kRp", 1000 * x}};
  });
  const std::vector<Sample> samples = samples_of(store, {20}, {0, 2, 1});
  const PackagesCompared packages =
      packages_compared(store, samples, 20, *outcome_index("recovery"), {0, 2, 1});
  EXPECT_EQ(packages.costs, (std::vector<double>{0, 2000, 1000}));
  EXPECT_NEAR(packages.difference(2, 1).difference, 0.1 + 0.0025, 1e-12);
  EXPECT_NEAR(packages.difference(1, 2).difference, -0.1 - 0.0025, 1e-12);
  EXPECT_EQ(steps_of(increments_from(0, packages)).back(), 1u);
}

// The larger ward does most, and no money makes a ward larger.
TEST(Increments, HaveNoStepIntoOtherWards) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 6\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
      "set = { \"lending.norm\" = 1 }\n[[variant]]\nname = \"c\"\n"
      "set = { \"world.households_per_rt\" = 60 }\n");
  const Store store = store_with_outcomes(e, "elsewhere", [](std::size_t v, std::uint32_t r) {
    const double x = static_cast<double>(v);
    return std::map<std::string, double>{{"recovery", 0.2 + 0.1 * x + 0.01 * r + 0.001 * x * r},
                                         {"cost_kRp", 1000 * x}};
  });
  const std::vector<Sample> samples = samples_of(store, {20}, {0, 1, 2});
  const PackagesCompared packages =
      packages_compared(store, samples, 20, *outcome_index("recovery"), {0, 1, 2});
  EXPECT_EQ(steps_of(increments_from(0, packages)), (std::vector<std::size_t>{1}));
  EXPECT_TRUE(increments_from(2, packages).steps.empty());
  EXPECT_TRUE(packages.difference(0, 1).is_paired);
  EXPECT_FALSE(packages.difference(0, 2).is_paired);
  EXPECT_FALSE(packages.difference(2, 1).is_paired);
}

}  // namespace swadaya
