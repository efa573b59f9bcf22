#include "sim/designs/seen_wards.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace swadaya {

namespace {

Target target(std::uint32_t wards, const char* site, bool is_held_out = false) {
  Target t;
  t.wards = wards, t.site = site, t.is_held_out = is_held_out;
  return t;
}

}  // namespace

TEST(SeenWards, EveryWorldIsSeenAsOftenAsTheNextAndSitesShareNone) {
  const SeenWards seen{{target(1, "a"), target(2, "a"), target(1, "b"), target(3, "c")}, 6};
  EXPECT_EQ(seen.observations(), 6u);
  for (std::size_t t = 0; t < 4; ++t) {
    std::map<std::uint32_t, int> times;
    std::size_t all = 0;
    for (std::size_t i = 0; i < 6; ++i)
      for (const std::uint32_t world : seen.of(i, t)) ++times[world], ++all;
    EXPECT_EQ(times.size(), 6u);
    for (const auto& [world, count] : times)
      EXPECT_EQ(count, static_cast<int>(all / 6)) << "world " << world << " of target " << t;
  }
  for (std::size_t i = 0; i < 6; ++i) {
    // Of one site the same worlds, as far as both go.
    EXPECT_EQ(seen.of(i, 0)[0], seen.of(i, 1)[0]);
    std::set<std::uint32_t> worlds;
    std::size_t all = 0;
    for (const std::size_t t : {1, 2, 3})
      for (const std::uint32_t world : seen.of(i, t)) worlds.insert(world), ++all;
    EXPECT_EQ(worlds.size(), all) << "sites share a world in observation " << i;
  }
}

TEST(SeenWards, TakesAllWorldsWhereMoreWardsWereSeen) {
  const SeenWards all{{target(56, "a"), target(4, "")}, 4};
  EXPECT_EQ(all.observations(), 1u);
  EXPECT_EQ(all.of(0, 0).size(), 4u);
  const SeenWards one{{target(1, "")}, 1};
  EXPECT_EQ(one.observations(), 1u);
  EXPECT_EQ(one.of(0, 0), std::vector<std::uint32_t>{0});
}

// What is kept apart takes no world away from what is fitted.
TEST(SeenWards, ThoseThatAreFittedComeFirst) {
  const SeenWards seen{{target(3, "apart", true), target(1, "a"), target(1, "b")}, 2};
  EXPECT_NE(seen.of(0, 1), seen.of(0, 2));
}

}  // namespace swadaya
