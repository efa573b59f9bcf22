// Approximate Bayesian computation by sequential Monte Carlo: which parameters give what was
// observed, without a likelihood. Populations with a shrinking tolerance and an adaptive kernel
// (Beaumont, Cornuet, Marin & Robert 2009; Lenormand, Jabot & Deffuant 2013), and a local-linear
// regression at the end (Beaumont, Zhang & Balding 2002).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/designs/design.hpp"
#include "sim/scenario/prior.hpp"
#include "sim/scenario/weighted_sample.hpp"

namespace swadaya {

// What was observed: a band, both ends included (of equal ends: a value).
struct AbcTarget {
  double low, high;
  double weight = 1;
  double sd = 0;     // of the observation's error, normal; added to what is simulated
  double scale = 0;  // of a deviation; 0: the spread over the prior (1.4826 times the median
                     // absolute deviation)
};

struct AbcSettings {
  std::size_t particles = 200;   // that are kept, counted by points; the first generation draws
                                 // twice as many
  std::size_t runs = 4000;       // at most, of points simulated
  double least_accepted = 0.02;  // of a generation; fewer within the tolerance end the search
  std::uint64_t seed = 1;
  std::size_t sharing = 1;  // points of a generation, in their order, that share chance
  bool weighs_all = false;  // points that weren't kept have weights, too
};

// What was simulated: a point, and what would be observed there, once or several times.
struct AbcPoint {
  std::vector<double> at;    // by parameter
  std::vector<double> seen;  // by observation and target, with the observation's error
  std::size_t cluster = 0;   // points of one share chance
  // Prior over the density of all points that were drawn in this search, whichever generation was
  // near enough: the balance heuristic of Owen & Zhou (2000). Weights by each generation's own
  // proposal would let the few from the prior that are kept outweigh all others.
  double weight = 1;
  double drawn = 0;  // that density, times the number of points

  std::span<const double> observation(std::size_t i, std::size_t targets) const {
    return {seen.data() + i * targets, targets};
  }
};

// One observation of a point.
struct Particle {
  std::size_t point;
  std::vector<double> deviations;  // by target, from the band's nearest end, in units of its scale
  double distance = 0;             // root of the weighted mean square of the deviations
};

struct Generation {
  std::size_t runs;  // of points, in this one
  double tolerance;  // largest distance of those kept after it
  double accepted;   // share of its particles within the tolerance before
};

// Whatever ends a search; `stopped`: the evaluation did.
enum class AbcEnd { budget, few_accepted, all_met, stopped };

struct AbcResult {
  std::vector<AbcPoint> points;    // all, in the order in which they were drawn
  std::size_t from_prior = 0;      // the first of them
  std::vector<AbcTarget> targets;  // with the scales that were used
  std::vector<Particle> kept;      // nearest first
  std::vector<Generation> generations;
  AbcEnd end = AbcEnd::budget;
};

// What a generation's points come to, a column a target; not numbers where nothing could be
// measured. A point has one row, or several where it is observed several times: all have as many,
// and those of a point stand one behind the other. No rows: stop.
using AbcEvaluate =
    std::function<std::vector<std::vector<double>>(std::size_t generation, const Points& points)>;

AbcResult abc_smc(const std::vector<Prior>& priors, const std::vector<AbcTarget>& targets,
                  const AbcSettings& settings, const AbcEvaluate& evaluate);

// How far each observation of the points lies from the targets, which have scales; without those
// of the cluster `but`.
std::vector<Particle> particles_of(std::span<const AbcPoint> points,
                                   const std::vector<AbcTarget>& targets,
                                   std::optional<std::size_t> but = {});
// Sorts them and keeps the nearest: as many as stand for `count` points. Points that are near in
// one observation and far in the next count as often as they are near: the squared sum of the
// points' shares over the sum of their squares.
void keep_nearest(std::vector<Particle>& particles, std::size_t count);

// A sample in which points of a cluster share chance.
struct ClusteredSample : WeightedSample {
  std::vector<std::size_t> clusters;  // by point

  // How many independent points say as much of the parameter that it says least of: a mean's
  // variance by sums over clusters, against that of independent points. (effective_size takes no
  // notice of what is shared.)
  double independent_draws() const;
};

// The particles kept, as they are.
ClusteredSample sample_of(const std::vector<AbcPoint>& points, const std::vector<Particle>& kept);
inline ClusteredSample sample_of(const AbcResult& result) {
  return sample_of(result.points, result.kept);
}
// The same, each moved to where a local-linear regression of the parameters (logits within finite
// ranges) on the deviations puts it when all deviations are 0; weights by Epanechnikov's kernel of
// the distance. Of a target that no particle meets, the smallest deviation that there is stands in
// for 0, so that nothing is put where no particle was.
ClusteredSample adjusted_sample(const std::vector<Prior>& priors,
                                const std::vector<AbcPoint>& points,
                                const std::vector<Particle>& kept);
inline ClusteredSample adjusted_sample(const std::vector<Prior>& priors, const AbcResult& result) {
  return adjusted_sample(priors, result.points, result.kept);
}

}  // namespace swadaya
