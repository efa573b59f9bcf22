// The samples that a search by approximate Bayesian computation ends with.
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "sim/base/statistics.hpp"
#include "sim/designs/abc.hpp"

namespace swadaya {

namespace {

// Onto the whole line, so that nothing is moved out of its range; and back.
double unfolded(const Range& range, double x) {
  const bool below = std::isfinite(range.low), above = std::isfinite(range.high);
  if (below && above) {
    const double u = std::clamp((x - range.low) / (range.high - range.low), 1e-9, 1 - 1e-9);
    return std::log(u / (1 - u));
  }
  if (below) return std::log(std::max(x - range.low, 1e-12));
  return above ? -std::log(std::max(range.high - x, 1e-12)) : x;
}

double folded(const Range& range, double y) {
  const bool below = std::isfinite(range.low), above = std::isfinite(range.high);
  if (below && above) return range.low + (range.high - range.low) / (1 + std::exp(-y));
  if (below) return range.low + std::exp(y);
  return above ? range.high - std::exp(-y) : y;
}

void normalise(std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& w : weights) w /= sum;
}

double nearest_to_zero(const std::vector<const Particle*>& particles, std::size_t target) {
  double low = unbounded, high = -unbounded;
  for (const Particle* p : particles) {
    low = std::min(low, p->deviations[target]);
    high = std::max(high, p->deviations[target]);
  }
  return std::clamp(0.0, low, high);
}

}  // namespace

double ClusteredSample::independent_draws() const {
  if (points.empty()) return 0;
  double least = effective_size();
  for (std::size_t d = 0; d < points[0].size(); ++d) {
    const std::vector<double> x = values(d);
    const double mean = weighted_mean(x, weights), sd = weighted_sd(x, weights);
    std::map<std::size_t, double> sums;
    for (std::size_t i = 0; i < x.size(); ++i) sums[clusters[i]] += weights[i] * (x[i] - mean);
    if (!(sd > 0) || sums.size() < 2) continue;
    double squares = 0;
    for (const auto& [cluster, sum] : sums) squares += sum * sum;
    // As of a sample whose mean was taken from itself.
    const auto n = static_cast<double>(sums.size());
    least = std::min(least, sd * sd / squares * (n - 1) / n);
  }
  return least;
}

ClusteredSample sample_of(const std::vector<AbcPoint>& points, const std::vector<Particle>& kept) {
  ClusteredSample sample;
  for (const Particle& p : kept) {
    if (!std::isfinite(p.distance)) continue;
    sample.points.push_back(points[p.point].at);
    sample.weights.push_back(points[p.point].weight);
    sample.clusters.push_back(points[p.point].cluster);
  }
  normalise(sample.weights);
  return sample;
}

ClusteredSample adjusted_sample(const std::vector<Prior>& priors,
                                const std::vector<AbcPoint>& points,
                                const std::vector<Particle>& kept) {
  std::vector<const Particle*> chosen;
  std::vector<double> weights;
  const double tolerance = kept.empty() ? 0 : kept.back().distance;
  for (const Particle& p : kept) {
    const double x = tolerance > 0 && std::isfinite(tolerance) ? p.distance / tolerance : 0;
    if (!std::isfinite(p.distance) || x >= 1) continue;
    chosen.push_back(&p);
    weights.push_back(points[p.point].weight * (1 - x * x));
  }
  // Deviations that vary; the rest say nothing.
  std::vector<std::size_t> varying;
  for (std::size_t k = 0; !chosen.empty() && k < chosen[0]->deviations.size(); ++k)
    if (std::any_of(chosen.begin(), chosen.end(), [&](const Particle* p) {
          return p->deviations[k] != chosen[0]->deviations[k];
        }))
      varying.push_back(k);
  if (chosen.size() < 2 * (varying.size() + 1)) return sample_of(points, kept);
  normalise(weights);
  const auto n = static_cast<Eigen::Index>(chosen.size()),
             k = static_cast<Eigen::Index>(varying.size()),
             dimensions = static_cast<Eigen::Index>(priors.size());
  Eigen::MatrixXd x(n, k + 1), y(n, dimensions);
  Eigen::VectorXd root(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const Particle& p = *chosen[static_cast<std::size_t>(i)];
    root[i] = std::sqrt(weights[static_cast<std::size_t>(i)]);
    x(i, 0) = 1;
    for (Eigen::Index j = 0; j < k; ++j) {
      const std::size_t target = varying[static_cast<std::size_t>(j)];
      x(i, j + 1) = p.deviations[target] - nearest_to_zero(chosen, target);
    }
    for (Eigen::Index d = 0; d < dimensions; ++d)
      y(i, d) = unfolded(priors[static_cast<std::size_t>(d)].range,
                         points[p.point].at[static_cast<std::size_t>(d)]);
  }
  const Eigen::MatrixXd slopes =
      (root.asDiagonal() * x).colPivHouseholderQr().solve(root.asDiagonal() * y).bottomRows(k);
  const Eigen::MatrixXd moved = y - x.rightCols(k) * slopes;
  ClusteredSample sample;
  sample.weights = std::move(weights);
  for (Eigen::Index i = 0; i < n; ++i) {
    std::vector<double> point;
    for (Eigen::Index d = 0; d < dimensions; ++d)
      point.push_back(folded(priors[static_cast<std::size_t>(d)].range, moved(i, d)));
    sample.points.push_back(std::move(point));
    sample.clusters.push_back(points[chosen[static_cast<std::size_t>(i)]->point].cluster);
  }
  return sample;
}

}  // namespace swadaya
