// The runs of a search over mixes of levers, in their order: what each lever costs alone, mixes a
// generation at a time, then the best of them in fresh worlds. Run, or read as they were left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/designs/budget_search.hpp"
#include "sim/designs/generations.hpp"
#include "sim/designs/optimisation.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/levers.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

class MixSearch {
 public:
  // `experiment` and `store` are kept by reference.
  MixSearch(const Experiment& experiment, const Results& store, NextVariants next);

  // False where it was stopped.
  bool go();

  SearchResult searched;
  std::vector<std::size_t> stored;      // by mix tried: its number in the store
  std::vector<Contender> finalists;     // the best for the budget first
  std::vector<FrontierPoint> frontier;  // by budget, ascending
  std::size_t first_finalist = 0;       // in the store, behind its baseline

  // Blocks of fresh worlds, each with the baseline and all finalists.
  std::size_t blocks() const;
  const LeverSpace& space() const { return space_; }
  // Once it has ended.
  double spending(const Mix& mix) const { return prices_->spending(mix); }
  const Optimisation& optimisation() const { return optimisation_; }
  // Of what is aimed at, by world.
  std::vector<double> values_of(std::size_t variant) const;

 private:
  BudgetSearch search();

  // --- what levers cost as simulated
  std::vector<double> costs_of(std::size_t variant) const;
  PairedDifference cost_of(std::size_t variant) const;
  // By what the mix was dearer than unit costs say, at most: the upper end of a one-sided interval
  // of 95 % over the worlds of the search, so that the budget holds in others.
  double excess_of(std::size_t tried);
  // What one more of each lever costs, with all that follows from it. False where it was stopped.
  bool price_levers();

  Variant variant_of(const LeverSpace& space, const Mix& mix, const std::string& name,
                     std::uint32_t first_world) const;
  std::vector<double> evaluated(std::size_t generation, const std::vector<Mix>& mixes,
                                const std::vector<double>& baseline);
  // The best for each budget, and what tells how flat the top is. False where nothing was found.
  bool choose();
  // The finalist that is this mix, made where there is none.
  std::size_t place_of(const Mix& mix);
  bool run_finalists();

  const Experiment& experiment_;
  const Results& store_;
  const NextVariants next_;
  const Optimisation optimisation_;
  LeverSpace space_;              // with unit costs as simulated, where those count
  std::vector<Mix> mixes_;        // those tried, as `stored`
  std::vector<double> excess_;    // of them, as far as it was asked for
  std::optional<Prices> prices_;  // of a search that has ended
  std::vector<int> months_;
};

}  // namespace swadaya
