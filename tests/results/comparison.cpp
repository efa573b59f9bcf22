#include "sim/results/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "tests/results/known.hpp"

namespace swadaya {

namespace {

class Comparison : public KnownEffect {};

const Compared& compared(const std::vector<Compared>& all, std::size_t variant, const char* name) {
  return *std::find_if(all.begin(), all.end(), [&](const Compared& c) {
    return c.variant == variant && c.outcome == outcome(name);
  });
}

}  // namespace

TEST_F(Comparison, FindsAKnownEffectAndItsPrice) {
  const Store store = filled(experiment);
  const std::vector<Compared> all = comparison_of(store, {last});
  EXPECT_EQ(all.size(), 2 * outcomes().size());
  const Compared& informed = compared(all, 0, "informed");  // differences 0.05, 0.15, 0.05, 0.15
  EXPECT_NEAR(informed.effect.baseline_mean, 0.35, 1e-12);
  EXPECT_NEAR(informed.effect.difference, 0.1, 1e-12);
  EXPECT_NEAR(informed.effect.standard_error, 0.0288675135, 1e-9);
  EXPECT_NEAR(informed.effect.low, 0.1 - 3.182446305 * 0.0288675135, 1e-8);
  EXPECT_EQ(informed.cost_difference, 500);
  EXPECT_NEAR(informed.cost_per_unit, 50, 1e-9);  // 500 kRp for ten points
  EXPECT_NEAR(compared(all, 0, "poor_served").cost_per_unit, 100, 1e-9);
}

TEST_F(Comparison, PutsNoPriceOnHarmOrChanceOrCost) {
  const Store store = filled(experiment);
  const std::vector<Compared> all = comparison_of(store, {last});
  EXPECT_TRUE(compared(all, 0, "gini").effect.can_be_told_from_zero());
  EXPECT_TRUE(std::isnan(compared(all, 0, "gini").cost_per_unit));
  EXPECT_TRUE(std::isnan(compared(all, 2, "informed").cost_per_unit));
  EXPECT_FALSE(compared(all, 2, "informed").effect.can_be_told_from_zero());
  EXPECT_TRUE(std::isnan(compared(all, 0, "cost_kRp").cost_per_unit));
}

TEST_F(Comparison, SaysWhatItCostsToReachThePoor) {
  const Store store = filled(experiment);
  const std::vector<Served> all = served_by(store, {last});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_NEAR(all[0].cost_per_household, 100, 1e-9);        // 1500 / 15
  EXPECT_NEAR(all[0].cost_per_extra_household, 100, 1e-9);  // 500 / 5
  EXPECT_NEAR(all[1].cost_per_household, 100, 1e-9);        // 1000 / 10
  EXPECT_TRUE(std::isnan(all[1].cost_per_extra_household));
  EXPECT_TRUE(std::isnan(all[2].cost_per_extra_household));
}

TEST_F(Comparison, ComparesAtEachYearTheMonthsShownAndTheLast) {
  EXPECT_EQ(months_compared(30, {10, 24}), (std::vector<int>{10, 12, 24, 30}));
  EXPECT_EQ(months_compared(6, {}), std::vector<int>{6});
}

TEST_F(Comparison, WritesItsCsvWithEmptyCellsWhereThereIsNoNumber) {
  const Store store = filled(experiment);
  const std::string csv = comparison_csv(experiment, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "variant,outcome,month,baseline_mean,variant_mean,difference,standard_error,low,high,"
            "cost_difference_kRp,cost_per_unit");
  EXPECT_EQ(line_with(csv, "good,informed,30"),
            "good,informed,30,0.35,0.45,0.1,0.02886751346,0.008130688448,0.1918693116,500,50");
  EXPECT_EQ(line_with(csv, "good,delay,30"), "good,delay,30,,,,,,,500,");
  EXPECT_EQ(line_with(csv, "noisy,informed,10"),
            "noisy,informed,10,0.35,0.35,0,0.005773502692,-0.01837386231,0.01837386231,0,");
  EXPECT_FALSE(has(csv, "\nbase,"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + 2 * 4 * outcomes().size()));
}

TEST_F(Comparison, WritesTheSeriesOfEveryVariantMonthAndOutcome) {
  const Store store = filled(experiment);
  const std::string csv = series_csv(experiment, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95");
  EXPECT_EQ(line_with(csv, "base,7,informed,"),
            "base,7,informed,4,0.35,0.1290994449,0.215,0.275,0.35,0.425,0.485");
  EXPECT_EQ(line_with(csv, "base,7,delay,"), "base,7,delay,0,,,,,,,");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + 3 * (last + 1) * outcomes().size()));
}

}  // namespace swadaya
