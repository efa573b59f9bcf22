#include "sim/tool/beside.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/designs/bundled.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/results/folder.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/provenance.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

// In the order in which they were named.
std::vector<std::string> files_beside(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator{folder})
    if (is_kept_beside(entry.path().filename().string()) && entry.path().extension() == ".toml")
      files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<Experiment> experiments_beside(const Experiment& experiment, const Options& options,
                                           const Catalogue& catalogue) {
  if (experiment.beside.empty()) return {};
  Overrides own = options.overrides;
  // As many as are wanted where worlds are added later; a checkpoint has no more than it has.
  own.replicates = experiment.from.empty()
                       ? experiment.beside_replicates
                       : std::min(experiment.beside_replicates, experiment.replicates);
  std::vector<Experiment> all;
  for (const Bundle& bundle : read_bundles(
           options.files, bundle_files(experiment.beside, options.files[0]), catalogue, own))
    all.push_back(ranked_under(bundle));
  return all;
}

void keep_beside(const std::string& folder, const std::vector<Experiment>& experiments,
                 const WorldFiles& files, const Catalogue& catalogue) {
  for (std::size_t i = 0; i < experiments.size(); ++i) {
    const Experiment& e = experiments[i];
    const std::string name = fmt::format("beside-{}-{}", i + 1, e.name);
    if (!e.posterior.keys.empty())
      write_whole(folder + "/" + name + ".csv",
                  posterior_csv(e.posterior.keys, e.posterior.sample, e.posterior.models));
    write_whole(folder + "/" + name + ".toml",
                files.named_within(resolved_toml(e, catalogue, name + ".csv")));
  }
}

bool run_beside(Store& store, const Experiment& experiment, const Catalogue& catalogue,
                const RunUntilStopped& run, const std::optional<Part>& part) {
  const std::string& folder = store.folder();
  const std::vector<std::string> files = files_beside(folder);
  if (files.empty() || fs::exists(answers_file(folder))) return true;
  std::vector<Answers> all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (part && !is_of(*part, i)) continue;
    const std::string& file = files[i];
    Overrides own;
    own.replicates =
        std::min(read_experiment(file, catalogue, {}).replicates, experiment.replicates);
    const auto answers = answers_under(read_experiment(file, catalogue, own), run);
    if (!answers) return false;
    all.push_back(*answers);
  }
  if (all.empty()) return true;
  const std::string text = kept_json(experiment, all).dump(2) + "\n";
  keep_answers_checksum(store, text);  // first: one without its file is run again, the same
  write_whole(answers_file(folder), text);
  return true;
}

}  // namespace swadaya::tool
