// What people, spreadsheets and programs read of a sensitivity analysis.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/presentation.hpp"

namespace swadaya {

// outcome, month, parameter, and mu, mu_star with its interval, sigma, chance, or first and total
// indices with their intervals; noise. With second order a row for every two parameters, too: the
// second one stands under `other`, and their index under `second`.
std::string sensitivity_csv(const Experiment& experiment, const Store& store);
std::string sensitivity_table(const Experiment& experiment, const Store& store, Look look = {});
nlohmann::json sensitivity_json(const Experiment& experiment, const Store& store);
Presentation sensitivity_presentation(const Experiment& experiment);

}  // namespace swadaya
