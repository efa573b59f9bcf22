// What people read of a sweep.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/sweep.hpp"
#include "sim/tables/presentation.hpp"

namespace swadaya {

// Of few points each one's means; of many, the rank correlation of each swept parameter with each
// outcome and the range of the means.
std::string sweep_table(const Experiment& experiment, const Store& store, Look look = {});
nlohmann::json sweep_json(const Experiment& experiment, const Store& store);
Presentation sweep_presentation(const Experiment& experiment);

}  // namespace swadaya
