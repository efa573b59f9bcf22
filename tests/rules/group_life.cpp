#include "sim/rules/group_life.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

std::vector<Household> rows(Household first, Household last) {
  std::vector<Household> all;
  for (Household h = first; h < last; ++h) all.push_back(h);
  return all;
}

double spread(double share, double n) { return 4 * std::sqrt(share * (1 - share) / n); }

}  // namespace

// With e a meeting and m meetings a month cohesion rests at c = e m / (d + e m).
TEST(GroupLife, KeepsCohesionAtItsFixedPoint) {
  Bare<GroupLife> bare{world_by_hand({}),
                       {{"rule.d", 0.04},
                        {"rule.e", 0.05},
                        {"rule.leaving", 0.0},
                        {"programme.meetings", 2.0},
                        {"programme.exit", 1200.0}}};
  bare.group_of({0, 1, 2});
  for (int month = 1; month <= 300; ++month) bare.rule().month(bare.at(month), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].cohesion, 0.1 / 0.14, 1e-9);
}

TEST(GroupLife, StrainsCohesionByTheShareInDefault) {
  Bare<GroupLife> bare{world_by_hand({}),
                       {{"rule.d", 0.0}, {"rule.e", 0.0}, {"rule.k", 0.4}, {"rule.leaving", 0.0}}};
  Group& group = bare.group_of({0, 1, 2, 3});
  group.cohesion = 0.5;
  group.members[2].balance = 10;
  group.members[2].fate = Fate::moved;
  bare.rule().month(bare.at(1), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].cohesion, 0.5 * (1 - 0.4 / 4), 1e-12);
}

TEST(GroupLife, HasMeetingsThatTheUnweariedAttend) {
  Bare<GroupLife> bare{world_by_hand({.rts = 10, .households = 800}),
                       {{"rule.attends", 0.8}, {"rule.leaving", 0.0}, {"programme.meetings", 1.0}}};
  bare.group_of(rows(0, 4000));
  bare.group_of(rows(4000, 8000));
  for (Household h = 4000; h < 8000; ++h) bare.ward().set(column::burden, h, 0.5f);
  bare.rule().month(bare.at(1), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].attendance, 0.8, spread(0.8, 4000));
  EXPECT_NEAR(bare.ward().groups[1].attendance, 0.4, spread(0.4, 4000));
}

// One and a half meetings a month, a tenth of them after exit.
TEST(GroupLife, MeetsInPartsOfAMeetingByChance) {
  Bare<GroupLife> bare{world_by_hand({.rts = 10, .households = 400}),
                       {{"rule.leaving", 0.0},
                        {"programme.meetings", 1.5},
                        {"programme.meetings_after", 0.1},
                        {"programme.exit", 10.0}}};
  for (Household h = 0; h < 4000; h += 4) bare.group_of({h, h + 1, h + 2});
  for (const auto& [month, expected] : std::vector<std::pair<int, double>>{{10, 1.5}, {11, 0.15}}) {
    bare.rule().month(bare.at(month), bare.ward());
    double meetings = 0;
    for (const Group& group : bare.ward().groups) meetings += group.meetings;
    const double part = expected - std::floor(expected);
    EXPECT_NEAR(meetings / 1000, expected, spread(part, 1000)) << month;
  }
}

// Two a month for each of two real groups, one that is gone and a ghost left out; free where time
// is worth nothing.
TEST(GroupLife, CostsItsMembersTheTimeOfEachMeeting) {
  for (const double worth : {12.0, 0.0}) {
    Bare<GroupLife> bare{
        world_by_hand({}),
        {{"rule.leaving", 0.0}, {"programme.meetings", 2.0}, {"costs.group_meeting", worth}}};
    bare.group_of({0, 1, 2}), bare.group_of({3, 4, 5});
    bare.group_of({6, 7, 8}).ghost = true;
    bare.group_of({9, 10, 11}).stage = Stage::dissolved;
    for (int month = 1; month <= 5; ++month) bare.rule().month(bare.at(month), bare.ward());
    EXPECT_EQ(bare.ward().spent.groups, 5 * 2 * 2 * worth);
    EXPECT_EQ(bare.ward().spent.total(), bare.ward().spent.groups);
  }
}

TEST(GroupLife, SleepsAfterMonthsWithoutAMeetingAndWakes) {
  Bare<GroupLife> bare{world_by_hand({}),
                       {{"rule.dormant_after", 6.0},
                        {"rule.leaving", 0.0},
                        {"programme.exit", 4.0},
                        {"programme.meetings", 1.0},
                        {"programme.meetings_after", 0.0}}};
  bare.group_of({0, 1, 2});
  for (int month = 1; month <= 12; ++month) {
    bare.rule().month(bare.at(month), bare.ward());  // the last meeting is in month 4
    EXPECT_EQ(bare.ward().groups[0].stage, month < 10 ? Stage::active : Stage::dormant) << month;
  }
  bare.set({{"programme.meetings_after", 1.0}});
  bare.rule().month(bare.at(13), bare.ward());
  EXPECT_EQ(bare.ward().groups[0].stage, Stage::active);
  EXPECT_EQ(bare.ward().groups[0].last_meeting, 13);
}

// Hazard of leaving e^(-loyalty c) times that without cohesion.
TEST(GroupLife, IsLeftTheLessTheMoreItHoldsTogether) {
  for (const double cohesion : {0.0, 0.5, 1.0}) {
    Bare<GroupLife> bare{
        world_by_hand({.rts = 10, .households = 800}),
        {{"rule.d", 0.0}, {"rule.e", 0.0}, {"rule.leaving", 0.8}, {"rule.loyalty", 2.0}}};
    bare.group_of(rows(0, 8000)).cohesion = cohesion;
    bare.rule().month(bare.at(1), bare.ward());
    const double stays = std::exp(-0.8 * std::exp(-2 * cohesion));
    EXPECT_NEAR(static_cast<double>(bare.ward().groups[0].members.size()) / 8000, stays,
                spread(stays, 8000))
        << cohesion;
  }
}

TEST(GroupLife, LetsNobodyGoWhoOwesAndGivesSavingsBack) {
  Bare<GroupLife> bare{world_by_hand({}), {{"rule.leaving", 0.0}}};
  Group& group = bare.group_of({0, 1, 2, 3, 4});
  for (Member& m : group.members) m.savings = 25;
  bare.ward().fund.save(125);
  group.members[1].fate = group.members[2].fate = Fate::died;
  group.members[2].balance = 100;
  bare.rule().month(bare.at(1), bare.ward());
  std::vector<Household> left;
  for (const Member& m : bare.ward().groups[0].members) left.push_back(m.household);
  EXPECT_EQ(left, (std::vector<Household>{0, 2, 3, 4}));
  EXPECT_EQ(bare.ward().now(column::member, 1), 0.0f);
  EXPECT_EQ(bare.ward().fund.flows().savings_returned, 25);
  EXPECT_EQ(bare.ward().left, 1);
  // Two more gone: it is no group any more, but what is owed stays on its books.
  bare.ward().groups[0].members[2].fate = bare.ward().groups[0].members[3].fate = Fate::moved;
  bare.rule().month(bare.at(2), bare.ward());
  ASSERT_EQ(bare.ward().groups[0].members.size(), 1u);
  EXPECT_EQ(bare.ward().groups[0].members[0].household, 2u);
  EXPECT_EQ(bare.ward().groups[0].stage, Stage::dissolved);
  EXPECT_EQ(bare.ward().now(column::member, 0), 0.0f);
  EXPECT_EQ(bare.ward().fund.flows().savings_returned, 100);
  EXPECT_EQ(bare.ward().left, 4);
  EXPECT_EQ(bare.ward().groups[0].members[0].savings, 25);
}

// All kinds of household: joined, listed, favoured, in business; members, vacant rows.
TEST(GroupLife, IsForParticipantsWhoWantALoanAndMayHaveOne) {
  World world = world_by_hand({.rts = 2});
  std::vector<Household> expected;
  for (Household h = 0; h < 32; ++h) world.business[h] = h & 8 ? 1.0f : 0.0f;
  world.occupied[15] = 0;
  Bare<GroupLife> bare{std::move(world), {{"rule.wants_loan", 1.0}}};
  for (Household h = 0; h < 32; ++h) {
    bare.ward().set(column::joined, h, h & 1 ? 1.0f : 0.0f);
    bare.ward().set(column::listed, h, h & 2 ? 1.0f : 0.0f);
    bare.ward().set(column::favoured, h, h & 4 ? 1.0f : 0.0f);
    bare.ward().set(column::member, h, h == 27 ? 1.0f : 0.0f);
    if (h & 1 && h & 14 && h != 15 && h != 27) expected.push_back(h);
  }
  bare.rule().begin(bare.ward());
  bare.pass({}, [&](Cells& cells) { bare.rule().mark_willing(cells); });
  EXPECT_EQ(bare.rule().willing(bare.ward()), expected);
  bare.set({{"rule.wants_loan", 0.0}});
  bare.rule().begin(bare.ward());
  bare.pass({}, [&](Cells& cells) { bare.rule().mark_willing(cells); });
  EXPECT_TRUE(bare.rule().willing(bare.ward()).empty());
}

// The rate is raised by each visit, and for three months by the first money.
TEST(GroupLife, IsFoundedAtItsRate) {
  Bare<GroupLife> bare{
      world_by_hand({.rts = 10, .households = 800}),
      {{"rule.founding", 0.2}, {"rule.visit_boost", 1.5}, {"rule.demonstration", 0.5}}};
  const auto expect_rate = [&](int month, double rate) {
    const Month now = bare.at(month);
    double founded = 0;
    for (Household h = 0; h < 8000; ++h) founded += bare.rule().founds(now, bare.ward(), h);
    EXPECT_NEAR(founded / 8000, 1 - std::exp(-rate), spread(1 - std::exp(-rate), 8000)) << month;
  };
  expect_rate(1, 0.2);
  bare.ward().set_all(rt_column::visited, 2);
  expect_rate(2, 0.2 * 4);
  bare.ward().set_all(rt_column::visited, 0);
  bare.ward().received_now = 100;
  bare.rule().see_money(bare.at(3), bare.ward());
  bare.rule().see_money(bare.at(4), bare.ward());  // not the first any more
  expect_rate(5, 0.2 * 1.5);
  expect_rate(6, 0.2);
}

TEST(GroupLife, BeginsWithItsTiesAndWhatItsMembersCanDo) {
  Bare<GroupLife> bare{world_by_hand({}, {{0, 1}, {1, 2}, {2, 3}, {0, 9}}),
                       {{"rule.strangers", 0.1}, {"rule.friends", 0.4}}};
  for (Household h = 0; h < 4; ++h) bare.ward().set(column::capacity, h, 0.25f * float(h));
  const Group& group = bare.rule().found(bare.at(7), bare.ward(), {2, 0, 1, 3});
  EXPECT_EQ(group.founder, 2u);
  EXPECT_EQ(group.founded, 7);
  EXPECT_NEAR(group.ties, 3 / 6.0, 1e-12);
  EXPECT_NEAR(group.cohesion, 0.1 + 0.4 / 2, 1e-12);
  EXPECT_NEAR(group.capacity, 0.375, 1e-7);
  EXPECT_EQ(bare.ward().now(column::member, 3), 1.0f);
  EXPECT_EQ(bare.ward().now(column::member, 9), 0.0f);
}

}  // namespace swadaya
