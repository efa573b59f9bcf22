#include "sim/world/centrality.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace swadaya {

// A star of four leaves has lambda = 2, and every measure in closed form.
TEST(Centrality, OfAStarIsAsByHand) {
  const Ties star = ties_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
  const Centralities c = centralities_of(star, {}, 2);
  ASSERT_EQ(c.households, (std::vector<Household>{0, 1, 2, 3, 4}));
  EXPECT_NEAR(c.eigenvector[0], std::sqrt(0.5), 1e-9);
  EXPECT_NEAR(c.eigenvector[3], std::sqrt(0.125), 1e-9);
  EXPECT_NEAR(c.diffusion[0], 4 / 2.0 + 4 / 4.0, 1e-9);
  EXPECT_NEAR(c.diffusion[3], 1 / 2.0 + 4 / 4.0, 1e-9);
  EXPECT_NEAR(c.katz_bonacich[0], 2.6 / 0.36, 1e-9);  // c = 1 + 1.6 l, l = 1 + 0.4 c
  EXPECT_NEAR(c.katz_bonacich[3], 1 + 0.4 * 2.6 / 0.36, 1e-9);
  EXPECT_NEAR(c.betweenness[0], 4 * 6 / 20.0, 1e-12);
  EXPECT_EQ(c.betweenness[3], 0);
  EXPECT_NEAR(c.closeness[0], (0.5 + 4) / 5, 1e-12);
  EXPECT_NEAR(c.closeness[3], (0.5 + 1 + 3 * 0.5) / 5, 1e-12);
  EXPECT_NEAR(c.decay[0], 4 * 0.18, 1e-12);
  EXPECT_NEAR(c.decay[3], 0.18 + 3 * 0.0324, 1e-12);
}

TEST(Centrality, DecayEndsAfterThreeSteps) {
  const Centralities c = centralities_of(ties_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}), {}, 1);
  EXPECT_NEAR(c.decay[0], 0.18 + 0.18 * 0.18 + 0.18 * 0.18 * 0.18, 1e-12);
  EXPECT_NEAR(c.betweenness[2], 4 * 4 / 20.0, 1e-12);  // {0, 1} x {3, 4}
}

TEST(Centrality, IsOfTheGiantComponentAlone) {
  const Ties ties = ties_of(6, {{0, 1}, {2, 4}, {4, 5}});
  const Centralities c = centralities_of(ties, {1, 1, 1, 0, 1, 1}, 1);
  EXPECT_EQ(c.households, (std::vector<Household>{2, 4, 5}));
  const MeanCentralities ends = mean_over(c, {1, 1, 1, 1, 0, 1});
  EXPECT_EQ(ends.households, 2u);
  EXPECT_NEAR(ends.eigenvector, 0.5, 1e-9);
  EXPECT_NEAR(ends.decay, 0.18 + 0.0324, 1e-12);
  const MeanCentralities none = mean_over(c, {1, 1, 0, 1, 0, 0});
  EXPECT_EQ(none.households, 0u);
  EXPECT_TRUE(std::isnan(none.closeness));
  EXPECT_TRUE(centralities_of({}, {}, 1).households.empty());
}

}  // namespace swadaya
