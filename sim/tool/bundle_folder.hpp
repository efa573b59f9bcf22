// The folder of a comparison under several bundles of assumptions: a results folder for each,
// structural.csv over all of them, and bundles.json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/designs/structural.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/tool/bundles_file.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

inline const char* const structural_file = "structural.csv";

// Throws where a folder of the bundles can't be written to, before anything is run or removed.
void check_places(const std::string& folder, const std::vector<Bundle>& bundles, bool overwrite);

// "lenteng-agung": the folder of all bundles has the name of the experiment alone.
std::string name_without(const Bundle& bundle);

// What the command says: bundle by bundle as they are done, then what survives of them all.
class BundlesShown {
 public:
  BundlesShown(const std::string& folder, const Options& options);
  void add(const Bundle& bundle, const Store& store);
  // Writes structural.csv, too.
  void end();

 private:
  const std::string folder_;
  const Options& options_;
  std::vector<BundleResult> results_;
  nlohmann::json json_;
};

}  // namespace swadaya::tool
