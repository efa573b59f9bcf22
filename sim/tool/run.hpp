// An experiment from its first job to its tables, into a results folder that a kill at any moment
// leaves readable and resumable.
#pragma once

#include <string>
#include <vector>

#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// Into `options.out`, or results/NAME. Returns the program's exit code.
int run_experiment(const Experiment& experiment, const Options& options,
                   const Catalogue& catalogue);

// The plug-ins with which the run in this folder was started.
std::vector<std::string> plugins_of(const std::string& folder);
// Finishes what is missing in the folder `options.files[0]`, with the same bits as if it had never
// been stopped. Throws BadInput for a folder of another version.
int resume(const Options& options, const Catalogue& catalogue);

// Seconds in "90", "90s", "15m", "2h" or "1d". Throws BadInput.
double seconds_in(const std::string& time);

}  // namespace swadaya::tool
