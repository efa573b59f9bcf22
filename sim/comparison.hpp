// From the store to what people read: series.csv, comparison.csv and the table of the terminal.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/scenario.hpp"
#include "sim/store.hpp"

namespace swadaya {

// variant, month, outcome, n, mean, sd, q05, q25, q50, q75, q95
std::string series_csv(const Experiment& experiment, const Store& store);
// Each variant against the baseline, paired by replicate, at every twelfth month, the months shown and the last.
std::string comparison_csv(const Experiment& experiment, const Store& store);

// For a terminal: the baseline's means, then the differences with their 95 % intervals; or, of one variant, means and ranges.
std::string comparison_table(const Experiment& experiment, const Store& store);
nlohmann::json comparison_json(const Experiment& experiment, const Store& store);

}  // namespace swadaya
