// What people read of a factorial experiment.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/factorial.hpp"
#include "sim/tables/presentation.hpp"

namespace swadaya {

// At each shown month and outcome the levers by their share of the whole, what they cost, which
// work together, and what to mend first.
std::string factorial_table(const Experiment& experiment, const Store& store, Look look = {});
nlohmann::json factorial_json(const Experiment& experiment, const Store& store);
Presentation factorial_presentation(const Experiment& experiment);

}  // namespace swadaya
