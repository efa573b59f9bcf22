// What people and programs read of what to measure next.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/designs/learn.hpp"
#include "sim/scenario/fact_states.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// Outcomes that miss a hard fact are marked.
std::string learn_text(const WorthKnowing& learnt, const Results& results, const FactStates& facts,
                       Look look = {});
// Packages by name, money in kRp a ward.
nlohmann::json learn_json(const WorthKnowing& learnt, const Results& results);

}  // namespace swadaya
