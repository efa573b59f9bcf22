#include "sim/world/ties.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace swadaya {

TEST(Ties, GivesAnIsolatedHouseholdNoNeighbours) {
  const Ties ties = ties_of(4, {{0, 1}, {1, 0}, {2, 2}, {1, 3}});
  EXPECT_TRUE(ties.of(2).empty());
  EXPECT_EQ(ties.of(1).size(), 2u);
  EXPECT_TRUE(ties.joined(3, 1));
  EXPECT_FALSE(ties.joined(0, 3));
}

TEST(Ties, StandTwiceInAscendingRowsWhateverTheList) {
  const Ties ties = ties_of(5, {{4, 0}, {0, 2}, {2, 0}, {3, 3}, {1, 0}, {4, 0}});
  EXPECT_EQ(ties.start, (std::vector<std::uint32_t>{0, 3, 4, 5, 5, 6}));
  EXPECT_EQ(ties.neighbour, (std::vector<Household>{1, 2, 4, 0, 0, 0}));
  EXPECT_EQ(ties_of(0, {}).start.size(), 1u);
}

// A star of n leaves: half of the squared length is the centre's.
TEST(Ties, AStarHasItsLeadingEigenvector) {
  const Ties star = ties_of(10, {{3, 4}, {3, 5}, {3, 6}, {3, 7}});
  const std::vector<double> x = leading_eigenvector(star, 3, 8);
  ASSERT_EQ(x.size(), 5u);
  EXPECT_NEAR(x[0], std::sqrt(0.5), 1e-9);
  for (std::size_t i = 1; i < 5; ++i) EXPECT_NEAR(x[i], std::sqrt(0.125), 1e-9);
}

// A path of n: sin(pi i / (n + 1)), bipartite; ties that lead out of the rows don't count.
TEST(Ties, APathHasItsLeadingEigenvector) {
  const Ties path = ties_of(9, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 8}});
  const std::vector<double> x = leading_eigenvector(path, 2, 8);
  for (std::size_t i = 0; i < 6; ++i)
    EXPECT_NEAR(x[i], std::sqrt(2 / 7.0) * std::sin(M_PI * static_cast<double>(i + 1) / 7), 1e-9);
}

}  // namespace swadaya
