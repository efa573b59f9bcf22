#include "sim/base/pack.hpp"

#include <cmath>
#include <gtest/gtest.h>

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

TEST(Pack, ChoosesAndComparesCellByCell) {
  Pack a, b;
  for (int k = 0; k < pack_width; ++k)
    a.set(k, static_cast<float>(k)), b.set(k, static_cast<float>(pack_width - 1 - k));
  const Pack less = is_less(a, b), chosen = choose(less, a, b);
  for (int k = 0; k < pack_width; ++k) {
    EXPECT_EQ(less[k], k < pack_width - 1 - k ? 1.0f : 0.0f);
    EXPECT_EQ(chosen[k], std::min(a[k], b[k]));
    EXPECT_EQ(a.max(b)[k], std::max(a[k], b[k]));
    EXPECT_EQ(sqrt_of(a)[k], std::sqrt(a[k]));
    EXPECT_EQ(whole_of(a * -1.5f)[k], static_cast<int>(a[k] * -1.5f));  // towards zero
  }
  EXPECT_EQ(bits_of(less), 0x00ffu);
  EXPECT_EQ((a + b).smallest(), 15.0f);
}

}  // namespace swadaya
