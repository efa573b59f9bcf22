#include "sim/abc.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numeric>

#include "sim/dice.hpp"
#include "sim/network.hpp"
#include "sim/statistics.hpp"

namespace swadaya {

namespace {

double normal(Stream& random) {
  // Inverse distribution function of a 24-bit uniform, kept from its ends.
  const double u = random.uniform() + 0x1p-25;
  return std::sqrt(2.0) * boost::math::erf_inv(2 * u - 1);
}

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// 1.4826 times the median absolute deviation; where that is 0, the sd; where that is too, 1.
double spread_of(std::vector<double> values) {
  std::erase_if(values, [](double x) { return !std::isfinite(x); });
  if (values.empty()) return 1;
  const double middle = median_of(values), sd = summary_of(values).sd;
  for (double& x : values) x = std::abs(x - middle);
  const double spread = 1.4826 * median_of(values);
  return spread > 0 ? spread : sd > 0 ? sd : 1;
}

class Search {
 public:
  Search(const std::vector<Prior>& priors, const std::vector<AbcTarget>& targets,
         const AbcSettings& settings, const AbcEvaluate& evaluate)
      : priors_{priors}, targets_{targets}, settings_{settings}, evaluate_{evaluate} {
    for (const AbcTarget& target : targets) scales_.push_back(target.scale);
  }

  AbcResult run() {
    std::size_t left = settings_.runs;
    if (!first(left)) return ended(AbcEnd::stopped);
    while (true) {
      if (tolerance() == 0) return ended(AbcEnd::all_met);
      if (result_.generations.back().accepted < settings_.least_accepted)
        return ended(AbcEnd::few_accepted);
      if (left < settings_.particles) return ended(AbcEnd::budget);
      left -= settings_.particles;
      if (!next()) return ended(AbcEnd::stopped);
    }
  }

 private:
  AbcResult ended(AbcEnd end) {
    result_.end = end;
    return std::move(result_);
  }
  double tolerance() const { return result_.kept.back().distance; }

  bool first(std::size_t& left) {
    const std::size_t count = std::min(2 * settings_.particles, settings_.runs);
    left -= count;
    // Evenly over the prior: the same distribution as independent draws, with less chance in it.
    Points points = sobol_points(count, priors_.size(), settings_.seed);
    for (std::vector<double>& point : points)
      for (std::size_t d = 0; d < priors_.size(); ++d)
        point[d] = priors_[d].quantile(std::clamp(point[d], 0x1p-33, 1 - 0x1p-33));
    const auto values = evaluate_(0, points);
    if (values.empty()) return false;
    for (std::size_t k = 0; k < targets_.size(); ++k) {
      std::vector<double> of_target;
      for (const auto& row : values) of_target.push_back(row[k]);
      if (!(scales_[k] > 0)) scales_[k] = spread_of(std::move(of_target));
    }
    result_.prior = particles(0, points, values, std::vector<double>(count, 1.0));
    result_.kept = result_.prior;
    keep_nearest();
    result_.generations.push_back({count, tolerance(), 1});
    return true;
  }

  bool next() {
    const std::size_t generation = result_.generations.size(), k = priors_.size();
    const std::vector<Particle>& kept = result_.kept;
    const auto n = static_cast<Eigen::Index>(kept.size()),
               dimensions = static_cast<Eigen::Index>(k);
    Eigen::MatrixXd at(n, dimensions);
    Eigen::VectorXd weights(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      weights[i] = kept[static_cast<std::size_t>(i)].weight;
      for (Eigen::Index d = 0; d < dimensions; ++d)
        at(i, d) = kept[static_cast<std::size_t>(i)].at[static_cast<std::size_t>(d)];
    }
    weights /= weights.sum();
    const Eigen::RowVectorXd mean = weights.transpose() * at;
    const Eigen::MatrixXd away = at.rowwise() - mean;
    // Twice the weighted covariance (Beaumont et al. 2009), and a little of the prior's, without
    // which particles that have become one could not move.
    Eigen::MatrixXd kernel = 2 * (away.transpose() * weights.asDiagonal() * away);
    for (Eigen::Index d = 0; d < dimensions; ++d) {
      const double sd = priors_[static_cast<std::size_t>(d)].sd();
      kernel(d, d) += 1e-8 * sd * sd;
    }
    const Eigen::LLT<Eigen::MatrixXd> root{kernel};
    const Eigen::MatrixXd lower = root.matrixL();
    const double log_scale =
        -lower.diagonal().array().log().sum() - 0.5 * static_cast<double>(k) * std::log(2 * M_PI);

    const Dice dice{settings_.seed, static_cast<std::uint32_t>(generation)};
    Stream random{dice, "calibration.proposal"};
    std::vector<double> up_to(kept.size());
    std::partial_sum(weights.begin(), weights.end(), up_to.begin());
    Points points;
    std::size_t drawn = 0;
    while (points.size() < settings_.particles) {
      ++drawn;
      const double u = random.uniform() * up_to.back();
      const auto parent = std::min<std::ptrdiff_t>(
          std::upper_bound(up_to.begin(), up_to.end(), u) - up_to.begin(), n - 1);
      Eigen::VectorXd step(dimensions);
      for (double& x : step) x = normal(random);
      const Eigen::VectorXd proposal = at.row(parent).transpose() + lower * step;
      std::vector<double> point{proposal.begin(), proposal.end()};
      if (std::isfinite(log_prior(point))) points.push_back(std::move(point));
    }
    // The kernel's density within the prior's support is that much higher than uncut.
    const double inside = static_cast<double>(points.size()) / static_cast<double>(drawn);
    std::vector<double> importance;
    for (const std::vector<double>& point : points) {
      const Eigen::Map<const Eigen::VectorXd> x{point.data(), dimensions};
      const Eigen::MatrixXd steps =
          lower.triangularView<Eigen::Lower>().solve((at.transpose().colwise() - x).eval());
      const Eigen::ArrayXd exponents =
          -0.5 * steps.colwise().squaredNorm().transpose().array() + weights.array().log();
      const double highest = exponents.maxCoeff();
      const double log_proposal = highest + std::log((exponents - highest).exp().sum()) + log_scale;
      importance.push_back(inside * std::exp(log_prior(point) - log_proposal));
    }
    const auto values = evaluate_(generation, points);
    if (values.empty()) return false;
    const double before = tolerance();
    const auto fresh = particles(generation, points, values, importance);
    const auto within = static_cast<double>(std::count_if(
        fresh.begin(), fresh.end(), [&](const Particle& p) { return p.distance < before; }));
    result_.kept.insert(result_.kept.end(), fresh.begin(), fresh.end());
    keep_nearest();
    result_.generations.push_back(
        {points.size(), tolerance(), within / static_cast<double>(points.size())});
    return true;
  }

  double log_prior(const std::vector<double>& point) const {
    double sum = 0;
    for (std::size_t d = 0; d < priors_.size(); ++d) sum += priors_[d].log_density(point[d]);
    return sum;
  }

  std::vector<Particle> particles(std::size_t generation, const Points& points,
                                  const std::vector<std::vector<double>>& values,
                                  const std::vector<double>& weights) const {
    const Dice dice{settings_.seed, static_cast<std::uint32_t>(generation)};
    Stream random{dice, "calibration.observation"};
    std::vector<Particle> all;
    for (std::size_t p = 0; p < points.size(); ++p) {
      Particle particle{points[p], values[p], {}, 0, weights[p]};
      double sum = 0, shares = 0;
      for (std::size_t k = 0; k < targets_.size(); ++k) {
        const AbcTarget& target = targets_[k];
        const double seen = values[p][k] + (target.sd > 0 ? target.sd * normal(random) : 0);
        const double away = seen < target.low    ? seen - target.low
                            : seen > target.high ? seen - target.high
                            : std::isnan(seen)   ? nothing
                                                 : 0;
        particle.deviations.push_back(away / scales_[k]);
        sum += target.weight * particle.deviations.back() * particle.deviations.back();
        shares += target.weight;
      }
      particle.distance = std::isnan(sum) ? unbounded : std::sqrt(sum / shares);
      all.push_back(std::move(particle));
    }
    return all;
  }

  void keep_nearest() {
    std::vector<Particle>& kept = result_.kept;
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Particle& a, const Particle& b) { return a.distance < b.distance; });
    if (kept.size() > settings_.particles)
      kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(settings_.particles), kept.end());
  }

  const std::vector<Prior>& priors_;
  const std::vector<AbcTarget>& targets_;
  const AbcSettings& settings_;
  const AbcEvaluate& evaluate_;
  std::vector<double> scales_;
  AbcResult result_;
};

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

}  // namespace

AbcResult abc_smc(const std::vector<Prior>& priors, const std::vector<AbcTarget>& targets,
                  const AbcSettings& settings, const AbcEvaluate& evaluate) {
  return Search{priors, targets, settings, evaluate}.run();
}

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

WeightedSample sample_of(const AbcResult& result) {
  WeightedSample sample;
  for (const Particle& p : result.kept) {
    if (!std::isfinite(p.distance)) continue;
    sample.points.push_back(p.at);
    sample.weights.push_back(p.weight);
  }
  normalise(sample.weights);
  return sample;
}

WeightedSample adjusted_sample(const std::vector<Prior>& priors, const AbcResult& result) {
  std::vector<const Particle*> chosen;
  std::vector<double> weights;
  const double tolerance = result.kept.back().distance;
  for (const Particle& p : result.kept) {
    const double x = tolerance > 0 && std::isfinite(tolerance) ? p.distance / tolerance : 0;
    if (!std::isfinite(p.distance) || x >= 1) continue;
    chosen.push_back(&p);
    weights.push_back(p.weight * (1 - x * x));
  }
  // Deviations that vary; the rest say nothing.
  std::vector<std::size_t> varying;
  for (std::size_t k = 0; !chosen.empty() && k < chosen[0]->deviations.size(); ++k)
    if (std::any_of(chosen.begin(), chosen.end(), [&](const Particle* p) {
          return p->deviations[k] != chosen[0]->deviations[k];
        }))
      varying.push_back(k);
  if (chosen.size() < 2 * (varying.size() + 1)) return sample_of(result);
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
    for (Eigen::Index j = 0; j < k; ++j)
      x(i, j + 1) = p.deviations[varying[static_cast<std::size_t>(j)]];
    for (Eigen::Index d = 0; d < dimensions; ++d)
      y(i, d) =
          unfolded(priors[static_cast<std::size_t>(d)].range, p.at[static_cast<std::size_t>(d)]);
  }
  const Eigen::MatrixXd slopes =
      (root.asDiagonal() * x).colPivHouseholderQr().solve(root.asDiagonal() * y).bottomRows(k);
  const Eigen::MatrixXd moved = y - x.rightCols(k) * slopes;
  WeightedSample sample;
  sample.weights = std::move(weights);
  for (Eigen::Index i = 0; i < n; ++i) {
    std::vector<double> point;
    for (Eigen::Index d = 0; d < dimensions; ++d)
      point.push_back(folded(priors[static_cast<std::size_t>(d)].range, moved(i, d)));
    sample.points.push_back(std::move(point));
  }
  return sample;
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
