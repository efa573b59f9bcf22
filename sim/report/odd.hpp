// A description of what a scenario runs after the ODD protocol (Grimm et al. 2020, JASSS 23(2) 7)
// with the decision-making questions of ODD+D (Mueller et al. 2013), in Markdown. What models do
// stands in their files only; this puts it together.
#pragma once

#include <string>
#include <vector>

#include "sim/designs/patterns.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// Of the experiment's baseline; other variants are listed with what they change.
std::string odd_of(const Experiment& experiment, const Catalogue& catalogue,
                   const std::vector<Pattern>& facts);

// "0 to 1", "board-first, money-first", "any": what a parameter may be.
std::string range_text(const ParameterInfo& info);

// What one scenario says differently from another: "lending.norm = 0.1, programme.grant = 1000".
std::string changed_values(const Scenario& from, const Scenario& to, const Catalogue& catalogue);

}  // namespace swadaya
