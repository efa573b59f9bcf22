// Scenario and experiment files: read, extended, checked, resolved. Everything that is wrong with a
// file is reported at once.
#pragma once

#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// Reads a scenario file, or an experiment file. A scenario alone becomes an experiment of one
// variant.
Experiment read_experiment(const std::string& file, const Catalogue& catalogue,
                           const Overrides& overrides);
// Several scenario files side by side: the first is the baseline.
Experiment read_experiment(const std::vector<std::string>& files, const Catalogue& catalogue,
                           const Overrides& overrides);

// The experiment of a file that has been read already; `file` stands for it in problems.
Experiment experiment_of(const Draft& draft, const std::string& file, const Catalogue& catalogue,
                         const Overrides& overrides);

}  // namespace swadaya
