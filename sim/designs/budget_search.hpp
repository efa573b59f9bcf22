// The best mix of levers under a budget, from noisy outcomes of mixes that are tried a generation
// at a time: a response surface through all that has been tried, and the next mixes where the
// surface is high or in doubt (GP-BUCB: Desautels, Krause & Burdick 2014, JMLR 15). What is tried
// for one budget counts for every other one, so the whole frontier costs little more than a point
// of it.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/designs/response_surface.hpp"
#include "sim/scenario/levers.hpp"

namespace swadaya {

struct BudgetSearch {
  std::vector<double> budgets;   // kRp a ward; the first gets half of the mixes
  std::size_t candidates = 160;  // mixes tried, at most
  std::size_t together = 16;     // a generation
  std::uint64_t seed = 1;
};

struct Tried {
  Mix mix;
  std::size_t generation;
  double value;  // as evaluated; not a number where there was none
};

// The outcome of each mix, higher being better; not a number where there is none. Nothing: stop.
using EvaluateMixes =
    std::function<std::vector<double>(std::size_t generation, const std::vector<Mix>& mixes)>;

struct SearchResult {
  std::vector<Tried> tried;  // in their order, each mix once
  bool stopped = false;
};

// No mix costs more than the highest of the budgets; each must afford the cheapest mix.
SearchResult search_mixes(const LeverSpace& space, const BudgetSearch& search,
                          const EvaluateMixes& evaluate);

// The surface through all that was tried; what had no value counts as the worst.
ResponseSurface surface_of(const LeverSpace& space, const SearchResult& result);
// Of those tried that a budget affords, the one where the surface is highest: what chance alone
// lifted counts less than what its neighbours bear out. Its number among those tried.
std::size_t best_within(const LeverSpace& space, const SearchResult& result,
                        const ResponseSurface& surface, double budget);

// Mixes that tell how flat the top is: each lever of `best` alone at each of its ends, as far as
// the budget goes, or at each other option; then up to `rivals` other mixes of the budget that may
// be as good by the surface, each as far as can be from those before. None twice, `best` not among
// them.
struct Contender {
  Mix mix;
  std::size_t lever;  // moved alone; the number of levers for a rival
};
struct TopQuestion {
  Mix best;
  double budget;
  std::size_t rivals = 14;
  std::uint64_t seed = 1;
};
std::vector<Contender> contenders(const LeverSpace& space, const ResponseSurface& surface,
                                  const TopQuestion& question);

}  // namespace swadaya
