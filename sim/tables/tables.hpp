// What people read: the tables of the terminal, and the same as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// What is shown of a store.
struct Shown {
  std::string name, title;
  std::vector<std::string> outcomes;  // in this order
  std::vector<int> months;
  std::string answer = {};    // the outcome that is asked about
  FactStates facts = {};      // that outcomes may miss
  std::string title_id = {};  // in Indonesian
};

// At each month the baseline's means and below them the variants' differences with their 95 %
// intervals; of one variant, means with the range that holds 90 % of the replicates.
std::string table(const Store& store, const Shown& shown, Look look = {});
nlohmann::json table_json(const Store& store, const Shown& shown);

std::string comparison_table(const Experiment& experiment, const Store& store, Look look = {});
nlohmann::json comparison_json(const Experiment& experiment, const Store& store);

}  // namespace swadaya
