#include "sim/designs/constant.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace swadaya {

namespace {
constexpr double none = std::numeric_limits<double>::quiet_NaN();
}

TEST(Constant, IsWhatEachWorldHasAtAllPoints) {
  EXPECT_TRUE(is_constant({{0.1, 7}, {0.1, 7}, {0.1, 7}}));
  EXPECT_TRUE(is_constant({{0.3, none}, {0.1 + 0.2, none}})) << "rounding is no difference";
  EXPECT_FALSE(is_constant({{0.1, 7}, {0.1, 7}, {0.1, 7.00001}}));
  EXPECT_FALSE(is_constant({{0.1, none}, {0.1, 7}}));
  EXPECT_TRUE(is_constant(std::vector<double>{0.3, 0.1 + 0.2, none}));
  EXPECT_TRUE(is_constant(std::vector<double>{none, none}));
  EXPECT_TRUE(is_constant(std::vector<double>{0, 0}));
  EXPECT_FALSE(is_constant(std::vector<double>{0, 1e-20})) << "of its own size, not of ours";
}

TEST(Constant, RoundingFallsOut) {
  const auto settled = without_rounding({0.1 + 0.2, 1, 0.3, none, 0.30001});
  EXPECT_EQ(settled[0], settled[2]);
  EXPECT_EQ(settled[1], 1);
  EXPECT_TRUE(std::isnan(settled[3]));
  EXPECT_EQ(settled[4], 0.30001);
}

}  // namespace swadaya
