#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/comparison.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/running.hpp"

namespace swadaya::tool {

namespace {

int run_one(const Experiment& experiment, const Options& options, const Catalogue& catalogue) {
  if (!options.quiet) warn_of_peers(experiment, catalogue);
  const std::string folder = options.out.empty() ? "results/" + experiment.name : options.out;
  Store store{folder, experiment, options.overwrite ? Existing::overwrite : Existing::refuse};
  if (!run_into(store, experiment, options, catalogue)) return interrupted;
  if (options.json) {
    auto json = comparison_json(experiment, store);
    json["folder"] = folder;
    fmt::print("{}\n", json.dump(2));
  } else {
    fmt::print("{}\nresults: {}\n", comparison_table(experiment, store), folder);
  }
  return done;
}

}  // namespace

int run_scenarios(const Options& options, const Catalogue& catalogue) {
  for (const std::string& file : options.files) {
    Options own = options;
    const Experiment experiment = read_experiment(file, catalogue, options.overrides);
    if (!options.out.empty() && options.files.size() > 1) own.out += "/" + experiment.name;
    if (const int code = run_one(experiment, own, catalogue); code != done) return code;
  }
  return done;
}

int compare(const Options& options, const Catalogue& catalogue) {
  if (!options.bundles.empty()) return compare_bundles(options, catalogue);
  return run_one(read_experiment(options.files, catalogue, options.overrides), options, catalogue);
}

}  // namespace swadaya::tool
