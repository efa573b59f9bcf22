// Calibration: which values of parameters that no source pins give what was observed, and how far
// the observations pin them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/designs/abc.hpp"
#include "sim/designs/calibration_check.hpp"
#include "sim/designs/generations.hpp"
#include "sim/designs/targets.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// As the experiment's [calibration] says it once resolved.
struct Calibration {
  std::vector<Prior> priors;
  std::vector<Target> targets;
  AbcSettings abc;          // `runs`: points
  std::size_t draws = 50;   // of the prior and of the posterior, that predictions are made with
  std::size_t check = 100;  // truths that it is checked with; 0: it isn't

  std::vector<AbcTarget> fitted() const;
  std::vector<double> fitted_values(const std::vector<double>& of_all) const;
  // Variants of the experiment that targets look at; of all, or of those that are fitted.
  enum class Which { fitted, all };
  std::vector<std::size_t> variants(const Experiment& experiment, Which which) const;
  // Months that targets look at.
  std::vector<int> months() const;
};
// Of an experiment whose design is "calibration".
Calibration calibration_of(const Experiment& experiment);

// Points share worlds sixteen lanes at a time and no further: what a world does to those that share
// it is chance to the search, as it ought to be.
Search calibration_search(const Experiment& experiment);

// One parameter before and after.
struct Learnt {
  Prior prior;
  double mean, sd, q05, q25, q50, q75, q95;  // posterior
  double narrowed;  // 1 - posterior sd over prior sd: 0 nothing learnt, 1 known exactly
  double at_low_end, at_high_end;  // posterior share of the outermost twentieth of the prior
  // Piled up against an end of the range: more than a quarter of it in the outermost twentieth of
  // the prior, as dense at the end as anywhere.
  bool leans_low() const;
  bool leans_high() const;
  enum class Pinned { hardly, partly, well };
  Pinned pinned() const;  // narrowed by less than a fifth, by less than a half, or by more
};

// What a target comes to over draws, as it would be observed: in its number of wards.
struct Predicted {
  double q05, q50, q95;
  // Share of draws inside the band; of a single value: nearer to it than 1.96 sd of its error, not
  // a number where that has none.
  double within;
};

struct TargetFit {
  Target target;
  double as_it_is;  // with the experiment's own values
  Predicted prior, posterior;
  std::size_t near;  // points tried of which an observation comes to it, whatever else it does;
                     // of a single value: those of which an observation lies on either side, or 0
  bool is_of_few;    // wards, fewer than there are worlds: predictions have the luck of each
  // The posterior's median lies within the band, or of few wards some of it within what holds 90 %
  // of the draws; a single value within what holds 90 % of its
  // draws, with the error of the observation.
  bool is_met() const;
};

struct CalibrationResult {
  Calibration calibration;
  AbcResult abc;
  ClusteredSample posterior;
  std::vector<Learnt> parameters;
  std::vector<std::vector<double>> correlations;  // of the posterior, parameter by parameter
  std::vector<TargetFit> fits;                    // in the order of the targets
  // The point of the posterior nearest to its medians, each difference in units of the parameter's
  // posterior sd: one set of values that goes together, which medians alone needn't.
  std::size_t nearest = 0;
  CalibrationCheck check;
  // Worth fewer than a hundred independent draws: the share beyond an end of a 90 % interval is
  // then known to some two points at best.
  bool is_rough() const { return posterior.independent_draws() < 100; }
  // Of the targets that are fitted, or of those kept apart.
  struct Met {
    std::size_t met = 0, all = 0;
    bool is_all() const { return met == all; }
  };
  Met met(bool held_out) const;
};
// Of a search that has ended, from its store alone. Throws BadInput where no point had values.
CalibrationResult calibration_result(const Experiment& experiment, const Results& store);

}  // namespace swadaya
