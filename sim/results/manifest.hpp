// manifest.json: which program, on which machine, wrote a results folder, and how it ended.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/base/notes.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// A variant that a model failed in, in one replicate.
struct FailedRun {
  std::string variant;
  std::uint32_t replicate;
  std::string reason;
};

struct Manifest {
  std::string command;                          // as typed
  std::string experiment;                       // its name; filled in by `read_manifest`
  std::vector<std::string> plugins;             // files
  std::vector<std::string> plugin_checksums{};  // of these
  std::string experiment_checksum{};            // of experiment.toml and the sample that it names
  std::string answers_checksum{};               // of answers.json; "" where there is none
  // That its worlds were read from, as experiment.toml names them -> a checksum.
  std::map<std::string, std::string> files{};
  std::size_t threads = 0, ranks = 1;  // of all ranks
  std::string status = "running";      // then finished, interrupted or failed
  std::string started, ended;          // UTC; `ended` is empty while it runs
  // Of work, which no change of the clock makes longer or shorter: in sittings before this one, and
  // since when this one goes on.
  double seconds_before = 0;
  std::chrono::steady_clock::time_point sits_since = std::chrono::steady_clock::now();
  std::size_t complete_replicates = 0;
  std::size_t resumed = 0;        // times
  std::string from_checksum{};    // of the checkpoint that it goes on from; "" for none
  std::vector<Reading> read{};    // what was read of each file, in all sittings
  std::vector<FailedRun> failed;  // in this sitting; the first hundred are written
  std::string part{};             // "2/8" of a run that is cut into parts; "" of a whole one
  std::vector<std::string> merged_from{};  // commands of the parts that it was put together from
  std::string made_by_version,
      made_by_commit;  // of the program that wrote it; filled in by `read_manifest`
};

std::string utc_now();  // "2001-08-17T09:30:00Z"
// That of a results folder. Throws BadInput where there is none, or none that can be read.
Manifest read_manifest(const std::string& folder);
// Adds these; what they say of a file takes the place of what was said of it before.
void add_readings(Manifest& manifest, const std::vector<Reading>& readings);
// To be written at the start, and again at the end.
std::string manifest_json(const Manifest& manifest, const Experiment& experiment);

}  // namespace swadaya
