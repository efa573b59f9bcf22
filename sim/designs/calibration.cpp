#include "sim/designs/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numeric>
#include <set>

#include "sim/base/pack.hpp"
#include "sim/designs/seen_wards.hpp"

namespace swadaya {

namespace {

using Rows = std::vector<std::vector<double>>;  // by point, a column a target

void append(Rows& rows, const Rows& more) { rows.insert(rows.end(), more.begin(), more.end()); }

std::string title_of(const Calibration& calibration, const std::vector<double>& point) {
  std::string title;  // "norm 0.53, tau 0.2"
  for (std::size_t d = 0; d < point.size(); ++d) {
    const std::string& key = calibration.priors[d].key;
    title += fmt::format("{}{} {:.6g}", d ? ", " : "", key.substr(key.find('.') + 1), point[d]);
  }
  return title;
}

// Points as variants of the store: each point in some of the experiment's variants.
struct Batch {
  std::string prefix;                 // of names: "g3", "prior", "posterior"
  std::vector<std::size_t> variants;  // of the experiment
  std::size_t sharing;                // points that share worlds
};

// The calibration's runs in their order, run or read.
class Replay {
 public:
  Replay(const Experiment& experiment, const Results& store, NextVariants next)
      : experiment_{experiment},
        store_{store},
        calibration_{calibration_of(experiment)},
        next_{std::move(next)},
        months_{calibration_.months()},
        wards_{calibration_.targets, experiment.replicates},
        next_world_{experiment.replicates} {}

  // False where it was stopped.
  bool go() {
    const Calibration& c = calibration_;
    const auto fitted = c.variants(experiment_, Calibration::Which::fitted),
               all = c.variants(experiment_, Calibration::Which::all);
    const std::size_t sharing = std::max<std::size_t>(1, pack_width / fitted.size());
    AbcSettings settings = c.abc;
    settings.sharing = sharing;
    settings.weighs_all = c.check > 0;
    result.abc =
        abc_smc(c.priors, c.fitted(), settings, [&](std::size_t generation, const Points& points) {
          if (generation == 0) first_points_ = points, prior_world_ = next_world_;
          Rows rows;
          const auto first = run({fmt::format("g{}", generation + 1), fitted, sharing}, points,
                                 next_world_, months_);
          if (!first) return rows;
          if (generation == 0) prior_first_ = *first;
          next_world_ += worlds_of(points.size(), sharing);
          for (std::size_t p = 0; p < points.size(); ++p)
            for (const auto& seen : observed({{*first, p, fitted}}))
              rows.push_back(c.fitted_values(seen));
          return rows;
        });
    if (result.abc.end == AbcEnd::stopped) return false;
    result.posterior = adjusted_sample(c.priors, result.abc);
    if (result.posterior.points.empty()) return true;

    // What the prior says of the targets kept apart: in the worlds that its points had.
    std::vector<std::size_t> others;
    std::set_difference(all.begin(), all.end(), fitted.begin(), fitted.end(),
                        std::back_inserter(others));
    first_points_.resize(std::min(c.draws, first_points_.size()));
    std::optional<std::size_t> of_others = 0;
    if (!others.empty())
      of_others = run({"prior", others, sharing}, first_points_, prior_world_, months_);
    if (!of_others) return false;
    for (std::size_t p = 0; p < first_points_.size(); ++p)
      append(prior, observed({{prior_first_, p, fitted}, {*of_others, p, others}}));

    Points draws;
    for (const std::size_t i : draws_of(result.posterior, c.draws, experiment_.seed))
      draws.push_back(result.posterior.points[i]);
    // Every month of the scenario as it is; of its changed variants what targets look at.
    const std::vector<std::size_t> base{experiment_.baseline};
    others = all;
    std::erase(others, experiment_.baseline);
    const auto of_base = run({"posterior", base, pack_width}, draws, next_world_, {});
    if (!of_base) return false;
    if (!others.empty())
      of_others = run({"posterior", others, pack_width}, draws, next_world_, months_);
    if (!of_others) return false;
    for (std::size_t p = 0; p < draws.size(); ++p)
      append(posterior, observed({{*of_base, p, base}, {*of_others, p, others}}));
    return true;
  }

  const Calibration& calibration() const { return calibration_; }
  // With the experiment's own values.
  std::vector<double> as_it_is() const {
    std::vector<std::size_t> variants(experiment_.variants.size());
    std::iota(variants.begin(), variants.end(), std::size_t{0});
    std::vector<std::uint32_t> all(experiment_.replicates);
    std::iota(all.begin(), all.end(), 0u);
    return values(samples_of({{0, 0, variants}}), [&](std::size_t) { return all; });
  }

  CalibrationResult result;
  Rows prior, posterior;  // by draw and observation, a column a target

 private:
  std::uint32_t worlds_of(std::size_t points, std::size_t sharing) const {
    return static_cast<std::uint32_t>((points + sharing - 1) / sharing) * experiment_.replicates;
  }

  std::optional<std::size_t> run(const Batch& batch, const Points& points,
                                 std::uint32_t first_world, const std::vector<int>& months) {
    return next_(
        points.size() * batch.variants.size(),
        [&] {
          std::vector<Variant> variants;
          for (std::size_t p = 0; p < points.size(); ++p) {
            Values moved_to;
            for (std::size_t d = 0; d < points[p].size(); ++d)
              moved_to[calibration_.priors[d].key] = points[p][d];
            for (const std::size_t v : batch.variants) {
              const Variant& own = experiment_.variants[v];
              Variant variant;
              variant.name = fmt::format("{}-p{}", batch.prefix, p + 1);
              if (v != experiment_.baseline) variant.name += "-" + own.name;
              variant.title = title_of(calibration_, points[p]);
              variant.scenario = moved(own, moved_to);
              variant.first_world = first_world + static_cast<std::uint32_t>(p / batch.sharing) *
                                                      experiment_.replicates;
              variants.push_back(std::move(variant));
            }
          }
          return variants;
        },
        months);
  }

  // Where the runs of a point in some variants stand in the store.
  struct Place {
    std::size_t first, point;
    std::vector<std::size_t> variants;
  };

  using Samples = std::map<std::size_t, Sample>;  // by variant of the experiment

  Samples samples_of(const std::vector<Place>& places) const {
    Samples samples;
    for (const Place& place : places)
      for (std::size_t i = 0; i < place.variants.size(); ++i)
        samples.try_emplace(
            place.variants[i],
            store_.sample_so_far(place.first + place.point * place.variants.size() + i, months_));
    return samples;
  }

  // Whatever would be observed there: a row an observation, a column a target.
  Rows observed(const std::vector<Place>& places) const {
    const Samples samples = samples_of(places);
    Rows rows;
    for (std::size_t i = 0; i < wards_.observations(); ++i)
      rows.push_back(values(samples, [&](std::size_t target) { return wards_.of(i, target); }));
    return rows;
  }

  // By target, in the replicates that `seen_in` gives of each; not a number where one looks at a
  // variant that isn't among these.
  template <class SeenIn>
  std::vector<double> values(const Samples& samples, const SeenIn& seen_in) const {
    std::vector<double> all;
    for (std::size_t k = 0; k < calibration_.targets.size(); ++k) {
      const Target& target = calibration_.targets[k];
      const std::vector<std::uint32_t> replicates = seen_in(k);
      all.push_back(measured(target.pattern, [&](const Quantity& quantity, bool changed) {
                      const auto at = samples.find(changed ? target.variant : experiment_.baseline);
                      std::vector<double> values(replicates.size(), nothing);
                      if (at == samples.end()) return values;
                      const auto own = at->second.values(quantity.month, quantity.outcome);
                      for (std::size_t i = 0; i < values.size(); ++i)
                        values[i] = own[replicates[i]];
                      return values;
                    }).value);
    }
    return all;
  }

  const Experiment& experiment_;
  const Results& store_;
  const Calibration calibration_;
  const NextVariants next_;
  const std::vector<int> months_;
  const SeenWards wards_;
  std::uint32_t next_world_, prior_world_ = 0;
  std::size_t prior_first_ = 0;
  Points first_points_;
};

Predicted predicted(const Rows& rows, std::size_t column, const Target& target) {
  const double low = target.pattern.low, high = target.pattern.high;
  const bool is_value = low == high;
  const double error = is_value ? 1.96 * target.sd : 0;
  std::vector<double> values;
  for (const auto& row : rows)
    if (!std::isnan(row[column])) values.push_back(row[column]);
  const std::vector<double> weights(values.size(), 1.0);
  const auto within = std::count_if(values.begin(), values.end(), [&](double x) {
    return x >= low - error && x <= high + error;
  });
  const bool has_width = !rows.empty() && (!is_value || error > 0);
  return {weighted_quantile(values, weights, 0.05), weighted_quantile(values, weights, 0.5),
          weighted_quantile(values, weights, 0.95),
          has_width ? static_cast<double>(within) / static_cast<double>(rows.size()) : nothing};
}

// Of all points tried, those that come to a fitted target.
std::size_t points_near(const AbcResult& abc, std::size_t target) {
  const AbcTarget& t = abc.targets[target];
  const std::size_t count = abc.targets.size();
  std::size_t below = 0, above = 0, within = 0;
  for (const AbcPoint& point : abc.points) {
    bool is_within = false, is_below = false, is_above = false;
    for (std::size_t i = 0; i < point.seen.size() / count; ++i) {
      const double x = point.observation(i, count)[target];
      is_within = is_within || (x >= t.low && x <= t.high);
      is_below = is_below || x <= t.low, is_above = is_above || x >= t.high;
    }
    within += is_within, below += is_below, above += is_above;
  }
  return t.low == t.high ? std::min(below, above) : within;
}

std::size_t nearest_to_medians(const WeightedSample& sample, const std::vector<Learnt>& learnt) {
  const auto distance = [&](std::size_t i) {
    double sum = 0;
    for (std::size_t d = 0; d < learnt.size(); ++d)
      if (learnt[d].sd > 0)
        sum += std::pow((sample.points[i][d] - learnt[d].q50) / learnt[d].sd, 2);
    return sum;
  };
  std::size_t nearest = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < sample.points.size(); ++i)
    if (sample.weights[i] > 0 && distance(i) < least) nearest = i, least = distance(i);
  return nearest;
}

Learnt learnt(const Prior& prior, const std::vector<double>& values,
              const std::vector<double>& weights) {
  Learnt l{prior,
           weighted_mean(values, weights),
           weighted_sd(values, weights),
           weighted_quantile(values, weights, 0.05),
           weighted_quantile(values, weights, 0.25),
           weighted_quantile(values, weights, 0.5),
           weighted_quantile(values, weights, 0.75),
           weighted_quantile(values, weights, 0.95),
           0,
           0,
           0};
  l.narrowed = 1 - l.sd / prior.sd();
  const double low = prior.quantile(0.05), high = prior.quantile(0.95);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] < low) l.at_low_end += weights[i];
    if (values[i] > high) l.at_high_end += weights[i];
  }
  return l;
}

}  // namespace

std::vector<AbcTarget> Calibration::fitted() const {
  std::vector<AbcTarget> all;
  for (const Target& t : targets)
    if (!t.is_held_out) all.push_back({t.pattern.low, t.pattern.high, t.weight, t.sd});
  return all;
}

std::vector<double> Calibration::fitted_values(const std::vector<double>& of_all) const {
  std::vector<double> values;
  for (std::size_t k = 0; k < targets.size(); ++k)
    if (!targets[k].is_held_out) values.push_back(of_all[k]);
  return values;
}

std::vector<std::size_t> Calibration::variants(const Experiment& experiment, Which which) const {
  std::set<std::size_t> all;
  for (const Target& t : targets) {
    if (which == Which::fitted && t.is_held_out) continue;
    all.insert(t.variant);
    if (t.pattern.compare != Compare::none) all.insert(experiment.baseline);
  }
  return {all.begin(), all.end()};
}

std::vector<int> Calibration::months() const {
  std::set<int> all;
  for (const Target& t : targets) {
    all.insert(t.pattern.quantity.month);
    if (t.pattern.over) all.insert(t.pattern.over->month);
  }
  return {all.begin(), all.end()};
}

Learnt::Pinned Learnt::pinned() const {
  return narrowed < 0.2 ? Pinned::hardly : narrowed < 0.5 ? Pinned::partly : Pinned::well;
}

bool Learnt::leans_low() const {
  return at_low_end > 0.25 && q05 - prior.range.low < 0.15 * (q50 - prior.range.low);
}

bool Learnt::leans_high() const {
  return at_high_end > 0.25 && prior.range.high - q95 < 0.15 * (prior.range.high - q50);
}

bool TargetFit::is_met() const {
  const double low = target.pattern.low, high = target.pattern.high;
  if (low == high)
    return posterior.q05 - 1.645 * target.sd <= low && low <= posterior.q95 + 1.645 * target.sd;
  if (is_of_few) return posterior.q05 <= high && low <= posterior.q95;
  return posterior.q50 >= low && posterior.q50 <= high;
}

CalibrationResult::Met CalibrationResult::met(bool held_out) const {
  Met of;
  for (const TargetFit& fit : fits)
    if (fit.target.is_held_out == held_out) ++of.all, of.met += fit.is_met();
  return of;
}

Search calibration_search(const Experiment& experiment) {
  const Calibration c = calibration_of(experiment);
  const std::size_t fitted = c.variants(experiment, Calibration::Which::fitted).size(),
                    all = c.variants(experiment, Calibration::Which::all).size();
  const std::size_t runs = (c.abc.runs * fitted + c.draws * (all - fitted) + c.draws * (all + 1)) *
                           experiment.replicates;
  return {runs, [](Generations& generations) {
            return Replay{generations.experiment(), generations.store(), running(generations)}.go();
          }};
}

CalibrationResult calibration_result(const Experiment& experiment, const Results& store) {
  Replay replay{experiment, store, reading(experiment, store)};
  if (!replay.go())
    throw BadInput{Problem{store.folder(), 0, 0, "", "", "holds a calibration that hasn't ended",
                           "swadaya resume " + store.folder()}};
  CalibrationResult result = std::move(replay.result);
  result.calibration = replay.calibration();
  const WeightedSample& sample = result.posterior;
  if (sample.points.empty())
    throw BadInput{Problem{store.folder(), 0, 0, "calibration", "",
                           "no point has a value of every target: nothing can be said", ""}};
  std::vector<std::vector<double>> values;
  for (std::size_t d = 0; d < result.calibration.priors.size(); ++d) {
    values.push_back(sample.values(d));
    result.parameters.push_back(
        learnt(result.calibration.priors[d], values.back(), sample.weights));
  }
  result.nearest = nearest_to_medians(sample, result.parameters);
  for (const auto& x : values) {
    std::vector<double> row;
    for (const auto& y : values) row.push_back(weighted_correlation(x, y, sample.weights));
    result.correlations.push_back(std::move(row));
  }
  const std::vector<double> own = replay.as_it_is();
  std::size_t fitted = 0;
  for (std::size_t k = 0; k < own.size(); ++k) {
    const Target& target = result.calibration.targets[k];
    result.fits.push_back({target, own[k], predicted(replay.prior, k, target),
                           predicted(replay.posterior, k, target),
                           target.is_held_out ? 0 : points_near(result.abc, fitted++),
                           target.wards < experiment.replicates});
  }
  result.check = calibration_check(result.calibration.priors, result.abc, result.calibration.abc,
                                   result.calibration.check);
  return result;
}

}  // namespace swadaya
