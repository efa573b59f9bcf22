#include "sim/base/pack.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/base/exact.hpp"

namespace swadaya {

TEST(Pack, HasExpAndLogCloseToTheLibrarys) {
  for (float x = -80; x < 80; x += 0.37f) {
    EXPECT_NEAR(double{exp_of(Pack::Constant(x))[3]} / std::exp(double{x}), 1, 4e-7) << x;
    const float y = std::exp(x / 4);
    EXPECT_NEAR(double{log_of(Pack::Constant(y))[5]}, std::log(double{y}),
                4e-7 * std::max(1.0, std::abs(std::log(double{y}))))
        << y;
  }
}

TEST(Pack, GivesEachCellTheSameBitsWhereverItLies) {
  Pack x;
  for (int k = 0; k < pack_width; ++k) x.set(k, 0.37f * static_cast<float>(k) - 2.1f);
  const Pack together = logistic_of(x);
  for (int k = 0; k < pack_width; ++k) EXPECT_EQ(together[k], logistic_of(Pack::Constant(x[k]))[0]);
}

TEST(Exact, HasExpLogAndNormalQuantileCloseToTheLibrarys) {
  for (double x = -50; x < 50; x += 0.73) EXPECT_NEAR(exp_of(x) / std::exp(x), 1, 1e-14);
  for (const double x : {1e-9, 0.3, 0.99, 1.0, 1.5, 7.0, 1e9})
    EXPECT_NEAR(log_of(x), std::log(x), 1e-13 * std::max(1.0, std::abs(std::log(x))));
  for (const double p : {1e-6, 0.025, 0.3, 0.5, 0.975})
    EXPECT_NEAR(0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0)) / p, 1, 1e-5);
}

}  // namespace swadaya
