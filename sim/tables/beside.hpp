// A comparison's answer in a few lines: which intervention leads, and which would under other
// assumptions.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/designs/beside.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

std::string answer_text(const Experiment& experiment, const Answers& own,
                        const std::vector<Answers>& beside, Look look);
// An object: outcome, month, and a list with `under` (null: as it is), `worlds` and `effects`, the
// best first.
nlohmann::json answer_json(const Experiment& experiment, const Answers& own,
                           const std::vector<Answers>& beside);

// Answers as a results folder keeps them, in answers.json: by the variants' names.
nlohmann::json kept_json(const Experiment& experiment, const std::vector<Answers>& answers);
// Read back; variants that the experiment doesn't have are left out.
std::vector<Answers> answers_kept(const Experiment& experiment, const nlohmann::json& json);
// Those that a results folder has, of what was run; none where there are none. Throws BadInput.
std::vector<Answers> answers_in(const std::string& folder, const Experiment& experiment);
std::string answers_file(const std::string& folder);

}  // namespace swadaya
