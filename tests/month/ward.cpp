#include "sim/month/ward.hpp"

#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Kept : Declares {
  GroupColumn seen = group_column("seen", 3, "of a group");
  WardColumn heard = ward_column("heard", -1, "of a ward");
  AreaColumn turn = area_column("turn", "of an area");
  AreaList told = area_list("told", "of an area");
  RtColumn here = rt_column("here", "of an RT");
  Mark mark_ = mark("marked");
  Decision rolls = decision("rolls");
};

Member owing(double principal, double balance, double overdue) {
  Member m;
  m.principal = principal, m.balance = balance, m.overdue = overdue;
  return m;
}

}  // namespace

TEST(Member, IsBehindByInstalmentsWithRoomForRounding) {
  Member m = owing(1000, 700, 300);  // ten instalments of 100
  EXPECT_EQ(m.month_share({10}), 100);
  EXPECT_TRUE(m.behind(3, {10}));
  EXPECT_FALSE(m.behind(4, {10}));
  m.overdue = 0;
  for (int part = 0; part < 30; ++part) m.overdue += 10;
  m.overdue -= 1e-6;  // a rest
  EXPECT_TRUE(m.behind(3, {10}));
  m.overdue = 299;
  EXPECT_FALSE(m.behind(3, {10}));
  EXPECT_FALSE(owing(0, 0, 0).behind(0, {10})) << "who owes nothing";
  m.reported_overdue = 100;
  EXPECT_TRUE(m.reported_behind(1, {10}));
  EXPECT_FALSE(m.reported_behind(2, {10}));
}

// Three months' shares fall due at once; who misses them is three behind when the first of them
// would be by the month, in its third month, and no longer once a younger instalment is all.
TEST(Member, IsBehindByInstalmentsAsLateAsByTheMonth) {
  const Terms rare{10, 3};
  Member m = owing(1000, 1000, 300);
  for (const auto& [age, late] : {std::pair{3, false}, {4, false}, {5, true}}) {
    m.age = static_cast<std::int16_t>(age);
    EXPECT_EQ(m.behind(3, rare), late) << age;
    EXPECT_TRUE(m.behind(1, rare)) << age;
    EXPECT_FALSE(m.behind(4, rare)) << age;
  }
  m.age = 6;  // one of two instalments is paid, the older
  EXPECT_FALSE(m.behind(3, rare));
  m.overdue = m.reported_overdue = 600;
  EXPECT_TRUE(m.behind(3, rare));
  EXPECT_TRUE(m.reported_behind(3, rare));
  m.age = 8, m.overdue = 300;
  EXPECT_TRUE(m.behind(3, rare));
  // One instalment at the end of the term.
  const Terms once{10, 12};
  m = owing(1000, 1000, 1000);
  for (const auto& [age, late] : {std::pair{10, false}, {11, false}, {12, true}, {30, true}}) {
    m.age = static_cast<std::int16_t>(age);
    EXPECT_EQ(m.behind(3, once), late) << age;
  }
  const Terms later{10, 3, 2};
  m = owing(1000, 1000, 300);
  m.age = 6;
  EXPECT_FALSE(m.behind(3, later));
  m.age = 7;
  EXPECT_TRUE(m.behind(3, later));
}

TEST(Member, OwesPrincipalOrInterest) {
  EXPECT_FALSE(owing(1000, 0, 0).owes());
  EXPECT_TRUE(owing(1000, 1, 0).owes());
  Member m;
  m.interest_overdue = 1;
  EXPECT_TRUE(m.owes());
}

TEST(Group, SumsItsMembersAndCountsDefaulters) {
  Group group;
  EXPECT_EQ(group.default_share({10}), 0);
  group.members = {owing(1000, 700, 300), owing(1000, 500, 0), owing(1000, 0, 0),
                   owing(1000, 50, 50)};
  group.members[1].savings = 20, group.members[3].savings = 5;
  group.members[3].reported_overdue = 40;
  EXPECT_EQ(group.balance(), 1250);
  EXPECT_EQ(group.overdue(), 350);
  EXPECT_EQ(group.reported_overdue(), 40);
  EXPECT_EQ(group.savings(), 25);
  EXPECT_EQ(group.default_share({10}), 0.25);
  group.members[1].fate = Fate::died;   // gone with a balance
  group.members[2].fate = Fate::moved;  // owes nothing
  EXPECT_EQ(group.default_share({10}), 0.5);
  EXPECT_FALSE(group.reported_late({10}));
  group.members[0].reported_overdue = 300;
  EXPECT_TRUE(group.reported_late({10}));
}

TEST(Group, LivesUntilItIsDissolvedUnlessItIsAGhost) {
  Group group;
  for (const Stage stage : {Stage::forming, Stage::active, Stage::dormant, Stage::dissolved}) {
    group.stage = stage, group.ghost = false;
    EXPECT_EQ(group.alive(), stage != Stage::dissolved);
    group.ghost = true;
    EXPECT_FALSE(group.alive());
  }
}

TEST(Activities, AddUpToTheTotal) {
  EXPECT_EQ((Activities{.socialization = 1,
                        .facilitation = 2,
                        .targeting = 4,
                        .supervision = 8,
                        .coordination = 16,
                        .lending = 32,
                        .grant = 64})
                .total(),
            127);
}

TEST(Ward, KnowsItsPlaceItsRtsAndItsOwnColumns) {
  Bare<Kept> bare{world_by_hand({.wards = 3, .rts = 2})};
  const Kept& kept = bare.rule();
  for (std::uint32_t w = 0; w < 3; ++w) {
    Ward& ward = bare.ward(w);
    EXPECT_EQ(ward.number(), w);
    EXPECT_EQ(ward.place().first, 32 * w);
    EXPECT_EQ(ward.rts().first, 2 * w);
    EXPECT_EQ(ward.rts().last, 2 * w + 2);
    EXPECT_EQ(ward[kept.heard], -1);
    ward[kept.heard] = w;
    ward.set_all(kept.here, static_cast<float>(10 + w));
    ward.set(column::attitude, 32 * w + 5, 0.25f * static_cast<float>(w) + 0.125f);
  }
  for (std::uint32_t w = 0; w < 3; ++w) {
    EXPECT_EQ(bare.ward(w)[kept.heard], w);
    EXPECT_EQ(bare.ward(w).now(column::attitude, 32 * w + 5),
              0.25f * static_cast<float>(w) + 0.125f);
    EXPECT_EQ(bare.ward(w).now(column::attitude, 32 * w + 6), 0.0f);
    for (const std::uint32_t rt : {2 * w, 2 * w + 1})
      EXPECT_EQ(bare.ward(0).now(kept.here, rt), static_cast<float>(10 + w));
  }
  EXPECT_EQ(bare.ward().add(Group{})[kept.seen], 3);
  EXPECT_EQ(bare.area[kept.turn], 0);
  EXPECT_TRUE(bare.area[kept.told].empty());
}

// The dice of the month: those of the world for this decision, month, who and draw.
TEST(Ward, RollsTheWorldsDice) {
  Bare<Kept> bare{world_by_hand({})};
  const Decision rolls = bare.rule().rolls;
  for (const int month : {1, 7}) {
    bare.at(month);
    const auto number = static_cast<std::uint16_t>(month);
    EXPECT_EQ(bare.ward().dice(rolls, 5, 2), bare.world.dice.uniform({rolls.key, number, 2}, 5));
    EXPECT_EQ(bare.ward().normal(rolls, 5, 2), bare.world.dice.normal({rolls.key, number, 2}, 5));
    std::vector<float> all(10), normal(10);
    bare.ward().uniforms(rolls, 3, all, 2), bare.ward().normals(rolls, 3, normal, 2);
    for (std::uint32_t i = 0; i < 10; ++i) {
      EXPECT_EQ(double{all[i]}, bare.ward().dice(rolls, 3 + i, 2));
      EXPECT_NEAR(double{normal[i]}, bare.ward().normal(rolls, 3 + i, 2), 1e-5);
      const double u = bare.ward().dice(rolls, 3 + i, 2);
      EXPECT_TRUE(bare.ward().happens(u + 1e-9, rolls, 3 + i, 2));
      EXPECT_FALSE(bare.ward().happens(u, rolls, 3 + i, 2));
    }
  }
}

TEST(Ward, HasTheHouseholdsThatWereMarkedInIt) {
  Bare<Kept> bare{world_by_hand({.wards = 2, .rts = 2})};
  for (const int modulus : {3, 5}) {  // a month's marks replace those of the month before
    Household row = 0;
    bare.pass({}, [&](Cells& cells) {
      Pack condition = Pack::Zero();
      for (int k = 0; k < pack_width; ++k, ++row)
        condition.set(k, static_cast<int>(row) % modulus == 0 ? 1.0f : 0.0f);
      cells.mark(bare.rule().mark_, condition);
    });
    for (const std::uint32_t w : {0u, 1u}) {
      std::vector<Household> expected;
      for (Household h = 32 * w; h < 32 * w + 32; ++h)
        if (static_cast<int>(h) % modulus == 0) expected.push_back(h);
      EXPECT_EQ(bare.ward(w).marked(bare.rule().mark_), expected) << w << modulus;
    }
  }
}

}  // namespace swadaya
