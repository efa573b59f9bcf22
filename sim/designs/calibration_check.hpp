// Whether a calibration's posteriors are what they say, on its own problem (simulation-based
// calibration: Cook, Gelman & Rubin 2006; Talts et al. 2018). What was simulated at some of its
// points takes the place of what was observed, and the posterior that follows is held against the
// parameters that are known to have made it: over many, a truth's rank in its posterior must be
// spread evenly, and nine in ten must lie within the middle 90 %.
//
// It costs no runs: the points of the search are looked at anew for each (as cv4abc of Csillery,
// Francois & Blum 2012 does), without those that share worlds with the truth, by the same nearest
// particles, weights and regression. Truths are those whose observations lie near the true ones,
// which is where it matters and where there are points (Prangle et al. 2014), as the prior would
// have them. What isn't looked at is whether a search begun anew finds the same places.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/designs/abc.hpp"
#include "sim/designs/uniformity.hpp"

namespace swadaya {

struct ParameterCheck {
  std::string key;
  std::vector<double> ranks;  // a truth each: the share of its posterior that lies below it
  double p = 0;               // chance that even ranks lie as far from evenly
  std::size_t covered = 0;    // truths within their 90 % interval
  ShareInterval coverage{};   // what share of truths that can be, 95 %

  std::vector<std::size_t> counts(std::size_t bins) const;  // of ranks, in equal bins
};

struct CalibrationCheck {
  std::size_t asked = 0;  // truths; there are fewer where the search has too few points for them
  std::vector<ParameterCheck> parameters;

  std::size_t truths() const { return parameters.empty() ? 0 : parameters[0].ranks.size(); }
  // Of the parameter that is worst, as one of so many (Bonferroni).
  double p() const;
  bool is_passed() const { return truths() > 0 && p() > 0.05; }
};

// `settings`: of the search. No truths where the points are too few for any.
CalibrationCheck calibration_check(const std::vector<Prior>& priors, const AbcResult& result,
                                   const AbcSettings& settings, std::size_t truths);

}  // namespace swadaya
