#include "sim/world/boards.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

#include "sim/base/statistics.hpp"
#include "sim/world/draw.hpp"
#include "tests/files.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

namespace {

constexpr std::uint32_t worlds = 4000;

// By luck, then world.
std::vector<std::vector<double>> luck_of(std::uint32_t wards) {
  std::vector<std::vector<double>> all(4);
  for (std::uint32_t r = 0; r < worlds; ++r) {
    const std::vector<double> own = luck_of_boards(Dice{3, r}, wards);
    for (std::size_t k = 0; k < 4; ++k) all[k].push_back(own[k]);
  }
  return all;
}

}  // namespace

TEST(Boards, AreThoseOfTheWorld) {
  const Values values = world_settings({{"world.areas", 2.0},
                                        {"world.wards_per_area", 3.0},
                                        {"world.rw_per_ward", 1.0},
                                        {"world.rt_per_rw", 1.0},
                                        {"world.households_per_rt", 9.0},
                                        {"world.dishonest", 0.5}});
  EXPECT_EQ(wards_of(values), 6u);
  for (std::uint32_t r = 0; r < 5; ++r) {
    const World world = draw_world(values, 5, r);
    for (std::uint32_t ward = 0; ward < 6; ++ward) {
      const Board board = board_of(Dice{5, r}, ward);
      EXPECT_EQ(world.ward_effect[ward], board.standing);
      EXPECT_EQ(world.dishonest[ward] > 0, board.honesty < 0.5);
    }
  }
}

TEST(Boards, OfFilesAreOfOneWard) {
  const std::string file = file_with("nodes.csv", "id\n1\n2\n3\n");
  const Values values = world_settings(
      {{"world.from", 1.0}, {"world.households", file}, {"world.wards_per_area", 9.0}});
  EXPECT_EQ(wards_of(values), 1u);
  EXPECT_EQ(draw_world(values, 5, 0).wards.size(), 1u);
  EXPECT_EQ(wards_of({}), 0u);
}

// sqrt 2 cos (k pi u), u the share of the normal distribution below the standing.
TEST(Boards, LuckIsOfTheShareThatStandsLower) {
  for (std::uint32_t r = 0; r < 50; ++r) {
    const Dice dice{3, r};
    const double u = std::erfc(-double{board_of(dice, 0).standing} / std::numbers::sqrt2) / 2;
    const std::vector<double> luck = luck_of_boards(dice, 1);
    for (std::size_t k = 0; k < 4; ++k)
      EXPECT_NEAR(luck[k],
                  std::numbers::sqrt2 * std::cos(static_cast<double>(k + 1) * std::numbers::pi * u),
                  2e-5);
  }
}

TEST(Boards, LuckHasAKnownExpectationAndSpread) {
  for (const std::uint32_t wards : {1u, 9u}) {
    const auto luck = luck_of(wards);
    const double error = 1 / std::sqrt(double{worlds} * wards);
    for (std::size_t k = 0; k < 4; ++k) {
      EXPECT_NEAR(summary_of(luck[k]).mean, 0, 4 * error) << wards << k;
      EXPECT_NEAR(std::pow(summary_of(luck[k]).sd, 2) * wards, 1, 0.09) << wards << k;
      for (std::size_t other = 0; other < k; ++other)
        EXPECT_NEAR(correlation(luck[k], luck[other]), 0, 0.065) << wards << k << other;
    }
  }
}

}  // namespace swadaya
