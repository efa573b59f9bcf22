#include "sim/rules/contact.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

// Everybody comes to every meeting, nobody leaves, nothing ends.
Values undisturbed(Values more = {}) {
  more.insert({{"rule.attends", 1.0},
               {"rule.leaving", 0.0},
               {"rule.gives_up", 0.0},
               {"rule.breaks", 0.0},
               {"rule.held", 1.0},
               {"programme.exit", 1200.0}});
  return more;
}

double spread(double share, double n) { return 4 * std::sqrt(share * (1 - share) / n); }

// Of a thousand groups of three, those that are alive after `months`.
double alive_after(Bare<Contact>& bare, int months) {
  for (int month = 1; month <= months; ++month) bare.rule().month(bare.at(month), bare.ward());
  double alive = 0;
  for (const Group& group : bare.ward().groups) alive += group.alive() ? 1 : 0;
  return alive / 1000;
}

struct ThousandGroups : Bare<Contact> {
  explicit ThousandGroups(const Values& settings)
      : Bare{world_by_hand({.rts = 10, .households = 400}), settings} {
    for (Household h = 0; h < 4000; h += 4) group_of({h, h + 1, h + 2});
  }
};

}  // namespace

// Of an untied pair, what is untied after n meetings of both is (1 - contact)^n.
TEST(Contact, TiesAPairAtEachMeetingWithItsChance) {
  Bare<Contact> bare{
      world_by_hand({}),
      undisturbed({{"rule.contact", 0.05}, {"rule.fade", 0.0}, {"programme.meetings", 2.0}})};
  bare.group_of({0, 1, 2});
  for (int month = 1; month <= 12; ++month) bare.rule().month(bare.at(month), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].ties, 1 - std::pow(0.95, 24), 1e-6);
}

// With m made of what is missing and f fading of what was made, T rests at (m + f born) / (m + f).
TEST(Contact, FadesToTheTiesOfBirth) {
  const Tie tie{0, 1};
  Bare<Contact> bare{
      world_by_hand({}, {tie}),
      undisturbed({{"rule.contact", 0.02}, {"rule.fade", 0.03}, {"programme.meetings", 1.0}})};
  bare.group_of({0, 1, 2});
  for (int month = 1; month <= 600; ++month) bare.rule().month(bare.at(month), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].ties, (0.02 + 0.03 / 3) / 0.05, 1e-6);
  bare.set({{"programme.meetings", 0.0}});
  for (int month = 601; month <= 1200; ++month) bare.rule().month(bare.at(month), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].ties, 1.0 / 3, 1e-6);
}

// A meeting ties who is there: half as wearied, both of a pair come with (1 - tires burden)^2.
TEST(Contact, CountsPairsThatAreBothThere) {
  Bare<Contact> bare{world_by_hand({}), undisturbed({{"rule.contact", 0.1},
                                                     {"rule.fade", 0.0},
                                                     {"rule.tires", 0.5},
                                                     {"programme.meetings", 1.0}})};
  bare.group_of({0, 1, 2});
  for (const Household h : {0u, 1u, 2u}) bare.ward().set(column::burden, h, 0.8f);
  bare.rule().month(bare.at(1), bare.ward());
  EXPECT_NEAR(bare.ward().groups[0].ties, 1 - std::pow(0.9, 0.36), 1e-6);
}

TEST(Contact, HoldsMoreOfItsMeetingsTheMoreItCan) {
  for (const auto& [month, capacity, expected] : std::vector<std::tuple<int, double, double>>{
           {1, 0.0, 0.3}, {1, 0.5, 0.65}, {1, 1.0, 1.0}, {37, 0.0, 0.2}, {37, 0.5, 0.6}}) {
    ThousandGroups bare{{{"rule.held", 0.3},
                         {"rule.leaving", 0.0},
                         {"rule.gives_up", 0.0},
                         {"rule.breaks", 0.0},
                         {"programme.meetings", 1.0},
                         {"programme.meetings_after", 0.2},
                         {"programme.exit", 36.0}}};
    for (Group& group : bare.ward().groups) group.capacity = capacity;
    bare.rule().month(bare.at(month), bare.ward());
    double meetings = 0;
    for (const Group& group : bare.ward().groups) meetings += group.meetings;
    EXPECT_NEAR(meetings / 1000, expected, spread(expected, 1000) + 1e-12) << month << capacity;
  }
}

// Who waits for longer than `waits` gives up at a constant hazard, less with what the group can do.
TEST(Contact, LetsGroupsGiveUpThatWaitInVain) {
  for (const double capacity : {0.0, 0.5}) {
    ThousandGroups bare{undisturbed(
        {{"rule.d", 1.0}, {"rule.e", 0.0}, {"rule.waits", 6.0}, {"rule.educated", 1.4}})};
    bare.set({{"rule.gives_up", 0.1}});
    for (Group& group : bare.ward().groups) group.capacity = capacity, group.founded = 0;
    const double rate = 0.1 * std::exp(-1.4 * capacity), expected = std::exp(-rate * 10);
    EXPECT_NEAR(alive_after(bare, 15), expected, spread(expected, 1000)) << capacity;
  }
}

TEST(Contact, BreaksGroupsInDefaultWhoseDebtsStay) {
  ThousandGroups bare{undisturbed({{"rule.educated", 0.0}})};
  bare.set({{"rule.breaks", 0.1}});
  for (Group& group : bare.ward().groups) {
    group.loans = 1;
    group.members[0].balance = 10, group.members[0].fate = Fate::moved;
    group.cohesion = 0.5;
  }
  const double expected = std::exp(-0.1 / 3 * 10);
  EXPECT_NEAR(alive_after(bare, 10), expected, spread(expected, 1000));
  for (const Group& group : bare.ward().groups)
    if (!group.alive()) {
      EXPECT_EQ(group.cohesion, 0);
      EXPECT_EQ(group.balance(), 10);
      EXPECT_EQ(group.members.size(), 1u);
    }
}

TEST(Contact, FoundsLessWhileNothingIsLent) {
  Bare<Contact> bare{world_by_hand({.rts = 10, .households = 1600}),
                     {{"rule.founding", 0.2}, {"rule.idle", 0.25}}};
  for (const double open : {1.0, 0.04}) {
    bare.ward().open = open;
    double found = 0;
    for (Household h = 0; h < 16000; ++h)
      found += bare.rule().founds(bare.at(1), bare.ward(), h) ? 1 : 0;
    const double expected = 1 - std::exp(-0.2 * (open < 0.05 ? 0.25 : 1));
    EXPECT_NEAR(found / 16000, expected, spread(expected, 16000)) << open;
  }
}

}  // namespace swadaya
