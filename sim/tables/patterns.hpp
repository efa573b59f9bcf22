// What people and programs read of stylised facts held against a run.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/designs/findings.hpp"

namespace swadaya {

enum class Markup { terminal, markdown };
std::string table_of(const std::vector<Finding>& findings, Markup markup, Language in = {});
nlohmann::json json_of(const std::vector<Finding>& findings);
// The same to be carried with experiments; `experiment`: what was run, of its baseline.
std::vector<FactState> states_of(const std::vector<Finding>& findings,
                                 const Experiment& experiment);

}  // namespace swadaya
