// Searches: designs whose points aren't known beforehand, since each generation of them depends on
// what those before came to. A search is a function of its experiment and of the stored results
// alone, so one that is begun anew over a folder finds what is stored done and goes on where it was
// stopped, with the same bits.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// Runs what the store lacks of an experiment whose first variant is number `first` there, keeping
// these months (none said: all). False where it was stopped.
using RunMissing =
    std::function<bool(const Experiment&, std::size_t first, const std::vector<int>& months)>;

class Generations {
 public:
  // `experiment`: as its file says it; its own variants are the store's first.
  Generations(const Experiment& experiment, Results& store, RunMissing run);

  const Experiment& experiment() const { return experiment_; }
  const Results& store() const { return store_; }
  // How many there were, without the experiment's own variants.
  std::size_t count() const { return count_; }

  // Adds the variants behind all others and has them run. The number of the first in the store;
  // no value where it was stopped. A variant that a model fails in has no values there.
  std::optional<std::size_t> run(std::vector<Variant> variants,
                                 const std::vector<int>& months = {});

 private:
  const Experiment& experiment_;
  Results& store_;
  RunMissing run_;
  std::size_t next_, count_ = 0;
};

// Gives the number in the store of the first of `count` variants that `make` makes, keeping some
// months (none said: all); no value where it was stopped, or where they aren't there.
using NextVariants = std::function<std::optional<std::size_t>(
    std::size_t count, const std::function<std::vector<Variant>()>& make,
    const std::vector<int>& months)>;
// Makes them and has them run.
NextVariants running(Generations& generations);
// Finds them as a search that was run before has left them, and makes none.
NextVariants reading(const Experiment& experiment, const Results& store);

struct Search {
  std::size_t runs;  // at most, of a variant in a world, without the experiment's own variants
  std::function<bool(Generations&)> go;  // false where it was stopped
};

}  // namespace swadaya
