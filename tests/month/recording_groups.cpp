#include "sim/month/recording_groups.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/month/outcome.hpp"
#include "sim/month/outcome_row.hpp"
#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Nothing : Declares {};

class Wards : public Bare<Nothing> {
 public:
  explicit Wards(std::uint32_t wards) : Bare{world_by_hand({.wards = wards})} {}
  // Of 100 households.
  double outcome(const std::string& name, int month = 1, double elite = 20) const {
    Tally tally;
    tally.sums.households = 100, tally.sums.elite = elite;
    for (const auto& ward : wards()) add_groups_of(tally.sums, *ward, month);
    return outcomes_of(tally, ConsumptionBins{0}).at(*outcome_index(name));
  }
  // A group with one borrower.
  Group& borrowing(double principal, double balance, double overdue, double reported) {
    Group& group = group_of({0});
    group.loans = 1;
    Member& m = group.members[0];
    m.principal = principal, m.balance = balance, m.overdue = overdue,
    m.reported_overdue = reported;
    return group;
  }
};

}  // namespace

TEST(RecordedGroups, GiveTheOfficialIndicators) {  // K20
  Wards wards{1};
  const double balances[] = {1500, 900, 2000, 1200, 800, 2500, 600, 1800, 1100, 600};
  const double late[] = {0, 0, 0, 400, 0, 0, 600, 0, 0, 0};
  for (int i = 0; i < 10; ++i)
    wards.borrowing(1300, balances[i], late[i], late[i]);  // instalments of 130
  EXPECT_NEAR(wards.outcome("lar"), 0.2, 1e-9);
  EXPECT_NEAR(wards.outcome("par"), 0.138461538, 1e-9);
  EXPECT_NEAR(wards.outcome("rr"), 0.923076923, 1e-9);
  EXPECT_EQ(wards.outcome("outstanding_kRp"), 13000);
}

// Of two wards: two groups active, one dormant, one dissolved, two ghosts of which one was found.
TEST(RecordedGroups, AreCountedByWhatBecameOfThem) {
  Wards wards{2};
  for (const Household h : {0u, 3u, 6u, 9u}) wards.group_of({h, h + 1, h + 2});
  wards.group_of({16, 17}, 1).ghost = true;
  Group& found = wards.group_of({18, 19}, 1);
  found.ghost = found.found_out = true;
  auto& groups = wards.ward().groups;
  groups[1].stage = Stage::dormant, groups[2].stage = Stage::dissolved;
  double cohesion = 0.1;
  for (Group& group : groups) {
    group.cohesion = cohesion += 0.1;
    group.meetings = group.stage == Stage::dormant ? 0 : 1;
    group.attendance = group.founder == 0 ? 1 / 3.0 : 1;
    group.last_visit = group.founder == 9 ? 4 : 3, group.visits_now = 2;
  }
  EXPECT_EQ(wards.outcome("groups_active"), 1);
  EXPECT_EQ(wards.outcome("groups_dormant"), 0.5);
  EXPECT_EQ(wards.outcome("groups_ghost"), 0.5);
  EXPECT_EQ(wards.outcome("group_survival"), 0.5);
  EXPECT_NEAR(wards.outcome("cohesion"), (0.2 + 0.3 + 0.5) / 3, 1e-12);
  EXPECT_NEAR(wards.outcome("attendance"), (1 + 3) / 6.0, 1e-12);
  EXPECT_NEAR(wards.outcome("visits_per_group", 4), 2 / 3.0, 1e-12);
}

// Of a capital of 10,000: a ghost's balance, a dead member's, and what is three instalments behind.
TEST(RecordedGroups, LoseCapitalToGhostsTheGoneAndTheLate) {
  Wards wards{1};
  wards.ward().fund.receive_grant(12000);
  wards.ward().fund.spend_on_works(1500);
  wards.ward().for_works = 500;
  wards.borrowing(1000, 700, 0, 0).ghost = true;
  wards.borrowing(1000, 600, 100, 0).members[0].fate = Fate::died;
  wards.borrowing(1000, 900, 400, 0);
  wards.borrowing(1000, 900, 200, 0);  // two behind
  EXPECT_NEAR(wards.outcome("capital_left"), 1 - (700 + 600 + 400) / 10000.0, 1e-12);
  EXPECT_NEAR(wards.outcome("unwilling_share"), 600 / 700.0, 1e-12);
}

TEST(RecordedGroups, AreSelfReliantAsAGeometricMeanOfSavingsAndCapacity) {
  Wards wards{1};
  Group& group = wards.borrowing(1000, 300, 0, 0);
  group.members[0].savings = 100;
  group.capacity = 0.6;
  wards.borrowing(1000, 0, 0, 0).capacity = 0.2;
  EXPECT_NEAR(wards.outcome("self_reliance_savings"), 0.05, 1e-12);
  EXPECT_NEAR(wards.outcome("self_reliance_capacity"), 0.4, 1e-12);
  EXPECT_NEAR(wards.outcome("self_reliance"), std::sqrt(0.05 * 0.4), 1e-12);
  wards.ward().due = 700, wards.ward().repaid = 350;  // says nothing of it
  EXPECT_NEAR(wards.outcome("self_reliance"), std::sqrt(0.05 * 0.4), 1e-12);
  EXPECT_EQ(wards.outcome("recovery"), 0.5);
}

// Exit after month 36: from month 60 on, groups that meet and owe nothing.
TEST(RecordedGroups, HelpThemselvesWhereTheyMeetWithoutALoan) {
  Wards wards{2};
  wards.group_of({0, 1}).members[0].savings = 30;
  wards.group_of({2, 3}).stage = Stage::dormant;
  wards.borrowing(1000, 300, 0, 0).members[0].savings = 60;
  wards.group_of({5}).ghost = true;
  EXPECT_EQ(wards.outcome("self_help_groups", 59), 0);
  EXPECT_EQ(wards.outcome("self_help_groups", 60), 0.5);
  EXPECT_NEAR(wards.outcome("savings_per_member_kRp"), 90 / 5.0, 1e-12);
}

TEST(RecordedGroups, AreFoundedAndLeft) {
  Wards wards{2};
  wards.group_of({0, 1, 2}).founded = 4;
  wards.group_of({3, 4}).founded = 5;
  wards.group_of({5}).founded = 5;
  wards.ward().groups.back().ghost = true;
  wards.ward(0).left = 2, wards.ward(1).left = 1;
  EXPECT_EQ(wards.outcome("groups_founded", 5), 0.5);
  EXPECT_EQ(wards.outcome("groups_founded", 6), 0);
  EXPECT_NEAR(wards.outcome("members_left"), 3 / 8.0, 1e-12);
}

TEST(RecordedGroups, LookGoodWhereThoseInGoodStandingAreAsked) {
  Wards wards{1};
  EXPECT_TRUE(std::isnan(wards.outcome("looks_good")));
  Group& group = wards.group_of({0, 1, 2, 3, 4});
  for (const Household h : {0u, 1u, 2u, 3u, 4u}) {
    group.members[h].loans = h == 4 ? 0 : 1;
    wards.ward().set(column::attitude, h, h == 1 ? 0.4f : 0.6f);
  }
  group.members[2].overdue = 1;  // not in good standing, nor who never borrowed
  EXPECT_NEAR(wards.outcome("looks_good"), 2 / 3.0, 1e-12);
}

TEST(RecordedGroups, OweForBankruptcyOrWantOfWill) {
  Wards wards{1};
  wards.ward().fund.receive_grant(2000);
  wards.borrowing(1000, 700, 300, 0).members[0].fate = Fate::bankrupt;
  wards.borrowing(1000, 800, 500, 0);
  wards.borrowing(1000, 100, 100, 0).members[0].fate = Fate::moved;
  wards.borrowing(1000, 900, 900, 0).ghost = true;
  EXPECT_NEAR(wards.outcome("bankrupt_share"), 300 / 900.0, 1e-12);
  EXPECT_NEAR(wards.outcome("owed_over_capital"), 2500 / 2000.0, 1e-12);
}

// One ward lent in month 10, the other never.
TEST(RecordedGroups, LendOrOutlastTheMoney) {
  Wards wards{2};
  wards.group_of({0}).last_loan = 10;
  EXPECT_EQ(wards.outcome("wards_lending", 10), 0.5);
  EXPECT_EQ(wards.outcome("wards_lending", 21), 0.5);
  EXPECT_EQ(wards.outcome("wards_lending", 22), 0);
  wards.group_of({16}, 1);
  EXPECT_EQ(wards.outcome("wards_outlasting_money", 23), 0);
  EXPECT_EQ(wards.outcome("wards_outlasting_money", 33), 0.5);
  EXPECT_EQ(wards.outcome("wards_outlasting_money", 34), 1);
  wards.ward(1).groups[0].stage = Stage::dormant;
  EXPECT_EQ(wards.outcome("wards_outlasting_money", 34), 0.5);
}

TEST(RecordedGroups, KeepWhatWasLentFirstAndFoundOut) {
  Wards wards{2};
  wards.ward(0).lent_first = 300, wards.ward(1).lent_first = 100;
  wards.ward(0).borrowers.women = 3;
  EXPECT_TRUE(std::isnan(wards.outcome("ghost_age")));
  wards.ward(0).ghosts_found = 2, wards.ward(0).ghost_months = 50;
  wards.ward(1).ghosts_found = 1, wards.ward(1).ghost_months = 10;
  EXPECT_EQ(wards.outcome("first_turn_kRp"), 200);
  EXPECT_EQ(wards.outcome("women_served"), 1.5);
  EXPECT_EQ(wards.outcome("ghost_age"), 20);
}

TEST(RecordedGroups, ElitesAreServedBeyondTheirShare) {
  Wards wards{2};
  wards.ward(0).borrowers = {.all = 10, .poor = 4, .near_poor = 2, .others = 4, .elite = 5};
  wards.ward(1).borrowers = {.all = 8, .poor = 1, .near_poor = 1, .others = 6, .elite = 1};
  EXPECT_NEAR(wards.outcome("elite_excess"), 6 / 20.0 - 12 / 80.0, 1e-12);
  EXPECT_EQ(wards.outcome("borrowers"), 9);
  EXPECT_TRUE(std::isnan(wards.outcome("elite_excess", 1, 0)));
}

TEST(RecordedGroups, CostWhatAllWardsSpend) {
  Wards wards{2};
  wards.ward(0).spent = {.socialization = 1,
                         .facilitation = 2,
                         .targeting = 4,
                         .supervision = 8,
                         .coordination = 16,
                         .lending = 32,
                         .grant = 64,
                         .groups = 256,
                         .lump = 512,
                         .monthly = 1024};
  wards.ward(1).spent.lending = 128;
  EXPECT_EQ(wards.outcome("cost_kRp"), 2047 / 2.0);
  double parts = 0;
  for (const char* part : {"socialization", "facilitation", "targeting", "supervision",
                           "coordination", "lending", "grant", "groups", "other"})
    parts += wards.outcome(std::string{"cost_"} + part + "_kRp");
  EXPECT_EQ(parts, 2047 / 2.0);
  EXPECT_EQ(wards.outcome("cost_other_kRp"), 768);
  EXPECT_EQ(wards.outcome("cost_lending_kRp"), 80);
  EXPECT_EQ(wards.outcome("cost_groups_kRp"), 128);
}

}  // namespace swadaya
