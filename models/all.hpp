// Every model of this folder. The table behind it is made at build time from the files.
#pragma once

#include <vector>

#include "sim/model.hpp"

namespace swadaya::models {

std::vector<Entry> all();

}  // namespace swadaya::models
