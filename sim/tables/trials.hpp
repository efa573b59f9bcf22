// What people and programs read of published experiments held against the model.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/designs/trials.hpp"
#include "sim/tables/patterns.hpp"

namespace swadaya {

// A row an experiment; below it the counts, and which errors were assumed.
std::string table_of(const std::vector<Tested>& all, Markup markup, Language in = {});
nlohmann::json json_of(const std::vector<Tested>& all);

}  // namespace swadaya
