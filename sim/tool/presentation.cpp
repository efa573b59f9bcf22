#include "sim/tool/presentation.hpp"

#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/designs/sensitivity_design.hpp"
#include "sim/results/comparison.hpp"
#include "sim/tables/calibration.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "sim/tables/curves.hpp"
#include "sim/tables/design.hpp"
#include "sim/tables/optimisation.hpp"
#include "sim/tables/sensitivity.hpp"
#include "sim/tables/tables.hpp"

namespace swadaya::tool {

namespace {

constexpr std::size_t most_points = 100;  // whose months fit into a file that one can open

// A table that doesn't need to know the models.
template <class From>
Table table_of(const char* file, std::string (*csv)(const Experiment&, const From&)) {
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

// What a calibration comes to is found once for all its tables.
Presentation of_calibration() {
  const auto found = std::make_shared<std::optional<CalibrationResult>>();
  const auto result = [found](const Experiment& e, const Store& store) -> const auto& {
    if (!*found) *found = calibration_result(e, store);
    return **found;
  };
  return {
      {{"posterior.csv", [result](const Experiment& e, const Store& store,
                                  const Catalogue&) { return posterior_csv(result(e, store)); }},
       {"calibration.csv",
        [result](const Experiment& e, const Store& store, const Catalogue&) {
          return calibration_csv(e, result(e, store));
        }}},
      [result](const Experiment& e, const Store& store, Look look) {
        return calibration_table(e, result(e, store), look);
      },
      [result](const Experiment& e, const Store& store) {
        return calibration_json(e, result(e, store));
      }};
}

Presentation of_optimisation() {
  const auto found = std::make_shared<std::optional<OptimisationResult>>();
  const auto result = [found](const Experiment& e, const Store& store) -> const auto& {
    if (!*found) *found = optimisation_result(e, store);
    return **found;
  };
  return {{{"optimisation.csv",
            [result](const Experiment& e, const Store& store, const Catalogue&) {
              return optimisation_csv(result(e, store));
            }},
           {"frontier.csv", [result](const Experiment& e, const Store& store,
                                     const Catalogue&) { return frontier_csv(result(e, store)); }}},
          [result](const Experiment& e, const Store& store, Look look) {
            return optimisation_table(e, result(e, store), look);
          },
          [result](const Experiment& e, const Store& store) {
            return optimisation_json(e, result(e, store));
          }};
}

// The same, and that its intervals carry the uncertainty of parameters.
Presentation over_posterior(Presentation presentation) {
  const auto text = presentation.text;
  const auto json = presentation.json;
  presentation.text = [text](const Experiment& e, const Store& store, Look look) {
    const Posterior& p = e.posterior;
    return text(e, store, look) +
           paragraph(fmt::format("Each world takes its own draw of {} from a sample of {}, the "
                                 "same for all variants: the intervals include what isn't known "
                                 "of {}, too.",
                                 fmt::join(p.keys, ", "), p.sample.points.size(),
                                 p.keys.size() == 1 ? "it" : "them"),
                     look);
  };
  presentation.json = [json](const Experiment& e, const Store& store) {
    auto all = json(e, store);
    all["posterior"] = {{"parameters", e.posterior.keys},
                        {"sample", e.posterior.sample.points.size()}};
    return all;
  };
  return presentation;
}

Presentation by_design(const Experiment& experiment) {
  const Table series = table_of("series.csv", series_csv),
              comparison = table_of("comparison.csv", comparison_csv);
  const std::string& design = experiment.design;
  if (design == "calibration") return of_calibration();
  if (design == "optimisation") return of_optimisation();
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

}  // namespace

bool writes_every_month(const Experiment& experiment) {
  return experiment.design.empty() || experiment.design == "factorial" ||
         experiment.variants.size() <= most_points;
}

Presentation presentation_of(const Experiment& experiment) {
  const Presentation presentation = by_design(experiment);
  return experiment.posterior.keys.empty() ? presentation : over_posterior(presentation);
}

std::optional<Search> search_of(const Experiment& experiment) {
  if (experiment.design == "calibration") return calibration_search(experiment);
  if (experiment.design == "optimisation") return optimisation_search(experiment);
  return std::nullopt;
}

}  // namespace swadaya::tool
