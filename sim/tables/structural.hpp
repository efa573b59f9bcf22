// Structural sensitivity for people, spreadsheets and programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/designs/structural.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// At the last month shown: effects in each bundle with sign and rank, outcome by outcome, and at
// the end all signs at a glance.
std::string structural_table(const std::vector<BundleResult>& results, Look look = {});
// month, outcome, variant, bundle, difference, standard_error, low, high, answer, rank, tied, sign
// across bundles, rank across bundles.
std::string structural_csv(const std::vector<BundleResult>& results);
// Settings without meaning under a bundle, by variant.
nlohmann::json left_out_json(const Bundle& bundle);
nlohmann::json structural_json(const std::vector<BundleResult>& results);

}  // namespace swadaya
