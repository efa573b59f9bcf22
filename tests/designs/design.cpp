// Points of designs.
#include "sim/designs/design.hpp"

#include <gtest/gtest.h>
#include <set>

#include "sim/base/notes.hpp"

namespace swadaya {

TEST(Design, GridHoldsEveryCombinationOnce) {
  const auto grid = full_grid({2, 3, 2});
  EXPECT_EQ(grid.size(), 12u);
  EXPECT_EQ(std::set<std::vector<std::size_t>>(grid.begin(), grid.end()).size(), 12u);
  EXPECT_EQ(grid[1], (std::vector<std::size_t>{0, 0, 1}));
  EXPECT_EQ(full_grid({}).size(), 1u);
}

TEST(Design, LatinHypercubeHitsEverySliceOnce) {
  const Points points = latin_hypercube(50, 4, 3);
  for (std::size_t d = 0; d < 4; ++d) {
    std::set<int> slices;
    for (const auto& p : points) slices.insert(static_cast<int>(p[d] * 50));
    EXPECT_EQ(slices.size(), 50u);
  }
  EXPECT_EQ(points, latin_hypercube(50, 4, 3));
  EXPECT_NE(points, latin_hypercube(50, 4, 4));
}

TEST(Design, AdvisesAPowerOfTwo) {
  std::string heard;
  listen_to_notes([&](const std::string& line) { heard += line + "\n"; });
  advise_power_of_two("sweep.points", 100), advise_power_of_two("sweep.points", 64);
  listen_to_notes({});
  EXPECT_EQ(heard,
            "sweep.points = 100: Sobol points fill their cube evenly where their number is a "
            "power of two: 64 or 128\n");
}

}  // namespace swadaya
