#include "sim/tables/presentation.hpp"

#include "sim/designs/designs.hpp"
#include "sim/results/comparison.hpp"
#include "sim/tables/beside.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_points = 100;  // whose months fit into a file that one can open

}  // namespace

std::vector<Compared> whole_comparison(const Experiment& experiment, const Results& results) {
  return comparison_of(experiment, results,
                       structure_of(experiment, results, answers_in(results.folder(), experiment)));
}

ResultTable series_table() { return table_of("series.csv", series_csv); }

ResultTable comparison_csv_table() {
  const auto whole = found_once(whole_comparison);
  return {"comparison.csv",
          [whole](const Experiment& e, const Store& store, const Catalogue&) {
            return comparison_csv(store, whole(e, store));
          },
          [whole](const Experiment& e, Store& store) { store.keep_comparison(whole(e, store)); }};
}

bool writes_every_month(const Experiment& experiment) {
  const Design* design = design_of(experiment);
  return !design || design->has_baseline || experiment.variants.size() <= most_points;
}

std::vector<std::size_t> shown_outcomes(const Experiment& experiment) {
  std::vector<std::size_t> indices;
  for (const std::string& name : experiment.outcomes) indices.push_back(*outcome_index(name));
  return indices;
}

}  // namespace swadaya
