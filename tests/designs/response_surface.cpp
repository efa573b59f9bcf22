#include "sim/designs/response_surface.hpp"

#include <gtest/gtest.h>

#include "sim/world/sobol.hpp"
#include "tests/levers.hpp"

namespace swadaya {

TEST(ResponseSurface, PassesThroughValuesWithoutNoise) {
  Points points;
  std::vector<double> values;
  for (const auto& p : sobol_points(40, 2, 1)) {
    points.push_back(p);
    values.push_back(std::sin(3 * p[0]) + p[1]);
  }
  const ResponseSurface surface{points, values};
  EXPECT_LT(surface.noise_sd(), 0.01);
  for (const auto& p : sobol_points(50, 2, 7)) {
    const SurfaceEstimate e = surface.at(p);
    EXPECT_NEAR(e.mean, std::sin(3 * p[0]) + p[1], 0.05);
    EXPECT_LT(e.sd, 0.2);
  }
  EXPECT_GT(surface.at({4, 4}).sd, 3 * surface.at({0.5, 0.5}).sd);  // far from all
}

TEST(ResponseSurface, TellsNoiseFromHeight) {
  Points points;
  std::vector<double> values;
  for (const auto& p : sobol_points(128, 2, 1)) {
    points.push_back(p);
    values.push_back(2 * p[0] + 0.3 * noise_at({p[0], p[1]}));
  }
  const ResponseSurface surface{points, values};
  EXPECT_NEAR(surface.noise_sd(), 0.3, 0.06);
  double squares = 0, doubts = 0;
  for (const auto& p : sobol_points(64, 2, 7)) {
    const SurfaceEstimate e = surface.at(p);
    squares += std::pow(e.mean - 2 * p[0], 2) / 64;
    doubts += e.sd * e.sd / 64;
  }
  EXPECT_LT(std::sqrt(squares), 0.12);
  EXPECT_NEAR(std::sqrt(squares / doubts), 1, 0.7);  // and its doubt is honest
  // The second coordinate does nothing, and the surface knows.
  EXPECT_GT(surface.shape().log_lengths[1], surface.shape().log_lengths[0]);
}

TEST(ResponseSurface, ExpectingAValueOnlyTakesDoubtAway) {
  const Points points = sobol_points(20, 2, 3);
  std::vector<double> values;
  for (const auto& p : points) values.push_back(p[0] * p[1]);
  ResponseSurface surface{points, values};
  const std::vector<double> here{0.9, 0.1}, there{0.2, 0.8};
  const SurfaceEstimate before = surface.at(here), other = surface.at(there);
  surface.expect(here);
  EXPECT_NEAR(surface.at(here).mean, before.mean, 1e-9);
  EXPECT_LT(surface.at(here).sd, before.sd);
  EXPECT_NEAR(surface.at(there).mean, other.mean, 1e-9);
}

TEST(ResponseSurface, IsFlatThroughEqualValues) {
  const ResponseSurface surface{sobol_points(16, 3, 1), std::vector<double>(16, 2.5)};
  EXPECT_NEAR(surface.at({0.3, 0.3, 0.3}).mean, 2.5, 1e-12);
  EXPECT_NEAR(surface.at({0.3, 0.3, 0.3}).sd, 0, 1e-6);
}

}  // namespace swadaya
