#include "sim/designs/learn.hpp"

#include "sim/base/error.hpp"
#include "sim/results/in_memory.hpp"
#include "tests/learnt.hpp"

namespace swadaya {

TEST(Learn, FindsWhatWouldChangeTheChoiceWhereItIsLeastClear) {
  const Experiment e = known_experiment();
  ResultsInMemory results{e};
  fill_known(e, results, 0.01);
  ASSERT_FALSE(why_nothing_is_learnt(e, results));
  const WorthKnowing learnt = learnt_from(e, results);
  EXPECT_EQ(learnt.outcome, *outcome_index("recovery"));
  EXPECT_EQ(learnt.month, 20) << "that of the ranking";
  EXPECT_EQ(learnt.draws, 100u);
  EXPECT_EQ(learnt.worlds, 200u);
  // Half of the worlds' points for 1000 kRp: 5 of them on average.
  EXPECT_NEAR(learnt.price, 200, 10);
  EXPECT_FALSE(learnt.price_was_given);
  const Unknown& first = learnt.parameters[0];
  EXPECT_EQ(first.name, "lending.norm");
  EXPECT_NEAR(first.informed.value, 500, 25);
  EXPECT_NEAR(first.informed.changes, 0.5, 0.05);
  EXPECT_TRUE(first.informed.is_told());
  ASSERT_EQ(first.stretches.size(), 2u);
  EXPECT_EQ(first.stretches[0].package, 0u);
  EXPECT_EQ(first.stretches[1].package, 1u);
  EXPECT_NEAR(first.stretches[1].from, 0.5, 0.05);
  EXPECT_EQ(first.stretches[0].to, first.stretches[1].from);
  for (std::size_t k = 1; k < 3; ++k)
    EXPECT_LT(learnt.parameters[k].informed.value, 100) << learnt.parameters[k].name;
  // By section, where it has several; and all.
  ASSERT_EQ(learnt.groups.size(), 1u);
  EXPECT_EQ(learnt.groups[0].name, "lending");
  EXPECT_EQ(learnt.groups[0].keys.size(), 2u);
  EXPECT_NEAR(learnt.groups[0].informed.value, 500, 25);
  EXPECT_NEAR(learnt.all.informed.value, 500, 25);
}

// At 400 kRp a point 8000 x - 3000 has a mean of 1000, and of 1562.5 where it isn't taken below 0.
// Far off nothing changes the choice.
TEST(Learn, TakesAPriceThatIsGivenAndShowsOthers) {
  const Experiment e = known_experiment();
  ResultsInMemory results{e};
  fill_known(e, results);
  LearnQuestion question;
  question.price = 400;
  question.month = 30;
  const WorthKnowing learnt = learnt_from(e, results, question);
  EXPECT_EQ(learnt.price, 400);
  EXPECT_EQ(learnt.month, 30);
  EXPECT_TRUE(learnt.price_was_given);
  EXPECT_EQ(learnt.best, 1u);
  EXPECT_NEAR(learnt.all.informed.value, 562.5, 0.05 * 562.5);
  EXPECT_TRUE(std::is_sorted(learnt.prices.begin(), learnt.prices.end()));
  ASSERT_EQ(learnt.all.values.size(), learnt.prices.size());
  for (std::size_t p = 0; p < learnt.prices.size(); ++p) {
    // P (20 x - 5) - 1000, above 0 from x0 on.
    const double price = learnt.prices[p], from = std::clamp(0.25 + 50 / price, 0.0, 1.0);
    const double known = (1 - from) * (10 * price * (1 + from) - 5 * price - 1000);
    const double truth = known - std::max(0.0, 5 * price - 1000);
    EXPECT_NEAR(learnt.all.values[p], truth, 0.05 * truth + 1) << price;
  }
  question.price = 1;
  EXPECT_EQ(learnt_from(e, results, question).all.informed.value, 0);
}

// The programme's recovery says what x is: 0.3 + 0.4 x of those asked.
TEST(Learn, AsksPeople) {
  const Experiment e = known_experiment();
  ResultsInMemory results{e};
  fill_known(e, results);
  LearnQuestion question;
  question.price = 200;
  question.surveyed = outcome_index("recovery");
  question.people = 50;
  const WorthKnowing learnt = learnt_from(e, results, question);
  ASSERT_EQ(learnt.surveys.size(), 1u);
  const Asked& asked = learnt.surveys[0];
  EXPECT_EQ(asked.people, (std::vector<std::size_t>{30, 50, 100, 300, 1000}));
  EXPECT_TRUE(std::is_sorted(asked.values.begin(), asked.values.end()));
  EXPECT_NEAR(asked.limit, 500, 25);
  EXPECT_NEAR(asked.low, 0.32, 0.02);
  EXPECT_NEAR(asked.high, 0.68, 0.02);
  // By brute force: 50 yeses and noes of p = 0.3 + 0.4 x, x even over [0, 1].
  double truth = 0;
  constexpr int steps = 2000;
  for (int yes = 0; yes <= 50; ++yes) {
    double gain = 0;
    for (int i = 0; i < steps; ++i) {
      const double x = (i + 0.5) / steps, p = 0.3 + 0.4 * x;
      gain += std::exp(std::lgamma(51) - std::lgamma(yes + 1) - std::lgamma(51 - yes) +
                       yes * std::log(p) + (50 - yes) * std::log(1 - p)) *
              (4000 * x - 2000) / steps;
    }
    truth += std::max(0.0, gain);
  }
  EXPECT_NEAR(asked.values[1], truth, 0.05 * truth);
  // Nothing is to be learnt of what doesn't vary.
  question.surveyed = outcome_index("unwilling_share");
  EXPECT_THROW(learnt_from(e, results, question), BadInput);
}

TEST(Learn, NeedsDraws) {
  const Experiment few = known_experiment(10);
  ResultsInMemory results{few};
  fill_known(few, results);
  ASSERT_TRUE(why_nothing_is_learnt(few, results));
  EXPECT_TRUE(has(why_nothing_is_learnt(few, results)->rule, "10 draws"));
  const Experiment known = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
      "set = { \"lending.norm\" = 0.1 }\n");
  EXPECT_TRUE(has(why_nothing_is_learnt(known, ResultsInMemory{known})->rule, "taken as known"));
  const Experiment alone = experiment_from(small_ward);
  EXPECT_TRUE(has(why_nothing_is_learnt(alone, ResultsInMemory{alone})->rule, "no choice"));
}

// An outcome that is a number in too few draws.
TEST(Learn, SaysWhereAnAimHasNoFigures) {
  const Experiment e = known_experiment(30);
  ResultsInMemory results{e};
  const int months = e.variants[0].scenario.months;
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    const double value = r < 12 ? 0.5 : nothing;
    results.add(r, {0, 1}, {series_of(value, months), series_of(value, months)});
  }
  EXPECT_THROW(learnt_from(e, results), BadInput);
}

// No draw of the parameters makes one ward another one.
TEST(Learn, IsNotOfPackagesInDifferentWards) {
  Experiment e = known_experiment();
  std::get<double>(e.variants[1].scenario.values.at("world.households_per_rt")) += 20;
  ResultsInMemory results{e};
  fill_known(e, results, 0.01);
  const auto why = why_nothing_is_learnt(e, results);
  ASSERT_TRUE(why);
  EXPECT_TRUE(has(why->rule, "has package in different wards")) << why->rule;
}

}  // namespace swadaya
