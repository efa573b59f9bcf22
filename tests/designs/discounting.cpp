#include "sim/designs/discounting.hpp"

#include <cmath>

#include "tests/stored.hpp"

namespace swadaya {

// Drummond et al. 2015, a sum a year later at 5 %: 1 / 1.05.
TEST(Discounting, AYearLaterItIsWorthTheRateLess) {
  EXPECT_DOUBLE_EQ(discount_factor(0.05, 0), 1);
  EXPECT_NEAR(discount_factor(0.05, 12), 1 / 1.05, 1e-12);
  EXPECT_NEAR(discount_factor(0.03, 18), std::pow(1.03, -1.5), 1e-12);
}

// An annuity of 1 a month for n months is worth (1 - v^n) / (1 / v - 1), v being what one is worth
// a month later.
TEST(Discounting, OfEqualPaymentsItIsTheAnnuity) {
  std::vector<double> sums;
  for (int month = 0; month <= 144; ++month) sums.push_back(month);
  const double v = std::pow(1.03, -1 / 12.0);
  EXPECT_NEAR(discounted_sum(sums, 0.03), (1 - std::pow(v, 144)) / (1 / v - 1), 1e-9);
  EXPECT_DOUBLE_EQ(discounted_sum(sums, 0), 144);
  // What is paid at once at the start isn't discounted.
  EXPECT_DOUBLE_EQ(discounted_sum(std::vector<double>(100, 7.0), 0.05), 7);
}

TEST(Discounting, WhatAddsUpIsToldFromStates) {
  for (const char* sum : {"cost_kRp", "cost_groups_kRp", "poor_served", "lent_kRp", "borrowers"})
    EXPECT_TRUE(adds_up(*outcome_index(sum))) << sum;
  for (const char* state : {"recovery", "outstanding_kRp", "groups_active", "visits_per_group"})
    EXPECT_FALSE(adds_up(*outcome_index(state))) << state;
}

TEST(Discounting, SumsOfAStoreAreThoseOfItsMonths) {
  const Experiment e = experiment_from(std::string{small_ward} + "[experiment]\nreplicates = 2\n");
  const std::string folder = store_of("discounted");
  {
    Store store{folder, e, Existing::overwrite};
    for (std::uint32_t r = 0; r < 2; ++r) {
      Series series = series_of(0, e.variants[0].scenario.months);
      for (std::size_t m = 0; m <= static_cast<std::size_t>(series.months); ++m)
        series.values[m * outcomes().size() + *outcome_index("cost_kRp")] =
            10.0 * (r + 1) * static_cast<double>(m);
      store.add(r, {0}, {series});
    }
  }
  const Store store = Store::open(folder);
  const auto sums = discounted_sums(store, 0, {12, 6}, {*outcome_index("cost_kRp")}, 0.03);
  for (const std::size_t at : {0, 1}) {
    std::vector<double> costs;
    for (int m = 0; m <= (at == 0 ? 12 : 6); ++m) costs.push_back(10.0 * m);
    EXPECT_NEAR(sums[at][0][0], discounted_sum(costs, 0.03), 1e-9);
    EXPECT_NEAR(sums[at][0][1], 2 * discounted_sum(costs, 0.03), 1e-9);
  }
}

}  // namespace swadaya
