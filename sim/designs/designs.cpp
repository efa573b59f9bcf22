#include "sim/designs/designs.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "sim/designs/calibration_file.hpp"
#include "sim/designs/factorial.hpp"
#include "sim/designs/optimisation_file.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/designs/sweep.hpp"

namespace swadaya {

namespace {

using Problems = std::vector<Problem>;

void expand_levers(Draft& draft, Experiment& experiment, const Catalogue&, std::uint64_t,
                   Problems& problems) {
  experiment.design = "factorial";
  expand_factorial(draft, problems);
}

void expand_points(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                   std::uint64_t seed, Problems& problems) {
  experiment.design = "sweep";
  expand_sweep(draft, catalogue, seed, problems);
}

void expand_walks(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                  std::uint64_t seed, Problems& problems) {
  experiment.design = sensitivity_design(draft);
  experiment.parameters = expand_sensitivity(draft, catalogue, seed, problems);
}

void expand_targets(Draft& draft, Experiment& experiment, const Catalogue& catalogue, std::uint64_t,
                    Problems& problems) {
  experiment.design = "calibration";
  experiment.search = expand_calibration(draft, catalogue, problems);
}

// Points that stand in the file; those of a table are in blocks.
void check_blocks(const Draft&, Keys& keys, Experiment& experiment, const Catalogue&, Problems&) {
  const Node* said = keys.take("design");
  const std::size_t k = experiment.parameters.size(), block = block_of(experiment.design, k);
  if (said && block != 0 && (k == 0 || experiment.variants.size() % block != 0))
    keys.report(*said, "design",
                fmt::format("needs its `parameters`, and variants in blocks of {}", block));
}

void check_targets(const Draft&, Keys&, Experiment& experiment, const Catalogue&,
                   Problems& problems) {
  check_calibration(experiment, problems);
}

// Levers move what the baseline has.
void read_levers(const Draft& draft, Keys&, Experiment& experiment, const Catalogue& catalogue,
                 Problems& problems) {
  if (const Node* table = draft.design("optimisation"))
    read_optimisation(*table, experiment, catalogue, problems);
}

}  // namespace

const std::vector<Design>& designs() {
  static const std::vector<Design> all{
      {"factorial", {"factorial"}, expand_levers, nullptr},
      {"sweep", {"sweep"}, expand_points, nullptr},
      {"sensitivity", {"morris", "sobol", "sobol-second-order"}, expand_walks, check_blocks},
      {"calibration", {"calibration"}, expand_targets, check_targets},
      {"optimisation", {"optimisation"}, nullptr, read_levers}};
  return all;
}

const Design* design_of(const Draft& draft, const std::string& name) {
  for (const Design& design : designs())
    if (draft.design(design.table)) return &design;
  for (const Design& design : designs())
    if (std::find(design.names.begin(), design.names.end(), name) != design.names.end())
      return &design;
  return nullptr;
}

const std::vector<std::string>& design_tables() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    for (const Design& design : designs()) names.push_back(design.table);
    return names;
  }();
  return all;
}

}  // namespace swadaya
