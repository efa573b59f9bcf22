#include "sim/month/limits.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace swadaya {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

TEST(Limits, AreOfColumnsThatEveryModelMayRead) {
  EXPECT_EQ(limits_of(Column{column::count}), nullptr);
  EXPECT_EQ(limits_of(RtColumn{rt_column::count}), nullptr);
  const Limits share = *limits_of(column::attitude), flag = *limits_of(column::informed);
  for (const float x : {0.0f, 0.5f, 1.0f, 1.00001f}) EXPECT_EQ(fault_of(share, x), "") << x;
  EXPECT_EQ(fault_of(share, -0.5f), "-0.5, and must be within 0 and 1");
  EXPECT_EQ(fault_of(share, static_cast<float>(nan)), "nan, and must be within 0 and 1");
  EXPECT_EQ(fault_of(flag, 0.5f), "0.5, and must be a whole number between 0 and 1");
  EXPECT_EQ(fault_of(*limits_of(column::rung), 4), "4, and must be a whole number between 0 and 3");
  EXPECT_NE(fault_of(*limits_of(column::log_consumption), static_cast<float>(infinite)), "");
  EXPECT_NE(fault_of(*limits_of(rt_column::visited), -1), "");
}

TEST(Limits, FindTheFirstCellOutside) {
  std::vector<float> cells(64, 1.0f);
  const Limits flag = *limits_of(column::informed);
  EXPECT_EQ(first_outside(flag, cells.data(), 4), std::nullopt);
  for (const double wrong : {nan, infinite, -1.0, 2.0, 0.5, 1e30}) {
    for (const std::size_t at : {std::size_t{0}, std::size_t{37}, std::size_t{63}}) {
      cells[at] = static_cast<float>(wrong);
      EXPECT_EQ(first_outside(flag, cells.data(), 4), at) << wrong;
      cells[at] = 0;
    }
  }
  cells[40] = 2, cells[20] = -1;
  EXPECT_EQ(first_outside(flag, cells.data(), 4), 20u);
}

TEST(Limits, OfOutcomes) {
  const auto fault = [](const char* name, double x) {
    return fault_of(outcomes()[*outcome_index(name)], x);
  };
  EXPECT_EQ(fault("informed", 0.5), "");
  EXPECT_EQ(fault("informed", nan), "is not a number");
  EXPECT_EQ(fault("informed", 1.5), "is 1.5, and no share");
  EXPECT_EQ(fault("attendance", nan), "");  // nobody met
  EXPECT_EQ(fault("elite_excess", -0.5), "");
  EXPECT_EQ(fault("cost_kRp", infinite), "is infinite");
}

}  // namespace swadaya
