// What a comparison's ranking is looked at under, kept in its results folder: so that what was
// stopped goes on from the folder alone, and a report is made of it.
#pragma once

#include <string>
#include <vector>

#include "sim/designs/beside.hpp"
#include "sim/jobs/parts.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/results/store.hpp"
#include "sim/results/world_files.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// The experiment under each of the bundles that it names.
std::vector<Experiment> experiments_beside(const Experiment& experiment, const Options& options,
                                           const Catalogue& catalogue);
// Each as beside-1-NAME.toml, with the sample that it draws from; `files`: that its worlds are read
// from.
void keep_beside(const std::string& folder, const std::vector<Experiment>& experiments,
                 const WorldFiles& files, const Catalogue& catalogue);

// Runs those of the folder whose answers it doesn't have yet; of a part, those that are its own.
// False where it was stopped.
bool run_beside(Store& store, const Experiment& experiment, const Catalogue& catalogue,
                const RunUntilStopped& run, const std::optional<Part>& part = {});

}  // namespace swadaya::tool
