#include "sim/scenario/prior.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/scenario/prior_table.hpp"

namespace swadaya {

TEST(Priors, HaveTheMomentsOfTheirDistributions) {
  const Prior normal{"n", Shape::normal, 2, 0.5, {-unbounded, unbounded}};
  EXPECT_NEAR(normal.mean(), 2, 1e-3);
  EXPECT_NEAR(normal.sd(), 0.5, 2e-3);
  EXPECT_NEAR(normal.log_density(2), std::log(1 / (0.5 * std::sqrt(2 * M_PI))), 1e-9);
  // Half a normal: mean sqrt(2 / pi).
  const Prior half{"h", Shape::normal, 0, 1, {0, unbounded}};
  EXPECT_NEAR(half.mean(), std::sqrt(2 / M_PI), 2e-3);
  EXPECT_NEAR(half.log_density(0.5), std::log(2 / std::sqrt(2 * M_PI)) - 0.125, 1e-9);
  EXPECT_EQ(half.log_density(-0.1), -unbounded);
  const Prior lognormal{"l", Shape::lognormal, 3, 0.4, {0, unbounded}};
  EXPECT_NEAR(lognormal.quantile(0.5), 3, 1e-9);
  EXPECT_NEAR(lognormal.mean(), 3 * std::exp(0.08), 5e-3);
  const Prior beta{"b", Shape::beta, 2, 6, {10, 20}};
  EXPECT_NEAR(beta.mean(), 12.5, 1e-3);
  EXPECT_NEAR(beta.sd(), 10 * std::sqrt(12.0 / (64 * 9)), 2e-3);
  for (const Prior& p : {normal, half, lognormal, beta}) {
    double whole = 0;  // densities integrate to 1
    for (int i = 0; i < 20000; ++i)
      whole += std::exp(p.log_density(-10 + 0.002 * (i + 0.5))) * 0.002;
    EXPECT_NEAR(whole, 1, 1e-3) << p.key;
  }
}

// The density is the slope of what the quantiles invert.
TEST(Priors, QuantilesAndDensitiesAgree) {
  for (const Prior& p :
       {Prior{"u", Shape::uniform, 0, 0, {-1, 3}}, Prior{"n", Shape::normal, 1, 2, {0, 2}},
        Prior{"l", Shape::lognormal, 2, 0.7, {1, 4}}, Prior{"b", Shape::beta, 2, 3, {-1, 1}}}) {
    EXPECT_NEAR(p.quantile(1e-12), p.range.low, 1e-4) << p.key;
    EXPECT_NEAR(p.quantile(1 - 1e-12), p.range.high, 1e-3) << p.key;
    for (const double u : {0.1, 0.37, 0.5, 0.9}) {
      const double h = 1e-5, slope = (p.quantile(u + h) - p.quantile(u - h)) / (2 * h);
      EXPECT_NEAR(std::exp(p.log_density(p.quantile(u))) * slope, 1, 1e-5) << p.key << " " << u;
    }
    EXPECT_EQ(p.log_density(p.range.high + 0.01), -unbounded);
  }
}

TEST(Priors, AreReadBackAsTheyAreWritten) {
  for (const Prior& p : {Prior{"s.u", Shape::uniform, 0, 0, {-1, 3}},
                         Prior{"s.n", Shape::normal, 1, 0.1, {-unbounded, 2}},
                         Prior{"s.l", Shape::lognormal, 2, 0.7, {0, unbounded}},
                         Prior{"s.b", Shape::beta, 2, 3.5, {-1, 1}}}) {
    std::vector<Problem> problems;
    const Prior back = read_prior(p.key, toml_value(p.text(), "a"), {-unbounded, unbounded},
                                  "calibration", problems);
    EXPECT_TRUE(problems.empty()) << p.text();
    EXPECT_EQ(back.text(), p.text());
    EXPECT_EQ(back.range.high, p.range.high);
  }
}

}  // namespace swadaya
