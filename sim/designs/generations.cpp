#include "sim/designs/generations.hpp"

#include <utility>

namespace swadaya {

Generations::Generations(const Experiment& experiment, Results& store, RunMissing run)
    : experiment_{experiment},
      store_{store},
      run_{std::move(run)},
      next_{experiment.variants.size()} {}

std::optional<std::size_t> Generations::run(std::vector<Variant> variants,
                                            const std::vector<int>& months) {
  const std::size_t first = next_;
  store_.add_variants(first, variants);
  next_ += variants.size();
  ++count_;
  Experiment generation = experiment_;
  generation.baseline = 0;
  generation.variants = std::move(variants);
  return run_(generation, first, months) ? std::optional{first} : std::nullopt;
}

NextVariants running(Generations& generations) {
  return [&](std::size_t, const auto& make, const std::vector<int>& months) {
    return generations.run(make(), months);
  };
}

NextVariants reading(const Experiment& experiment, const Results& store) {
  return [next = experiment.variants.size(), &store](
             std::size_t count, const auto&, const auto&) mutable -> std::optional<std::size_t> {
    const std::size_t first = next;
    next += count;
    return next <= store.variants().size() ? std::optional{first} : std::nullopt;
  };
}

}  // namespace swadaya
