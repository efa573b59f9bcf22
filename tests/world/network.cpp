#include "sim/world/network.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/statistics.hpp"
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
}

namespace {

std::vector<double> degrees_of(std::uint32_t count, const std::vector<Tie>& ties) {
  std::vector<double> degrees(count, 0.0);
  for (const Tie& tie : ties) ++degrees[tie.a], ++degrees[tie.b];
  std::sort(degrees.rbegin(), degrees.rend());
  return degrees;
}

// The model itself, of n ranks: chances min(1, c x^-a y^-a) with the c that gives the mean degree.
std::vector<std::vector<double>> chances_of(std::size_t n, double exponent, double degree) {
  std::vector<double> weights;
  for (std::size_t x = 1; x <= n; ++x)
    weights.push_back(std::pow(static_cast<double>(x), -exponent));
  double low = 0, high = 1e12;
  for (int step = 0; step < 70; ++step) {
    const double c = (low + high) / 2;
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < i; ++j) sum += std::min(1.0, c * weights[i] * weights[j]);
    (2 * sum < degree * static_cast<double>(n) ? low : high) = c;
  }
  std::vector<std::vector<double>> chances(n, std::vector<double>(n, 0.0));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j) chances[i][j] = std::min(1.0, high * weights[i] * weights[j]);
  return chances;
}

// Of degrees over ties, expected part by part: each end of a tie has the tie and its other ones.
double assortativity_of(const std::vector<std::vector<double>>& chances) {
  const std::size_t n = chances.size();
  double ends = 0, sum = 0, squares = 0, products = 0;
  std::vector<double> degree(n, 0.0), spread(n, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    for (const double p : chances[i]) degree[i] += p, spread[i] += p * (1 - p);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      const double p = chances[i][j], own = degree[i] + 1 - p;
      ends += p, sum += p * own, products += p * own * (degree[j] + 1 - p);
      squares += p * (own * own + spread[i] - p * (1 - p));
    }
  const double mean = sum / ends;
  return (products / ends - mean * mean) / (squares / ends - mean * mean);
}

}  // namespace

// Ties are independent, so that their number varies by less than itself: a mean degree has a
// variance below 2 degree / n.
TEST(Network, AScaleFreeOneHasItsMeanDegree) {
  constexpr std::uint32_t draws = 5;
  for (const std::uint32_t n : {100u, 1000u, 10000u})
    for (const double exponent : {0.0, 0.6, 1.0, 2.0, 5.0})
      for (const double degree : {0.5, 8.0, 95.0}) {
        double mean = 0;
        for (std::uint32_t draw = 0; draw < draws; ++draw) {
          const auto list = scale_free_ties(n, exponent, degree, Dice{7, draw});
          ASSERT_EQ(ties_of(n, list).neighbour.size(), 2 * list.size())
              << "ties of a household with itself or twice with another";
          mean += 2.0 * static_cast<double>(list.size()) / n / draws;
        }
        EXPECT_NEAR(mean, degree, 4 * std::sqrt(2 * degree / n / draws))
            << n << " " << exponent << " " << degree;
      }
  EXPECT_EQ(scale_free_ties(30, 0.6, 29, Dice{7, 0}).size(), 30u * 29 / 2);
  EXPECT_EQ(scale_free_ties(30, 0.6, 500, Dice{7, 0}).size(), 30u * 29 / 2);
}

// Where degrees are many and below the cut, they fall as rank^-a: a tail exponent of 1 + 1/a.
TEST(Network, AScaleFreeOnesDegreesFallWithRank) {
  constexpr std::uint32_t n = 10000;
  for (const double exponent : {0.4, 0.5, 0.6}) {
    std::vector<double> x, y;
    const auto degrees = degrees_of(n, scale_free_ties(n, exponent, 12, Dice{3, 0}));
    for (std::size_t rank = 20; rank <= 400; ++rank)
      x.push_back(std::log(double(rank))), y.push_back(std::log(degrees[rank - 1]));
    double mx = 0, my = 0, xy = 0, xx = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
      mx += x[i] / double(x.size()), my += y[i] / double(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
      xy += (x[i] - mx) * (y[i] - my), xx += (x[i] - mx) * (x[i] - mx);
    EXPECT_NEAR(xy / xx, -exponent, 0.05) << exponent;
  }
  // Hubs are anywhere among the households.
  const auto ties = ties_of(n, scale_free_ties(n, 0.6, 12, Dice{3, 0}));
  std::uint32_t first_half = 0;
  for (Household h = 0; h < n; ++h)
    if (ties.of(h).size() > 60) first_half += h < n / 2 ? 1 : 0;
  EXPECT_GT(first_half, 20u);
}

TEST(Network, AScaleFreeOneIsAsAssortativeAsTheModelForetells) {
  constexpr std::uint32_t n = 300, draws = 20;
  for (const double exponent : {0.3, 0.6, 0.9}) {
    std::vector<double> drawn;
    for (std::uint32_t draw = 0; draw < draws; ++draw)
      drawn.push_back(
          figures_of(ties_of(n, scale_free_ties(n, exponent, 8, Dice{5, draw})), {}).assortativity);
    const Summary s = summary_of(drawn);
    const double foretold = assortativity_of(chances_of(n, exponent, 8));
    // Of the ratio's own bias: of the order of one over the number of ties.
    EXPECT_NEAR(s.mean, foretold, 4 * s.sd / std::sqrt(double(draws)) + 0.01) << exponent;
    EXPECT_LT(foretold, 0.02) << "hubs leave room for others only";
  }
}

TEST(Network, ARingHasAsManyNeighboursOnBothSides) {
  EXPECT_EQ(small_world_ties(100, 7.2, 0, Dice{3, 0}).size(), 400u);  // of a draw: the nearest even
  EXPECT_EQ(small_world_ties(9, 20, 0.05, Dice{3, 0}).size(), 36u) << "all pairs";
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
