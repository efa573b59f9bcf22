#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/designs/beside.hpp"
#include "sim/designs/bundled.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

int run_scenarios(const Options& options, const Catalogue& catalogue) {
  for (const std::string& file : options.files) {
    Options own = options;
    const Experiment experiment = read_experiment(file, catalogue, options.overrides);
    if (!options.out.empty() && options.files.size() > 1) own.out += "/" + experiment.name;
    if (const int code = run_experiment(experiment, own, catalogue); code != done) return code;
  }
  return done;
}

namespace {

// Bundles under which an experiment's ranking is looked at, in their own worlds.
std::vector<Bundle> bundles_beside(const Experiment& experiment, const Options& options,
                                   const Catalogue& catalogue) {
  if (experiment.beside.empty()) return {};
  Overrides own = options.overrides;
  own.replicates = std::min(experiment.beside_replicates, experiment.replicates);
  return read_bundles(options.files, bundle_files(experiment.beside, options.files[0]), catalogue,
                      own);
}

}  // namespace

int compare(const Options& options, const Catalogue& catalogue) {
  if (!options.bundles.empty()) return compare_bundles(options, catalogue);
  const Experiment experiment = read_experiment(options.files, catalogue, options.overrides);
  if (experiment.answer.empty()) return run_experiment(experiment, options, catalogue);
  const std::vector<Bundle> beside = bundles_beside(experiment, options, catalogue);
  return run_experiment(experiment, options, catalogue, [&](const Store& store) {
    Work work;
    work.threads = options.threads;
    work.ranks = options.ranks;
    const std::vector<Answers> others = answers_beside(
        beside, [&](const auto& e, const auto& sink) { run_jobs(e, catalogue, work, sink); });
    const Answers own = answers_of(experiment, store, "");
    return FirstLines{answer_text(experiment, own, others, terminal_look()) + "\n",
                      answer_json(experiment, own, others)};
  });
}

int run_design(const Options& options, const Catalogue& catalogue, const Design& design) {
  const Experiment experiment = read_experiment(options.files, catalogue, options.overrides);
  if (design_of(experiment) != &design)
    throw BadInput{Problem{options.files[0], 0, 0, "", "", "has no [" + design.table.name + "]",
                           "`swadaya compare` runs the variants of an experiment"}};
  return run_experiment(experiment, options, catalogue);
}

}  // namespace swadaya::tool
