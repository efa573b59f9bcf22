#include "sim/designs/designs.hpp"

#include <algorithm>

#include "sim/designs/calibration_file.hpp"
#include "sim/designs/factorial.hpp"
#include "sim/designs/optimisation_file.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/designs/sweep.hpp"

namespace swadaya {

const std::vector<const Design*>& designs() {
  static const std::vector<const Design*> all{&sweep_design(), &factorial_design(),
                                              &sensitivity_design(), &calibration_design(),
                                              &optimisation_design()};
  return all;
}

const Design* design_of(const Draft& draft) {
  for (const Design* design : designs())
    if (draft.design(design->table.name)) return design;
  return nullptr;
}

const Design* design_of(const Experiment& experiment) {
  for (const Design* design : designs())
    if (std::find(design->names.begin(), design->names.end(), experiment.design) !=
        design->names.end())
      return design;
  return nullptr;
}

std::vector<std::string> design_names() {
  std::vector<std::string> names;
  for (const Design* design : designs())
    names.insert(names.end(), design->names.begin(), design->names.end());
  return names;
}

const std::vector<std::string>& design_tables() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    for (const Design* design : designs()) names.push_back(design->table.name);
    return names;
  }();
  return all;
}

bool is_search(const Experiment& experiment) {
  const Design* design = design_of(experiment);
  return design && design->search;
}

std::optional<Search> search_of(const Experiment& experiment) {
  if (!is_search(experiment)) return std::nullopt;
  return design_of(experiment)->search(experiment);
}

namespace {

// As far as it shows without running the file.
void check_alone(const Design& design, Draft draft, const Catalogue& catalogue,
                 std::vector<Problem>& problems) {
  const Node table = *draft.design(design.table.name);
  if (!design.expand) return check_keys(table, design.table, design.table.name, problems);
  Experiment experiment;
  design.expand(draft, experiment, catalogue, experiment.seed, problems);
}

}  // namespace

void check_others(const Draft& draft, const Catalogue& catalogue, std::vector<Problem>& problems) {
  for (const Design* design : designs()) {
    if (design != design_of(draft) && draft.design(design->table.name))
      check_alone(*design, draft, catalogue, problems);
    for (const Draft& extended : draft.extended)
      if (extended.design(design->table.name)) check_alone(*design, extended, catalogue, problems);
  }
}

}  // namespace swadaya
