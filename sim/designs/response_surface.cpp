#include "sim/designs/response_surface.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/exact.hpp"

namespace swadaya {

namespace {

// Weak priors of the shape, normal in logarithms: lengths of the order of a whole range, noise of
// the order of a hundredth of the surface's variance. Without them a few points would let lengths
// run to nothing.
constexpr double log_length = 0, sd_length = 1;
constexpr double log_noise = -4.6, sd_noise = 2;
constexpr double least_log_noise = -16, most_log_noise = 4;

double sum_of_squares(const std::vector<double>& x) {
  double sum = 0;
  for (const double v : x) sum += v * v;
  return sum;
}

double product(const std::vector<double>& a, const std::vector<double>& b, std::size_t n) {
  // Four sums side by side, in an order of their own: several times faster than one.
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < n; ++i) s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

}  // namespace

ResponseSurface::ResponseSurface(Points points, std::vector<double> values,
                                 const SurfaceShape* start)
    : points_{std::move(points)}, values_{std::move(values)} {
  const std::size_t dimensions = points_[0].size();
  if (start)
    shape_ = *start;
  else
    shape_ = {std::vector<double>(dimensions, log_length), log_noise};
  look_for_shape(start ? 0.5 : 1);
}

double ResponseSurface::covariance(const std::vector<double>& a,
                                   const std::vector<double>& b) const {
  double square = 0;
  for (std::size_t d = 0; d < a.size(); ++d) {
    const double step = (a[d] - b[d]) * inverse_lengths_[d];
    square += step * step;
  }
  const double r = std::sqrt(5 * square);
  return (1 + r + r * r / 3) * exp_of(-r);
}

std::vector<double> ResponseSurface::solved(std::vector<double> right) const {
  for (std::size_t i = 0; i < right.size(); ++i)
    right[i] = (right[i] - product(factor_[i], right, i)) / factor_[i][i];
  return right;
}

double ResponseSurface::fit() {
  const std::size_t n = points_.size();
  inverse_lengths_.clear();
  for (const double l : shape_.log_lengths) inverse_lengths_.push_back(exp_of(-l));
  noise_ = exp_of(shape_.log_noise);
  factor_.assign(n, {});
  double log_determinant = 0;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double>& row = factor_[i];
    row.resize(i + 1);
    for (std::size_t j = 0; j < i; ++j)
      row[j] = (covariance(points_[i], points_[j]) - product(row, factor_[j], j)) / factor_[j][j];
    row[i] = std::sqrt(std::max(1 + noise_ - product(row, row, i), 1e-12));
    log_determinant += 2 * log_of(row[i]);
  }
  const std::vector<double> ones = solved(std::vector<double>(n, 1.0)), own = solved(values_);
  mean_ = product(ones, own, n) / sum_of_squares(ones);
  residuals_ = own;
  for (std::size_t i = 0; i < n; ++i) residuals_[i] -= mean_ * ones[i];
  height_ = sum_of_squares(residuals_) / static_cast<double>(n);
  double penalty = 0;
  for (const double l : shape_.log_lengths)
    penalty += (l - log_length) * (l - log_length) / (sd_length * sd_length);
  penalty +=
      (shape_.log_noise - log_noise) * (shape_.log_noise - log_noise) / (sd_noise * sd_noise);
  // Values that don't differ say nothing of the shape.
  return penalty +
         (height_ > 1e-280 ? static_cast<double>(n) * log_of(height_) + log_determinant : 0);
}

// One coordinate after the other, with smaller and smaller steps.
void ResponseSurface::look_for_shape(double step) {
  double best = fit();
  std::vector<double*> coordinates;
  for (double& l : shape_.log_lengths) coordinates.push_back(&l);
  coordinates.push_back(&shape_.log_noise);
  for (; step > 0.2; step /= 2)
    for (bool better = true; better;) {
      better = false;
      for (double* x : coordinates) {
        const double before = *x;
        for (const double way : {step, -step}) {
          *x = before + way;
          if (x == &shape_.log_noise) *x = std::clamp(*x, least_log_noise, most_log_noise);
          const double tried = *x == before ? best : fit();
          if (tried < best - 1e-9) {
            best = tried, better = true;
            break;
          }
          *x = before;
        }
      }
    }
  fit();
  weigh();
}

void ResponseSurface::weigh() {
  weights_ = residuals_;
  for (std::size_t i = weights_.size(); i-- > 0;) {
    weights_[i] /= factor_[i][i];
    for (std::size_t j = 0; j < i; ++j) weights_[j] -= factor_[i][j] * weights_[i];
  }
}

void ResponseSurface::add(const std::vector<double>& point, double value) {
  std::vector<double> row;
  for (const auto& other : points_) row.push_back(covariance(point, other));
  row = solved(std::move(row));
  const std::size_t n = points_.size();
  row.push_back(std::sqrt(std::max(1 + noise_ - product(row, row, n), 1e-12)));
  residuals_.push_back((value - mean_ - product(row, residuals_, n)) / row[n]);
  factor_.push_back(std::move(row));
  points_.push_back(point);
  values_.push_back(value);
  weigh();
}

double ResponseSurface::mean_at(const std::vector<double>& point) const {
  double mean = mean_;
  for (std::size_t i = 0; i < points_.size(); ++i)
    mean += covariance(point, points_[i]) * weights_[i];
  return mean;
}

SurfaceEstimate ResponseSurface::at(const std::vector<double>& point) const {
  std::vector<double> row;
  row.reserve(points_.size());
  double mean = mean_;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    row.push_back(covariance(point, points_[i]));
    mean += row.back() * weights_[i];
  }
  const double left = 1 - sum_of_squares(solved(std::move(row)));
  return {mean, std::sqrt(height_ * std::max(left, 0.0))};
}

double ResponseSurface::noise_sd() const { return std::sqrt(noise_ * height_); }

}  // namespace swadaya
