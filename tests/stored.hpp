// Results as they would be stored, of made-up outcomes.
#pragma once

#include <filesystem>
#include <string>

#include "sim/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

// A folder's store in which `recovery` of each point in replicate r comes to outcome(values, r) at
// every month, and all else to 0.
template <class F>
std::string folder_with(const Experiment& experiment, const std::string& name, F outcome) {
  const std::string folder =
      std::filesystem::path{file_with(name, "")}.parent_path().string() + "/" + name + "-store";
  Store store{folder, experiment, Existing::overwrite};
  for (std::uint32_t r = 0; r < experiment.replicates; ++r) {
    std::vector<std::size_t> points;
    std::vector<Series> all;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
      const auto& scenario = experiment.variants[v].scenario;
      Series series{scenario.months, {}};
      for (int month = 0; month <= scenario.months; ++month) {
        std::vector<double> row(outcomes().size(), 0.0);
        row[*outcome_index("recovery")] = outcome(scenario.values, r);
        series.values.insert(series.values.end(), row.begin(), row.end());
      }
      points.push_back(v);
      all.push_back(std::move(series));
    }
    store.add(r, points, all);
  }
  store.load();
  return folder;
}

}  // namespace swadaya
