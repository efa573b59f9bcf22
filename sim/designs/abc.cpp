#include "sim/designs/abc.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <iterator>
#include <map>
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
  Eigen::VectorXd weights;
  Eigen::MatrixXd lower;  // root of the kernel's covariance
  double log_scale;       // of a kernel's density at its centre, within the prior's support
  std::size_t count;      // of points drawn
};

class Search {
 public:
  Search(const std::vector<Prior>& priors, const std::vector<AbcTarget>& targets,
         const AbcSettings& settings, const AbcEvaluate& evaluate)
      : priors_{priors}, targets_{targets}, settings_{settings}, evaluate_{evaluate} {
    result_.targets = targets;
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
    if (settings_.weighs_all)
      for (std::size_t p = 0; p < result_.points.size(); ++p) weigh(p);
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
      double& scale = result_.targets[k].scale;
      if (!(scale > 0)) scale = spread_of(std::move(of_target));
    }
    result_.from_prior = count;
    add(0, points, values);
    result_.kept = particles_of(result_.points, result_.targets);
    keep_nearest(result_.kept, settings_.particles);
    result_.generations.push_back({count, tolerance(), 1});
    return true;
  }

  bool next() {
    const std::size_t generation = result_.generations.size();
    Proposal proposal = proposal_around_kept();
    const Points points = drawn_from(proposal, generation);
    proposals_.push_back(std::move(proposal));
    const auto values = evaluate_(generation, points);
    if (values.empty()) return false;
    const double before = tolerance();
    const std::size_t first = result_.points.size();
    add(generation, points, values);
    auto fresh = particles_of(std::span{result_.points}.subspan(first), result_.targets);
    for (Particle& p : fresh) p.point += first;
    const auto within = static_cast<double>(std::count_if(
        fresh.begin(), fresh.end(), [&](const Particle& p) { return p.distance < before; }));
    const auto all = static_cast<double>(fresh.size());
    result_.kept.insert(result_.kept.end(), std::make_move_iterator(fresh.begin()),
                        std::make_move_iterator(fresh.end()));
    keep_nearest(result_.kept, settings_.particles);
    for (const Particle& p : result_.kept) weigh(p.point);
    result_.generations.push_back({points.size(), tolerance(), within / all});
    return true;
  }

  Proposal proposal_around_kept() const {
    std::map<std::size_t, double> weight_of;  // by point, for each of its observations
    for (const Particle& p : result_.kept) weight_of[p.point] += result_.points[p.point].weight;
    const auto n = static_cast<Eigen::Index>(weight_of.size()),
               dimensions = static_cast<Eigen::Index>(priors_.size());
    Eigen::MatrixXd at(n, dimensions);
    Eigen::VectorXd weights(n);
    Eigen::Index i = 0;
    for (const auto& [point, weight] : weight_of) {
      weights[i] = weight;
      for (Eigen::Index d = 0; d < dimensions; ++d)
        at(i, d) = result_.points[point].at[static_cast<std::size_t>(d)];
      ++i;
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
    const double log_scale = -lower.diagonal().array().log().sum() -
                             0.5 * static_cast<double>(dimensions) * std::log(2 * M_PI);
    return {at, weights.array().log().matrix(), weights, lower, log_scale, settings_.particles};
  }

  // Points within the prior's support; the proposal's density there is that much higher.
  Points drawn_from(Proposal& proposal, std::size_t generation) {
    const Dice dice{settings_.seed, static_cast<std::uint32_t>(generation)};
    Stream random{dice, "calibration.proposal"};
    const Eigen::Index n = proposal.at.rows();
    std::vector<double> up_to(static_cast<std::size_t>(n));
    std::partial_sum(proposal.weights.begin(), proposal.weights.end(), up_to.begin());
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

  // By all that was drawn so far.
  void weigh(std::size_t point) {
    AbcPoint& p = result_.points[point];
    if (weighed_[point] == proposals_.size()) return;
    while (weighed_[point] < proposals_.size()) {
      const Proposal& one = proposals_[weighed_[point]++];
      p.drawn += static_cast<double>(one.count) * density(one, p.at);
    }
    p.weight = std::exp(log_prior(p.at)) / p.drawn;
  }

  double log_prior(const std::vector<double>& point) const {
    double sum = 0;
    for (std::size_t d = 0; d < priors_.size(); ++d) sum += priors_[d].log_density(point[d]);
    return sum;
  }

  void add(std::size_t generation, const Points& points,
           const std::vector<std::vector<double>>& values) {
    const Dice dice{settings_.seed, static_cast<std::uint32_t>(generation)};
    Stream random{dice, "calibration.observation"};
    const std::size_t each = values.size() / points.size();
    for (std::size_t p = 0; p < points.size(); ++p) {
      AbcPoint point;
      point.at = points[p];
      point.cluster = clusters_ + p / settings_.sharing;
      for (std::size_t i = 0; i < each; ++i)
        for (std::size_t k = 0; k < targets_.size(); ++k) {
          const double sd = targets_[k].sd;
          point.seen.push_back(values[p * each + i][k] + (sd > 0 ? sd * normal(random) : 0));
        }
      point.drawn = static_cast<double>(result_.from_prior) * std::exp(log_prior(point.at));
      result_.points.push_back(std::move(point));
      weighed_.push_back(0);
    }
    clusters_ += (points.size() + settings_.sharing - 1) / settings_.sharing;
  }

  const std::vector<Prior>& priors_;
  const std::vector<AbcTarget>& targets_;
  const AbcSettings& settings_;
  const AbcEvaluate& evaluate_;
  std::size_t clusters_ = 0;
  std::vector<Proposal> proposals_;   // of the generations after the first
  std::vector<std::size_t> weighed_;  // by point, how many of them it was weighed by
  AbcResult result_;
};

}  // namespace

std::vector<Particle> particles_of(std::span<const AbcPoint> points,
                                   const std::vector<AbcTarget>& targets,
                                   std::optional<std::size_t> but) {
  double shares = 0;
  for (const AbcTarget& target : targets) shares += target.weight;
  std::vector<Particle> all;
  for (std::size_t p = 0; p < points.size(); ++p) {
    if (but && points[p].cluster == *but) continue;
    const std::size_t observations = points[p].seen.size() / targets.size();
    for (std::size_t i = 0; i < observations; ++i) {
      const auto seen = points[p].observation(i, targets.size());
      Particle particle{p, {}, 0};
      particle.deviations.reserve(targets.size());
      double sum = 0;
      for (std::size_t k = 0; k < targets.size(); ++k) {
        const AbcTarget& target = targets[k];
        const double away = seen[k] < target.low    ? seen[k] - target.low
                            : seen[k] > target.high ? seen[k] - target.high
                            : std::isnan(seen[k])   ? nothing
                                                    : 0;
        particle.deviations.push_back(away / target.scale);
        sum += target.weight * particle.deviations.back() * particle.deviations.back();
      }
      particle.distance = std::isnan(sum) ? unbounded : std::sqrt(sum / shares);
      all.push_back(std::move(particle));
    }
  }
  return all;
}

void keep_nearest(std::vector<Particle>& particles, std::size_t count) {
  std::stable_sort(particles.begin(), particles.end(),
                   [](const Particle& a, const Particle& b) { return a.distance < b.distance; });
  std::map<std::size_t, double> near;  // by point, its observations among those so far
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < particles.size(); ++i) {
    double& of_point = near[particles[i].point];
    squares += 2 * of_point + 1;
    ++of_point, ++sum;
    if (sum * sum < static_cast<double>(count) * squares) continue;
    particles.erase(particles.begin() + static_cast<std::ptrdiff_t>(i) + 1, particles.end());
    return;
  }
}

AbcResult abc_smc(const std::vector<Prior>& priors, const std::vector<AbcTarget>& targets,
                  const AbcSettings& settings, const AbcEvaluate& evaluate) {
  return Search{priors, targets, settings, evaluate}.run();
}

}  // namespace swadaya
