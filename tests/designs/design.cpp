// Points of designs.
#include "sim/designs/design.hpp"

#include <gtest/gtest.h>
#include <set>

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

}  // namespace swadaya
