#include "sim/base/exact.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace swadaya {

TEST(Exact, HasExpLogAndNormalQuantileCloseToTheLibrarys) {
  for (double x = -50; x < 50; x += 0.73) EXPECT_NEAR(exp_of(x) / std::exp(x), 1, 1e-14);
  for (const double x : {1e-9, 0.3, 0.99, 1.0, 1.5, 7.0, 1e9})
    EXPECT_NEAR(log_of(x), std::log(x), 1e-13 * std::max(1.0, std::abs(std::log(x))));
  for (const double p : {1e-6, 0.025, 0.3, 0.5, 0.975})
    EXPECT_NEAR(0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0)) / p, 1, 1e-5);
}

TEST(Exact, EndsWhereNumbersEnd) {
  EXPECT_EQ(exp_of(0), 1);
  EXPECT_EQ(exp_of(-700.1), 0);
  EXPECT_NEAR(exp_of(-700) / std::exp(-700.0), 1, 1e-14);
  EXPECT_EQ(exp_of(1e6), exp_of(700));
  EXPECT_TRUE(std::isfinite(exp_of(1e6)));
  EXPECT_EQ(logistic_of(0), 0.5);
  EXPECT_EQ(logistic_of(1e6), 1);
  EXPECT_NEAR(logistic_of(3) + logistic_of(-3), 1, 1e-15);
}

// Quantiles of the standard normal distribution as tables print them; far tails too.
TEST(Exact, HasTheQuantilesOfTables) {
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_NEAR(normal_quantile(0.975), 1.959964, 1e-6);
  EXPECT_NEAR(normal_quantile(0.9), 1.281552, 1e-6);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232, 1e-6);
  EXPECT_NEAR(normal_quantile(1e-20), -9.262340, 2e-6);
}

// Months of one rate: not to happen in a year is not to happen in each of its months.
TEST(Exact, ChancesOfMonthsCompose) {
  EXPECT_EQ(chance_of(0), 0);
  EXPECT_NEAR(chance_of(std::log(2.0)), 0.5, 1e-15);
  EXPECT_NEAR(1 - chance_of(0.07, 12), std::pow(1 - chance_of(0.07), 12), 1e-14);
}

TEST(Exact, ExponentialsHaveTheirMedianAndAnEnd) {
  EXPECT_NEAR(exponential_of(0.5, 8), 8 * std::log(2.0), 1e-12);
  EXPECT_EQ(exponential_of(1, 8), 0);
  EXPECT_NEAR(exponential_of(0, 8), 8 * 25 * std::log(2.0), 1e-9);  // a uniform has 24 bits
}

}  // namespace swadaya
