// Peers counted twice: at most one channel may carry the influence of peers on decisions, or the
// same neighbours sway a household several times over.
#pragma once

#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// A channel that is switched on.
struct PeerChannel {
  Slot slot;
  std::string model;
  std::string parameter;  // that switches it; "" where the model has it always
  bool operator==(const PeerChannel&) const = default;
};

// Those on in a scenario, at its start or by one of its events; by slot.
std::vector<PeerChannel> peer_channels(const Scenario& scenario, const Catalogue& catalogue);

// A warning for each set of two or more channels, naming the variants that have it, the models and
// parameters, and how to switch one off. Empty where there is none.
std::vector<std::string> peer_warnings(const Experiment& experiment, const Catalogue& catalogue);

}  // namespace swadaya
