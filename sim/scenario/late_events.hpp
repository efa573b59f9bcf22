// Warnings about events that never come.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace swadaya {

// One for each event of any variant whose month comes after the last.
std::vector<std::string> late_event_warnings(const Experiment& experiment);

}  // namespace swadaya
