// Outcomes that miss hard facts, marked where their figures stand, and what the mark means.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// "recovery", or "recovery ‡" where it misses a hard fact.
std::string stamped(const FactStates& facts, const std::string& outcome, Language in = {});
// "‡ recovery misses 1 of 2 hard facts: S2 @144 (half is left: 70.0 %, asked for 30 to 60)."
std::string stamp_words(const Stamp& stamp, Language in = {});
// A paragraph of each stamped outcome, and one for whether facts were measured with these settings;
// "" where no outcome is stamped.
std::string stamps_text(const Experiment& experiment, Look look = {});
// By outcome: { "hard": 2, "missed": [{ "fact", "statement", "value", ... }] }.
nlohmann::json stamps_json(const Experiment& experiment);
// A value or an end of a band as people read it: shares in percent.
std::string fact_number(const FactState& fact, double x, Language in = {});
// "30 to 60 %", "at least 1.2", "at most 5".
std::string fact_band(const FactState& fact, Language in = {});

}  // namespace swadaya
