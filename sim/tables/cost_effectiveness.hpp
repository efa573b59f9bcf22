// What people, spreadsheets and programs read of what an outcome costs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// month, outcome, variant, effect, cost_kRp, standing, icer_kRp, of the outcomes and months shown.
std::string cost_effectiveness_csv(const Experiment& experiment, const Store& store);
// month, outcome, willingness_kRp, variant, probability_best, net_benefit_kRp, evpi_kRp
std::string acceptability_csv(const Experiment& experiment, const Store& store);
// Of poor households served where that is shown, or else the first outcome shown, at the last month
// shown; "" where there is one variant.
std::string cost_effectiveness_table(const Experiment& experiment, const Store& store,
                                     Look look = {});
nlohmann::json cost_effectiveness_json(const Experiment& experiment, const Store& store);

}  // namespace swadaya
