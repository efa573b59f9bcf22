// Warnings about experiments in which peers are counted twice.
#pragma once

#include "sim/month/peer_effects.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// A warning for each set of two or more channels, naming the variants that have it, the models and
// parameters, and how to switch one off. Empty where there is none.
std::vector<std::string> peer_warnings(const Experiment& experiment, const Catalogue& catalogue);

}  // namespace swadaya
