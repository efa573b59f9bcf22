#include "sim/rules/haste.hpp"

#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

TEST(Haste, IsThereWhereTheMoneyComesBeforeTheBoard) {
  Bare<Haste> bare{world_by_hand({})};
  bare.rule().follow(bare.ward());
  EXPECT_EQ(bare.ward().haste, 1) << "as P2KP-1 did";
  bare.set({{"rule.sequence", 0.0}});
  bare.rule().follow(bare.ward());
  EXPECT_EQ(bare.ward().haste, 0);
}

}  // namespace swadaya
