// The keys of [world] and [network].
#include <cmath>
#include <gtest/gtest.h>
#include <set>

#include "sim/world/draw.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

TEST(WorldParameters, FollowTheirOwnRules) {
  for (const auto* all : {&world_parameters(), &network_parameters()}) {
    std::set<std::string> names;
    for (const ParameterInfo& p : *all) {
      EXPECT_TRUE(names.insert(p.name).second) << p.name << " stands twice";
      EXPECT_EQ(broken_rule(p, p.default_value), "") << p.name;
      EXPECT_FALSE(p.unit.empty() || p.source.empty()) << p.name;
      if (p.kind == Kind::choice) {
        EXPECT_GE(p.choices.size(), 2u) << p.name;
      }
    }
  }
}

// What drawing asks for is declared, and a value at each end of its range can be drawn.
TEST(WorldParameters, CanBeDrawnAtTheEndsOfTheirRanges) {
  const Values few{
      {"world.rw_per_ward", 1.0}, {"world.rt_per_rw", 2.0}, {"world.households_per_rt", 10.0}};
  const std::set<std::string> places{
      "areas", "wards_per_area", "rw_per_ward", "rt_per_rw", "households_per_rt", "from", "select"};
  for (const auto& [section, all] :
       {std::pair{"world.", &world_parameters()}, std::pair{"network.", &network_parameters()}})
    for (const ParameterInfo& p : *all) {
      if (p.kind == Kind::text || places.contains(p.name)) continue;
      for (const double x : {p.range.low, p.range.high}) {
        Values set = few;
        set[section + p.name] = x;
        const World w = draw_world(world_settings(set), 1, 0);
        EXPECT_EQ(w.households, 20u) << p.name << " " << x;
        for (Household h = 0; h < w.rows(); ++h)
          ASSERT_TRUE(std::isfinite(w.log_consumption[h]) && w.ties.of(h).size() < 20)
              << p.name << " " << x;
      }
    }
}

TEST(WorldParameters, FiguresSayHowManyHouseholdsThereAre) {
  EXPECT_EQ(households_in_figures(world_settings({})), 10450);  // 10 RW of 11 RT of 95
  EXPECT_EQ(households_in_figures(world_settings({{"world.areas", 3.0}})), 3 * 10450);
}

}  // namespace swadaya
