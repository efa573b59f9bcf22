// What more money adds, step by step, and which step is worth its money.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// Of the outcome that a comparison is ranked by, at the month of its ranking, from the baseline on;
// "" where nothing is better for certain.
std::string increments_text(const Experiment& experiment, const Results& results, Look look);
// { worth: the variant of the step that is worth its money, price_kRp: what one more unit is worth
// then, steps: [{ variant, difference, low, high, extra_cost_kRp }], each beyond the step before };
// null where there is none.
nlohmann::json increments_json(const Experiment& experiment, const Results& results);

}  // namespace swadaya
