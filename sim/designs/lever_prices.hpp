// What levers cost as simulated: each is moved alone, and the difference in cost is its price, with
// all that follows from it (loans handled, defaulters confronted).
#pragma once

#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/scenario/levers.hpp"

namespace swadaya {

// Mixes in which one lever alone isn't as in the baseline, whose values these are: ranges at their
// low and high ends, others at each option, lever by lever.
std::vector<Mix> each_alone(const std::vector<Lever>& levers, const Values& baseline);

// The levers with unit costs by what those mixes cost beyond the baseline, kRp a ward and in their
// order; what isn't a number costs nothing.
std::vector<Lever> priced(std::vector<Lever> levers, const std::vector<double>& costs);

// Throws BadInput where the cheapest mix costs more than one of the budgets.
void check_budgets(const LeverSpace& space, const std::vector<double>& budgets);

}  // namespace swadaya
