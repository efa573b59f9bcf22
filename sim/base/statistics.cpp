#include "sim/base/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace swadaya {

namespace {

double mean_of(const std::vector<double>& x) {
  double sum = 0;
  for (const double v : x) sum += v;
  return x.empty() ? nothing : sum / static_cast<double>(x.size());
}

double sd_of(const std::vector<double>& x, double mean) {
  if (x.size() < 2) return nothing;
  double squares = 0;
  for (const double v : x) squares += (v - mean) * (v - mean);
  return std::sqrt(squares / static_cast<double>(x.size() - 1));
}

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return nothing;
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Summary summary_of(std::span<const double> values) {
  std::vector<double> x;
  for (const double v : values)
    if (std::isfinite(v)) x.push_back(v);
  Summary s;
  s.n = x.size();
  s.mean = mean_of(x);
  s.sd = sd_of(x, s.mean);
  std::sort(x.begin(), x.end());
  s.q05 = quantile(x, 0.05), s.q25 = quantile(x, 0.25), s.q50 = quantile(x, 0.5);
  s.q75 = quantile(x, 0.75), s.q95 = quantile(x, 0.95);
  return s;
}

bool are_yes_or_no(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double x) { return x == 0 || x == 1; });
}

double students_t(double p, double degrees) {
  return boost::math::quantile(boost::math::students_t{degrees}, p);
}

Sample::Sample(const std::vector<int>& months, std::size_t outcomes, std::size_t replicates)
    : outcomes_{outcomes},
      replicates_{replicates},
      values_(months.size() * outcomes * replicates, nothing) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto month = static_cast<std::size_t>(months[i]);
    if (position_.size() <= month) position_.resize(month + 1, -1);
    position_[month] = static_cast<int>(i);
  }
}

std::span<const double> Sample::values(int month, std::size_t outcome) const {
  const auto m = static_cast<std::size_t>(month);
  if (m >= position_.size() || position_[m] < 0) return {};
  const std::size_t row = static_cast<std::size_t>(position_[m]) * outcomes_ + outcome;
  return {values_.data() + row * replicates_, replicates_};
}

void Sample::set(int month, std::size_t outcome, std::size_t replicate, double value) {
  const auto m = static_cast<std::size_t>(month);
  if (m >= position_.size() || position_[m] < 0) return;
  const std::size_t row = static_cast<std::size_t>(position_[m]) * outcomes_ + outcome;
  values_[row * replicates_ + replicate] = value;
}

std::vector<double> midranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end + 1) / 2;
    i = end;
  }
  return ranks;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(x.size());
  const double mx = std::accumulate(x.begin(), x.end(), 0.0) / n,
               my = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : nothing;
}

}  // namespace swadaya
