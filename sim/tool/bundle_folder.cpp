#include "sim/tool/bundle_folder.hpp"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/folder.hpp"
#include "sim/tables/draws.hpp"
#include "sim/tables/stamps.hpp"
#include "sim/tables/structural.hpp"
#include "sim/tables/tables.hpp"
#include "sim/tool/run.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

}  // namespace

void check_places(const std::string& folder, const std::vector<Bundle>& bundles, bool overwrite) {
  if (!fs::exists(folder)) return;
  if (!fs::is_directory(folder))
    throw refused(folder, "is a file, not a folder", "name another place with --out");
  for (const auto& entry : fs::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() && !name.starts_with(structural_file) &&
        !name.starts_with(bundles_file))
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

std::string name_without(const Bundle& bundle) {
  const std::string& name = bundle.experiment.name;
  return name.substr(0, name.size() - bundle.name.size() - 1);
}

BundlesShown::BundlesShown(const std::string& folder, const Options& options)
    : folder_{folder},
      options_{options},
      json_{{"folder", folder}, {"bundles", nlohmann::json::array()}} {}

void BundlesShown::add(const Bundle& bundle, const Store& store) {
  const Experiment& experiment = bundle.experiment;
  results_.push_back({bundle, store});
  if (options_.json) {
    auto one = comparison_json(experiment, store);
    one.update({{"bundle", bundle.name}, {"folder", store.folder()}});
    one["left_out"] = left_out_json(bundle);
    if (!experiment.facts.all.empty()) one["fails"] = stamps_json(experiment);
    if (auto drawn = draws_json(experiment); !drawn.is_null()) one["posterior"] = std::move(drawn);
    json_["bundles"].push_back(std::move(one));
    return;
  }
  Look look;
  look.language = options_.in;
  fmt::print("{}{}{}\n", comparison_table(experiment, store, look), draws_text(experiment, look),
             stamps_text(experiment, look));
  if (const std::string report = report_of(store); !report.empty())
    fmt::print("{}\n", look.say("report: {}", report));
  std::fflush(stdout);
}

void BundlesShown::end() {
  write_whole(folder_ + "/" + structural_file, structural_csv(results_));
  json_["structural"] = structural_json(results_);
  Look look;
  look.language = options_.in;
  options_.json
      ? fmt::print("{}\n", json_.dump(2))
      : fmt::print("{}{}\n", structural_table(results_, look), look.say("results: {}", folder_));
}

}  // namespace swadaya::tool
