#include "sim/world/stream.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace swadaya {

TEST(Stream, IsTheBlocksOfItsPurposeOneAfterTheOther) {
  const Dice dice{42, 3};
  Stream stream{dice, "network.kin", 0x00050007u};
  const Roll roll{decision_key("network.kin"), 7, 5};
  for (std::uint32_t block = 0; block < 3; ++block)
    for (const std::uint32_t word : dice.block(roll, block)) EXPECT_EQ(stream(), word);
}

TEST(Stream, IsAnotherForEachPurposeAndEachWho) {
  const Dice dice{42, 3};
  const auto first = [&](std::string_view purpose, std::uint32_t who) {
    return Stream{dice, purpose, who}();
  };
  EXPECT_EQ(first("a", 1), first("a", 1));
  EXPECT_NE(first("a", 1), first("b", 1));
  EXPECT_NE(first("a", 1), first("a", 2));
  EXPECT_NE(first("a", 1), first("a", 0x10001));
}

TEST(Stream, DrawsEachNumberBelowEquallyOften) {
  const Dice dice{1, 0};
  Stream stream{dice, "test"};
  std::vector<double> times(7, 0.0);
  const int n = 70000;
  for (int i = 0; i < n; ++i) ++times.at(stream.below(7));
  double chi_squared = 0;
  for (const double t : times) chi_squared += (t - n / 7.0) * (t - n / 7.0) / (n / 7.0);
  EXPECT_LT(chi_squared, 22.46);  // the 99.9 % point with six degrees of freedom
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double u = stream.uniform();
    ASSERT_TRUE(u >= 0 && u < 1);
    sum += u;
  }
  EXPECT_NEAR(sum / n, 0.5, 4 * std::sqrt(1 / 12.0 / n));
}

}  // namespace swadaya
