// manifest.json: which program, on which machine, wrote a results folder, and how it ended.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario.hpp"

namespace swadaya {

struct Manifest {
  std::string command;               // as typed
  std::vector<std::string> plugins;  // files
  std::size_t threads = 0;
  std::string status = "running";  // then finished, interrupted or failed
  std::string started, ended;      // UTC; `ended` is empty while it runs
  std::size_t complete_replicates = 0;
};

std::string utc_now();  // "2001-08-17T09:30:00Z"
// To be written at the start, and again at the end.
std::string manifest_json(const Manifest& manifest, const Experiment& experiment);

}  // namespace swadaya
