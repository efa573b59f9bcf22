#include "sim/world/draw.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/files.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

namespace {

Values two_areas() {
  return world_settings({{"world.areas", 2.0},
                         {"world.wards_per_area", 3.0},
                         {"world.rw_per_ward", 2.0},
                         {"world.rt_per_rw", 3.0},
                         {"world.households_per_rt", 7.0},
                         {"world.dishonest", 0.5}});
}

}  // namespace

TEST(Draw, PutsHouseholdsIntoTheirPlaces) {
  const Values values = two_areas();
  const World w = draw_world(values, 5, 0);
  EXPECT_EQ(households_in_figures(values), 2.0 * 3 * 2 * 3 * 7);
  EXPECT_EQ(w.households, 252u);
  EXPECT_EQ(w.wards.size(), 6u);
  EXPECT_EQ(w.rws.size(), 12u);
  EXPECT_EQ(w.rts.size(), 36u);
  EXPECT_EQ(w.wards_of_area, (std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {3, 4, 5}}));
  EXPECT_EQ(w.area_of_ward, (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}));
  EXPECT_EQ(w.rows(), 12u * 32);  // 21 households an RW, filled up to two packs
  for (Household h = 0; h < w.rows(); ++h) {
    EXPECT_EQ(w.degree[h], static_cast<float>(w.ties.of(h).size()));
    for (const Household n : w.ties.of(h)) {
      EXPECT_EQ(w.occupied[n], 1);
      EXPECT_EQ(w.ward[n], w.ward[h]);  // no tie leaves a ward
    }
  }
}

TEST(Draw, EveryGeneratorTiesHouseholdsOnly) {
  for (int generator = 0; generator < 6; ++generator) {
    Values values = two_areas();
    values["network.generator"] = static_cast<double>(generator);
    const World w = draw_world(values, 5, 0);
    for (Household h = 0; h < w.rows(); ++h)
      if (w.occupied[h] == 0) {
        EXPECT_EQ(w.degree[h], 0) << generator;
      }
    const float ends = std::accumulate(w.degree.begin(), w.degree.end(), 0.0f);
    EXPECT_EQ(ends == 0, generator == 5) << generator;  // "none"
  }
}

TEST(Draw, BoardsAreDrawnAnewInEachReplicate) {
  const Values values = two_areas();
  const World a = draw_world(values, 5, 0), b = draw_world(values, 5, 1);
  EXPECT_NE(a.ward_effect, b.ward_effect);
  double dishonest = 0;
  for (std::uint32_t r = 0; r < 100; ++r)
    for (const float d : draw_world(values, 5, r).dishonest) dishonest += double{d};
  EXPECT_NEAR(dishonest / 600, 0.5, 4 * 0.5 / std::sqrt(600));
}

TEST(Draw, WorldsAreThoseOfTheirReplicate) {
  const Values values = two_areas();
  const Worlds worlds{values, 5};
  for (const std::uint32_t r : {0u, 3u}) {
    const World one = worlds.draw(r), other = draw_world(values, 5, r);
    EXPECT_EQ(one.log_consumption, other.log_consumption);
    EXPECT_EQ(one.ties.neighbour, other.ties.neighbour);
    EXPECT_EQ(one.dishonest, other.dishonest);
  }
}

TEST(Draw, FilesAreReadOnceAndBoardsDrawnAllTheSame) {
  const std::string file = file_with("nodes.csv", "id,rich\n1,0\n2,1\n3,0\n");
  const Values values = world_settings({{"world.from", 1.0}, {"world.households", file}});
  EXPECT_FALSE(households_in_figures(values).has_value());
  const Worlds worlds{values, 5};
  const World first = worlds.draw(0);
  file_with("nodes.csv", "id,rich\n1,0\n");  // the file that was read is what counts
  const World second = worlds.draw(1);
  EXPECT_EQ(second.households, 3u);
  EXPECT_EQ(second.dice.replicate(), 1u);
  EXPECT_NE(first.ward_effect, second.ward_effect);
}

}  // namespace swadaya
