// Which packages are worth buying: those that no other, and no mix of two others, beats at their
// cost.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/base/nested.hpp"

namespace swadaya {

enum class Dominance {
  frontier,
  dominated,             // another costs no more and does no less
  extendedly_dominated,  // a mix of two others costs no more and does no less
  elsewhere              // in other wards than the baseline: no choice that these have
};

// One variant's means.
struct Option {
  double effect = 0;  // in the good direction; shares in percentage points
  double cost = 0;    // kRp a ward
  Dominance standing = Dominance::frontier;
  // Incremental cost-effectiveness ratio: kRp for one more unit of effect than the next cheaper
  // option of the frontier gives. Not a number for the cheapest, and off the frontier.
  double icer = nothing;
  std::optional<std::size_t> next_cheaper{};  // that option, where there is a ratio
};

bool are_equal(const Option& a, const Option& b);  // in effect and cost

// Fills in standing, ratio and the next cheaper. Options that aren't numbers are dominated; those
// with the same effect and cost as one of the frontier share its place and its ratio.
void rank_options(std::vector<Option>& options);

// Places on the frontier, the cheapest first: options that share one stand together, in their
// order.
std::vector<std::vector<std::size_t>> places_on_frontier(const std::vector<Option>& options);

}  // namespace swadaya
