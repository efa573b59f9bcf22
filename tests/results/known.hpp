// A folder of results with a known effect.
#pragma once

#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <sstream>

#include "sim/results/store.hpp"
#include "tests/files.hpp"
#include "tests/own_folder.hpp"

namespace swadaya {

inline std::size_t outcome(const char* name) { return *outcome_index(name); }

// Baseline: informed 0.2, 0.3, 0.4, 0.5 in four worlds; gini 0.4; cost 1000 kRp; 10 poor served.
// "good" adds what the differences below say to each world; "noisy" adds +-0.01 to informed by
// turns.
class KnownEffect : public testing::Test {
 protected:
  static constexpr int last = 30;
  KnownEffect() {
    folder_ = own_folder() + "/comparison";
    experiment.name = "known";
    experiment.title = "A known effect";
    experiment.replicates = 4;
    experiment.seed = 11;
    for (const auto& [name, title] :
         {std::pair{"good", "Better, and dearer"}, {"base", "As it was"}, {"noisy", ""}}) {
      experiment.variants.push_back({name, title, {}});
      experiment.variants.back().scenario.months = last;
    }
    experiment.baseline = 1;
    experiment.outcomes = {"informed", "gini", "delay"};
    experiment.months_shown = {10, last};
  }

  Series series(std::size_t variant, std::uint32_t replicate) const {
    Series s{last, std::vector<double>((last + 1) * outcomes().size(), 0.0)};
    for (int month = 0; month <= last; ++month) {
      const auto at = [&](const char* name) -> double& {
        return s.values[static_cast<std::size_t>(month) * outcomes().size() + outcome(name)];
      };
      at("informed") = 0.2 + 0.1 * replicate;
      at("gini") = 0.4;
      at("cost_kRp") = 1000;
      at("poor_served") = 10;
      at("delay") = std::nan("");
      if (variant == 0) {
        at("informed") += replicate % 2 == 0 ? 0.05 : 0.15;
        at("gini") += 0.0001;
        at("cost_kRp") += 500;
        at("poor_served") += replicate % 2 == 0 ? 4 : 6;
      }
      if (variant == 2) at("informed") += replicate % 2 == 0 ? 0.01 : -0.01;
    }
    return s;
  }

  Store filled(const Experiment& e) const {
    {
      Store store{folder_, e, Existing::overwrite};
      for (std::uint32_t r = 0; r < e.replicates; ++r)
        for (std::size_t v = 0; v < e.variants.size(); ++v) store.add(r, {v}, {series(v, r)});
    }
    return Store::open(folder_);
  }

  Experiment experiment;

 private:
  std::string folder_;
};

inline std::string line_with(const std::string& text, const std::string& part) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);)
    if (line.find(part) != std::string::npos) return line;
  return "";
}

}  // namespace swadaya
