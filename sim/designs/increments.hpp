// What more money adds, step by step: from a package to the next dearer one that does more for
// certain, and which of them is worth its money.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/month/outcome.hpp"
#include "sim/results/results.hpp"

namespace swadaya {

// Of one outcome at one month: every package against every other, in the same worlds where they
// share them, else not paired.
struct PackagesCompared {
  std::size_t outcome = 0;
  int month = 0;
  // kRp a ward beyond the first package, by package; not a number where nothing was recorded.
  std::vector<double> costs;
  // Which are in other wards than the first: no step that this one has. None said, none is.
  std::vector<bool> elsewhere{};
  bool is_elsewhere(std::size_t place) const {
    return place < elsewhere.size() && elsewhere[place];
  }
  // Of `to` less `from`, by their places.
  std::function<PairedDifference(std::size_t from, std::size_t to)> difference;

  double extra_cost(std::size_t from, std::size_t to) const { return costs[to] - costs[from]; }
};

// In place of the step before it.
struct Increment {
  std::size_t package;
  PairedDifference effect;  // over the step before
  double cost;              // kRp a ward more than the step before
};

struct Increments {
  std::size_t from = 0;          // what packages are held against
  std::vector<Increment> steps;  // by cost; each does more than the one before, for certain
  // Of the steps, the one to choose where one more unit is worth what the largest step costs a unit
  // on average: the knee of the frontier.
  std::size_t worth = 0;
  // kRp that this is, for one unit (of shares a percentage point). Not a number without steps.
  double price = nothing;
  // Packages that would be steps by their means, but can't be told to do more than a cheaper one.
  std::vector<std::size_t> no_more;
};

// Steps are on the frontier of costs and effects of what is better than `from` for certain, and
// each is told from the one before it. None where the outcome is a cost itself, and none from or to
// other wards: more money makes no ward another one.
Increments increments_from(std::size_t from, const PackagesCompared& packages);

// Of these variants' worlds, by their places; the first is what costs are beyond. Differences are
// worked out once each. `months`: those of the samples, one a variant. `variants`: the same as for
// the samples, the first of them in the baseline's worlds.
std::vector<Sample> samples_of(const Results& results, const std::vector<int>& months,
                               const std::vector<std::size_t>& variants);
PackagesCompared packages_compared(const Results& results, const std::vector<Sample>& samples,
                                   int month, std::size_t outcome,
                                   const std::vector<std::size_t>& variants);

}  // namespace swadaya
