#include "sim/month/cells.hpp"

#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Owns : Declares {
  Column value = column("value", "of a household");
  RtColumn here = rt_column("here", "of an RT");
  Mark mark_ = mark("marked");
  Decision rolls = decision("rolls"), bends = decision("bends");
};

// Three RTs of 48: chunks that are no whole tiles of dice, with a ring of ties and a hermit.
World three_rts() {
  std::vector<Tie> ties;
  for (Household h = 0; h + 1 < 143; ++h) ties.push_back({h, h + 1});
  World world = world_by_hand({.wards = 3, .households = 48}, ties);
  for (Household h = 0; h < world.rows(); ++h) world.poor[h] = h % 7 == 0 ? 1.0f : 0.0f;
  return world;
}

// All cells of a job of so many lanes: `see(cells, k, household, lane)`.
template <class See>
void each_cell(std::uint32_t count, See see) {
  const World world = three_rts();
  Declare declare{"test"};
  const Declare::Making making{declare, 0};
  const Owns of;
  Lanes lanes = lanes_of(world, count, declare);
  lanes.month = 5;
  for (std::size_t cell = 0; cell < std::size_t{world.rows()} * count; ++cell)
    lanes.columns.set(of.value, cell, static_cast<float>(cell % 13));
  for (std::size_t cell = 0; cell < world.rts.size() * count; ++cell)
    lanes.columns.now(of.here)[cell] = static_cast<float>(100 + cell);
  lanes.columns.open({of.value});
  for (std::size_t c = 0; c < world.chunks.size(); ++c) {
    Cells cells{lanes, c, 2};
    for (std::size_t p = 0; p < cells.packs(); ++p) {
      cells.move_to(p);
      const std::size_t first = std::size_t{world.chunks[c].first} * count + p * pack_width;
      see(lanes, of, cells, first);
    }
    EXPECT_EQ(cells.times_written(of.value), cells.packs());
  }
  lanes.columns.commit();
  std::vector<std::vector<Household>> marked(count), expected(count);
  for (std::size_t cell = 0; cell < std::size_t{world.rows()} * count; ++cell) {
    EXPECT_EQ(lanes.columns.now(of.value)[cell], static_cast<float>(cell % 13) + 1);
    if (cell % 13 > 6) expected[cell % count].push_back(static_cast<Household>(cell / count));
  }
  for (std::size_t c = 0; c < world.chunks.size(); ++c)
    for (std::uint32_t lane = 0; lane < count; ++lane) {
      const auto& list = lanes.marked[c][of.mark_.number * count + lane];
      marked[lane].insert(marked[lane].end(), list.begin(), list.end());
    }
  EXPECT_EQ(marked, expected);
}

}  // namespace

// Whatever lies side by side, each cell sees its household in its variant.
TEST(Cells, SeeTheirHouseholdAndVariant) {
  for (const std::uint32_t count : {1u, 2u, 4u, 8u, 16u}) {
    std::size_t seen = 0;
    each_cell(count, [&](const Lanes& lanes, const Owns& of, Cells& cells, std::size_t first) {
      const World& world = lanes.world;
      const Pack value = cells.now(of.value), poor = cells.of(&World::poor),
                 here = cells.of_rt(of.here), dice = cells.dice(of.rolls),
                 normal = cells.normal(of.bends), other = cells.dice(of.bends),
                 mean = cells.mean_over_ties(of.value, Pack{-1.0f});
      cells.next(of.value, value + 1.0f);
      cells.mark(of.mark_, is_less(6.0f, value));
      for (int k = 0; k < pack_width; ++k, ++seen) {
        const std::size_t cell = first + static_cast<std::size_t>(k);
        const auto h = static_cast<Household>(cell / count);
        const std::size_t lane = cell % count;
        EXPECT_EQ(value[k], static_cast<float>(cell % 13));
        EXPECT_EQ(poor[k], world.poor[h]);
        EXPECT_EQ(here[k], static_cast<float>(100 + h / 48 * count + lane));
        EXPECT_EQ(double{dice[k]}, world.dice.uniform({of.rolls.key, 5}, h)) << count << " " << h;
        EXPECT_EQ(double{other[k]}, world.dice.uniform({of.bends.key, 5}, h));
        EXPECT_NEAR(double{normal[k]}, world.dice.normal({of.bends.key, 5}, h), 1e-5);
        float sum = 0;
        for (const Household n : world.ties.of(h))
          sum += lanes.columns.now(of.value)[n * count + lane];
        const auto degree = static_cast<float>(world.ties.of(h).size());
        EXPECT_EQ(mean[k], degree > 0 ? sum / degree : -1.0f) << count << " " << h;
      }
    });
    EXPECT_EQ(seen, 144 * count);
  }
}

}  // namespace swadaya
