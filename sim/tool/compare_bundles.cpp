#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/designs/bundled.hpp"
#include "sim/jobs/parts.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/tool/bundle_folder.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/run.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

// Of a part nothing can be told yet but that it is there.
void show_part(const std::string& folder, const Part& part, const std::vector<Bundle>& bundles,
               const std::vector<std::unique_ptr<Store>>& stores, const Options& options) {
  std::size_t runs = 0;
  nlohmann::json all = nlohmann::json::array();
  for (std::size_t b = 0; b < bundles.size(); ++b) {
    runs += stores[b]->finished().size();
    all.push_back({{"bundle", bundles[b].name},
                   {"folder", stores[b]->folder()},
                   {"runs", stores[b]->finished().size()},
                   {"complete_replicates", stores[b]->complete_replicates()}});
  }
  if (options.json)
    fmt::print(
        "{}\n",
        nlohmann::json{{"folder", folder}, {"part", text_of(part)}, {"bundles", all}}.dump(2));
  else
    fmt::print("{}", options.in.say("part {}: {} runs under {} bundles\nresults: {}\n`swadaya "
                                    "merge` puts the {} parts together\n",
                                    text_of(part), runs, bundles.size(), folder, part.of));
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
  const std::vector<Bundle> bundles = read_bundles(
      options.files, bundle_files(options.bundles, options.files[0]), catalogue, options.overrides);
  for (const Bundle& bundle : bundles) check_parts(bundle.experiment, options.parts);
  const std::string folder = folder_of(name_without(bundles[0]), options);
  check_places(folder, bundles, options.overwrite);
  if (!options.quiet)
    for (const Bundle& bundle : bundles) warn_of(bundle.experiment, catalogue);

  const Existing existing = options.overwrite ? Existing::overwrite : Existing::refuse;
  std::vector<std::unique_ptr<Store>> stores;
  for (const Bundle& bundle : bundles)
    stores.push_back(
        std::make_unique<Store>(folder + "/" + bundle.name, bundle.experiment, existing));
  fs::remove(folder + "/" + structural_file);
  write_bundles_file(folder, bundles);
  BundlesShown shown{folder, options};
  for (std::size_t b = 0; b < bundles.size(); ++b) {
    if (!run_into(*stores[b], bundles[b].experiment, options, catalogue)) return interrupted;
    if (options.parts.empty()) shown.add(bundles[b], *stores[b]);
  }
  if (options.parts.empty())
    shown.end();
  else
    show_part(folder, part_in(options.parts), bundles, stores, options);
  return done;
}

}  // namespace swadaya::tool
