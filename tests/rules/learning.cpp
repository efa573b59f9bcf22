#include "sim/rules/learning.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

void months(Bare<Learning>& bare, int n) {
  for (int month = 1; month <= n; ++month) {
    bare.rule().see_groups(bare.ward());
    bare.pass({column::capacity},
              [&](Cells& cells) { cells.next(column::capacity, bare.rule().next(cells)); });
  }
}

}  // namespace

// A member closes a part of the gap to its group a month, whoever is alone a part of that to where
// all began: a geometric sequence each.
TEST(Learning, ApproachesTheGroupAndFallsBackAlone) {
  Bare<Learning> bare{world_by_hand({}),
                      {{"rule.first_capacity", 0.2}, {"rule.learns", 0.1}, {"rule.forgets", 0.02}}};
  bare.rule().begin(bare.ward());
  EXPECT_EQ(bare.ward().now(column::capacity, 3), 0.2f);
  bare.group_of({0, 1, 2}).capacity = 0.9;
  bare.ward().set(column::capacity, 5, 0.8f);  // of a group that is no more
  months(bare, 12);
  EXPECT_NEAR(double{bare.ward().now(column::capacity, 1)}, 0.9 - 0.7 * std::pow(0.9, 12), 1e-5);
  EXPECT_NEAR(double{bare.ward().now(column::capacity, 5)}, 0.2 + 0.6 * std::pow(0.98, 12), 1e-5);
  EXPECT_NEAR(double{bare.ward().now(column::capacity, 9)}, 0.2, 1e-6);
}

TEST(Learning, NeedsALivingGroupAndAnAbleMember) {
  Bare<Learning> bare{world_by_hand({}), {{"rule.learns", 0.5}, {"rule.forgets", 0.0}}};
  bare.rule().begin(bare.ward());
  bare.group_of({0, 1, 2}).capacity = 1;
  bare.ward().groups[0].members[1].fate = Fate::bankrupt;
  bare.group_of({4, 5, 6}).capacity = 1;
  bare.ward().groups[1].stage = Stage::dissolved;
  bare.group_of({8, 9, 10}).capacity = 1;
  bare.ward().groups[2].ghost = true;
  bare.ward().set(column::member, 2, 0);  // has left since
  months(bare, 1);
  EXPECT_NEAR(double{bare.ward().now(column::capacity, 0)}, 0.6, 1e-6);
  for (const Household h : {1u, 2u, 5u, 9u, 12u})
    EXPECT_NEAR(double{bare.ward().now(column::capacity, h)}, 0.2, 1e-6) << h;
}

// Who still owes in a group that is no more learns from the one it is in.
TEST(Learning, IsOfTheGroupThatOneIsInNow) {
  for (const bool old_one_first : {true, false}) {
    Bare<Learning> bare{world_by_hand({}), {{"rule.learns", 1.0}}};
    bare.rule().begin(bare.ward());
    for (const bool is_old : {old_one_first, !old_one_first}) {
      Group& group = bare.group_of({0, 1, 2});
      group.capacity = is_old ? 0.4 : 0.7;
      if (is_old) group.stage = Stage::dissolved;
    }
    months(bare, 1);
    EXPECT_NEAR(double{bare.ward().now(column::capacity, 0)}, 0.7, 1e-6) << old_one_first;
  }
}

}  // namespace swadaya
