#include "sim/world/world.hpp"

#include "tests/stage.hpp"

namespace swadaya {

TEST(World, HasTheHouseholdsAndSharesOfItsFigures) {
  const World w = world_of(scenario_from(""));
  EXPECT_EQ(w.households, 10450u);
  EXPECT_EQ(w.rts.size(), 110u);
  double poor = 0, business = 0, occupied = 0, size = 0;
  for (Household h = 0; h < w.rows(); ++h)
    poor += double{w.poor[h]}, business += double{w.business[h]}, occupied += double{w.occupied[h]},
        size += double{w.size[h]};
  EXPECT_EQ(occupied, 10450);
  EXPECT_NEAR(poor / 10450, 0.15, 1e-3);
  EXPECT_NEAR(business / 10450, 0.27, 4 * std::sqrt(0.27 * 0.73 / 10450));
  EXPECT_NEAR(size / 10450, 0.85 * 4.2 + 0.15 * 4.8, 0.08);
  for (const Chunk& chunk : w.chunks) EXPECT_EQ((chunk.last - chunk.first) % 16, 0u);
}

TEST(World, HasTheNearPoorJustAboveThePoor) {
  const World w = world_of(scenario_from(""));
  float last = -1e9f, first_of_others = 1e9f;
  double near_poor = 0;
  for (Household h = 0; h < w.rows(); ++h)
    if (w.poor[h] > 0) last = std::max(last, w.log_consumption[h]);
  for (Household h = 0; h < w.rows(); ++h) {
    if (w.occupied[h] == 0 || w.poor[h] > 0) {
      EXPECT_EQ(w.near_poor[h], 0);
    } else if (w.near_poor[h] > 0) {
      ++near_poor;
      EXPECT_LT(w.log_consumption[h], last + std::log(1.2f) + 1e-4f);
    } else {
      first_of_others = std::min(first_of_others, w.log_consumption[h]);
    }
  }
  EXPECT_GE(first_of_others, last + std::log(1.2f) - 1e-4f);
  // Of a lognormal with sd 0.6: Phi(Phi^-1(0.15) + ln(1.2) / 0.6) - 0.15.
  EXPECT_NEAR(near_poor / 10450, 0.082, 0.012);
}

TEST(World, DependsOnReplicateAndSeedAlone) {
  const Scenario s = scenario_from(small_ward);
  const World a = world_of(s, 1, 4), b = world_of(s, 1, 4), c = world_of(s, 1, 5);
  EXPECT_EQ(a.ties.neighbour, b.ties.neighbour);
  EXPECT_EQ(a.log_consumption, b.log_consumption);
  EXPECT_NE(a.ties.neighbour, c.ties.neighbour);
}

}  // namespace swadaya
