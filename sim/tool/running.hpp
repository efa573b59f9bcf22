// Runs an experiment into its results folder; shared by the commands that do.
#pragma once

#include "sim/store.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// On stderr, where a scenario lets peers sway decisions twice.
void warn_of_peers(const Experiment& experiment, const Catalogue& catalogue);

// Runs all jobs and writes every file of the store's folder. False where Ctrl-C ended it, which it
// says; what is finished is stored.
bool run_into(Store& store, const Experiment& experiment, const Options& options,
              const Catalogue& catalogue);

}  // namespace swadaya::tool
