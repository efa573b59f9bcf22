#include "sim/designs/smooth_fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace swadaya {

namespace {

constexpr int rungs = 64;  // of the ladder of penalties, each e^0.5 above the one before

double product(const std::vector<double>& a, const std::vector<double>& b) {
  // Four sums side by side: several times faster than one.
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  std::size_t i = 0;
  for (; i + 4 <= a.size(); i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < a.size(); ++i) s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

}  // namespace

Smoother::Smoother(SmoothBasis basis) : basis_{std::move(basis)} {
  double most = 0;
  for (std::size_t j = 0; j < basis_.columns.size(); ++j) {
    if (basis_.penalties[j] == 0) {
      ++free_;
      continue;
    }
    // A penalty of so much halves the coefficient.
    most = std::max(most, basis_.squares[j] / basis_.penalties[j]);
  }
  if (most == 0) {
    ladder_ = {0}, determinants_ = {0};
    return;
  }
  const double lowest = std::log(most) - 18;  // as good as none, up to as good as no such columns
  for (int i = 0; i < rungs; ++i) {
    ladder_.push_back(std::exp(lowest + 0.5 * i));
    double sum = 0;
    for (std::size_t j = 0; j < basis_.columns.size(); ++j)
      if (const double own = ladder_.back() * basis_.penalties[j]; own > 0)
        sum += std::log1p(basis_.squares[j] / own);
    determinants_.push_back(sum);
  }
}

SmoothFit Smoother::fit(const std::vector<double>& values) const {
  const std::size_t columns = basis_.columns.size();
  const auto n = static_cast<double>(values.size());
  SmoothFit fit;
  fit.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  std::vector<double> away = values, along(columns);
  for (double& y : away) y -= fit.mean;
  for (std::size_t j = 0; j < columns; ++j) along[j] = product(basis_.columns[j], away);
  const double all = product(away, away), degrees = n - static_cast<double>(free_);
  const auto left = [&](double penalty) {
    double sum = all;
    for (std::size_t j = 0; j < columns; ++j)
      sum -= along[j] * along[j] / (basis_.squares[j] + penalty * basis_.penalties[j]);
    return std::max(sum, 1e-14 * all);
  };
  std::size_t best = 0;
  double least = 0;
  for (std::size_t i = 0; i < ladder_.size(); ++i) {
    const double unlikely =
        all > 0 ? degrees * std::log(left(ladder_[i])) + determinants_[i] : determinants_[i];
    if (i == 0 || unlikely < least) best = i, least = unlikely;
  }
  fit.penalty = ladder_[best];
  fit.noise = degrees > 0 ? left(fit.penalty) / degrees : 0;
  fit.fitted.assign(values.size(), fit.mean);
  for (std::size_t j = 0; j < columns; ++j) {
    const double c = along[j] / (basis_.squares[j] + fit.penalty * basis_.penalties[j]);
    fit.coefficients.push_back(c);
    for (std::size_t i = 0; i < values.size(); ++i) fit.fitted[i] += c * basis_.columns[j][i];
  }
  return fit;
}

}  // namespace swadaya
