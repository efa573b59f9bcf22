// How evenly packages share out what they do over the groups by consumption, what weighted
// households cost, and how sure both are.
#pragma once

#include <vector>

#include "sim/base/paired.hpp"
#include "sim/designs/cost_effectiveness.hpp"
#include "sim/designs/equity.hpp"

namespace swadaya {

// Atkinson's index of participation under a variant; of one in other wards the change is of two
// means apart. Intervals over what Sharing says: of 90 % over
// parameters, by what draws expect; else of 95 %, how closely the means are simulated.
struct Evenness {
  double index = nothing, change = nothing;  // change: from the baseline, whose own is 0
  Interval range{}, change_range{};
  Interval change_simulated{};  // of 95 %, whatever the others are over
  // Whether it is more or less even than the baseline, and chance isn't the reason.
  bool is_told() const {
    return (change_range.low > 0 || change_range.high < 0) && !change_simulated.has(0);
  }
};

// Of all variants at one month.
struct Sharing {
  Over over = Over::simulation;
  std::size_t cases = 0;  // draws, else worlds
  std::vector<Equity> equity;
  std::vector<Evenness> evenness;
  std::vector<Option> options;  // effects: households served, weighted as the experiment says
  // The highest ratio of those: kRp for one weighted household. Not a number where no package is
  // worth buying for more than it costs.
  double price = nothing;
  // At that price, what households are worth less costs, against the baseline; of all variants, and
  // of none where there is no price. Not numbers of variants in other wards, which no ward chooses.
  std::vector<PairedDifference> net_benefit;
};

// `costing`: of the same results and accounting, for this month among others.
Sharing sharing_of(const Results& results, const Costing& costing, int month,
                   const Accounting& accounting);

}  // namespace swadaya
