// From a draft to a scenario that runs: models chosen, every default filled in, every value
// checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What a node of a file says as a value of the parameter; no value, and a problem, where it breaks
// the rule. `key`: how the problem names it.
std::optional<Value> value_of(const Node& node, const ParameterInfo& info, const std::string& key,
                              std::vector<Problem>& problems);

// Adds what is wrong to `problems`; the scenario is of use only where nothing was.
Scenario resolved(const Draft& draft, const std::string& name, const Catalogue& catalogue,
                  std::vector<Problem>& problems);

}  // namespace swadaya
