#include "sim/results/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "sim/base/csv.hpp"
#include "sim/results/database.hpp"
#include "sim/results/in_memory.hpp"
#include "sim/world/boards.hpp"
#include "tests/results/known.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

class Comparison : public KnownEffect {
 protected:
  // Looks at sixty worlds in a store and in memory: the first variant informs `mean` more, and 0.05
  // times the luck of the world's board.
  template <class Look>
  void with_lucky_wards(double mean, const Look& look) {
    experiment.replicates = 60;
    for (Variant& v : experiment.variants)
      v.scenario.values = {{"world.areas", 1.0}, {"world.wards_per_area", 1.0}};
    Store store{own_folder() + "/lucky", experiment, Existing::overwrite};
    ResultsInMemory memory{experiment};
    for (std::uint32_t r = 0; r < experiment.replicates; ++r)
      for (std::size_t v = 0; v < 3; ++v) {
        Series own = series(1, r % 4);
        const double luck = luck_of_boards(Dice{experiment.seed, r}, 1)[0];
        if (v == 0)
          for (const std::size_t month : {std::size_t{10}, std::size_t{last}})
            own.values[month * outcomes().size() + outcome("informed")] += mean + 0.05 * luck;
        store.add(r, {v}, {own}), memory.add(r, {v}, {own});
      }
    store.load();
    look(store), look(memory);
  }
};

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
  const std::string csv = comparison_csv(store, comparison_of(experiment, store, {}));
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "variant,outcome,month,n,baseline_mean,variant_mean,difference,standard_error,low,high,"
            "monte_carlo_low,monte_carlo_high,luck_low,luck_high,structure_low,structure_high,"
            "cost_difference_kRp,cost_per_unit,unequal_pairs,ward_low,ward_high,simultaneous_low,"
            "simultaneous_high,variance_cut,interval,fails");
  const std::string good = line_with(csv, "good,informed,30");
  EXPECT_TRUE(
      good.starts_with("good,informed,30,4,0.35,0.45,0.1,0.02886751346,0.008130688448,0.1918693116,"
                       "0.008130688448,0.1918693116,0.05,0.15,,,500,50,4,0.05,0.15,"))
      << good;
  EXPECT_TRUE(good.ends_with(",1,Monte Carlo 95 %,")) << good;
  EXPECT_EQ(line_with(csv, "good,delay,30"),
            "good,delay,30,0,,,,,,,,,,,,,500,,0,,,,,,Monte Carlo 95 %,");
  EXPECT_TRUE(line_with(csv, "noisy,informed,10")
                  .starts_with("noisy,informed,10,4,0.35,0.35,0,0.005773502692,-0.01837386231,"
                               "0.01837386231,"));
  EXPECT_FALSE(has(csv, "\nbase,"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + 2 * 4 * outcomes().size()));
}

// Worlds of a draw differ by turns and draws don't: all of it is luck.
TEST_F(Comparison, IsOverParametersWhereWorldsDrewThem) {
  experiment.posterior.keys = {"lending.norm"};
  experiment.replicates = 20;
  const Store store = filled(experiment);
  const PairedDifference d = compared(comparison_of(store, {last}), 0, "informed").effect;
  ASSERT_TRUE(d.is_over_parameters());
  EXPECT_NEAR(d.low, 0.1, 1e-6);
  EXPECT_NEAR(d.high, 0.1, 1e-6);
  EXPECT_NEAR(d.luck.low, 0.05, 1e-9);
  EXPECT_NEAR(d.ward.low, 0.05, 1e-12);
  EXPECT_TRUE(
      comparison_csv(store, comparison_of(experiment, store, {})).find(",parameters 90 %,\n") !=
      std::string::npos);
}

// Ten draws of which each expects something else, and worlds that have no luck.
TEST_F(Comparison, HasNoLuckWhereWorldsOfADrawAreAlike) {
  experiment.posterior.keys = {"lending.norm"};
  experiment.replicates = 20;
  experiment.worlds_per_draw = 2;
  ResultsInMemory results{experiment};
  for (std::uint32_t r = 0; r < 20; ++r)
    for (std::size_t v = 0; v < 3; ++v) {
      Series own = series(v, r / 2);
      results.add(r, {v}, {own});
    }
  EXPECT_EQ(results.draws()[3], 1u);
  const PairedDifference d = compared(comparison_of(results, {last}), 0, "informed").effect;
  EXPECT_NEAR(d.luck.high - d.luck.low, 0, 1e-9);
  EXPECT_LT(d.low, 0.051);
  EXPECT_GT(d.high, 0.149);
}

// What standing does to a world is known, and the mean is that of all wards: 0.1.
TEST_F(Comparison, IsFreedOfTheLuckOfItsWards) {
  with_lucky_wards(0.1, [&](const Results& results) {
    const auto all = comparison_of(experiment, results, {});
    const Compared& c = *std::find_if(all.begin(), all.end(), [](const Compared& one) {
      return one.outcome == outcome("informed") && one.month == last;
    });
    EXPECT_NEAR(c.effect.difference, 0.1, 1e-12);
    EXPECT_NEAR(c.effect.high, 0.1, 1e-10);
    EXPECT_GT(std::abs(c.effect.variant_mean - c.effect.baseline_mean - 0.1), 1e-4);
    EXPECT_GT(c.effect.variance_cut, 1e6);
    EXPECT_GT(c.effect.luck.high - c.effect.luck.low, 0.1);
    EXPECT_NEAR(c.at_once.high, 0.1, 1e-9);
  });
}

TEST_F(Comparison, IsOfPlainMeansWhereWorldsTookDraws) {
  experiment.posterior.keys = {"lending.norm"};
  experiment.worlds_per_draw = 2;
  with_lucky_wards(0, [&](const Results& results) {
    const PairedDifference d = compared(comparison_of(results, {last}), 0, "informed").effect;
    EXPECT_EQ(d.variance_cut, 1);
    EXPECT_NEAR(d.difference, d.variant_mean - d.baseline_mean, 1e-12);
    EXPECT_GT(std::abs(d.difference), 1e-4);
  });
}

TEST_F(Comparison, SaysWhereOtherAssumptionsPutIt) {
  const Store store = filled(experiment);
  const auto all = comparison_of(experiment, store, {{0, outcome("informed"), last, {0.02, 0.3}}});
  int found = 0;
  for (const Compared& c : all) {
    if (!std::isfinite(c.structure.low)) continue;
    ++found;
    EXPECT_EQ(c.structure.high, 0.3);
    EXPECT_TRUE(c.variant == 0 && c.outcome == outcome("informed") && c.month == last);
  }
  EXPECT_EQ(found, 1);
}

// Of outcomes and months shown alone; never narrower than alone.
TEST_F(Comparison, HoldsWhatIsShownAtOnce) {
  const Store store = filled(experiment);
  for (const Compared& c : comparison_of(experiment, store, {})) {
    const bool is_shown = (c.outcome == outcome("informed") || c.outcome == outcome("gini")) &&
                          (c.month == 10 || c.month == last);
    EXPECT_EQ(std::isfinite(c.at_once.low), is_shown) << outcomes()[c.outcome].name << c.month;
    if (is_shown) {
      EXPECT_LE(c.at_once.low, c.effect.low);
      EXPECT_GE(c.at_once.high, c.effect.high);
    }
  }
}

TEST_F(Comparison, StandsInTheDatabaseToo) {
  Store store = filled(experiment);
  const std::string folder = store.folder();
  {
    Store written = Store::open(folder, Access::write);
    written.keep_comparison(comparison_of(experiment, written, {}));
    written.keep_comparison(comparison_of(experiment, written, {}));  // in place of the first
  }
  const Database database{folder + "/results.db", Access::read};
  Statement row = database.statement(
      "SELECT difference, luck_high, structure_low, interval, count(*) FROM comparison WHERE "
      "variant = 'good' AND outcome = 'informed' AND month = 30");
  ASSERT_TRUE(row.next());
  EXPECT_NEAR(row.number(0), 0.1, 1e-12);
  EXPECT_NEAR(row.number(1), 0.15, 1e-12);
  EXPECT_TRUE(std::isnan(row.number(2)));
  EXPECT_EQ(row.text(3), "Monte Carlo 95 %");
  EXPECT_EQ(row.whole(4), 1);
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

// Worlds of different wards are none of each other's pairs.
TEST(ComparisonOfWards, IsNotPairedWhereWardsDiffer) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
          "[experiment]\nreplicates = 8\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
          "set = { \"lending.norm\" = 0.1 }\n[[variant]]\nname = \"c\"\n"
          "set = { \"world.poor\" = 0.4 }\n",
      {"time.months=12"});
  const Store store = store_with_outcomes(e, "wards", [](std::size_t v, std::uint32_t w) {
    return std::map<std::string, double>{{"recovery", 0.05 * w + 0.01 * static_cast<double>(v)}};
  });
  for (const Compared& c : comparison_of(store, {12})) {
    if (outcomes()[c.outcome].name != "recovery") continue;
    EXPECT_EQ(c.effect.is_paired, c.variant == 1);
    if (c.variant == 1) {
      EXPECT_LT(c.effect.high - c.effect.low, 1e-9) << "each world the same";
      EXPECT_STREQ(interval_called(c.effect), "Monte Carlo 95 %");
    } else {
      EXPECT_GT(c.effect.high - c.effect.low, 0.2) << "each world by itself";
      EXPECT_STREQ(interval_called(c.effect), "Monte Carlo 95 %, not paired");
    }
  }
}

TEST(ComparisonOfWards, SaysSoInOneFieldOfTheCsv) {
  const Experiment e =
      experiment_from(std::string{small_ward} +
                      "[experiment]\nreplicates = 3\n[[variant]]\nname = \"a\"\n"
                      "[[variant]]\nname = \"c\"\nset = { \"world.poor\" = 0.4 }\n");
  const Store store = store_with_outcomes(
      e, "csv", [](std::size_t, std::uint32_t) { return std::map<std::string, double>{}; });
  const Csv csv =
      read_csv(file_with("comparison.csv", comparison_csv(store, comparison_of(store, {12}))));
  ASSERT_FALSE(csv.rows.empty());
  for (const Csv::Row& row : csv.rows) {
    ASSERT_EQ(row.fields.size(), csv.names.size());
    EXPECT_EQ(row.fields[*csv.column("interval")], "Monte Carlo 95 %, not paired");
    EXPECT_EQ(row.fields[*csv.column("fails")], "");
  }
}

// Of two worlds Student's t is 12.7; comparison.csv says no more than a share can differ by.
TEST(ComparisonOfFewWorlds, StaysInsideWhatAnOutcomeCanBe) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\noutcomes = [\"recovery\"]\n"
      "months_shown = [12]\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n");
  const Store store = store_with_outcomes(e, "few", [](std::size_t v, std::uint32_t r) {
    return std::map<std::string, double>{{"recovery", v == 0 ? 0.7 : 0.2 + 0.4 * r},
                                         {"cost_kRp", 1000.0 * static_cast<double>(v) * r}};
  });
  for (const Compared& c : comparison_of(e, store, {})) {
    if (outcomes()[c.outcome].name == "cost_kRp") {
      EXPECT_LT(c.effect.low, -5000);  // money has no end
    }
    if (outcomes()[c.outcome].name != "recovery") continue;
    EXPECT_NEAR(c.effect.difference, -0.3, 1e-12);
    EXPECT_EQ(c.effect.low, -1);
    EXPECT_EQ(c.effect.high, 1);
    EXPECT_GE(c.effect.monte_carlo.low, -1);
    if (c.month == 12) {
      EXPECT_EQ(c.at_once.low, -1);
    }
  }
}

}  // namespace swadaya
