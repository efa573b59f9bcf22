// [optimisation] in an experiment file.
#pragma once

#include <vector>

#include "sim/designs/entry.hpp"

namespace swadaya {

const Design& optimisation_design();

// Reads and checks [optimisation] and fills in the experiment's levers. The experiment has its
// baseline already. A lever is a range of a parameter (low, high, step, cost), its options (values,
// costs), or a package that one has or hasn't (set, cost).
void read_optimisation(const Node& table, Experiment& experiment, const Catalogue& catalogue,
                       std::vector<Problem>& problems);

// The same of a draft that has one.
void check_optimisation(const Draft& draft, Keys& keys, Experiment& experiment,
                        const Catalogue& catalogue, std::vector<Problem>& problems);

}  // namespace swadaya
