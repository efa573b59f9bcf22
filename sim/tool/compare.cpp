#include "sim/base/error.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/tool/beside.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/run.hpp"

namespace swadaya::tool {

int run_scenarios(const Options& options, const Catalogue& catalogue) {
  std::vector<Experiment> all;
  for (const std::string& file : options.files) {
    all.push_back(read_experiment(file, catalogue, options.overrides));
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      if (all[i].name == all.back().name)
        throw BadInput{Problem{file, 0, 0, "scenario.name", all[i].name,
                               options.files[i] + " has the same name, and so the same folder",
                               "give each its own, or run them one by one with --out"}};
  }
  for (const Experiment& experiment : all) {
    Options own = options;
    if (!options.out.empty() && all.size() > 1) own.out += "/" + experiment.name;
    if (const int code = run_experiment(experiment, own, catalogue); code != done) return code;
  }
  return done;
}

int compare(const Options& options, const Catalogue& catalogue) {
  if (!options.bundles.empty()) return compare_bundles(options, catalogue);
  const Experiment experiment = read_experiment(options.files, catalogue, options.overrides);
  return run_experiment(experiment, options, catalogue,
                        experiments_beside(experiment, options, catalogue));
}

int run_design(const Options& options, const Catalogue& catalogue, const Design& design) {
  Experiment experiment = read_experiment(options.files, catalogue, options.overrides);
  if (design_of(experiment) != &design)
    throw BadInput{Problem{options.files[0], 0, 0, "", "", "has no [" + design.table.name + "]",
                           "`swadaya compare` runs the variants of an experiment"}};
  if (design.check_key && options.check)
    for (auto& [key, node] : experiment.search)
      if (key == design.check_key) node = node_with(node, static_cast<double>(*options.check));
  return run_experiment(experiment, options, catalogue);
}

}  // namespace swadaya::tool
