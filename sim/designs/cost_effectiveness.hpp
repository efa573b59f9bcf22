// What an outcome costs where several packages could buy it: ratios between those worth buying, how
// sure the choice is, and what knowing more would be worth.
#pragma once

#include <vector>

#include "sim/results/results.hpp"

namespace swadaya {

enum class Dominance {
  frontier,
  dominated,            // another costs no more and does no less
  extendedly_dominated  // a mix of two others costs no more and does no less
};

// One variant's means.
struct Option {
  double effect = 0;  // in the good direction; shares in percentage points
  double cost = 0;    // kRp a ward
  Dominance standing = Dominance::frontier;
  // Incremental cost-effectiveness ratio: kRp for one more unit of effect than the next cheaper
  // option of the frontier gives. Not a number for the cheapest, and off the frontier.
  double icer = nothing;
};

// Fills in standing and ICER. Options that aren't numbers are dominated.
void rank_options(std::vector<Option>& options);

// At a willingness to pay.
struct Acceptability {
  double willingness;               // kRp for one unit of effect
  std::vector<double> probability;  // by variant: share of worlds in which its net benefit
                                    // (willingness x effect - cost) is the highest
  std::vector<double> net_benefit;  // by variant, mean, kRp a ward
  // Expected value of perfect information, kRp a ward: what it would be worth to know before the
  // choice which world it will be.
  double evpi;
};

// `effects`, `costs`: by variant, one entry a world. Worlds where any isn't a number are left out.
Acceptability acceptability_at(double willingness, const std::vector<std::vector<double>>& effects,
                               const std::vector<std::vector<double>>& costs);

// Of one outcome at one month.
struct CostEffectiveness {
  std::size_t outcome;
  int month;
  std::vector<Option> options;       // by variant
  std::vector<Acceptability> curve;  // from 0 to twice the highest ICER; of one point without any
};
CostEffectiveness cost_effectiveness_of(const Results& store, int month, std::size_t outcome);

}  // namespace swadaya
