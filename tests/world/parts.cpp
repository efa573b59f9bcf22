#include "sim/world/parts.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace swadaya {

namespace {

// A ward of ten households whose log consumption is 0, 0.1, ... 0.9, falling with the row.
World ten() {
  World w;
  add_rw(w, 0, {10});
  w.wards = {{0, w.chunks.back().last}};
  size_columns(w);
  for (Household h = 0; h < 10; ++h) w.log_consumption[h] = 0.1f * static_cast<float>(9 - h);
  return w;
}

}  // namespace

TEST(WorldParts, AnRwIsFilledUpToWholePacks) {
  World w;
  add_rw(w, 0, {3, 4});
  add_rw(w, 1, {16});
  size_columns(w);
  EXPECT_EQ(w.rows(), 32u);
  EXPECT_EQ(w.households, 23u);
  ASSERT_EQ(w.rts.size(), 3u);
  EXPECT_EQ(w.rts[1].first, 3u);
  EXPECT_EQ(w.rts[2].first, 16u);
  EXPECT_EQ(w.rw_of_rt, (std::vector<std::uint32_t>{0, 0, 1}));
  for (Household h = 0; h < 32; ++h) EXPECT_EQ(w.occupied[h], h < 7 || h >= 16 ? 1 : 0) << h;
  EXPECT_EQ(w.identity[16], 7u);  // numbered without the vacant rows
  EXPECT_EQ(w.rt[10], 1u);        // a vacant row lies where the row before it does
  EXPECT_EQ(w.ward[10], 0u);
  EXPECT_EQ(w.ward[16], 1u);
}

TEST(WorldParts, ALargeRwIsCutIntoChunks) {
  World w;
  add_rw(w, 0, {2048});
  EXPECT_EQ(w.chunks.size(), 1u);
  add_rw(w, 0, {2049});
  ASSERT_EQ(w.chunks.size(), 4u);
  EXPECT_EQ(w.chunks[1].first, 2048u);
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(w.chunks[i].first, w.chunks[i - 1].last);
    EXPECT_EQ(w.chunks[i].last % 16, 0u);
  }
  EXPECT_EQ(w.chunks[3].last, 2048u + 2064);
}

TEST(WorldParts, ThePoorAreTheLowestOfTheirWard) {
  World w = ten();
  w.surveyed[9] = 0;  // the lowest, whom nobody knows
  mark_poor(w, 0.3);  // of nine: 2.7, rounded
  for (Household h = 0; h < 10; ++h) EXPECT_EQ(w.poor[h], h >= 6 && h <= 8 ? 1 : 0) << h;
  World all = ten();
  mark_poor(all, 1);
  for (Household h = 0; h < 10; ++h) EXPECT_EQ(all.poor[h], 1);
}

TEST(WorldParts, TheNearPoorReachAFifthAboveTheLastOfThePoor) {
  World w = ten();
  mark_poor(w, 0.3);  // up to 0.2; ln 1.2 = 0.182 above lies 0.3, and not 0.4
  mark_near_poor(w);
  for (Household h = 0; h < 10; ++h) EXPECT_EQ(w.near_poor[h], h == 6 ? 1 : 0) << h;
  World none = ten();
  mark_near_poor(none);
  for (Household h = 0; h < 10; ++h) EXPECT_EQ(none.near_poor[h], 0);
}

TEST(WorldParts, SettingsAreLookedUpByTheirSection) {
  const Values values{{"world.poor", 0.2}, {"world.columns", std::string{"a=b"}}};
  EXPECT_EQ(world_number(values, "poor"), 0.2);
  EXPECT_EQ(text_setting(values, "world.columns"), "a=b");
  EXPECT_EQ(text_setting(values, "network.edges"), "");
}

}  // namespace swadaya
