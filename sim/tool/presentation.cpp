#include "sim/tool/presentation.hpp"

#include <nlohmann/json.hpp>

#include "sim/comparison.hpp"
#include "sim/cost_effectiveness.hpp"
#include "sim/curves.hpp"
#include "sim/design_tables.hpp"
#include "sim/sensitivity_design.hpp"

namespace swadaya::tool {

namespace {

constexpr std::size_t most_points = 100;  // whose months fit into a file that one can open

// A table that doesn't need to know the models.
Table table_of(const char* file, std::string (*csv)(const Experiment&, const Store&)) {
  return {file, [csv](const Experiment& e, const Store& store, const Catalogue&) {
            return csv(e, store);
          }};
}

std::string effects_csv(const Experiment& experiment, const Store& store) {
  return factorial_csv(store, months_compared(store.months(), experiment.months_shown));
}

std::string compared_text(const Experiment& experiment, const Store& store, Look look) {
  return comparison_table(experiment, store, look) +
         (look.curves == Curves::drawn ? curves(experiment, store, look) : "") +
         cost_effectiveness_table(experiment, store, look);
}

nlohmann::json compared_json(const Experiment& experiment, const Store& store) {
  auto json = comparison_json(experiment, store);
  if (experiment.variants.size() > 1)
    json["cost_effectiveness"] = cost_effectiveness_json(experiment, store);
  return json;
}

}  // namespace

bool writes_every_month(const Experiment& experiment) {
  return experiment.design.empty() || experiment.design == "factorial" ||
         experiment.variants.size() <= most_points;
}

Presentation presentation_of(const Experiment& experiment) {
  const Table series = table_of("series.csv", series_csv),
              comparison = table_of("comparison.csv", comparison_csv);
  const std::string& design = experiment.design;
  if (design == "factorial")
    return {{series, comparison, table_of("factorial.csv", effects_csv)},
            factorial_table,
            factorial_json};
  if (!design.empty()) {
    const bool sweeps = design == "sweep";
    std::vector<Table> tables{sweeps ? Table{"sweep.csv", sweep_csv}
                                     : table_of("sensitivity.csv", sensitivity_csv)};
    if (writes_every_month(experiment)) tables.push_back(series);
    return sweeps ? Presentation{tables, sweep_table, sweep_json}
                  : Presentation{tables, sensitivity_table, sensitivity_json};
  }
  if (experiment.variants.size() == 1) return {{series}, compared_text, compared_json};
  return {{series, comparison, table_of("cost_effectiveness.csv", cost_effectiveness_csv),
           table_of("acceptability.csv", acceptability_csv)},
          compared_text,
          compared_json};
}

}  // namespace swadaya::tool
