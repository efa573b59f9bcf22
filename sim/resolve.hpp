// From a draft to a scenario that runs: models chosen, every default filled in, every value
// checked.
#pragma once

#include <string>
#include <vector>

#include "sim/draft.hpp"
#include "sim/scenario.hpp"

namespace swadaya {

// Adds what is wrong to `problems`; the scenario is of use only where nothing was.
Scenario resolved(const Draft& draft, const std::string& name, const Catalogue& catalogue,
                  std::vector<Problem>& problems);

}  // namespace swadaya
