// What the report tells of each design.
#include "sim/designs/designs.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sim/designs/calibration_file.hpp"
#include "sim/designs/factorial.hpp"
#include "sim/designs/optimisation_file.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

bool always(const Experiment&) { return true; }
bool never(const Experiment&) { return false; }

bool over_few_parameters(const Experiment& experiment) {
  constexpr std::size_t few_keys = 3;
  return swept_keys(experiment).size() <= few_keys;
}

struct OfDesign {
  const Design* design;
  nlohmann::json (*part)(const Experiment&, const Store&, const Catalogue&);
  bool (*has_curves)(const Experiment&);
};

// nullptr without a design.
const OfDesign* part_of(const Experiment& experiment) {
  static const std::vector<OfDesign> all{{&sweep_design(), report_sweep, over_few_parameters},
                                         {&factorial_design(), report_factorial, always},
                                         {&sensitivity_design(), report_sensitivity, never},
                                         {&calibration_design(), report_calibration, never},
                                         {&optimisation_design(), report_optimisation, never}};
  const Design* design = design_of(experiment);
  if (!design) return nullptr;
  for (const OfDesign& own : all)
    if (own.design == design) return &own;
  throw std::logic_error{"the report has no part for " + design->called};
}

}  // namespace

nlohmann::json report_designed(const Experiment& experiment, const Store& store,
                               const Catalogue& catalogue) {
  const OfDesign* own = part_of(experiment);
  return own ? own->part(experiment, store, catalogue) : nullptr;
}

bool has_curves(const Experiment& experiment) {
  const OfDesign* own = part_of(experiment);
  return !own || own->has_curves(experiment);
}

}  // namespace swadaya
