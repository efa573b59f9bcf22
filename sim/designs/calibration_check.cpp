#include "sim/designs/calibration_check.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/statistics.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr std::size_t fewest_truths = 20;

// A point whose observation takes the place of the data.
struct Truth {
  std::size_t point;
  std::vector<AbcTarget> data;
  double distance;  // from the data that there are
};

// What would have been told of `seen` as it was told of the data: a value; a band as wide, in which
// it lies anywhere; of a band with one end on which side of it it lies. Each is the form in which
// the posterior takes it.
AbcTarget told_of(const AbcTarget& as, double seen, double place) {
  AbcTarget target = as;
  if (std::isfinite(as.low) && std::isfinite(as.high)) {
    const double width = as.high - as.low;
    target.low = seen - place * width;
    target.high = target.low + width;
  } else if (seen < as.low) {
    target.high = as.low, target.low = -unbounded;
  } else if (seen > as.high) {
    target.low = as.high, target.high = unbounded;
  }
  return target;
}

// Of what is told, in units of the scale; another side of a lone end counts as one unit.
double away(const AbcTarget& a, const AbcTarget& b) {
  if (std::isfinite(a.low) && std::isfinite(a.high)) return (a.low - b.low) / b.scale;
  return std::isfinite(a.low) == std::isfinite(b.low) ? 0 : 1;
}

// Nearest to the data first. Of points that share worlds each has a world of its own: luck that
// several have would make them one truth.
std::vector<Truth> candidates_of(const AbcResult& result, std::uint64_t seed) {
  const Dice dice{seed, 0};
  Stream random{dice, "calibration.check"};
  std::vector<Truth> all;
  std::map<std::size_t, std::size_t> taken;  // by cluster, observations
  for (std::size_t p = 0; p < result.points.size(); ++p) {
    const AbcPoint& point = result.points[p];
    const std::size_t observations = point.seen.size() / result.targets.size();
    const std::size_t observation = taken[point.cluster]++;
    if (observation >= observations) continue;
    const auto seen = point.observation(observation, result.targets.size());
    Truth truth{p, {}, 0};
    bool has_all = true;
    for (std::size_t k = 0; k < seen.size(); ++k) {
      const AbcTarget& target = result.targets[k];
      has_all = has_all && std::isfinite(seen[k]);
      truth.data.push_back(told_of(target, seen[k], random.uniform()));
      const double distance = away(truth.data[k], target);
      truth.distance += target.weight * distance * distance;
    }
    if (has_all) all.push_back(std::move(truth));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Truth& a, const Truth& b) { return a.distance < b.distance; });
  return all;
}

// Drawn by their weights, as the prior has them, from the nearest that are worth twice as many.
std::vector<Truth> truths_of(const AbcResult& result, std::uint64_t seed, std::size_t count) {
  const std::vector<Truth> all = candidates_of(result, seed);
  WeightedSample nearest;
  double sum = 0, squares = 0;
  const auto worth = [&] { return squares > 0 ? sum * sum / squares : 0; };
  for (std::size_t i = 0; i < all.size() && worth() < 2 * static_cast<double>(count); ++i) {
    const double weight = result.points[all[i].point].weight;
    nearest.weights.push_back(weight);
    sum += weight, squares += weight * weight;
  }
  const auto most = static_cast<std::size_t>(worth() / 2);
  std::vector<Truth> drawn;
  if (std::min(count, most) < fewest_truths) return drawn;
  for (const std::size_t i : draws_of(nearest, std::min(count, most), seed))
    drawn.push_back(all[i]);
  return drawn;
}

}  // namespace

std::vector<std::size_t> ParameterCheck::counts(std::size_t bins) const {
  std::vector<std::size_t> counts(bins);
  for (const double rank : ranks)
    ++counts[std::min(bins - 1, static_cast<std::size_t>(rank * static_cast<double>(bins)))];
  return counts;
}

double CalibrationCheck::p() const {
  double least = 1;
  for (const ParameterCheck& parameter : parameters) least = std::min(least, parameter.p);
  return std::min(1.0, least * static_cast<double>(parameters.size()));
}

CalibrationCheck calibration_check(const std::vector<Prior>& priors, const AbcResult& result,
                                   const AbcSettings& settings, std::size_t truths) {
  CalibrationCheck check{truths, {}};
  for (const Prior& prior : priors) check.parameters.push_back({prior.key, {}});
  for (const Truth& truth : truths_of(result, settings.seed, truths)) {
    const AbcPoint& point = result.points[truth.point];
    std::vector<Particle> kept = particles_of(result.points, truth.data, point.cluster);
    keep_nearest(kept, settings.particles);
    const ClusteredSample sample = adjusted_sample(priors, result.points, kept);
    if (sample.points.empty()) continue;
    for (std::size_t d = 0; d < priors.size(); ++d) {
      ParameterCheck& parameter = check.parameters[d];
      const std::vector<double> values = sample.values(d);
      double rank = 0;
      for (std::size_t i = 0; i < values.size(); ++i)
        rank += sample.weights[i] * (values[i] < point.at[d]    ? 1
                                     : values[i] == point.at[d] ? .5
                                                                : 0);
      parameter.ranks.push_back(std::clamp(rank, 0.0, 1.0));
      parameter.covered += weighted_quantile(values, sample.weights, 0.05) <= point.at[d] &&
                           point.at[d] <= weighted_quantile(values, sample.weights, 0.95);
    }
  }
  for (ParameterCheck& parameter : check.parameters) {
    parameter.p = evenness(parameter.ranks);
    parameter.coverage = share_interval(parameter.covered, parameter.ranks.size());
  }
  return check;
}

}  // namespace swadaya
