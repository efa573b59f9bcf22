// Results as they would be stored, of made-up outcomes.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sim/designs/generations.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

// `recovery` at every month, all else 0.
inline Series series_of(double recovery, int months) {
  Series series{months, {}};
  for (int month = 0; month <= months; ++month) {
    std::vector<double> row(outcomes().size(), 0.0);
    row[*outcome_index("recovery")] = recovery;
    series.values.insert(series.values.end(), row.begin(), row.end());
  }
  return series;
}

inline std::string store_of(const std::string& name) {
  return std::filesystem::path{file_with(name, "")}.parent_path().string() + "/" + name + "-store";
}

// A folder's store in which `recovery` of each point in replicate r comes to outcome(values, r) at
// every month, and all else to 0.
template <class F>
std::string folder_with(const Experiment& experiment, const std::string& name, F outcome) {
  const std::string folder = store_of(name);
  Store store{folder, experiment, Existing::overwrite};
  for (std::uint32_t r = 0; r < experiment.replicates; ++r) {
    std::vector<std::size_t> points;
    std::vector<Series> all;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
      const auto& scenario = experiment.variants[v].scenario;
      points.push_back(v);
      all.push_back(series_of(outcome(scenario.values, r), scenario.months));
    }
    store.add(r, points, all);
  }
  store.load();
  return folder;
}

// The same with several outcomes: of(variant, replicate) names those that aren't 0.
template <class F>
Store store_with_outcomes(const Experiment& experiment, const std::string& name, F of) {
  const std::string folder = store_of(name);
  {
    Store store{folder, experiment, Existing::overwrite};
    for (std::uint32_t r = 0; r < experiment.replicates; ++r)
      for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        Series series = series_of(0, experiment.variants[v].scenario.months);
        for (const auto& [outcome, value] : of(v, r))
          for (std::size_t m = 0; m <= static_cast<std::size_t>(series.months); ++m)
            series.values[m * outcomes().size() + *outcome_index(outcome)] = value;
        store.add(r, {v}, {series});
      }
  }
  return Store::open(folder);
}

// The same of a search, in which `recovery` of a variant comes to outcome(values, world). It stops
// after `most` runs.
template <class F>
std::string searched_folder(const Experiment& experiment, const Search& search,
                            const std::string& name, F outcome, std::size_t most = 1000000) {
  const std::string folder = store_of(name);
  Store store{folder, experiment, Existing::overwrite};
  const RunMissing run = [&](const Experiment& e, std::size_t first,
                             const std::vector<int>& months) {
    for (std::size_t v = 0; v < e.variants.size(); ++v)
      for (std::uint32_t r = 0; r < e.replicates; ++r) {
        if (most-- == 0) return false;
        const Variant& variant = e.variants[v];
        const double recovery = outcome(variant.scenario.values, variant.first_world + r);
        store.add(r, {first + v}, {series_of(recovery, variant.scenario.months)}, months);
      }
    return true;
  };
  Generations generations{experiment, store, run};
  if (run(experiment, 0, {})) search.go(generations);
  store.load();
  return folder;
}

}  // namespace swadaya
