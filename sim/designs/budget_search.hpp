// The best mix of levers under a budget, from noisy outcomes of mixes that are tried a generation
// at a time: a response surface through all that has been tried, and the next mixes where the
// surface is high or in doubt (GP-BUCB: Desautels, Krause & Burdick 2014, JMLR 15). What is tried
// for one budget counts for every other one, so the whole frontier costs little more than a point
// of it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/designs/response_surface.hpp"
#include "sim/scenario/levers.hpp"

namespace swadaya {

struct BudgetSearch {
  std::vector<double> budgets;   // kRp a ward; the first gets half of the mixes
  std::size_t candidates = 160;  // mixes tried, at most
  std::size_t together = 16;     // a generation
  std::uint64_t seed = 1;
  // What the mix tried as number t cost more than its levers' unit costs say, kRp; not a number
  // where that isn't known. Empty: unit costs are all that counts.
  std::function<double(std::size_t t)> excess{};
};

// What mixes cost: their levers' unit costs, and a smooth surface through what those that were
// tried cost beyond them. Without a surface unit costs alone.
class Prices {
 public:
  explicit Prices(const LeverSpace& space) : space_{&space} {}
  // `excess`: of each mix; those that aren't numbers are left out.
  Prices(const LeverSpace& space, const std::vector<Mix>& mixes, const std::vector<double>& excess);

  const LeverSpace& space() const { return *space_; }
  double spending(const Mix& mix) const;  // kRp a ward beyond the baseline
  // Whether an affordable mix really is: by unit costs alone it always is.
  bool holds(const Mix& mix, double budget) const { return !excess_ || spending(mix) <= budget; }
  // As of a LeverSpace. Where the cheapest way that is known costs more than the budget, a mix that
  // does, too.
  Mix affordable(const std::vector<double>& at, double budget,
                 const std::vector<std::size_t>& give_up) const;

 private:
  const LeverSpace* space_;
  std::optional<ResponseSurface> excess_;
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
// Where an excess is told, that holds by the prices known when a mix is tried.
SearchResult search_mixes(const LeverSpace& space, const BudgetSearch& search,
                          const EvaluateMixes& evaluate);

// The surface through all that was tried; what had no value counts as the worst.
ResponseSurface surface_of(const LeverSpace& space, const SearchResult& result);
// Of those tried that a budget affords, the one where the surface is highest: what chance alone
// lifted counts less than what its neighbours bear out. Its number among those tried.
std::size_t best_within(const Prices& prices, const SearchResult& result,
                        const ResponseSurface& surface, double budget);
// By what was tried.
Prices prices_of(const LeverSpace& space, const BudgetSearch& search, const SearchResult& result);

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
std::vector<Contender> contenders(const Prices& prices, const ResponseSurface& surface,
                                  const TopQuestion& question);

}  // namespace swadaya
