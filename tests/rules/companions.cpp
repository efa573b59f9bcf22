#include "sim/rules/companions.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Founding {
  GroupLife life;
  Companions companions;
};

constexpr Household rt = 16;

// The first `willing` households of each RT are willing, and found as soon as they can.
void found_groups(Bare<Founding>& bare, Household willing) {
  bare.set({{"rule.wants_loan", 1.0}, {"rule.founding", 1.0}, {"rule.visit_boost", 10.0}});
  Ward& ward = bare.ward();
  ward.set_all(rt_column::visited, 100);
  for (Household h = 0; h < bare.world.rows(); ++h) {
    ward.set(column::joined, h, h % rt < willing ? 1.0f : 0.0f);
    ward.set(column::listed, h, 1);
  }
  const Month now = bare.at(1);
  bare.rule().life.begin(ward);
  bare.pass({}, [&](Cells& cells) { bare.rule().life.mark_willing(cells); });
  bare.rule().companions.found_groups(now, ward, bare.rule().life);
}

// Share of 1,500 founders, each of an RW of its own with three to choose from, who like best the
// one next to them.
double share_that_prefers_the_next(const Values& settings, double haste = 0, bool tied = false,
                                   float difference = 0) {
  constexpr std::uint32_t rts = 1500;
  std::vector<Tie> ties;
  for (Household h = 0; tied && h < rts * rt; h += rt) ties.push_back({h, h + 1});
  World world = world_by_hand({.rts = rts}, ties);
  for (Household h = 0; h < world.rows(); ++h) {
    world.rw[h] = world.rt[h];
    world.log_consumption[h] = h % rt > 1 ? difference : 0.0f;
  }
  Bare<Founding> bare{std::move(world), settings};
  bare.set({{"rule.size", 4.0}});
  bare.ward().haste = haste;
  found_groups(bare, 4);
  EXPECT_EQ(bare.ward().groups.size(), rts);
  double next = 0;
  for (const Group& group : bare.ward().groups)
    next += group.members.at(1).household == group.founder + 1 ? 1 : 0;
  return next / rts;
}

double logit(double more) { return std::exp(more) / (std::exp(more) + 2); }

}  // namespace

// Of three the one that is worth `more` is liked best with e^more / (e^more + 2).
TEST(Companions, AreChosenByALogitOfTiesAndLikeness) {
  const double sd = std::sqrt(0.25 / 1500);
  EXPECT_NEAR(share_that_prefers_the_next({}), 1 / 3.0, 4 * sd);
  EXPECT_NEAR(share_that_prefers_the_next({{"rule.tie_bonus", 1.5}}, 0, true), logit(1.5), 4 * sd);
  EXPECT_NEAR(share_that_prefers_the_next({{"rule.h", 2.0}}, 0, false, 0.5f), logit(1), 4 * sd);
  EXPECT_NEAR(share_that_prefers_the_next({{"rule.h", 2.0}}, 0, false, -0.5f), logit(1), 4 * sd);
}

TEST(Companions, AreHardlyChosenInHaste) {
  const double sd = std::sqrt(0.25 / 1500);
  for (const double blinds : {0.0, 0.6, 1.0})
    EXPECT_NEAR(share_that_prefers_the_next(
                    {{"rule.tie_bonus", 2.0}, {"rule.haste_blinds", blinds}}, 1, true),
                logit(2 * (1 - blinds)), 4 * sd)
        << blinds;
}

TEST(Companions, AreOfOnesOwnRwWhereThereAreEnough) {
  World world = world_by_hand({.rts = 40});
  for (Household h = 0; h < world.rows(); ++h) world.rw[h] = world.rt[h] / 2;  // two RTs an RW
  Bare<Founding> bare{world, {{"rule.size", 4.0}}};
  found_groups(bare, 4);
  EXPECT_EQ(bare.ward().groups.size(), 40u);  // 320 willing in fours
  for (const Group& group : bare.ward().groups)
    for (const Member& m : group.members)
      EXPECT_EQ(world.rw[m.household], world.rw[group.founder]) << group.founder;
}

// One willing an RT, an RW each: they have to look further, and nobody is asked twice.
TEST(Companions, AreLookedForFurtherWhereThereAreFew) {
  World world = world_by_hand({.rts = 10});
  for (Household h = 0; h < world.rows(); ++h) world.rw[h] = world.rt[h];
  Bare<Founding> bare{std::move(world), {{"rule.size", 4.0}}};
  found_groups(bare, 1);
  ASSERT_EQ(bare.ward().groups.size(), 2u);  // the last two are too few
  std::set<Household> members;
  for (const Group& group : bare.ward().groups)
    for (const Member& m : group.members) {
      EXPECT_TRUE(members.insert(m.household).second) << m.household;
      EXPECT_EQ(m.household % rt, 0u) << "was not willing";
    }
  EXPECT_EQ(members.size(), 8u);
}

}  // namespace swadaya
