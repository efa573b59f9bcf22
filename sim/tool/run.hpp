// An experiment from its first job to its tables, into a results folder that a kill at any moment
// leaves readable and resumable.
#pragma once

#include <string>
#include <vector>

#include "sim/results/store.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// On stderr: where a scenario lets peers sway decisions twice, and events that never come.
void warn_of(const Experiment& experiment, const Catalogue& catalogue);

// Reads the files of households and ties that its variants name. Throws BadInput.
void check_data_files(const Experiment& experiment);

// Runs all jobs and writes every file of the store's folder. False where a signal or --max-time
// ended it, which it says; what is finished is stored.
bool run_into(Store& store, const Experiment& experiment, const Options& options,
              const Catalogue& catalogue);

// Into `options.out`, or results/NAME, with the table. Returns the program's exit code.
// `beside`: what its ranking is looked at under.
int run_experiment(const Experiment& experiment, const Options& options, const Catalogue& catalogue,
                   const std::vector<Experiment>& beside = {});

// report.html beside the results. Where it can't be written that is said, and nothing else is lost.
void write_report(const Store& store, const Experiment& experiment, const Catalogue& catalogue);

// Its path; "" where there is none.
std::string report_of(const Store& store);

// Throws BadInput where the run in this folder was started with plug-ins that aren't named, in
// their order, or aren't the same files. None of its own is loaded.
void check_plugins_of(const std::string& folder, const std::vector<std::string>& named);
// Throws BadInput, with the first, where rows of the folder aren't those that were written.
void check_whole(const Store& store);
// Finishes what is missing in the folder `options.files[0]`, with the same bits as if it had never
// been stopped; what is damaged counts as missing. Throws BadInput for a folder of another version,
// or whose experiment is no longer what it was begun with.
int resume(const Options& options, const Catalogue& catalogue);

}  // namespace swadaya::tool
