#include "sim/tables/designs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sim/designs/calibration_file.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/optimisation_file.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/results/comparison.hpp"
#include "sim/tables/calibration.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "sim/tables/curves.hpp"
#include "sim/tables/draws.hpp"
#include "sim/tables/equity.hpp"
#include "sim/tables/factorial.hpp"
#include "sim/tables/optimisation.hpp"
#include "sim/tables/sensitivity.hpp"
#include "sim/tables/stamps.hpp"
#include "sim/tables/sweep.hpp"
#include "sim/tables/tables.hpp"

namespace swadaya {

namespace {

struct OfDesign {
  const Design* design;
  Presentation (*presentation)(const Experiment&);
};

const std::vector<OfDesign>& by_design() {
  static const std::vector<OfDesign> all{{&sweep_design(), sweep_presentation},
                                         {&factorial_design(), factorial_presentation},
                                         {&sensitivity_design(), sensitivity_presentation},
                                         {&calibration_design(), calibration_presentation},
                                         {&optimisation_design(), optimisation_presentation}};
  return all;
}

std::string compared_text(const Experiment& experiment, const Store& store, Look look) {
  return comparison_table(experiment, store, look) +
         (look.curves == Curves::drawn ? curves(experiment, store, look) : "") +
         cost_effectiveness_table(experiment, store, look) + equity_text(experiment, store, look);
}

nlohmann::json compared_json(const Experiment& experiment, const Store& store) {
  auto json = comparison_json(experiment, store);
  if (experiment.variants.size() > 1)
    json["cost_effectiveness"] = cost_effectiveness_json(experiment, store);
  return json;
}

// Of variants that stand in the file.
Presentation compared(const Experiment& experiment) {
  if (experiment.variants.size() == 1) return {{series_table()}, compared_text, compared_json};
  return {{series_table(), comparison_csv_table(),
           table_of("cost_effectiveness.csv", cost_effectiveness_csv),
           table_of("acceptability.csv", acceptability_csv), table_of("equity.csv", equity_csv)},
          compared_text,
          compared_json};
}

// The same, and what its worlds drew.
Presentation over_posterior(Presentation presentation) {
  const auto text = presentation.text;
  const auto json = presentation.json;
  presentation.text = [text](const Experiment& e, const Store& store, Look look) {
    return text(e, store, look) + draws_text(e, look);
  };
  presentation.json = [json](const Experiment& e, const Store& store) {
    auto all = json(e, store);
    all["posterior"] = draws_json(e);
    return all;
  };
  return presentation;
}

// The same, and which outcomes miss hard facts.
Presentation with_stamps(Presentation presentation) {
  const auto text = presentation.text;
  const auto json = presentation.json;
  presentation.text = [text](const Experiment& e, const Store& store, Look look) {
    const std::string stamps = stamps_text(e, look);
    return text(e, store, look) + (stamps.empty() ? "" : "\n" + stamps);
  };
  presentation.json = [json](const Experiment& e, const Store& store) {
    auto all = json(e, store);
    all["fails"] = stamps_json(e);
    return all;
  };
  return presentation;
}

Presentation presentation_by_design(const Experiment& experiment) {
  const Design* design = design_of(experiment);
  if (!design) return compared(experiment);
  for (const OfDesign& own : by_design())
    if (own.design == design) return own.presentation(experiment);
  throw std::logic_error{"no tables of " + design->called};
}

}  // namespace

Presentation presentation_of(const Experiment& experiment) {
  Presentation presentation = presentation_by_design(experiment);
  if (!experiment.posterior.file.empty()) presentation = over_posterior(std::move(presentation));
  return experiment.facts.all.empty() ? presentation : with_stamps(std::move(presentation));
}

}  // namespace swadaya
