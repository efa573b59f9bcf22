// What made a results folder: kept in results.db and in manifest.json, and held against what is
// there when the folder is read or gone on with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/jobs/parts.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/store.hpp"
#include "sim/results/world_files.hpp"

namespace swadaya::tool {

// The bytes of a file; "" where there is none.
std::string text_in(const std::string& file);

// Adds the checksums to the manifest, and keeps them in the store. experiment.toml must stand in
// the folder.
void keep_provenance(Store& store, Manifest& manifest, const Experiment& experiment,
                     const WorldFiles& files);

// Throws BadInput where the run in this folder was started with plug-ins that aren't named, in
// their order, or aren't the same files. None of its own is loaded.
void check_plugins_of(const std::string& folder, const std::vector<std::string>& named);
// Looks up what is complete. Throws BadInput, with the first, where rows of the folder aren't those
// that were written.
void load_whole(Store& store);
// Throws BadInput where experiment.toml, or the sample that it draws from, isn't the one that was
// written.
void check_experiment(const Store& store);
// Of answers.json as it is written; of a folder from before it was kept, "". `resume` makes one
// that is gone again.
void keep_answers_checksum(Store& store, const std::string& text);
std::string answers_checksum(const Store& store);
// Throws BadInput where answers.json isn't the one that was written.
void check_answers(const Store& store);
// A results folder to read: its rows, its experiment and its answers are those that were written.
// Throws BadInput where some aren't.
struct WholeFolder {
  WholeFolder(const std::string& folder, const Catalogue& catalogue);
  Store store;
  const Experiment experiment;

 private:
  Experiment checked(const Catalogue& catalogue);
};
// Which part of a run the folder holds; no value of a whole one.
std::optional<Part> part_of(const Store& store);
// Throws BadInput where it is one: nothing may be told of a part as if it were all.
void check_whole_run(const Store& store);
// Throws BadInput where the folder was begun by another version, or with other plug-ins than its
// manifest says.
void check_version(const Store& store, const Manifest& manifest);
// The rest of what a run needs to go on: this version, the same files and checkpoint.
void check_provenance(const Store& store, const Manifest& manifest);
// The first file of the worlds that is missing or another, as words; "" where none is.
std::string changed_file_of(const Store& store);

// Plans worlds of the folder's experiment.toml from now on; a kill in between leaves the old or the
// new number. Throws BadInput where there are more than that, or they can't be added.
void add_worlds(Store& store, const Experiment& experiment, std::uint32_t replicates);
// Ends what such a kill has left.
void settle_worlds(Store& store, const Catalogue& catalogue);

}  // namespace swadaya::tool
