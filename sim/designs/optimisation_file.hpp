// [optimisation] in an experiment file.
#pragma once

#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

// Reads and checks [optimisation] and fills in the experiment's levers. The experiment has its
// baseline already:
//   outcome = "recovery", or outcomes = { recovery = 1, poor_served = 0.5 }
//   month = 36
//   budget = 60000, frontier = [0, 30000, 120000]
//   candidates = 160, fresh_worlds = 64, rivals = 14
//   [[optimisation.lever]]
//   key = "socialization.meetings", low = 0.5, high = 2, cost = 33000    a range; step = 0.5
//   key = "programme.saving_months", values = [0, 6], costs = [0, 0]     options
//   set = { "supervision.published" = true }, cost = 3600                a package: on or off
// and each with a `name` and a `title` if it likes.
void read_optimisation(const Node& table, Experiment& experiment, const Catalogue& catalogue,
                       std::vector<Problem>& problems);

}  // namespace swadaya
