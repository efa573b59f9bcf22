// What a page may set of a scenario, from what the models declare.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/explorer/base.hpp"

namespace swadaya {

// {
//   "title", "title_id", "description", "file", "months", "seed", "replicates",
//   "rws": RW of the ward, "households": number or null where files say it,
//   "models": {slot: name}, "values": {"section.key": value},   as the scenario has them
//   "sections": [{"name": "programme", "parameters": [parameter ...]} ...],
//   "slots": [{"name", "models": [{"name", "standing", "text", "source", "parameters"} ...]} ...],
//   "outcomes": [{"name", "heading", "unit", "definition", "higher_is_better",
//     "bounds": [low, high] or null} ...],
//   "shown": [outcome ...],
//   "presets": [{"name", "title", "title_id", "set": {key: value}, "events": [month ...]} ...],
//   "baseline": name of the preset that is the baseline, or "",
//   "events": [month ...],
//   "stamps": outcomes that miss hard facts, as report_stamps gives them, or null
// }
// A parameter: {"name", "kind", "default", "unit", "low", "high", "choices", "source"}; kinds are
// number, whole, flag, choice and list; low and high are null where nothing bounds them. Parameters
// that name files are left out.
nlohmann::json controls_json(const Base& base, const Catalogue& catalogue);
// {"section.key": value}, as they would stand in a file.
nlohmann::json values_json(const Scenario& scenario, const Catalogue& catalogue);

}  // namespace swadaya
