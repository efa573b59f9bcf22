#include "sim/world/network.hpp"

#include "sim/world/analysis.hpp"
#include "tests/stage.hpp"

namespace swadaya {

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

TEST(Network, RewiresNoTieOfALatticeThatIsNotToBe) {
  const Ties ring = ties_of(60, small_world_ties(60, 6, 0, Dice{3, 0}));
  for (Household h = 0; h < 60; ++h)
    for (std::uint32_t step = 1; step <= 4; ++step)
      EXPECT_EQ(ring.joined(h, (h + step) % 60), step <= 3) << h << " " << step;
  EXPECT_NEAR(figures_of(ring, {}).transitivity, 0.6, 1e-12);  // 3 (k - 2) / (4 (k - 1)), k = 6
}

TEST(Network, PartitionsThatShareNoTieFallApart) {
  const Ties ties = ties_of(100, planted_partition_ties(100, 20, 1, 0, Dice{3, 0}));
  const NetworkFigures f = figures_of(ties, {});
  EXPECT_EQ(f.components, 5u);
  EXPECT_EQ(f.ties, 5u * 190);
  EXPECT_EQ(f.transitivity, 1);
  EXPECT_EQ(ties_of(30, erdos_renyi_ties(30, 29, Dice{3, 0})).neighbour.size(), 30u * 29);
}

}  // namespace swadaya
