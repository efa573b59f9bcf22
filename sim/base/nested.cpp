#include "sim/base/nested.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace swadaya {

namespace {

// Of ascending values.
double ordered_quantile(const std::vector<double>& ordered, double p) {
  const auto n = static_cast<double>(ordered.size());
  const double at = std::clamp((n + 1) * p, 1.0, n) - 1;
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, ordered.size() - 1);
  return ordered[below] + (at - static_cast<double>(below)) * (ordered[above] - ordered[below]);
}

// Groups of one size: how many, and of their means the sum and the sum of squares.
struct Alike {
  double groups = 0, sum = 0, squares = 0;

  void add(double mean) { ++groups, sum += mean, squares += mean * mean; }
};

// Log likelihood of groups' means about one that isn't known, where expectations have the variance
// `between` and values around them `within`.
double restricted_likelihood(const std::map<std::size_t, Alike>& by_size, double between,
                             double within) {
  double logs = 0, weights = 0, sum = 0, squares = 0;
  for (const auto& [size, alike] : by_size) {
    const double variance = between + within / static_cast<double>(size);
    logs += alike.groups * std::log(variance);
    weights += alike.groups / variance;
    sum += alike.sum / variance, squares += alike.squares / variance;
  }
  return -(logs + std::log(weights) + squares - sum * sum / weights) / 2;
}

}  // namespace

Nested::Nested(std::span<const double> values, std::span<const std::uint32_t> groups) {
  std::unordered_map<std::uint32_t, std::size_t> place;
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) continue;
    const auto [at, is_new] = place.try_emplace(groups[i], groups_.size());
    if (is_new) groups_.emplace_back();
    groups_[at->second].push_back(values[i]);
    sum += values[i], ++n_;
  }
  if (n_ == 0) return;
  const auto n = static_cast<double>(n_);
  mean_ = sum / n;
  double squares_within = 0, squares_between = 0, sizes = 0;
  for (const auto& group : groups_) {
    const auto size = static_cast<double>(group.size());
    means_.push_back(std::accumulate(group.begin(), group.end(), 0.0) / size);
    squares_between += size * std::pow(means_.back() - mean_, 2);
    sizes += size * size;
    for (const double x : group) squares_within += std::pow(x - means_.back(), 2);
  }
  if (groups_.size() < 2 || n_ == groups_.size()) return;
  within_ = squares_within / (n - static_cast<double>(groups_.size()));
  between_ = (squares_between / degrees() - within_) / ((n - sizes / n) / degrees());
}

double Nested::standard_error() const {
  if (groups_.size() < 2) return nothing;
  double squares = 0;
  for (std::size_t g = 0; g < groups_.size(); ++g)
    squares += std::pow(static_cast<double>(groups_[g].size()) * (means_[g] - mean_), 2);
  return std::sqrt(squares * static_cast<double>(groups_.size()) / degrees()) /
         static_cast<double>(n_);
}

double Nested::spread_between() const {
  constexpr std::size_t fewest = 5;  // with fewer the mean square has no bound
  constexpr int steps = 400;
  constexpr double furthest = 4;  // in standard deviations of the groups' means
  if (std::isnan(between_) || groups() < fewest) return nothing;
  const double widest = furthest * summary_of(means_).sd;
  if (!(widest > 0)) return 0;
  std::map<std::size_t, Alike> by_size;
  for (std::size_t g = 0; g < means_.size(); ++g) by_size[groups_[g].size()].add(means_[g] - mean_);
  // Where values of a group don't differ, there must be a spread.
  const int first = within_ > 0 ? 0 : 1;
  std::vector<double> spreads, likelihoods;  // logarithms
  for (int i = first; i <= steps; ++i) {
    spreads.push_back(widest * i / steps);
    likelihoods.push_back(restricted_likelihood(by_size, spreads.back() * spreads.back(), within_));
  }
  const double most = *std::max_element(likelihoods.begin(), likelihoods.end());
  double all = 0, squares = 0;
  for (std::size_t i = 0; i < spreads.size(); ++i) {
    const double likely = std::exp(likelihoods[i] - most);
    all += likely, squares += likely * spreads[i] * spreads[i];
  }
  return std::sqrt(squares / all);
}

std::vector<double> Nested::expectations() const {
  const double spread = spread_between(), of_means = summary_of(means_).sd;
  if (std::isnan(spread)) return {};
  std::vector<double> all;
  for (const double mean : means_)
    all.push_back(mean_ + (of_means > 0 ? spread / of_means * (mean - mean_) : 0));
  return all;
}

std::vector<double> Nested::within_one_group() const {
  if (std::isnan(within_)) return {};
  const double between = std::max(0.0, between_);
  const double kept = within_ > 0 ? std::sqrt(within_ / (within_ + between)) : 0;
  std::vector<double> all;
  for (const auto& group : groups_)
    for (const double x : group) all.push_back(mean_ + kept * (x - mean_));
  return all;
}

Interval range_of(std::vector<double> values, double share) {
  if (values.size() < 2) return {};
  std::sort(values.begin(), values.end());
  return {ordered_quantile(values, (1 - share) / 2), ordered_quantile(values, (1 + share) / 2)};
}

double quantile_of(std::vector<double> values, double p) {
  if (values.size() < 2) return nothing;
  std::sort(values.begin(), values.end());
  return ordered_quantile(values, p);
}

}  // namespace swadaya
