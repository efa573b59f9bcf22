// [calibration] in an experiment file.
#pragma once

#include <vector>

#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What a draft's [calibration] says, complete and without reference to other files; adds the
// variants that its facts ask for to the draft.
//   points = 2000          at most, of the parameters; each runs in every fitted variant and world
//   particles = 200        that are kept
//   least_accepted = 0.02  of a generation; fewer end the search before all points are used
//   draws = 50             of prior and posterior, for predictions
//   facts = "patterns.toml", fit = ["S1", "S2 @144"], hold_out = ["S14"]
//   observed = "series.csv"  outcome, month, value or low and high; sd, weight, variant, held_out
//   [calibration.priors]
//   "lending.norm" = "range"               uniform over its declared range
//   "lending.tau" = { low = 0.1, high = 0.5 }
//   "lending.erosion" = { distribution = "normal", mean = 0.04, sd = 0.02 }
//   "lending.social" = { distribution = "lognormal", median = 1, sigma = 0.5 }
//   "groups.founding" = { distribution = "beta", a = 2, b = 5, low = 0, high = 0.1 }
//   [[calibration.target]]                 as a fact says it; `value` or `band`, sd, weight,
//                                          `variant` (of this experiment), held_out
// Adds what is wrong to `problems`.
Node::Table expand_calibration(Draft& draft, const Catalogue& catalogue,
                               std::vector<Problem>& problems);

// What only shows with the variants read: names, months, replicates.
void check_calibration(const Experiment& experiment, std::vector<Problem>& problems);

}  // namespace swadaya
