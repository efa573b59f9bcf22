#include "sim/rules/kept_books.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

class Office final : public KeptBooks {
 public:
  using KeptBooks::close;
  using KeptBooks::dressed;
};

}  // namespace

TEST(KeptBooks, CutBackByDegrees) {
  Bare<Office> bare{world_by_hand({}), {{"programme.suspend_at", 0.2}, {"rule.stop_at", 0.4}}};
  for (const auto& [arrears, open] : std::vector<std::pair<double, double>>{
           {0, 1}, {0.2, 1}, {0.25, 0.75}, {0.3, 0.5}, {0.4, 0}, {1, 0}})
    EXPECT_NEAR(bare.rule().open_at(bare.ward(), arrears), open, 1e-12) << arrears;
  bare.set({{"rule.stop_at", 0.1}});  // never before it begins: all at once
  EXPECT_EQ(bare.rule().open_at(bare.ward(), 0.2), 1);
  EXPECT_EQ(bare.rule().open_at(bare.ward(), 0.2001), 0);
}

TEST(KeptBooks, AreKeptByTheShareOfBoardsThatObeyAndInForceFromTheirMonth) {
  Bare<Office> bare{world_by_hand({.wards = 2000}),
                    {{"rule.obeys", 0.7}, {"rule.suspend_from", 24.0}, {"rule.writes_off", 0.0}}};
  double keep = 0;
  for (const auto& ward : bare.wards()) {
    Group group;
    group.members.resize(1);
    Member& m = group.members[0];
    m.principal = m.balance = m.overdue = m.reported_overdue = 100;
    ward->add(group);
    bare.rule().close(bare.at(23), *ward);
    EXPECT_EQ(ward->open, 1);
    bare.rule().close(bare.at(24), *ward);
    EXPECT_EQ(ward->open, bare.rule().board_keeps_rule(*ward) ? 0 : 1);
    keep += ward->open == 0 ? 1 : 0;
  }
  EXPECT_NEAR(keep / 2000, 0.7, 4 * std::sqrt(0.7 * 0.3 / 2000));
}

// Old loans leave the reported book at a constant rate; the true one keeps them.
TEST(KeptBooks, WriteOffWhatIsLongPastItsTerm) {
  Bare<Office> bare{world_by_hand({.rts = 10, .households = 400}),
                    {{"programme.tenor", 10.0},
                     {"rule.write_off_after", 12.0},
                     {"rule.writes_off", 0.05},
                     {"rule.obeys", 0.0}}};
  Ward& ward = bare.ward();
  for (Household h = 0; h < 4000; h += 4) {
    Group& group = bare.group_of({h, h + 1, h + 2, h + 3});
    for (Member& m : group.members) m.principal = m.balance = 100;
    group.members[0].age = 22, group.members[1].age = 23, group.members[2].fate = Fate::moved;
    group.members[3].fate = Fate::bankrupt;
    for (const std::size_t late : {0u, 1u}) {
      group.members[late].overdue = group.members[late].reported_overdue = 100;
      ward.due += 100, ward.reported_missed += 100;
    }
  }
  for (int month = 1; month <= 10; ++month) bare.rule().close(bare.at(month), ward);
  double off[4] = {};
  for (const Group& group : ward.groups)
    for (std::size_t k = 0; k < 4; ++k) off[k] += group.members[k].written_off ? 1e-3 : 0;
  const double expected = 1 - std::exp(-0.5), sd = std::sqrt(expected * (1 - expected) / 1000);
  EXPECT_EQ(off[0], 0) << "not yet old enough";
  EXPECT_NEAR(off[1], expected, 4 * sd);
  EXPECT_NEAR(off[2], expected, 4 * sd) << "who has moved";
  EXPECT_EQ(off[3], 0) << "who is bankrupt is asked on";
  EXPECT_NEAR(ward.written_off, 1e5 * off[1], 1e-6);
  EXPECT_NEAR(ward.reported_missed, 2e5 - 1e5 * off[1], 1e-6);
  EXPECT_EQ(ward.due, 2e5);
  EXPECT_EQ(ward.groups[0].balance(), 400);
}

TEST(KeptBooks, AreTruerTheMoreGroupsCan) {
  Bare<Office> bare{world_by_hand({}), {{"rule.window_dressing", 0.8}, {"rule.truer", 0.5}}};
  EXPECT_NEAR(bare.rule().dressed(bare.ward()), 0.8, 1e-12);
  bare.group_of({0, 1, 2}).capacity = 0.25;
  bare.group_of({3, 4, 5}).capacity = 0.75;
  EXPECT_NEAR(bare.rule().dressed(bare.ward()), 0.8 * 0.75, 1e-12);
}

}  // namespace swadaya
