// Optimisation: which mix of levers a budget buys most with, how sure that is, what other budgets
// would buy, and how flat the top is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/designs/aim.hpp"
#include "sim/designs/budget_search.hpp"
#include "sim/designs/generations.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/levers.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// As an experiment's [optimisation] says it once resolved; its levers are the experiment's.
struct Optimisation {
  Aim aim;
  // kRp a ward beyond the baseline: as simulated, or by the levers' own unit costs.
  double budget = 0;
  bool counts_simulated = true;
  std::vector<double> frontier;  // other budgets
  std::size_t candidates = 160;
  std::uint32_t fresh_worlds = 64;  // for the mixes that are chosen; rounded up to whole times
                                    // the experiment's replicates
  std::size_t rivals = 14;

  BudgetSearch search(std::uint64_t seed) const;
};

// Of an experiment whose design is "optimisation".
Optimisation optimisation_of(const Experiment& experiment);
Search optimisation_search(const Experiment& experiment);

// A mix against the baseline in the same worlds.
struct MixResult {
  Mix mix;
  // kRp a ward beyond the baseline: by the levers' own unit costs; or, where what is simulated
  // counts, what the mix costs at most, by mixes that were simulated (95 %).
  double spending;
  PairedDifference value;  // of what is aimed at
  double sd;               // of it over worlds
  PairedDifference cost;   // kRp a ward, as simulated at the month
};
struct Candidate : MixResult {
  std::size_t generation;
};
// A mix chosen in the search, in fresh worlds.
struct Finalist : MixResult {
  std::size_t lever;           // moved alone from the best; the number of levers for none
  PairedDifference from_best;  // its value against that of the best mix for the budget
  std::vector<PairedDifference> outcomes;  // of those shown, against the baseline
  // It can't be told to be worse.
  bool is_as_good() const { return from_best.n > 0 && !(from_best.high < 0); }
};
struct FrontierPoint {
  double budget;
  std::size_t candidate, finalist;  // the best mix found for it
};
// Of one lever, among mixes of the budget that can't be told from the best.
struct LeverTop {
  std::vector<double> settings;  // ascending: of all these mixes, each once
  // Moved alone to either end, or to any other option, it can't be told from the best.
  bool is_flat;
};
struct OptimisationResult {
  Optimisation optimisation;
  std::vector<Lever> levers;
  std::vector<Candidate> candidates;
  std::vector<Finalist> finalists;      // the best for the budget first
  std::vector<FrontierPoint> frontier;  // by budget, ascending
  std::vector<LeverTop> top;            // by lever
  std::size_t fresh_worlds;
  const Finalist& best() const { return finalists[0]; }
  const FrontierPoint& point() const;  // of the budget
  // "best", "best for 30000", "moved meetings" (alone), "rival"
  std::string role(std::size_t finalist) const;
};
// Of a search that has ended, from its store alone. Throws BadInput where no mix has an outcome.
OptimisationResult optimisation_result(const Experiment& experiment, const Results& store);

}  // namespace swadaya
