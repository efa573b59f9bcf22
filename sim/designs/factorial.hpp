// A factorial experiment: every combination of a few levers in the same worlds, and what each lever
// does alone, on average, beside each other one, and its fair share of the whole.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/designs/entry.hpp"
#include "sim/results/results.hpp"

namespace swadaya {

inline constexpr std::size_t most_levers = 8;  // 256 combinations

// Replaces a draft's [[factorial.lever]] by variants, one a combination: number s holds the levers
// whose bits are set in s; `none` is the first and the baseline, the others are named like
// "supervision--coordination". Problems where levers are missing, too many, without a name or
// `set`, or set the same key.
void expand_factorial(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                      std::uint64_t seed, std::vector<Problem>& problems);
const Design& factorial_design();

// The levers of a folder of results, by the names of its variants; empty where it is no factorial
// experiment.
std::vector<StoredVariant> levers_of(const Results& store);

// Effects on one outcome at one month, each paired by replicate. Where replicates share draws of
// the parameters `low` and `high` are over these, else Monte Carlo's (sim/base/paired.hpp).
// `baseline_mean` and `variant_mean` of these are not used.
struct LeverEffects {
  std::size_t lever;
  PairedDifference alone;    // against nothing
  PairedDifference average;  // main effect: over all combinations of the others
  PairedDifference last;     // what is lost when it alone is left out of all
  PairedDifference
      share;  // Shapley's: the mean over all orders of adding levers; these sum to the whole
};
struct Interaction {
  std::size_t a, b;
  PairedDifference
      effect;  // how much more a does with b than without, over combinations of the others
};
struct FactorialEffects {
  std::vector<LeverEffects> levers;       // in the order of the levers
  std::vector<Interaction> interactions;  // of every two levers
  PairedDifference whole;                 // all levers against none
  std::vector<std::size_t> ranking;       // levers by share, the best first (`higher_is_better`)
  PairedDifference lead;                  // of the first's share over the second's
  bool is_constant = false;  // each world's outcome is the same under every combination
};
FactorialEffects factorial_effects(const Results& store, int month, std::size_t outcome);
// The same from outcomes by combination (2^k) and replicate; `draws`: by replicate, empty where
// parameters are taken as known.
FactorialEffects factorial_effects(const std::vector<std::vector<double>>& outcomes,
                                   bool higher_is_better,
                                   std::span<const std::uint32_t> draws = {});

// kind, lever, other, outcome, month, effect, se, low, high, cost_kRp, kRp_per_unit,
// monte_carlo_low, monte_carlo_high, interval: kind is alone, average, last, share, interaction or
// whole; cost the same effect on the programme's cost, and cost per unit (per point of a share)
// where the effect is for the better for certain; interval what low and high are.
std::string factorial_csv(const Results& store, const std::vector<int>& months);

}  // namespace swadaya
