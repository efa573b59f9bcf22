#include "sim/world/analysis.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace swadaya {

namespace {

const std::string scenarios = SWADAYA_SOURCE_DIR "/scenarios";

}  // namespace

// Against a count that shares no code: an adjacency matrix.
TEST(Analysis, CountsRealNetworksAsAMatrixDoes) {
  for (const auto& [file, select] :
       std::vector<std::pair<std::string, double>>{{"/karnataka/edges.csv", 1},
                                                   {"/karnataka/edges.csv", 3},
                                                   {"/karnataka/edges.csv", 6},
                                                   {"/indonesia-targeting/edges.csv", 1},
                                                   {"/indonesia-targeting/edges.csv", 3},
                                                   {"/indonesia-targeting/edges.csv", 5}}) {
    const Ties ties = ties_of_file(scenarios + file, select);
    const auto n = ties.start.size() - 1;
    std::vector<std::vector<int>> a(n, std::vector<int>(n, 0));
    for (Household h = 0; h < n; ++h)
      for (const Household m : ties.of(h)) a[h][m] = 1;
    double edges = 0, triangles = 0, triples = 0;
    for (std::size_t i = 0; i < n; ++i) {
      double degree = 0;
      for (std::size_t j = 0; j < n; ++j) {
        EXPECT_EQ(a[i][j], a[j][i]);
        degree += a[i][j];
        for (std::size_t k = 0; a[i][j] && k < n; ++k) triangles += a[j][k] && a[k][i];
      }
      edges += degree, triples += degree * (degree - 1);
    }
    const NetworkFigures f = figures_of(ties, {});
    EXPECT_EQ(f.ties, edges / 2);
    EXPECT_NEAR(f.transitivity, triangles / triples, 1e-12);
  }
}

TEST(Analysis, HasThePublishedLeadingEigenvalues) {
  EXPECT_NEAR(
      figures_of(ties_of_file(scenarios + "/karnataka/edges.csv", 1), {}).leading_eigenvalue,
      16.957076081377146, 1e-6);
  EXPECT_NEAR(
      figures_of(ties_of_file(scenarios + "/karnataka/edges.csv", 3), {}).leading_eigenvalue,
      15.120521356883053, 1e-6);
}

TEST(Analysis, AStarHasItsClosedForms) {
  const NetworkFigures f = figures_of(ties_of(6, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}}), {});
  EXPECT_EQ(f.households, 6u);
  EXPECT_NEAR(f.mean_degree, 10 / 6.0, 1e-12);
  EXPECT_EQ(f.degrees, (std::map<std::uint32_t, std::uint32_t>{{1, 5}, {5, 1}}));
  EXPECT_EQ(f.transitivity, 0);
  EXPECT_NEAR(f.mean_path, (5 * 1 * 2 + 5 * 4 * 2) / 30.0, 1e-12);
  EXPECT_EQ(f.longest_path, 2u);
  EXPECT_NEAR(f.assortativity, -1, 1e-12);
  EXPECT_NEAR(f.leading_eigenvalue, std::sqrt(5.0), 1e-9);
}

// A triangle with a tail, and a pair apart.
TEST(Analysis, CountsTrianglesPathsAndComponents) {
  const Ties ties = ties_of(8, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {5, 6}});
  const NetworkFigures f = figures_of(ties, {1, 1, 1, 1, 0, 1, 1, 1});  // row 4 is vacant
  EXPECT_EQ(f.households, 7u);
  EXPECT_EQ(f.components, 3u);  // the triangle, the pair, and one alone
  EXPECT_EQ(f.giant, 4u);
  EXPECT_NEAR(f.transitivity, 3 / 5.0, 1e-12);
  EXPECT_NEAR(f.mean_clustering, (1 + 1 + 1 / 3.0) / 3, 1e-12);
  EXPECT_NEAR(f.mean_path, (4 * 1 + 2 * 2) / 6.0, 1e-12);
  EXPECT_EQ(f.sources, 4u);
}

}  // namespace swadaya
