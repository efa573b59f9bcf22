#include "sim/designs/equity.hpp"

#include <cmath>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

using Levels = std::vector<double>;

}  // namespace

// By hand: of 1, 2 and 4 in equal groups the geometric mean is 2, the harmonic one 12 / 7 and the
// power mean of order 1/2 the square of (1 + sqrt 2 + 2) / 3; the arithmetic one is 7 / 3.
TEST(Equity, EquivalentsArePowerMeans) {
  const Levels levels{1, 2, 4}, sizes{1, 1, 1};
  EXPECT_NEAR(equally_distributed_equivalent(levels, sizes, 0), 7 / 3.0, 1e-12);
  EXPECT_NEAR(equally_distributed_equivalent(levels, sizes, 0.5),
              std::pow((3 + std::sqrt(2.0)) / 3, 2), 1e-12);
  EXPECT_NEAR(equally_distributed_equivalent(levels, sizes, 1), 2, 1e-12);
  EXPECT_NEAR(equally_distributed_equivalent(levels, sizes, 2), 12 / 7.0, 1e-12);
  EXPECT_NEAR(atkinson_index(levels, sizes, 1), 1 - 6 / 7.0, 1e-12);
  EXPECT_NEAR(atkinson_index(levels, sizes, 2), 1 - 36 / 49.0, 1e-12);
  EXPECT_NEAR(atkinson_index(levels, sizes, 0), 0, 1e-12);
}

// Of a lognormal with deviation s Atkinson's index is 1 - exp(-epsilon s^2 / 2), here in 2000
// groups.
TEST(Equity, OfALognormalItIsTheClosedForm) {
  Levels levels, sizes;
  constexpr double s = 0.6;  // of log spending a head in the ward
  for (int i = 0; i < 20000; ++i) {
    const double z = -6 + 12 * (i + 0.5) / 20000;
    levels.push_back(std::exp(s * z));
    sizes.push_back(std::exp(-z * z / 2));
  }
  for (const double epsilon : {0.5, 1.0, 2.0, 5.0})
    EXPECT_NEAR(atkinson_index(levels, sizes, epsilon), 1 - std::exp(-epsilon * s * s / 2), 5e-5)
        << epsilon;
}

TEST(Equity, SizesCountAndNothingForAGroupIsTheWorst) {
  EXPECT_NEAR(equally_distributed_equivalent(Levels{1, 4}, Levels{3, 1}, 1), std::pow(4, 0.25),
              1e-12);
  EXPECT_DOUBLE_EQ(equally_distributed_equivalent(Levels{0, 4}, Levels{1, 1}, 1), 0);
  EXPECT_DOUBLE_EQ(atkinson_index(Levels{0, 4}, Levels{1, 1}, 1.5), 1);
  EXPECT_NEAR(equally_distributed_equivalent(Levels{0, 4}, Levels{1, 1}, 0.5), 1, 1e-12);
  EXPECT_TRUE(std::isnan(equally_distributed_equivalent(Levels{-1, 4}, Levels{1, 1}, 1)));
  EXPECT_TRUE(std::isnan(atkinson_index(Levels{0, 0}, Levels{1, 1}, 1)));
}

// Weights are the slopes of the equivalent: those of a small gain, by differences.
TEST(Equity, WeightsAreTheSlopesOfTheEquivalent) {
  const Levels levels{0.2, 0.3, 0.5}, sizes{1, 1, 1};
  const auto gain = [&](std::size_t g) {
    Levels more = levels;
    more[g] += 1e-6;
    return equally_distributed_equivalent(more, sizes, 2.5) -
           equally_distributed_equivalent(levels, sizes, 2.5);
  };
  const std::vector<double> weights = implied_weights(levels, 2.5);
  for (std::size_t g = 0; g < 3; ++g) EXPECT_NEAR(weights[g], gain(g) / gain(0), 1e-4) << g;
}

TEST(Equity, SizesOfGroupsFollowFromTheirShares) {
  std::vector<std::array<double, 4>> rates;
  for (int w = 0; w < 20; ++w) {
    const double poor = 0.1 + 0.02 * w, near = 0.3 - 0.001 * w * w, others = 0.5;
    rates.push_back({0.15 * poor + 0.11 * near + 0.74 * others, poor, near, others});
  }
  const ByConsumption sizes = group_sizes(rates);
  EXPECT_NEAR(sizes[0], 0.15, 1e-9);
  EXPECT_NEAR(sizes[1], 0.11, 1e-9);
  EXPECT_NEAR(sizes[2], 0.74, 1e-9);
  EXPECT_TRUE(std::isnan(group_sizes({{0.3, 0.3, 0.3, 0.3}})[0]));
}

TEST(Equity, OfVariantsIsFromTheirMeans) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 4\nmonths_shown = [12]\nequity_weights = [3, 2, 1]\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n");
  const Store store = store_with_outcomes(e, "equity", [](std::size_t v, std::uint32_t r) {
    const double poor = 0.2 + 0.1 * static_cast<double>(v), near = 0.4 + 0.02 * r, others = 0.5;
    const double all = 0.2 * poor + 0.1 * near + 0.7 * others;
    return std::map<std::string, double>{{"participation", all},
                                         {"participation_poor", poor},
                                         {"participation_near_poor", near},
                                         {"participation_others", others},
                                         {"informed", all},
                                         {"informed_poor", poor},
                                         {"informed_near_poor", near},
                                         {"informed_others", others},
                                         {"poor_served", 10},
                                         {"near_poor_served", 5},
                                         {"others_served", 2}};
  });
  const std::vector<Equity> all = equity_of(store, 12, e.accounting);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_NEAR(all[0].sizes[0], 0.2, 1e-9);
  EXPECT_DOUBLE_EQ(all[0].weighted_served, 3 * 10 + 2 * 5 + 2);
  EXPECT_NEAR(all[1].participation[0], 0.3, 1e-12);
  EXPECT_LT(all[1].atkinson, all[0].atkinson);  // the poor have more of it
  EXPECT_NEAR(all[0].equivalent, (1 - all[0].atkinson) * all[0].mean, 1e-9);
}

}  // namespace swadaya
