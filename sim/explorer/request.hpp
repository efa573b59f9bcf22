// What a page of the explorer asks for, from JSON to an experiment that is checked by the same
// rules as a scenario file.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/explorer/base.hpp"

namespace swadaya {

// {"rws": 2, "common": {"time.months": 36}, "baseline": {...}, "changed": {"lending.norm": 0.2,
// ...},
//  "baseline_events": "name of a preset", "changed_events": "...",
//  "replicates": 32, "seed": 1, "outcomes": ["informed", ...]}
// Values as in a scenario file: numbers, true and false, texts for choices and models, lists.
// `rws`: only so many RW of the ward are simulated, with their part of what the ward has.
struct ExploreRequest {
  Experiment experiment;  // variants `baseline` and `changed`
  double share = 1;       // of the ward, that is simulated
};

// Throws BadInput with all that is wrong. Settings that name files are refused.
ExploreRequest explore_request(const nlohmann::json& asked, const Base& base,
                               const Catalogue& catalogue);

// The same with one variant for each point in the place of `changed`:
// {"axes": [{"key": "lending.norm", "values": [...]}] or two, "side": "baseline" or "changed",
//  "outcome": "recovery", "month": 36}; points with the second axis fastest.
struct PointsRequest {
  ExploreRequest request;  // `baseline`, then the points
  std::size_t outcome = 0, points = 0;
  int month = 0;
};
PointsRequest points_request(const nlohmann::json& asked, const Base& base,
                             const Catalogue& catalogue);

// The experiment as the ward would be run whole, for a file.
Experiment whole_ward(const nlohmann::json& asked, const Base& base, const Catalogue& catalogue);

// `swadaya run FILE --set ...` for what was changed; "" where the scenario has no file.
std::string command_of(const nlohmann::json& asked, const Base& base, const Catalogue& catalogue);

// What the explorer runs at a time, in household-months of all variants and replicates.
inline constexpr double most_household_months = 2e9;
inline constexpr double most_households = 200000;

}  // namespace swadaya
