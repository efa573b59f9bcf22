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

}  // namespace swadaya
