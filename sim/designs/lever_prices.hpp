// What levers cost as simulated: each is moved alone, and the difference in cost is its price, with
// all that follows from it (loans handled, defaulters confronted).
#pragma once

#include <vector>

#include "sim/scenario/levers.hpp"

namespace swadaya {

// At which a lever is moved alone, all else as in the baseline: a range at its low and high end,
// else each option.
std::vector<double> settings_of(const Lever& lever);

// The levers with unit costs by what each at its settings cost beyond the baseline, kRp a ward and
// in their order; what isn't a number costs nothing.
std::vector<Lever> priced(std::vector<Lever> levers, const std::vector<double>& costs);

// Throws BadInput where the cheapest mix costs more than one of the budgets.
void check_budgets(const LeverSpace& space, const std::vector<double>& budgets);

}  // namespace swadaya
