#include "sim/world/dice.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "sim/base/exact.hpp"

namespace swadaya {

// kat_vectors of Random123, philox4x32 10.
TEST(Dice, AgreesWithThePublishedVectors) {
  using Four = std::array<std::uint32_t, 4>;
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Four{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (Four{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Four{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Dice, InvertsTheNormalDistributionToSixDigits) {
  const Dice dice{5, 0};
  std::vector<float> u(100000), z(u.size());
  dice.uniforms({decision_key("q")}, 0, u);
  dice.normals({decision_key("q")}, 0, z);
  for (std::size_t i = 0; i < u.size(); ++i) {
    const double exact = normal_quantile(double{u[i]} + 0x1p-25);
    ASSERT_NEAR(double{z[i]}, exact, 2e-6 + 1e-6 * std::abs(exact)) << u[i];
  }
}

TEST(Dice, GivesManyAtOnceWhatItGivesOneByOne) {
  const Dice dice{42, 3};
  const Roll roll{decision_key("lending.pays"), 17, 2};
  std::vector<float> u(101), z(101);
  dice.uniforms(roll, 5, u);
  dice.normals(roll, 5, z);
  for (std::uint32_t i = 0; i < u.size(); ++i) {
    EXPECT_EQ(double{u[i]}, dice.uniform(roll, 5 + i));
    EXPECT_EQ(double{z[i]}, dice.normal(roll, 5 + i));
  }
}

TEST(Dice, HasTheMomentsOfItsDistributions) {
  const Dice dice{7, 0};
  std::vector<float> u(200000), z(200000);
  dice.uniforms({decision_key("a")}, 0, u);
  dice.normals({decision_key("b")}, 0, z);
  double mean_u = 0, mean_z = 0, square_z = 0;
  for (std::size_t i = 0; i < u.size(); ++i)
    mean_u += double{u[i]}, mean_z += double{z[i]}, square_z += double{z[i]} * double{z[i]};
  const auto n = static_cast<double>(u.size());
  EXPECT_NEAR(mean_u / n, 0.5, 4 * std::sqrt(1 / 12.0 / n));
  EXPECT_NEAR(mean_z / n, 0, 4 / std::sqrt(n));
  EXPECT_NEAR(square_z / n, 1, 4 * std::sqrt(2 / n));
}

TEST(Dice, RollsApartForEachOfItsCoordinates) {
  const Roll roll{decision_key("x"), 1, 0};
  const double base = Dice(1, 0).uniform(roll, 9);
  EXPECT_NE(base, Dice(2, 0).uniform(roll, 9));
  EXPECT_NE(base, Dice(1ull << 32 | 1, 0).uniform(roll, 9));
  EXPECT_NE(base, Dice(1, 1).uniform(roll, 9));
  EXPECT_NE(base, Dice(1, 0).uniform({roll.decision, 2, 0}, 9));
  EXPECT_NE(base, Dice(1, 0).uniform({roll.decision, 1, 1}, 9));
  EXPECT_NE(base, Dice(1, 0).uniform({decision_key("y"), 1, 0}, 9));
  EXPECT_NE(base, Dice(1, 0).uniform(roll, 10));
}

}  // namespace swadaya
