#include "sim/designs/same_money.hpp"

#include <random>
#include <vector>

#include "sim/base/paired.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

struct Worlds {
  std::vector<double> baseline, variant, baseline_cost, variant_cost;
  ForTheSame at(double money) const {
    return for_the_same(money, baseline, variant, baseline_cost, variant_cost);
  }
};

}  // namespace

TEST(SameMoney, APackageThatCostsLessIsAsItIs) {
  const Worlds w{{0.5, 0.6, 0.4}, {0.6, 0.8, 0.5}, {10, 10, 10}, {15, 12, 18}};
  const ForTheSame same = w.at(5);
  EXPECT_EQ(same.extra_cost, 5);
  EXPECT_EQ(same.reach, 1);
  EXPECT_EQ(same.effect.low, paired_difference(w.baseline, w.variant).low);
  const Worlds saves{{0.5, 0.6}, {0.6, 0.8}, {10, 10}, {5, 5}};
  EXPECT_EQ(saves.at(5).reach, 1);
}

// Where the cost is the same in every world, effect and interval shrink alike.
TEST(SameMoney, OneThatCostsFourTimesAsMuchReachesAQuarterOfTheWards) {
  const Worlds w{{0.5, 0.6, 0.4}, {0.6, 0.8, 0.5}, {10, 10, 10}, {50, 50, 50}};
  const ForTheSame same = w.at(10);
  const PairedDifference whole = paired_difference(w.baseline, w.variant);
  EXPECT_DOUBLE_EQ(same.reach, 0.25);
  EXPECT_NEAR(same.effect.difference, whole.difference / 4, 1e-12);
  EXPECT_NEAR(same.effect.low, whole.low / 4, 1e-12);
  EXPECT_NEAR(same.effect.high, whole.high / 4, 1e-12);
}

// Effects that rise with the cost say less of their ratio than of themselves: where each rupiah
// does the same in every world, the ratio is known exactly.
TEST(SameMoney, KnowsARatioThatIsTheSameInEveryWorld) {
  const Worlds w{{0, 0, 0}, {0.02, 0.04, 0.09}, {0, 0, 0}, {20, 40, 90}};
  const ForTheSame same = w.at(10);
  EXPECT_NEAR(same.effect.difference, 0.01, 1e-12);
  EXPECT_NEAR(same.effect.standard_error, 0, 1e-12);
}

// 95 % of intervals hold the ratio of two normal means that go together.
TEST(SameMoney, IntervalsHoldTheTruthAsOftenAsTheySay) {
  std::mt19937_64 dice{3};
  std::normal_distribution<double> normal;
  int within = 0;
  constexpr int experiments = 4000;
  for (int e = 0; e < experiments; ++e) {
    Worlds w;
    for (int i = 0; i < 30; ++i) {
      const double cost = 100 + 30 * normal(dice);
      w.baseline.push_back(0.4), w.baseline_cost.push_back(7);
      w.variant.push_back(0.4 + 0.001 * cost + 0.05 * normal(dice));
      w.variant_cost.push_back(7 + cost);
    }
    const PairedDifference effect = w.at(25).effect;
    within += effect.low <= 0.025 && 0.025 <= effect.high;
  }
  EXPECT_NEAR(within / static_cast<double>(experiments), 0.95, 0.012);
}

}  // namespace swadaya
