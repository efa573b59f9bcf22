// A comparison's packages for the same extra money, at the first month shown.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// "" where the experiment doesn't say how much that is.
std::string same_money_table(const Experiment& experiment, const Results& results, Look look);
// By variant: its name, extra_cost_kRp, reach, difference, low and high; null where no money is
// named.
nlohmann::json same_money_json(const Experiment& experiment, const Results& results);

}  // namespace swadaya
