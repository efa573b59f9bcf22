#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "sim/designs/bundled.hpp"
#include "sim/designs/structural.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/folder.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/tables/draws.hpp"
#include "sim/tables/stamps.hpp"
#include "sim/tables/structural.hpp"
#include "sim/tables/tables.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/run.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

const char* const structural_file = "structural.csv";

// Throws where a folder of the bundles can't be written to, before anything is run or removed.
void check_places(const std::string& folder, const std::vector<Bundle>& bundles, bool overwrite) {
  if (!fs::exists(folder)) return;
  if (!fs::is_directory(folder))
    throw refused(folder, "is a file, not a folder", "name another place with --out");
  for (const auto& entry : fs::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() && !name.starts_with(structural_file))
      throw refused(folder, "holds other files than a comparison under bundles",
                    "name another place with --out");
  }
  for (const Bundle& bundle : bundles) {
    const std::string own = folder + "/" + bundle.name;
    if (fs::exists(own) && holds_results(own) && !overwrite)
      throw refused(own, "holds results already",
                    "--overwrite to replace it, or --out for another place");
  }
}

// "lenteng-agung": the folder of all bundles has the name of the experiment alone.
std::string name_without(const Bundle& bundle) {
  const std::string& name = bundle.experiment.name;
  return name.substr(0, name.size() - bundle.name.size() - 1);
}

}  // namespace

std::vector<std::string> bundle_files(const std::vector<std::string>& names,
                                      const std::string& scenario) {
  const auto folders = bundle_folders(scenario, program_folder());
  std::vector<std::string> files;
  std::vector<Problem> problems;
  for (const std::string& name : names) try {
      files.push_back(bundle_file(name, folders));
    } catch (const BadInput& bad) {
      problems.insert(problems.end(), bad.problems().begin(), bad.problems().end());
    }
  if (!problems.empty()) throw BadInput{problems};
  return files;
}

std::string program_folder() {
  std::error_code unknown;
  return fs::read_symlink("/proc/self/exe", unknown).parent_path().string();
}

std::string shipped(const std::string& path) {
  if (fs::exists(path)) return path;
  for (fs::path folder = program_folder(); folder != folder.parent_path();
       folder = folder.parent_path())
    if (fs::exists(folder / path)) return (folder / path).string();
  return "";
}

int compare_bundles(const Options& options, const Catalogue& catalogue) {
  if (!options.parts.empty())
    throw BadInput{Problem{"", 0, 0, "--parts", options.parts,
                           "a comparison under several bundles isn't cut",
                           "run each bundle as a job of its own, one --bundle each"}};
  const std::vector<Bundle> bundles = read_bundles(
      options.files, bundle_files(options.bundles, options.files[0]), catalogue, options.overrides);
  const std::string folder =
      options.out.empty() ? "results/" + name_without(bundles[0]) : options.out;
  check_places(folder, bundles, options.overwrite);
  if (!options.quiet)
    for (const Bundle& bundle : bundles) warn_of(bundle.experiment, catalogue);

  const Existing existing = options.overwrite ? Existing::overwrite : Existing::refuse;
  std::vector<std::unique_ptr<Store>> stores;
  for (const Bundle& bundle : bundles)
    stores.push_back(
        std::make_unique<Store>(folder + "/" + bundle.name, bundle.experiment, existing));
  fs::remove(folder + "/" + structural_file);
  std::vector<BundleResult> results;
  nlohmann::json json{{"folder", folder}, {"bundles", nlohmann::json::array()}};
  for (std::size_t b = 0; b < bundles.size(); ++b) {
    const Experiment& experiment = bundles[b].experiment;
    if (!run_into(*stores[b], experiment, options, catalogue)) return interrupted;
    results.push_back({bundles[b], *stores[b]});
    if (options.json) {
      auto one = comparison_json(experiment, *stores[b]);
      one.update({{"bundle", bundles[b].name}, {"folder", stores[b]->folder()}});
      one["left_out"] = left_out_json(bundles[b]);
      if (!experiment.facts.all.empty()) one["fails"] = stamps_json(experiment);
      if (auto drawn = draws_json(experiment); !drawn.is_null())
        one["posterior"] = std::move(drawn);
      json["bundles"].push_back(std::move(one));
    } else {
      fmt::print("{}{}{}\n", comparison_table(experiment, *stores[b]), draws_text(experiment, {}),
                 stamps_text(experiment));
      if (const std::string report = report_of(*stores[b]); !report.empty())
        fmt::print("report: {}\n", report);
      std::fflush(stdout);
    }
  }
  write_whole(folder + "/" + structural_file, structural_csv(results));
  json["structural"] = structural_json(results);
  options.json ? fmt::print("{}\n", json.dump(2))
               : fmt::print("{}results: {}\n", structural_table(results), folder);
  return done;
}

}  // namespace swadaya::tool
