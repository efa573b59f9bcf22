#include "sim/designs/perfect_information.hpp"

#include "tests/designs/draws.hpp"

namespace swadaya {

namespace {

// Two options in two worlds a draw: the second gains what its draw says, and luck, for `cost`.
struct Lucky {
  Cases worlds;
  std::vector<std::uint32_t> draws;
};

Lucky lucky(std::size_t draws, double mean, double spread, double luck, std::uint32_t seed) {
  const std::vector<double> known = normal_draws(draws, seed),
                            chance = normal_draws(2 * draws, seed + 100);
  Lucky all{{{{}, {}}, {{}, {}}}, {}};
  for (std::size_t w = 0; w < 2 * draws; ++w) {
    all.worlds.effects[0].push_back(1);
    all.worlds.effects[1].push_back(1 + mean + spread * known[w / 2] + luck * chance[w]);
    all.worlds.costs[0].push_back(50);
    all.worlds.costs[1].push_back(50);
    all.draws.push_back(static_cast<std::uint32_t>(w / 2));
  }
  return all;
}

}  // namespace

// Against the unit normal loss integral, with luck as large as what isn't known: draws' own means
// would give a fifth more.
TEST(PerfectInformation, IsWorthWhatANormalGainIsWithoutItsLuck) {
  constexpr double price = 10;
  for (const double mean : {0.0, 0.5}) {
    double value = 0, error = 0, off = 0;
    constexpr int times = 20;
    for (std::uint32_t seed = 1; seed <= times; ++seed) {
      const Lucky all = lucky(200, mean, 1, 1, seed);
      const Informed informed = informed_by_all(all.worlds, all.draws, price, 1);
      EXPECT_DOUBLE_EQ(
          informed.value,
          value_of_knowing(expectations_of(all.worlds, all.draws, Unsure::left_out), price));
      EXPECT_TRUE(informed.is_told());
      EXPECT_NEAR(informed.probability[0] + informed.probability[1], 1, 1e-9);
      // The other one is the better where the gain is below 0.
      EXPECT_NEAR(informed.changes, 0.5 * std::erfc(mean / std::sqrt(2.0)), 0.08);
      value += informed.value / times, error += informed.standard_error / times;
      off += std::pow(informed.value - price * normal_loss(mean, 1), 2) / times;
    }
    EXPECT_NEAR(value, price * normal_loss(mean, 1), 0.04 * price * normal_loss(mean, 1)) << mean;
    // Draws here are stratified, so that less differs between experiments than the error says.
    EXPECT_GT(error, 0.7 * std::sqrt(off)) << mean;
    EXPECT_LT(error, 0.3 * value) << mean;
  }
}

// Where draws differ by luck alone there is nothing to know, however large it is.
TEST(PerfectInformation, IsNoMoreThanChanceWhereParametersDoNothing) {
  int told = 0;
  constexpr int times = 100;
  for (std::uint32_t seed = 1; seed <= times; ++seed) {
    const Lucky all = lucky(40, 0, 0, 1, seed);
    told += informed_by_all(all.worlds, all.draws, 10, seed).is_told();
  }
  EXPECT_LE(told, 11);  // of 5 expected
}

TEST(PerfectInformation, OfOneWorldADrawCannotBeTold) {
  Lucky all = lucky(20, 0, 1, 1, 1);
  for (std::uint32_t w = 0; w < all.draws.size(); ++w) all.draws[w] = w;
  EXPECT_EQ(expectations_of(all.worlds, all.draws, Unsure::left_out).size(), 0u);
  const Informed informed = informed_by_all(all.worlds, all.draws, 10, 1);
  EXPECT_TRUE(std::isnan(informed.value));
  EXPECT_FALSE(informed.is_told());
}

}  // namespace swadaya
