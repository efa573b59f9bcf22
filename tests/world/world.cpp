#include "sim/world/world.hpp"

#include <set>

#include "sim/base/error.hpp"
#include "sim/world/analysis.hpp"
#include "sim/world/network.hpp"
#include "sim/world/network_files.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string scenarios = SWADAYA_SOURCE_DIR "/scenarios";

}  // namespace

TEST(World, HasTheHouseholdsAndSharesOfItsFigures) {
  const World w = world_of(scenario_from(""));
  EXPECT_EQ(w.households, 10450u);
  EXPECT_EQ(w.rts.size(), 110u);
  double poor = 0, business = 0, occupied = 0, size = 0;
  for (Household h = 0; h < w.rows(); ++h)
    poor += double{w.poor[h]}, business += double{w.business[h]}, occupied += double{w.occupied[h]},
        size += double{w.size[h]};
  EXPECT_EQ(occupied, 10450);
  EXPECT_NEAR(poor / 10450, 0.15, 1e-3);
  EXPECT_NEAR(business / 10450, 0.27, 4 * std::sqrt(0.27 * 0.73 / 10450));
  EXPECT_NEAR(size / 10450, 0.85 * 4.2 + 0.15 * 4.8, 0.08);
  for (const Chunk& chunk : w.chunks) EXPECT_EQ((chunk.last - chunk.first) % 16, 0u);
}

TEST(World, HasTheNearPoorJustAboveThePoor) {
  const World w = world_of(scenario_from(""));
  float last = -1e9f, first_of_others = 1e9f;
  double near_poor = 0;
  for (Household h = 0; h < w.rows(); ++h)
    if (w.poor[h] > 0) last = std::max(last, w.log_consumption[h]);
  for (Household h = 0; h < w.rows(); ++h) {
    if (w.occupied[h] == 0 || w.poor[h] > 0) {
      EXPECT_EQ(w.near_poor[h], 0);
    } else if (w.near_poor[h] > 0) {
      ++near_poor;
      EXPECT_LT(w.log_consumption[h], last + std::log(1.2f) + 1e-4f);
    } else {
      first_of_others = std::min(first_of_others, w.log_consumption[h]);
    }
  }
  EXPECT_GE(first_of_others, last + std::log(1.2f) - 1e-4f);
  // Of a lognormal with sd 0.6: Phi(Phi^-1(0.15) + ln(1.2) / 0.6) - 0.15.
  EXPECT_NEAR(near_poor / 10450, 0.082, 0.012);
}

TEST(World, DependsOnReplicateAndSeedAlone) {
  const Scenario s = scenario_from(small_ward);
  const World a = world_of(s, 1, 4), b = world_of(s, 1, 4), c = world_of(s, 1, 5);
  EXPECT_EQ(a.ties.neighbour, b.ties.neighbour);
  EXPECT_EQ(a.log_consumption, b.log_consumption);
  EXPECT_NE(a.ties.neighbour, c.ties.neighbour);
}

TEST(Network, HitsTheTargetsOfEachLayer) {
  const std::vector<std::string> none{"network.neighbours_degree=0", "network.kin_degree=0",
                                      "network.association_degree=0", "network.distant_degree=0"};
  const auto figures = [&](const std::string& degree, const std::string& extra) {
    auto set = none;
    set.push_back(degree);
    if (!extra.empty()) set.push_back(extra);
    const World w = world_of(scenario_from("", set));
    return figures_of(w.ties, w.occupied);
  };
  EXPECT_NEAR(figures("network.neighbours_degree=6", "").mean_degree, 6, 0.3);
  EXPECT_NEAR(figures("network.neighbours_degree=6", "").mean_clustering, 0.35, 0.05);
  EXPECT_NEAR(figures("network.kin_degree=3", "").mean_degree, 3, 0.15);
  EXPECT_NEAR(figures("network.kin_degree=3", "").transitivity, 0.5, 0.08);
  EXPECT_NEAR(figures("network.association_degree=4", "").mean_degree, 4, 0.2);
  EXPECT_NEAR(figures("network.distant_degree=1", "").mean_degree, 1, 0.05);
  const World whole = world_of(scenario_from(""));
  EXPECT_NEAR(figures_of(whole.ties, whole.occupied).mean_degree, 14, 0.5);
}

TEST(Network, DrawsPlainGeneratorsWithTheirDegrees) {
  const Dice dice{3, 0};
  EXPECT_NEAR(figures_of(ties_of(5000, small_world_ties(5000, 10, 0.05, dice)), {}).mean_degree, 10,
              0.1);
  EXPECT_NEAR(figures_of(ties_of(5000, erdos_renyi_ties(5000, 8, dice)), {}).mean_degree, 8, 0.3);
  EXPECT_NEAR(figures_of(ties_of(5000, planted_partition_ties(5000, 50, 0.1, 0.0004, dice)), {})
                  .mean_degree,
              49 * 0.1 + 4950 * 0.0004, 0.3);
  EXPECT_GT(figures_of(ties_of(5000, scale_free_ties(5000, 0.6, 8, dice)), {}).sd_degree, 6);
}

TEST(Network, GivesAnIsolatedHouseholdNoNeighbours) {
  const Ties ties = ties_of(4, {{0, 1}, {1, 0}, {2, 2}, {1, 3}});
  EXPECT_TRUE(ties.of(2).empty());
  EXPECT_EQ(ties.of(1).size(), 2u);
  EXPECT_TRUE(ties.joined(3, 1));
  EXPECT_FALSE(ties.joined(0, 3));
}

// Against a count that shares no code: an adjacency matrix.
TEST(Replication, CountsRealNetworksAsAMatrixDoes) {
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

TEST(Replication, HasThePublishedLeadingEigenvalues) {
  EXPECT_NEAR(
      figures_of(ties_of_file(scenarios + "/karnataka/edges.csv", 1), {}).leading_eigenvalue,
      16.957076081377146, 1e-6);
  EXPECT_NEAR(
      figures_of(ties_of_file(scenarios + "/karnataka/edges.csv", 3), {}).leading_eigenvalue,
      15.120521356883053, 1e-6);
}

TEST(WorldFromFiles, ReportsEveryMalformedRow) {
  file_with("nodes.csv", "v,row,leader\n1,0,1\n1,1\n1,2,x\n");
  const Scenario s = scenario_from(
      "[world]\nfrom = \"files\"\nhouseholds = \"nodes.csv\"\n[world.columns]\nleader = \"leader\"\n");
  try {
    world_of(s);
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_NE(std::string{bad.what()}.find("nodes.csv:3: has 2 fields; the heading has 3"),
              std::string::npos)
        << bad.what();
  }
  file_with("nodes.csv", "v,row,leader\n1,0,1\n1,2,x\n1,2,0\n");
  try {
    world_of(s);
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_NE(std::string{bad.what()}.find("stands twice"), std::string::npos) << bad.what();
  }
}

}  // namespace swadaya
