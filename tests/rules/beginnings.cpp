#include "sim/rules/beginnings.hpp"

#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

TEST(FirstHand, IsKnownToLeadersAloneWithItsBelief) {
  World world = world_by_hand({.wards = 2, .rts = 2});
  const std::vector<Household> leaders{0, 17, 31, 40};
  for (const Household h : leaders) world.leader[h] = 1;
  Bare<FirstHand> bare{std::move(world), {{"rule.first_hand", 0.25}}};
  bare.rule().inform_leaders(bare.ward(0));
  for (Household h = 0; h < bare.world.rows(); ++h) {
    const bool knows = h < 32 && bare.world.leader[h] > 0;  // 40 is of the other ward
    EXPECT_EQ(bare.ward().now(column::informed, h), knows ? 1.0f : 0.0f) << h;
    EXPECT_EQ(bare.ward().now(column::grant_belief, h), knows ? 0.25f : 0.0f) << h;
  }
}

TEST(FirstHand, TakesTheBeliefThatHoldsNow) {
  Bare<FirstHand> bare{world_by_hand({})};
  bare.rule().inform(bare.ward(), 3);
  EXPECT_EQ(bare.ward().now(column::grant_belief, 3), 0.1f);
  bare.set({{"rule.first_hand", 0.75}});
  bare.rule().inform(bare.ward(), 4);
  EXPECT_EQ(bare.ward().now(column::grant_belief, 4), 0.75f);
  EXPECT_EQ(bare.ward().now(column::grant_belief, 3), 0.1f);
}

// In haste for the money it is heard of as money: to the bit as before where that means nothing.
TEST(FirstHand, IsTheMoreOfAGrantTheMoreTheMoneyComesFirst) {
  for (const auto& [haste, more, belief] : std::vector<std::array<double, 3>>{
           {0, 0.15, 0.1}, {1, 0, 0.1}, {1, 0.15, 0.25}, {0.5, 0.3, 0.25}, {1, 1, 1}}) {
    Bare<FirstHand> bare{world_by_hand({}), {{"rule.haste_grants", more}}};
    bare.ward().haste = haste;
    bare.rule().inform(bare.ward(), 3);
    EXPECT_EQ(bare.ward().now(column::grant_belief, 3), static_cast<float>(belief));
    bare.rule().tell(bare.ward());
    bare.pass({}, [&](Cells& cells) {
      EXPECT_EQ(bare.rule().belief(cells)[5], static_cast<float>(belief));
    });
  }
}

TEST(FirstAttitudes, AreTheWorldsMovedForThePoorWithinTheirBounds) {
  World world = world_by_hand({});
  for (Household h = 0; h < 16; ++h) world.attitude[h] = static_cast<float>(h) / 15;
  for (Household h = 0; h < 16; h += 2) world.poor[h] = 1;
  Bare<FirstHand> bare{std::move(world)};
  for (const double shift : {0.25, -0.25, 0.0}) {
    set_first_attitudes(bare.ward(), shift);
    for (Household h = 0; h < 16; ++h) {
      const double x = h / 15.0 + (h % 2 == 0 ? shift : 0);
      EXPECT_NEAR(double{bare.ward().now(column::attitude, h)}, std::min(1.0, std::max(0.0, x)),
                  1e-6)
          << h << " " << shift;
    }
  }
}

}  // namespace swadaya
