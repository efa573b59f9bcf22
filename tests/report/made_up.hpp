// A folder of made-up results that a report can be made of.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "sim/report/report.hpp"
#include "tests/stage.hpp"

namespace swadaya {

inline constexpr std::uint32_t worlds = 4;

// Outcome k of variant v in world w: 0.1 + v / 10 where k is recovery, k / 100 elsewhere, and a bit
// for the month, the world and the variant: of gini the same for all variants, of leakage but in
// the last world; nothing in month 0.
inline Series made_up(std::size_t v, std::uint32_t w, int months) {
  Series series{months, {}};
  for (int month = 0; month <= months; ++month)
    for (std::size_t k = 0; k < outcomes().size(); ++k) {
      const double base = k == *outcome_index("recovery") ? 0.1 + 0.1 * static_cast<double>(v)
                                                          : 0.01 * static_cast<double>(k);
      const bool is_same =
          k == *outcome_index("gini") || (k == *outcome_index("leakage") && w + 1 < worlds);
      const double own = is_same ? 1 : static_cast<double>(v) + 1;
      series.values.push_back(month == 0 ? nothing : base + 0.001 * month + 0.01 * w * own);
    }
  return series;
}

struct MadeUpFolder {
  Experiment experiment;
  Store store;
  explicit MadeUpFolder(const std::string& toml)
      : experiment{experiment_from(toml)},
        store{std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/out",
              experiment, Existing::overwrite} {
    std::vector<std::size_t> all(experiment.variants.size());
    for (std::size_t v = 0; v < all.size(); ++v) all[v] = v;
    for (std::uint32_t w = 0; w < experiment.replicates; ++w) {
      std::vector<Series> series;
      for (const std::size_t v : all)
        series.push_back(made_up(v, w, experiment.variants[0].scenario.months));
      store.add(w, all, series);
    }
    store.load();
  }
  Reported reported() const { return {experiment, store, all_models(), {}, {}}; }
};

inline std::string three_variants(const std::string& title) {
  return std::string{small_ward} + "[experiment]\nreplicates = " + std::to_string(worlds) +
         "\ntitle = '" + title +
         "'\noutcomes = [\"recovery\", \"poor_served\"]\nmonths_shown = [20]\n"
         "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n"
         "[[variant]]\nname = \"c\"\nset = { \"socialization.meetings\" = 5 }\n";
}

}  // namespace swadaya
