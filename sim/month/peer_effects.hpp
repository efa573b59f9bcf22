// Peers counted twice: at most one channel may carry the influence of peers on decisions, or the
// same neighbours sway a household several times over.
#pragma once

#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/month/scenario.hpp"

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

}  // namespace swadaya
