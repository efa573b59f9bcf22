// What people and other programs read of a calibration's check against itself.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/calibration_check.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// "" where none was asked for.
std::string check_text(const CalibrationCheck& check, Look look);
nlohmann::json check_json(const CalibrationCheck& check);  // null where none was asked for
// A row a parameter: how many truths, how even their ranks, how many were covered, counts of ranks
// in ten equal bins.
std::string check_csv(const CalibrationCheck& check);

}  // namespace swadaya
