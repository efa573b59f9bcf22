// What may be written in scenario and experiment files, for editors.
#pragma once

#include <string>

#include "sim/month/catalogue.hpp"

namespace swadaya {

// A JSON Schema (draft 2020-12) of scenario and experiment files, from what the models declare.
std::string json_schema(const Catalogue& catalogue);

}  // namespace swadaya
