#include "sim/month/simulation.hpp"

#include "tests/stage.hpp"

namespace swadaya {

TEST(Simulation, ConservesMoneyAtEachStep) {
  const Scenario s =
      scenario_from(small_ward, {"world.dishonest=1", "supervision.audit_probability=0.5"});
  const World world = world_of(s);
  const Scenario* one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  for (int month = 1; month <= 30; ++month) {
    simulation.step();  // throws where the fund or the balances are off
    EXPECT_NEAR(simulation.ward(0, 0).fund.imbalance(), 0, 1e-6);
  }
  EXPECT_GT(simulation.ward(0, 0).fund.flows().lent, 0);
  EXPECT_GT(simulation.ward(0, 0).fund.flows().principal_repaid, 0);
}

TEST(Simulation, NoticesMoneyThatIsNotConserved) {
  const Scenario s = scenario_from(small_ward);
  const World world = world_of(s);
  const Scenario* one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  Group group;
  Member m{};
  m.balance = 77;  // of a loan that nobody gave
  group.members.push_back(m);
  simulation.ward(0, 0).add(group);
  EXPECT_THROW(simulation.step(), std::logic_error);
}

TEST(Simulation, MovesNothingThatShouldNotMoveOnNulls) {
  const Series s = series_of({scenario_from(all_nulls)})[0];
  for (const char* outcome : {"informed", "grant_belief", "attitude", "poverty_headcount",
                              "poverty_gap", "poverty_severity", "gini", "lent_kRp", "borrowers",
                              "groups_ghost", "cost_facilitation_kRp", "cost_socialization_kRp"})
    for (int month = 1; month <= 24; ++month)
      EXPECT_EQ(value(s, month, outcome), value(s, 0, outcome)) << outcome << month;
  EXPECT_EQ(value(s, 24, "leakage"), 0);
}

TEST(Catalogue, HasADefaultAndANullForEverySlot) {
  for (std::size_t slot = 0; slot < slot_count; ++slot) {
    int defaults = 0, nulls = 0;
    for (const ModelInfo& model : all_models().models())
      if (model.slot == static_cast<Slot>(slot))
        defaults += model.is_default, nulls += model.is_null;
    EXPECT_EQ(defaults, 1) << slot_names[slot];
    EXPECT_GE(nulls, 1) << slot_names[slot];
  }
}

TEST(Catalogue, FindsAModelByItsNameAloneOrWithItsSlot) {
  EXPECT_EQ(all_models().named("word-of-mouth").size(), 1u);
  EXPECT_EQ(all_models().named("socialization/word-of-mouth").size(), 1u);
  EXPECT_EQ(all_models().named("lending/word-of-mouth").size(), 0u);
  EXPECT_GE(all_models().named("none").size(), 3u);
  EXPECT_EQ(all_models().named("lending/none")[0]->slot, Slot::lending);
}

TEST(Recording, GivesTheClosedFormsOfALognormal) {  // K28, sigma 0.6
  const Scenario s = scenario_from(
      "[time]\nmonths = 1\n[world]\nelite = 0\nsegregation = 0\npoverty_rate = 0.276102833\n",
      {"welfare.churn=0"});
  const Series series = series_of({s})[0];
  const double n = 10450;
  EXPECT_NEAR(value(series, 0, "gini"), 0.328626759, 0.01);
  EXPECT_NEAR(value(series, 0, "poverty_headcount"), 0.276102833, 4 * std::sqrt(0.276 * 0.724 / n));
  EXPECT_NEAR(value(series, 0, "poverty_gap"), 0.077451320, 0.006);
  EXPECT_NEAR(value(series, 0, "poverty_severity"), 0.031289187, 0.004);
}

TEST(Recording, GivesTheOfficialIndicators) {  // K20
  const Scenario s = scenario_from(small_ward);
  const World world = world_of(s);
  const Scenario* one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  const double balances[] = {1500, 900, 2000, 1200, 800, 2500, 600, 1800, 1100, 600};
  const double late[] = {0, 0, 0, 400, 0, 0, 600, 0, 0, 0};
  for (int i = 0; i < 10; ++i) {
    Group g;
    g.loans = 1;
    Member m{};
    m.balance = balances[i], m.overdue = m.reported_overdue = late[i],
    m.principal = 1300;  // instalments of 130
    g.members.push_back(m);
    simulation.ward(0, 0).add(g);
  }
  const auto row = simulation.outcomes_now()[0];
  EXPECT_NEAR(row[*outcome_index("lar")], 0.2, 1e-9);
  EXPECT_NEAR(row[*outcome_index("par")], 0.138461538, 1e-9);
  EXPECT_NEAR(row[*outcome_index("rr")], 0.923076923, 1e-9);
}

}  // namespace swadaya
