// An experiment from its first job to its tables, into a results folder that a kill at any moment
// leaves readable and resumable.
#pragma once

#include <string>
#include <vector>

#include "sim/results/manifest.hpp"
#include "sim/results/store.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// On stderr: where a scenario lets peers sway decisions twice, and events that never come.
void warn_of(const Experiment& experiment, const Catalogue& catalogue);

// Throws BadInput where it can't be cut so ("2/8"; "" is whole), before anything is made.
void check_parts(const Experiment& experiment, const std::string& parts);

// `options.out`; else results/NAME, of a part results/NAME-part-2-of-8.
std::string folder_of(const std::string& name, const Options& options);

// Reads the files of households and ties that its variants name. Throws BadInput.
void check_data_files(const Experiment& experiment);

// Runs all jobs and writes every file of the store's folder. `beside`: what its ranking is looked
// at under. False where a signal or --max-time ended it, which it says; what is finished is stored.
bool run_into(Store& store, const Experiment& experiment, const Options& options,
              const Catalogue& catalogue, const std::vector<Experiment>& beside = {});
// The same of a folder in which some of it is done.
bool go_on(Store& store, Manifest& manifest, const Experiment& experiment, const Options& options,
           const Catalogue& catalogue);
// The table, and where the rest is.
void show(const Store& store, const Experiment& experiment, const Options& options);

// Into `options.out`, or results/NAME, with the table. Returns the program's exit code.
// `beside`: what its ranking is looked at under. With `options.parts`, that part alone, into
// results/NAME-part-2-of-8 where no folder is named.
int run_experiment(const Experiment& experiment, const Options& options, const Catalogue& catalogue,
                   const std::vector<Experiment>& beside = {});

// report.html beside the results. Where it can't be written that is said, and nothing else is lost.
void write_report(const Store& store, const Experiment& experiment, const Catalogue& catalogue);

// Its path; "" where there is none.
std::string report_of(const Store& store);

// Finishes what is missing in the folder `options.files[0]`, with the same bits as if it had never
// been stopped; what is damaged counts as missing. With `--replicates`, in so many worlds from now
// on. Throws BadInput for a folder of another version, or where what it was begun with isn't what
// it was: the experiment, its files or plug-ins.
int resume(const Options& options, const Catalogue& catalogue);

}  // namespace swadaya::tool
