#include "sim/designs/evenness.hpp"

#include "tests/designs/draws.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

Experiment two(std::uint32_t replicates, const std::string& keys = "") {
  return experiment_from(std::string{small_ward} + "[experiment]\nmonths_shown = [12]\n" + keys +
                         "replicates = " + std::to_string(replicates) +
                         "\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n");
}

// A fifth of all households are poor, a tenth near-poor; half of the others take part.
std::map<std::string, double> taking_part(double poor, double near, double others = 0.5) {
  std::map<std::string, double> row;
  for (const std::string of : {"participation", "informed"})
    row.insert({{of, 0.2 * poor + 0.1 * near + 0.7 * others},
                {of + "_poor", poor},
                {of + "_near_poor", near},
                {of + "_others", others}});
  return row;
}

Sharing shared_in(const Experiment& e, const Results& results) {
  Accounting accounting = e.accounting;
  accounting.discount = 0;
  return sharing_of(results, Costing{results, {12}, accounting}, 12, accounting);
}

double index_of(double poor, double near, double others = 0.5) {
  return atkinson_index(std::vector{poor, near, others}, std::vector{0.2, 0.1, 0.7}, 1);
}

}  // namespace

// Without luck: the indices of the levels, to the last digit, and intervals of no width.
TEST(Evenness, IsAtkinsonsIndexAndItsChangeFromTheBaseline) {
  const Experiment e = two(40);
  const Store store = store_with_outcomes(e, "sure", [](std::size_t v, std::uint32_t r) {
    // The near-poor differ from world to world alike, so that sizes can be told.
    return taking_part(v == 0 ? 0.2 : 0.4, 0.3 + (r % 2 ? 0.01 : -0.01));
  });
  const Sharing sharing = shared_in(e, store);
  EXPECT_EQ(sharing.over, Over::simulation);
  EXPECT_EQ(sharing.cases, 40u);
  EXPECT_NEAR(sharing.evenness[0].index, index_of(0.2, 0.3), 1e-9);
  EXPECT_NEAR(sharing.evenness[1].index, index_of(0.4, 0.3), 1e-9);
  EXPECT_NEAR(sharing.evenness[1].change, index_of(0.4, 0.3) - index_of(0.2, 0.3), 1e-9);
  EXPECT_DOUBLE_EQ(sharing.evenness[0].change, 0);
  EXPECT_DOUBLE_EQ(sharing.evenness[0].change_range.high, 0);
  EXPECT_FALSE(sharing.evenness[0].is_told());
  EXPECT_TRUE(sharing.evenness[1].is_told());
  EXPECT_LT(sharing.evenness[1].change_range.high, 0);
  EXPECT_NEAR(sharing.evenness[1].range.low, index_of(0.4, 0.3), 1e-3);
  EXPECT_TRUE(std::isnan(sharing.price)) << "costs nothing";
  EXPECT_TRUE(sharing.net_benefit.empty());
}

// The interval of Monte Carlo error against the delta method: the slope of the index on the poor's
// participation, of worlds with a standard deviation of .05.
TEST(Evenness, IsAsSureAsTheWorldsAre) {
  const Experiment e = two(100);
  const std::vector<double> luck = normal_draws(100, 1);
  const Store store = store_with_outcomes(e, "luck", [&](std::size_t v, std::uint32_t r) {
    return taking_part(0.3 + (v == 1 ? 0.05 * luck[r] : 0), 0.3 + (r % 2 ? 0.01 : -0.01));
  });
  const Sharing sharing = shared_in(e, store);
  const double slope = (index_of(0.301, 0.3) - index_of(0.299, 0.3)) / 0.002;
  const Interval range = sharing.evenness[1].change_range;
  EXPECT_NEAR(range.high - range.low, 2 * 1.96 * std::abs(slope) * 0.05 / 10, 0.0006);
  EXPECT_TRUE(range.has(0));
  EXPECT_FALSE(sharing.evenness[1].is_told());
}

// Two worlds a draw: what draws expect of the poor lies .04 about .3, and worlds .04 about that.
TEST(Evenness, IsOverWhatDrawsExpect) {
  Experiment e = two(400);
  e.posterior.keys = {"lending.norm"};
  e.worlds_per_draw = 2;
  const std::vector<double> known = normal_draws(200, 1), luck = normal_draws(400, 2);
  const Store store = store_with_outcomes(e, "draws", [&](std::size_t v, std::uint32_t r) {
    return taking_part(v == 0 ? 0.3 : 0.3 + 0.04 * known[r / 2] + 0.04 * luck[r],
                       0.3 + (r % 2 ? 0.01 : -0.01));
  });
  const Sharing sharing = shared_in(e, store);
  EXPECT_EQ(sharing.over, Over::parameters);
  EXPECT_EQ(sharing.cases, 200u);
  const Interval range = sharing.evenness[1].change_range;
  const double low = index_of(0.3 + 1.645 * 0.04, 0.3) - index_of(0.3, 0.3),
               high = index_of(0.3 - 1.645 * 0.04, 0.3) - index_of(0.3, 0.3);
  EXPECT_NEAR(range.low, low, 0.15 * (high - low));
  EXPECT_NEAR(range.high, high, 0.15 * (high - low));
  // That of the mean is far narrower.
  const Interval simulated = sharing.evenness[1].change_simulated;
  EXPECT_LT(simulated.high - simulated.low, 0.3 * (range.high - range.low));
}

// 10 households more, of which 4 poor ones count threefold, for 900 more: 50 each, and at that
// price worth just what they cost. In one world of two there are two poor ones more and two fewer.
TEST(Evenness, WeighsHouseholdsAgainstTheirCosts) {
  const Experiment e = two(40, "equity_weights = [3, 2, 1]\n");
  const Store store = store_with_outcomes(e, "worth", [](std::size_t v, std::uint32_t r) {
    std::map<std::string, double> row = taking_part(0.3, 0.3 + (r % 2 ? 0.01 : -0.01));
    const double more = v == 0 ? 0 : 1, sway = more * (r % 2 ? 2 : -2);
    row["poor_served"] = 10 + 4 * more + sway;
    row["others_served"] = 20 + 6 * more;
    row["borrowers"] = 30 + 10 * more + sway;
    row["cost_kRp"] = 1000 + 900 * more;
    return row;
  });
  const Sharing sharing = shared_in(e, store);
  EXPECT_DOUBLE_EQ(sharing.equity[1].weighted_served, 68);
  EXPECT_NEAR(sharing.price, 50, 1e-9);
  ASSERT_EQ(sharing.net_benefit.size(), 2u);
  EXPECT_TRUE(sharing.net_benefit[0].is_same());
  const PairedDifference& worth = sharing.net_benefit[1];
  EXPECT_NEAR(worth.difference, 0, 1e-9);
  // Worlds lie 300 about it: 50 x 3 x 2.
  EXPECT_NEAR(worth.high, 2.0227 * 300 / std::sqrt(39.0), 0.5);
}

// Wards of other households: a fifth of them poor, and half. Means are independent, so that the
// interval of the change has the variance of both; luck that would cancel world by world doesn't.
TEST(Evenness, OfDifferentWardsIsNotPaired) {
  const Experiment e = experiment_from(std::string{small_ward} +
                                       "[experiment]\nmonths_shown = [12]\nreplicates = 100\n"
                                       "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
                                       "set = { \"world.poor\" = 0.5 }\n");
  const std::vector<double> luck = normal_draws(100, 1);
  const Store store = store_with_outcomes(e, "wards", [&](std::size_t v, std::uint32_t r) {
    const double poor = 0.3 + 0.05 * luck[r], near = 0.3 + (r % 2 ? 0.01 : -0.01);
    auto row = taking_part(poor, near);
    if (v == 1)
      for (const char* of : {"participation", "informed"})
        row[of] = 0.5 * poor + 0.1 * near + 0.4 * 0.5;
    row["cost_kRp"] = 1000.0 * static_cast<double>(v);
    row["poor_served"] = 10.0 * static_cast<double>(v);
    return row;
  });
  const Sharing sharing = shared_in(e, store);
  EXPECT_NEAR(sharing.equity[0].sizes[0], 0.2, 1e-9);
  EXPECT_NEAR(sharing.equity[1].sizes[0], 0.5, 1e-9);
  const auto index = [](double share, double poor) {
    return atkinson_index(std::vector{poor, 0.3, 0.5}, std::vector{share, 0.1, 0.9 - share}, 1);
  };
  EXPECT_NEAR(sharing.evenness[1].change, index(0.5, 0.3) - index(0.2, 0.3), 0.003);
  const auto slope = [&](double share) {
    return (index(share, 0.301) - index(share, 0.299)) / 0.002;
  };
  const Interval range = sharing.evenness[1].change_range;
  EXPECT_NEAR(range.high - range.low, 2 * 1.96 * std::hypot(slope(0.2), slope(0.5)) * 0.05 / 10,
              0.1 * (range.high - range.low));
  // It serves more for more, and is no choice.
  EXPECT_EQ(sharing.options[1].standing, Dominance::elsewhere);
  EXPECT_TRUE(std::isnan(sharing.price));
}

}  // namespace swadaya
