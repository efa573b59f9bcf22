#include "sim/world/sobol.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

#include "sim/base/error.hpp"

namespace swadaya {

// Any 2^m points: one in each of the 2^m boxes of equal size whose sides are powers of two, in the
// first two dimensions; in each dimension one a slice.
TEST(Sobol, PointsStayEvenlySpreadWhenScrambled) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Points points = sobol_points(64, 8, seed);
    for (int across = 0; across <= 6; ++across) {
      std::set<std::pair<int, int>> boxes;
      for (const auto& p : points)
        boxes.insert(
            {static_cast<int>(p[0] * (1 << across)), static_cast<int>(p[1] * (1 << (6 - across)))});
      EXPECT_EQ(boxes.size(), 64u) << across;
    }
    for (std::size_t d = 0; d < 8; ++d) {
      std::set<int> slices;
      for (const auto& p : points) slices.insert(static_cast<int>(p[d] * 64));
      EXPECT_EQ(slices.size(), 64u) << d;
    }
  }
  EXPECT_NE(sobol_points(8, 2, 1), sobol_points(8, 2, 2));
  EXPECT_THROW(sobol_points(2, 4000, 1), BadInput);
}

// The integral of prod |4 x - 2| over the cube is 1; chance alone would err by .07 or so.
TEST(Sobol, IntegratesBetterThanChance) {
  double sum = 0;
  const Points points = sobol_points(4096, 3, 7);
  for (const auto& p : points) {
    double product = 1;
    for (const double x : p) product *= std::abs(4 * x - 2);
    sum += product;
  }
  EXPECT_NEAR(sum / 4096, 1, 0.002);
  EXPECT_EQ(sobol_points(3, 0, 1), Points(3));
}

}  // namespace swadaya
