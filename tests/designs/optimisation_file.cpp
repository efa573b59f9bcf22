#include "sim/designs/optimisation_file.hpp"

#include "sim/designs/optimisation.hpp"
#include "tests/mixed.hpp"

namespace swadaya {

TEST(OptimisationFile, ReadsLeversAndWhatTheyCost) {
  const Experiment e = experiment_from(mixed_file(of_recovery));
  EXPECT_EQ(e.design, "optimisation");
  ASSERT_EQ(e.levers.size(), 4u);
  EXPECT_EQ(e.levers[0].name, "supervision.audit_probability");
  EXPECT_EQ(e.levers[0].label(), "Audits");
  EXPECT_EQ(e.levers[2].step, 1);  // of a whole number
  EXPECT_EQ(e.levers[3].options.size(), 2u);
  const LeverSpace space{e.levers};
  // Against the baseline: audits 0.04, meetings 2 a month.
  EXPECT_NEAR(space.spending({0.54, 1, 3, 1}), 5000 - 2000 + 3000, 1e-9);
  const Experiment again = experiment_from(resolved_toml(e, all_models()));
  EXPECT_EQ(again.design, "optimisation");
  EXPECT_EQ(again.levers.size(), 4u);
  EXPECT_EQ(LeverSpace{again.levers}.spending({0.54, 1, 3, 1}), space.spending({0.54, 1, 3, 1}));
  EXPECT_EQ(optimisation_of(again).frontier, optimisation_of(e).frontier);
}

// The baseline's own value costs nothing; what is moved costs by how far.
TEST(OptimisationFile, ReadsOptionsWithTheirCosts) {
  const Experiment e = experiment_from(
      mixed_file(of_recovery,
                 "[[optimisation.lever]]\nkey = \"coordination.sequence\"\n"
                 "values = [\"money-first\", \"board-first\"]\ncosts = [0, 700]\n"
                 "[[optimisation.lever]]\nkey = \"groups.size\"\nvalues = [4, 5, 7]\n"
                 "costs = [-10, 0, 20]\n"));
  ASSERT_EQ(e.levers.size(), 2u);
  EXPECT_EQ(e.levers[0].baseline_text, "\"money-first\"");
  EXPECT_TRUE(e.levers[1].is_ordered);
  const LeverSpace space{e.levers};
  EXPECT_EQ(space.spending({1, 2}), 720);
  EXPECT_EQ(space.spending(space.cheapest()), -10);
  EXPECT_EQ(space.values({1, 2}).at("groups.size"), Value{7.0});
}

TEST(OptimisationFile, SaysEverythingThatIsWrongAtOnce) {
  const std::string bad = refusal(
      mixed_file("outcome = \"recovry\"\nmonth = 31\nbudget = -90000\ncandidate = 10\n",
                 mixed_levers) +
      "[[optimisation.lever]]\nkey = \"supervision.published\"\nvalues = [false, true]\n"
      "costs = [5, 10]\n"
      "[[optimisation.lever]]\nkey = \"lending.nrm\"\nlow = 0\nhigh = 1\ncost = 1\n"
      "[[optimisation.lever]]\nkey = \"lending.norm\"\nlow = 0.5\nhigh = 9\n"
      "[[optimisation.lever]]\nkey = \"world.elite\"\nlow = 0\nhigh = 0.1\ncost = 1\n"
      "[[optimisation.lever]]\nkey = \"groups.size\"\nset = { \"groups.size\" = 5 }\ncost = 1\n"
      "[[optimisation.lever]]\nname = \"meetings\"\nset = { \"programme.meetngs\" = 5 }\ncost = 1\n"
      "[[optimisation.lever]]\nkey = \"coordination.sequence\"\nlow = 0\nhigh = 1\ncost = 1\n");
  for (const char* part :
       {"nearest: recovery", "ends at month 30", "did you mean `candidates`?",
        "another lever moves supervision.published", "what the baseline does costs 0",
        "nearest: lending.norm", "must say what one more costs", "a lever is what people decide",
        "one of both", "two levers have the name `meetings`", "nearest: programme.meetings",
        "isn't a number: list `values`"})
    EXPECT_TRUE(has(bad, part)) << part << "\n" << bad;
  EXPECT_TRUE(has(refusal(mixed_file("outcome = \"recovery\"\nmonth = 24\nbudget = -90000\n")),
                  "the cheapest mix costs -4400"));
  EXPECT_TRUE(has(refusal(mixed_file("outcome = \"recovery\"\nmonth = 24\nbudget = 0\n", "")),
                  "must be said: what may be spent on"));
  EXPECT_TRUE(
      has(refusal(mixed_file("", mixed_levers)), "must say what is to be as high as can be"));
}

}  // namespace swadaya
