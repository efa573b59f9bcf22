// What people and other programs read of a calibration.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/calibration.hpp"
#include "sim/tables/presentation.hpp"

namespace swadaya {

// weight and one column a parameter, named like it: the posterior as a weighted sample, to the bit.
std::string posterior_csv(const Experiment& experiment, const CalibrationResult& result);
// A row a target: what was observed, what prior and posterior predict, and whether it is met.
std::string calibration_csv(const Experiment& experiment, const CalibrationResult& result);

std::string calibration_table(const Experiment& experiment, const CalibrationResult& result,
                              Look look = {});
nlohmann::json calibration_json(const Experiment& experiment, const CalibrationResult& result);
Presentation calibration_presentation(const Experiment& experiment);

}  // namespace swadaya
