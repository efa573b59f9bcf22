// What people, spreadsheets and programs read of what an outcome costs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/cost_effectiveness.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

const char* standing_called(Dominance standing);
// What intervals are over, as comparison.csv says it.
const char* over_called(Over over);
// Of the outcomes and months shown: means, standing and ratio of each variant; intervals of
// the ratio and chances of being on the frontier, over what `interval` says and of the simulation
// alone; the variant that it is equal to in every world.
std::string cost_effectiveness_csv(const Experiment& experiment, const Store& store);
// By price: chance of being the best, over what `interval` says and of the simulation alone, share
// of worlds in which it is, mean net benefit, and what knowing the parameters is worth.
std::string acceptability_csv(const Experiment& experiment, const Store& store);
// Of poor households served where that is shown, or else the first outcome shown, at the last month
// shown; "" where there is one variant.
std::string cost_effectiveness_table(const Experiment& experiment, const Store& store,
                                     Look look = {});
nlohmann::json accounting_json(const Accounting& accounting);
nlohmann::json cost_effectiveness_json(const Experiment& experiment, const Store& store);

}  // namespace swadaya
