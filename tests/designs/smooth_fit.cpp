#include "sim/designs/smooth_fit.hpp"

#include <cmath>

#include "tests/designs/draws.hpp"

namespace swadaya {

// The truth is a wave, the noise of variance 0.25: half a standard deviation of the wave.
TEST(SmoothFit, FindsTheCurveAndTheNoiseAroundIt) {
  const auto x = normal_draws(500, 0), noise = normal_draws(500, 1);
  std::vector<double> y;
  for (std::size_t i = 0; i < x.size(); ++i) y.push_back(std::sin(2 * x[i]) + 0.5 * noise[i]);
  const Smoother smoother{spline_basis(x)};
  const SmoothFit fit = smoother.fit(y);
  EXPECT_NEAR(fit.noise, 0.25, 0.03);
  // The curve is off by no more than its own doubt says.
  double squares = 0, doubt = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    squares += std::pow(fit.fitted[i] - std::sin(2 * x[i]), 2);
    for (std::size_t j = 0; j < smoother.basis().columns.size(); ++j)
      doubt += smoother.variance_of(fit, j) * std::pow(smoother.basis().columns[j][i], 2);
  }
  EXPECT_LT(squares, 3 * doubt);
  EXPECT_GT(squares, doubt / 5);
  EXPECT_LT(std::sqrt(doubt / 500), 0.12);
}

// Of noise alone the surface is flat.
TEST(SmoothFit, TakesNoiseForNoise) {
  const auto a = normal_draws(300, 1), b = normal_draws(300, 2), y = normal_draws(300, 3);
  Points points;
  for (std::size_t i = 0; i < a.size(); ++i) points.push_back({a[i], b[i]});
  const SmoothFit fit = Smoother{surface_basis(points, {y})}.fit(y);
  double squares = 0;
  for (const double f : fit.fitted) squares += f * f;
  EXPECT_LT(squares / 300, 0.02);
  EXPECT_NEAR(fit.noise, 1, 0.05);
}

TEST(SmoothFit, WithoutColumnsIsTheMean) {
  const SmoothFit fit = Smoother{SmoothBasis{}}.fit({1, 2, 6});
  EXPECT_EQ(fit.fitted, (std::vector<double>{3, 3, 3}));
  EXPECT_DOUBLE_EQ(fit.noise, 7);
  const std::vector<double> flat(50, 2.0);
  EXPECT_EQ(Smoother{spline_basis(normal_draws(50, 0))}.fit(flat).fitted, flat);
}

}  // namespace swadaya
