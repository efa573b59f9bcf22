// What a table says of the draws of parameters that its worlds took.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/results/labels.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// A paragraph; "" where parameters are as the scenario says, and no sample was named.
std::string draws_text(const Experiment& experiment, Look look);
// The parameters that are drawn, the size of the sample, and why its draws aren't taken; null where
// no sample was named.
nlohmann::json draws_json(const Experiment& experiment);

}  // namespace swadaya
