// What an optimisation found, as files and words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/optimisation.hpp"
#include "sim/tables/presentation.hpp"

namespace swadaya {

// All mixes, those of the search and those of fresh worlds: mix, worlds (search, fresh), role,
// generation, a column a lever, spending_kRp (by unit costs), cost_kRp with its interval (as
// simulated), n, mean, sd, difference from the baseline with its interval, and in fresh worlds that
// from the best.
std::string optimisation_csv(const OptimisationResult& r);
// The best mix for each budget, in fresh worlds; `chosen_difference`: in the worlds it was chosen
// in.
std::string frontier_csv(const OptimisationResult& r);
std::string optimisation_table(const Experiment& experiment, const OptimisationResult& r,
                               Look look = {});
nlohmann::json optimisation_json(const Experiment& experiment, const OptimisationResult& r);
Presentation optimisation_presentation(const Experiment& experiment);

}  // namespace swadaya
