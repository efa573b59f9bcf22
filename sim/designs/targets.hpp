// What a calibration is held against.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/designs/patterns.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What was observed, and what of a run is held against it.
struct Target {
  Pattern pattern;      // measure and band; `set` is empty but for a variant beside the baseline
  std::size_t variant;  // of the experiment: what it is observed in
  double weight = 1, sd = 0;
  bool is_held_out = false;  // told, but not fitted
};

// One [[calibration.target]]:
//   id, statement, source     words
//   outcome, month, one_minus, statistic, over, compare   what is measured: as a fact says it
//   value = 0.47, or band = [0.3, 0.6]
//   sd = 0.05                 of the observation's error
//   weight = 1, held_out = true
//   variant = "s3"            of the experiment, that it is observed in; else the baseline
Target read_target(const Node& node, const Experiment& experiment, std::vector<Problem>& problems);

// A fact as such a table; `variant`: what its changes are called, "" for none.
Node target_of(const Pattern& fact, const std::string& variant, const Node& place);
// Each row of a CSV file of observations as one: outcome, month, value or low and high; sd, weight,
// variant, held_out (1 or 0), source. Throws BadInput.
std::vector<Node> targets_in(const std::string& csv_file);
// With an `id` made of outcome, month and variant where it has none.
Node with_id(Node target);

}  // namespace swadaya
