#include "sim/designs/cost_effectiveness.hpp"

#include <cmath>
#include <random>

#include "sim/results/comparison.hpp"
#include "sim/world/boards.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

Experiment of(std::size_t variants, int replicates, const std::string& more = "") {
  std::string text = std::string{small_ward} +
                     "[experiment]\nreplicates = " + std::to_string(replicates) +
                     "\noutcomes = [\"poor_served\"]\nmonths_shown = [12]\n" + more;
  for (std::size_t v = 0; v < variants; ++v)
    text += "[[variant]]\nname = \"v" + std::to_string(v) + "\"\n";
  return experiment_from(text);
}

std::map<std::string, double> row(double served, double cost) {
  return {{"poor_served", served}, {"cost_kRp", cost}};
}

template <class F>
CostEffectiveness costed(const Experiment& e, const std::string& name, F of) {
  const Store store = store_with_outcomes(e, name, of);
  return Costing{store, {12}, e.accounting}.of(12, *outcome_index("poor_served"));
}

const Acceptability* point_at(const CostEffectiveness& c, double price) {
  for (const Acceptability& a : c.curve)
    if (a.willingness == price) return &a;
  return nullptr;
}

}  // namespace

// Served 10, 20 and 25 for 1, 2 and 4 million: ratios 100 and 400.
TEST(CostEffectiveness, CurveHasTheRatiosAndTheirMiddles) {
  const CostEffectiveness c = costed(of(3, 6), "ratios", [](std::size_t v, std::uint32_t) {
    const double served[] = {10, 20, 25}, cost[] = {1000, 2000, 4000};
    return row(served[v], cost[v]);
  });
  EXPECT_DOUBLE_EQ(c.options[1].icer, 100);
  EXPECT_DOUBLE_EQ(c.options[2].icer, 400);
  std::vector<double> marked;
  for (const std::size_t i : c.marks) marked.push_back(c.curve[i].willingness);
  EXPECT_EQ(marked, (std::vector<double>{0, 50, 100, 250, 400, 600, 800}));
  ASSERT_NE(point_at(c, 250), nullptr);
  EXPECT_DOUBLE_EQ(point_at(c, 250)->best[1], 1);
  EXPECT_EQ(c.prices_of(0).low, 0);
  EXPECT_EQ(c.prices_of(0).high, 100);
  EXPECT_EQ(c.prices_of(1).high, 400);
  EXPECT_EQ(c.prices_of(2).high, 800);
}

// A narrow range of prices, 1000 to 1010, beside one to 20000: a grid of 40 steps has no point in
// it, and the nearest one is another option's.
TEST(CostEffectiveness, BestInItsRangeIsTakenAtThePriceItself) {
  const CostEffectiveness c = costed(of(4, 4), "narrow", [](std::size_t v, std::uint32_t) {
    const double served[] = {0, 1, 2, 3}, cost[] = {0, 1000, 2010, 12010};
    return row(served[v], cost[v]);
  });
  const Interval prices = c.prices_of(1);
  EXPECT_DOUBLE_EQ((prices.low + prices.high) / 2, 1005);
  EXPECT_DOUBLE_EQ(c.at(1005).best[1], 1);
  ASSERT_NE(point_at(c, 1005), nullptr);
  EXPECT_DOUBLE_EQ(point_at(c, 1000 + 20000 / 40.0)->best[1], 0);
}

TEST(CostEffectiveness, EqualsInEveryWorldShareTheirPlace) {
  const auto as_first = [](std::size_t v, std::uint32_t r) {
    // The third is the first; the fourth has its means alone.
    if (v == 1) return row(20 + r, 300);
    if (v == 3) return row(10 + (r % 2 ? 1 : -1), 100);
    return row(10, 100);
  };
  const CostEffectiveness c = costed(of(4, 6), "equals", as_first);
  EXPECT_EQ(c.same_as, (std::vector<std::size_t>{0, 1, 0, 3}));
  EXPECT_EQ(c.options[2].standing, Dominance::frontier);
  EXPECT_EQ(c.options[3].standing, Dominance::frontier);
  EXPECT_DOUBLE_EQ(c.sureness[2].on_frontier, c.sureness[0].on_frontier);
  // One place, one chance: that of the fourth is what is left.
  const Acceptability cheap = c.at(1);
  EXPECT_DOUBLE_EQ(cheap.best[2], cheap.best[0]);
  EXPECT_NEAR(cheap.best[0] + cheap.best[1] + cheap.best[3], 1, 1e-12);
  EXPECT_DOUBLE_EQ(c.at(1).best_by_world[0], 0.5);
}

// What a ward sees isn't what is known of the mean: in half of the worlds it does nothing, yet its
// mean is known to be worth its cost.
TEST(CostEffectiveness, LuckOfWorldsStandsApart) {
  const CostEffectiveness c = costed(of(2, 100), "luck", [](std::size_t v, std::uint32_t r) {
    return v == 0 ? row(0, 0) : row(r % 2 ? 10 : 0, 100);
  });
  EXPECT_EQ(c.over, Over::simulation);
  const Acceptability a = c.at(40);
  EXPECT_DOUBLE_EQ(a.best_by_world[1], 0.5);
  EXPECT_GT(a.best[1], 0.99);
  EXPECT_TRUE(std::isnan(a.evpi));  // parameters taken as known
  EXPECT_DOUBLE_EQ(c.options[1].icer, 20);
  // Fieller: 5 +- t .5025 a unit of 100.
  EXPECT_NEAR(c.sureness[1].ratio.low, 100 / (5 + 1.98422 * 0.50252), 1e-3);
  EXPECT_NEAR(c.sureness[1].ratio.high, 100 / (5 - 1.98422 * 0.50252), 1e-3);
  EXPECT_DOUBLE_EQ(c.same_frontier, 1);
}

// Boards of 60 wards give a package its effect: its ratio is that of the difference that the
// comparison tells, not that of these wards, and what one ward sees stays as it is. A difference
// that luck has no part in, and costs, are plain means.
TEST(CostEffectiveness, IsFreedOfLuckAsTheComparisonIs) {
  const Experiment e = of(3, 60);
  const auto luck = [&](std::uint32_t r) { return luck_of_boards(Dice{e.seed, r}, 1)[0]; };
  const Store store = store_with_outcomes(e, "lucky", [&](std::size_t v, std::uint32_t r) {
    const double noise = 0.1 * std::sin(1.0 + r);
    if (v == 0) return row(3 + noise, 0);
    return v == 1 ? row(13 + 40 * luck(r) - noise, 100) : row(5 + r % 3, 300);
  });
  const std::size_t served = *outcome_index("poor_served");
  const CostEffectiveness c = Costing{store, {12}, e.accounting}.of(12, served);
  double seen = 0;
  for (std::size_t w = 0; w < 60; ++w) seen += c.by_world.effects[1][w] - c.by_world.effects[0][w];
  for (const Compared& told : comparison_of(store, {12})) {
    if (told.outcome != served) continue;
    EXPECT_NEAR(c.options[told.variant].effect - c.options[0].effect, told.effect.difference, 1e-9);
  }
  EXPECT_NEAR(c.options[1].icer, 10, 0.05);
  EXPECT_GT(std::abs(6000 / seen - 10), 0.2);  // by these wards' luck
  EXPECT_LT(c.sureness[1].ratio.high - c.sureness[1].ratio.low, 0.2);
}

TEST(CostEffectiveness, WorldsWithoutAFigureAreLeftOutOfAll) {
  const CostEffectiveness c = costed(of(3, 4), "holes", [](std::size_t v, std::uint32_t r) {
    if (v == 2) return row(nothing, 50);  // nowhere
    return v == 1 && r == 3 ? row(nothing, 100)
                            : row(v == 0 ? (r == 3 ? 90 : 1) : 2, v == 0 ? 0 : 100);
  });
  EXPECT_EQ(c.worlds, 3u);
  EXPECT_DOUBLE_EQ(c.options[0].effect, 1);
  EXPECT_DOUBLE_EQ(c.options[1].icer, 100);
  EXPECT_EQ(c.options[2].standing, Dominance::dominated);
  EXPECT_TRUE(std::isnan(c.at(10).best[2]));
}

// Draws of the parameters in two worlds each, that differ by luck: the package does 1 or 9 by the
// draw and costs 40, so that at 10 it is the choice in half of all draws, and knowing which saves
// 30 in half of them.
TEST(CostEffectiveness, OverDrawsChancesAreOfWhatTheyComeToOnAverage) {
  Experiment e = of(2, 80);
  e.posterior.keys = {"lending.norm"};
  e.worlds_per_draw = 2;
  const auto by_draw = [](std::size_t v, std::uint32_t r) {
    const double luck = (r % 2 ? 0.1 : -0.1) * (r / 2 % 3 + 1);
    return v == 0 ? row(0, 0) : row((r / 2 % 2 ? 9 : 1) + luck, 40);
  };
  const CostEffectiveness c = costed(e, "drawn", by_draw);
  EXPECT_EQ(c.over, Over::parameters);
  EXPECT_EQ(c.by_draw.size(), 40u);
  EXPECT_DOUBLE_EQ(c.options[1].icer, 8);
  const Acceptability a = c.at(10);
  EXPECT_DOUBLE_EQ(a.best[1], 0.5);
  EXPECT_GT(a.best_simulated[1], 0.9);  // 10 on average, give or take 6.4
  EXPECT_NEAR(a.evpi, 15, 0.3);
  // A fortieth beyond either end: from 40 / 9 to 40, and a little further since the spread of forty
  // draws isn't known well.
  EXPECT_NEAR(c.sureness[1].ratio.low, 40 / 9.0, 0.2);
  EXPECT_GT(c.sureness[1].ratio.high, 40);
  EXPECT_LT(c.sureness[1].ratio.high, 55);
  // The mean itself is known better.
  EXPECT_GT(c.sureness[1].ratio_simulated.low, 6);
  EXPECT_LT(c.sureness[1].ratio_simulated.high, 11);
  // One world a draw can't tell luck from what isn't known.
  e.worlds_per_draw = 1;
  EXPECT_EQ(costed(e, "undrawn", by_draw).over, Over::simulation);
}

// The package pays 120 and serves 12 evenly over the first year; the baseline the same at once.
TEST(CostEffectiveness, DiscountsWhatComesLater) {
  Experiment e = of(2, 2);
  e.accounting.discount = 0.05;
  const std::string folder = store_of("later");
  {
    Store store{folder, e, Existing::overwrite};
    for (std::uint32_t r = 0; r < 2; ++r)
      for (std::size_t v = 0; v < 2; ++v) {
        Series series = series_of(0, e.variants[v].scenario.months);
        for (std::size_t m = 0; m <= static_cast<std::size_t>(series.months); ++m) {
          const double months = std::min<double>(12, static_cast<double>(m));
          series.values[m * outcomes().size() + *outcome_index("cost_kRp")] =
              v == 0 ? 120 : 10 * months;
          series.values[m * outcomes().size() + *outcome_index("cost_groups_kRp")] =
              v == 0 ? 20 : 0;
          series.values[m * outcomes().size() + *outcome_index("poor_served")] =
              v == 0 ? 12 : months;
        }
        store.add(r, {v}, {series});
      }
  }
  const Store store = Store::open(folder);
  const auto of_served = [&] {
    return Costing{store, {12}, e.accounting}.of(12, *outcome_index("poor_served"));
  };
  const CostEffectiveness c = of_served();
  const double v = std::pow(1.05, -1 / 12.0), annuity = (1 - std::pow(v, 12)) / (1 / v - 1);
  ASSERT_EQ(c.discounted.size(), 2u);
  EXPECT_DOUBLE_EQ(c.options[1].cost, 120);
  EXPECT_DOUBLE_EQ(c.discounted[0].cost, 120);
  EXPECT_NEAR(c.discounted[1].cost, 10 * annuity, 1e-9);
  EXPECT_NEAR(c.discounted[1].effect, annuity, 1e-9);
  EXPECT_DOUBLE_EQ(c.members_time[0], 20);
  // Undiscounted they are one; discounted the first does more for more.
  EXPECT_EQ(c.same_as[1], 0u);
  EXPECT_NEAR(c.discounted[0].icer, 10, 1e-9);
  // Without members' time, in prices of twice that height.
  e.accounting.perspective = Accounting::programme;
  e.accounting.show = 2030, e.accounting.price_factor = 2;
  const CostEffectiveness own = of_served();
  EXPECT_DOUBLE_EQ(own.options[0].cost, 200);
  EXPECT_DOUBLE_EQ(own.options[1].cost, 240);
  EXPECT_DOUBLE_EQ(own.members_time[0], 40);
  e.accounting.discount = 0;
  EXPECT_TRUE(of_served().discounted.empty());
}

// A larger ward does ten times as much for nothing more: it is no choice that a ward has.
TEST(CostEffectiveness, VariantsInDifferentWardsAreNoChoice) {
  const std::string text = std::string{small_ward} +
                           "[experiment]\nreplicates = 6\noutcomes = [\"poor_served\"]\n"
                           "months_shown = [12]\ndiscount = 0.05\n[[variant]]\nname = \"was\"\n"
                           "[[variant]]\nname = \"more\"\n[[variant]]\nname = \"larger\"\n"
                           "set = { \"world.households_per_rt\" = 60 }\n";
  const CostEffectiveness c =
      costed(experiment_from(text), "wards", [](std::size_t v, std::uint32_t r) {
        const double served[] = {10, 20, 100}, cost[] = {1000, 2000, 1000};
        return row(v == 2 && r == 3 ? nothing : served[v] + r % 2, cost[v]);
      });
  EXPECT_EQ(c.counted, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(c.worlds, 6u);  // the larger ward takes no world away
  EXPECT_EQ(c.options[1].standing, Dominance::frontier);
  EXPECT_DOUBLE_EQ(c.options[1].icer, 100);
  EXPECT_EQ(c.options[2].standing, Dominance::elsewhere);
  EXPECT_EQ(c.discounted[2].standing, Dominance::elsewhere);
  EXPECT_TRUE(std::isnan(c.options[2].effect));
  EXPECT_TRUE(std::isnan(c.at(1000).best[2]));
  EXPECT_DOUBLE_EQ(c.at(1000).best[1], 1);
}

}  // namespace swadaya
