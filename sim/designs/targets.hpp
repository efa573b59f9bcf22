// What a calibration is held against.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/designs/patterns.hpp"
#include "sim/scenario/key_info.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What was observed, and what of a run is held against it.
struct Target {
  Pattern pattern;  // measure and band; `set` is empty but for a variant beside the baseline
  std::size_t variant = 0;  // of the experiment: what it is observed in
  double weight = 1;
  double sd = 0;  // of the observation's error: what wards differ by is simulated, and not in it
  std::uint32_t wards = 1;   // that the observation averages
  std::string site;          // targets of one site were observed in the same wards
  bool is_held_out = false;  // told, but not fitted
};

const KeyTable& target_keys();
// One [[calibration.target]].
Target read_target(const Node& node, const Experiment& experiment, std::vector<Problem>& problems);

// A fact as such a table; `variant`: what its changes are called, "" for none.
Node target_of(const Pattern& fact, const std::string& variant, const Node& place);
// Each row of a CSV file of observations as one: outcome, month, value or low and high; sd, wards,
// site, weight, variant, held_out (1 or 0), source. Throws BadInput.
std::vector<Node> targets_in(const std::string& csv_file);
// With an `id` made of outcome, month and variant where it has none.
Node with_id(Node target);

}  // namespace swadaya
