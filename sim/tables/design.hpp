// What people read of designed experiments: factorial ones and sweeps.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/factorial.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// At each shown month and outcome the levers by their share of the whole, what they cost, which
// work together, and what to mend first.
std::string factorial_table(const Experiment& experiment, const Store& store, Look look = {});
nlohmann::json factorial_json(const Experiment& experiment, const Store& store);

// Of few points each one's means; of many, the rank correlation of each swept parameter with each
// outcome and the range of the means.
std::string sweep_table(const Experiment& experiment, const Store& store, Look look = {});
nlohmann::json sweep_json(const Experiment& experiment, const Store& store);

}  // namespace swadaya
