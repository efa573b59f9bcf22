#include "sim/designs/abc.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numeric>

#include "sim/base/statistics.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/network.hpp"
#include "sim/world/sobol.hpp"
#include "sim/world/stream.hpp"

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

// What a generation was drawn from: normal kernels around weighted points.
struct Proposal {
  Eigen::MatrixXd at;           // a row a point
  Eigen::VectorXd log_weights;  // of the points
  Eigen::MatrixXd lower;        // root of the kernel's covariance
  double log_scale;             // of a kernel's density at its centre, within the prior's support
  std::size_t count;            // of points drawn
};

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
    result_.prior = particles(0, points, values);
    for (Particle& p : result_.prior)
      p.drawn = static_cast<double>(count) * std::exp(log_prior(p.at));
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

    Proposal proposal{at, weights.array().log().matrix(), lower, log_scale, settings_.particles};
    const Points points = drawn_from(proposal, weights, generation);
    proposals_.push_back(std::move(proposal));
    const auto values = evaluate_(generation, points);
    if (values.empty()) return false;
    const double before = tolerance();
    auto fresh = particles(generation, points, values);
    const auto within = static_cast<double>(std::count_if(
        fresh.begin(), fresh.end(), [&](const Particle& p) { return p.distance < before; }));
    for (Particle& p : result_.kept)
      p.drawn += static_cast<double>(points.size()) * density(proposals_.back(), p.at);
    for (Particle& p : fresh) {
      p.drawn = static_cast<double>(result_.prior.size()) * std::exp(log_prior(p.at));
      for (const Proposal& one : proposals_)
        p.drawn += static_cast<double>(one.count) * density(one, p.at);
    }
    result_.kept.insert(result_.kept.end(), fresh.begin(), fresh.end());
    for (Particle& p : result_.kept) p.weight = std::exp(log_prior(p.at)) / p.drawn;
    keep_nearest();
    result_.generations.push_back(
        {points.size(), tolerance(), within / static_cast<double>(points.size())});
    return true;
  }

  // Points within the prior's support; the proposal's density there is that much higher.
  Points drawn_from(Proposal& proposal, const Eigen::VectorXd& weights, std::size_t generation) {
    const Dice dice{settings_.seed, static_cast<std::uint32_t>(generation)};
    Stream random{dice, "calibration.proposal"};
    const Eigen::Index n = proposal.at.rows();
    std::vector<double> up_to(static_cast<std::size_t>(n));
    std::partial_sum(weights.begin(), weights.end(), up_to.begin());
    Points points;
    std::size_t drawn = 0;
    while (points.size() < proposal.count) {
      ++drawn;
      const double u = random.uniform() * up_to.back();
      const auto parent = std::min<std::ptrdiff_t>(
          std::upper_bound(up_to.begin(), up_to.end(), u) - up_to.begin(), n - 1);
      Eigen::VectorXd step(proposal.at.cols());
      for (double& x : step) x = normal(random);
      const Eigen::VectorXd at = proposal.at.row(parent).transpose() + proposal.lower * step;
      std::vector<double> point{at.begin(), at.end()};
      if (std::isfinite(log_prior(point))) points.push_back(std::move(point));
    }
    proposal.log_scale -= std::log(static_cast<double>(points.size()) / static_cast<double>(drawn));
    return points;
  }

  static double density(const Proposal& proposal, const std::vector<double>& point) {
    const Eigen::Map<const Eigen::VectorXd> x{point.data(), proposal.at.cols()};
    const Eigen::MatrixXd steps = proposal.lower.triangularView<Eigen::Lower>().solve(
        (proposal.at.transpose().colwise() - x).eval());
    const Eigen::ArrayXd exponents =
        -0.5 * steps.colwise().squaredNorm().transpose().array() + proposal.log_weights.array();
    return (exponents + proposal.log_scale).exp().sum();
  }

  double log_prior(const std::vector<double>& point) const {
    double sum = 0;
    for (std::size_t d = 0; d < priors_.size(); ++d) sum += priors_[d].log_density(point[d]);
    return sum;
  }

  std::vector<Particle> particles(std::size_t generation, const Points& points,
                                  const std::vector<std::vector<double>>& values) const {
    const Dice dice{settings_.seed, static_cast<std::uint32_t>(generation)};
    Stream random{dice, "calibration.observation"};
    std::vector<Particle> all;
    for (std::size_t p = 0; p < points.size(); ++p) {
      Particle particle{points[p], values[p], {}};
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
  std::vector<Proposal> proposals_;  // of the generations after the first
  AbcResult result_;
};

}  // namespace

AbcResult abc_smc(const std::vector<Prior>& priors, const std::vector<AbcTarget>& targets,
                  const AbcSettings& settings, const AbcEvaluate& evaluate) {
  return Search{priors, targets, settings, evaluate}.run();
}

}  // namespace swadaya
