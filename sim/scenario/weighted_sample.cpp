#include "sim/scenario/weighted_sample.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/statistics.hpp"
#include "sim/world/sobol.hpp"

namespace swadaya {

std::vector<double> WeightedSample::values(std::size_t dimension) const {
  std::vector<double> all;
  for (const auto& point : points) all.push_back(point[dimension]);
  return all;
}

double WeightedSample::effective_size() const {
  double squares = 0;
  for (const double w : weights) squares += w * w;
  return 1 / squares;
}

std::vector<std::size_t> draws_of(const WeightedSample& sample, std::size_t count,
                                  std::uint64_t seed) {
  std::vector<double> up_to(sample.weights.size());
  std::partial_sum(sample.weights.begin(), sample.weights.end(), up_to.begin());
  std::vector<std::size_t> draws;
  for (const std::vector<double>& u : sobol_points(count, 1, seed)) {
    const auto at = std::upper_bound(up_to.begin(), up_to.end(), u[0] * up_to.back());
    draws.push_back(std::min(static_cast<std::size_t>(at - up_to.begin()), up_to.size() - 1));
  }
  return draws;
}

double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += weights[i] * values[i];
  return sum / std::accumulate(weights.begin(), weights.end(), 0.0);
}

double weighted_sd(const std::vector<double>& values, const std::vector<double>& weights) {
  return std::sqrt(std::max(0.0, [&] {
    const double mean = weighted_mean(values, weights);
    std::vector<double> squares;
    for (const double x : values) squares.push_back((x - mean) * (x - mean));
    return weighted_mean(squares, weights);
  }()));
}

double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights,
                         double q) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  double sum = 0;
  for (const std::size_t i : order)
    if ((sum += weights[i]) >= q * all * (1 - 1e-12)) return values[i];
  return values.empty() ? nothing : values[order.back()];
}

double weighted_correlation(const std::vector<double>& x, const std::vector<double>& y,
                            const std::vector<double>& weights) {
  const double mx = weighted_mean(x, weights), my = weighted_mean(y, weights);
  std::vector<double> products;
  for (std::size_t i = 0; i < x.size(); ++i) products.push_back((x[i] - mx) * (y[i] - my));
  const double sizes = weighted_sd(x, weights) * weighted_sd(y, weights);
  return sizes > 0 ? weighted_mean(products, weights) / sizes : nothing;
}

}  // namespace swadaya
