// One variant against another in different worlds, where no world of the one is a world of the
// other.
#pragma once

#include <cstdint>
#include <span>

#include "sim/base/paired.hpp"

namespace swadaya {

// Values by world, and by world the draw of the parameters that it was run with; no draws where
// parameters are taken as known.
struct InWorlds {
  std::span<const double> values;
  std::span<const std::uint32_t> draws = {};
};

// Of the means, b - a. `n` counts the worlds of the side that has fewer, `unequal` is as many: of
// different worlds equal figures say nothing. Monte Carlo: 95 % interval of two independent means
// with Welch's degrees of freedom (Welch 1947), over draws where worlds share them; of outcomes
// that are 0 or 1 in every world, one more world of each kind on either side (Agresti & Caffo
// 2000). Parameters: 90 % of the differences of one draw's expectation there from one's here; luck
// and ward likewise of worlds. `is_paired` is false.
PairedDifference unpaired_difference(const InWorlds& baseline, const InWorlds& variant);
// The same where both took the same draws, pair by pair: what isn't known of parameters is common,
// and cancels as far as it does; worlds are different all the same.
PairedDifference unpaired_of_draws(std::span<const double> baseline,
                                   std::span<const double> variant,
                                   std::span<const std::uint32_t> draws);

}  // namespace swadaya
