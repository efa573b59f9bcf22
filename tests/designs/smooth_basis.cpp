#include "sim/designs/smooth_basis.hpp"

#include <cmath>
#include <numeric>

#include "sim/designs/smooth_fit.hpp"
#include "tests/designs/draws.hpp"

namespace swadaya {

namespace {

double product(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Columns without a mean, at right angles, of the length that is said.
void expect_upright(const SmoothBasis& basis) {
  ASSERT_FALSE(basis.empty());
  for (std::size_t j = 0; j < basis.columns.size(); ++j) {
    const double length = basis.squares[j];
    EXPECT_NEAR(product(basis.columns[j], basis.columns[j]), length, 1e-6 * length);
    for (std::size_t k = 0; k < j; ++k)
      EXPECT_NEAR(product(basis.columns[j], basis.columns[k]), 0,
                  1e-5 * std::sqrt(length * basis.squares[k]));
    EXPECT_NEAR(std::accumulate(basis.columns[j].begin(), basis.columns[j].end(), 0.0), 0,
                1e-6 * std::sqrt(length * static_cast<double>(basis.points)));
  }
}

double largest_miss(const std::vector<double>& a, const std::vector<double>& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

}  // namespace

TEST(SmoothBasis, OfOneParameterLeavesStraightLinesFreeAndBendsWhereValuesDo) {
  const std::vector<double> x = normal_draws(200, 0);
  const SmoothBasis basis = spline_basis(x);
  expect_upright(basis);
  EXPECT_EQ(std::count(basis.penalties.begin(), basis.penalties.end(), 0.0), 1);
  std::vector<double> line, wave;
  for (const double at : x) line.push_back(3 - 2 * at), wave.push_back(std::sin(2 * at));
  EXPECT_LT(largest_miss(Smoother{basis}.fit(line).fitted, line), 1e-5);
  EXPECT_LT(largest_miss(Smoother{basis}.fit(wave).fitted, wave), 0.05);
}

TEST(SmoothBasis, OfSeveralHoldsWhatTheyDoTogether) {
  const auto a = normal_draws(300, 1), b = normal_draws(300, 2), c = normal_draws(300, 3);
  Points points;
  std::vector<double> y;
  for (std::size_t i = 0; i < a.size(); ++i) {
    points.push_back({a[i], 1000 * b[i], c[i], 7});  // the last never varies
    y.push_back(a[i] * b[i] + std::sin(a[i]));
  }
  const SmoothBasis basis = surface_basis(points, {y});
  expect_upright(basis);
  const SmoothFit fit = Smoother{basis}.fit(y);
  double left = 0, all = 0;
  for (std::size_t i = 0; i < y.size(); ++i)
    left += std::pow(y[i] - fit.fitted[i], 2), all += std::pow(y[i] - fit.mean, 2);
  EXPECT_LT(left / all, 0.01);
}

TEST(SmoothBasis, OfWhatDoesNotVaryIsEmpty) {
  EXPECT_TRUE(spline_basis({0.3, 0.3, 0.3}).empty());
  EXPECT_TRUE(spline_basis({}).empty());
  EXPECT_TRUE(surface_basis({{1, 2}, {1, 2}, {1, 2}}, {{1, 2, 3}}).empty());
}

// Two places: a line through both is all that can be said.
TEST(SmoothBasis, OfFewPlacesIsNoMoreThanThem) {
  std::vector<double> x, y;
  for (int i = 0; i < 40; ++i) x.push_back(i % 2), y.push_back(i % 2 ? 5 : 1);
  EXPECT_LT(largest_miss(Smoother{spline_basis(x)}.fit(y).fitted, y), 1e-3);
}

}  // namespace swadaya
