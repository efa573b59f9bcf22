#include <filesystem>
#include <fmt/format.h>

#include "sim/designs/experiment.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/sitting.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

Experiment experiment_in(const std::string& folder, const Catalogue& catalogue,
                         std::optional<std::uint32_t> replicates) {
  Overrides overrides;
  overrides.replicates = replicates;
  return read_experiment(folder + "/experiment.toml", catalogue, overrides);
}

void forget_damaged(Store& store) {
  const Damage damage = store.damaged();
  if (!damage.any()) return;
  tell("{}/results.db: is damaged: {}; {} runs run again\n", store.folder(), damage.what,
       damage.runs.size());
  store.forget(damage);
}

}  // namespace

int resume(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  const std::optional<std::uint32_t> replicates = options.overrides.replicates;
  if (!options.max_time.empty()) seconds_in(options.max_time);
  Store store = Store::open(folder, Access::write);
  Manifest manifest = read_manifest(folder);
  check_experiment(store);
  check_provenance(store, manifest);
  if (std::filesystem::exists(answers_file(folder))) check_answers(store);
  settle_worlds(store, catalogue);
  // With more worlds it must be an experiment, too: a checkpoint may not have as many.
  const Experiment experiment = experiment_in(folder, catalogue, replicates);
  if (!experiment.from.empty() && Checkpoint{experiment.from}.checksum() != manifest.from_checksum)
    throw refused(experiment.from, "isn't the checkpoint that " + folder + " was begun from",
                  "put that one back, or run into another folder");
  store.take_titles(experiment);
  if (replicates) add_worlds(store, experiment, *replicates);
  manifest.experiment_checksum = store.fingerprint().at("experiment");
  forget_damaged(store);
  ++manifest.resumed;
  manifest.threads = threads_of(options);
  manifest.ranks = options.ranks->all().size();
  manifest.ended.clear();
  if (!go_on(store, manifest, experiment, options, catalogue)) return interrupted;
  show(store, experiment, options);
  return done;
}

}  // namespace swadaya::tool
