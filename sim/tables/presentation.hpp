// What is shown of a finished experiment: files beside the results, and what people and programs
// read. Each design has one (sim/tables/designs.cpp).
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

struct ResultTable {
  std::string file;  // its name in the results folder
  std::function<std::string(const Experiment&, const Store&, const Catalogue&)> csv;
  // Puts the same into results.db; nothing where it has no table there.
  std::function<void(const Experiment&, Store&)> keep = {};
};

struct Presentation {
  std::vector<ResultTable> tables;
  std::function<std::string(const Experiment&, const Store&, Look)> text;
  std::function<nlohmann::json(const Experiment&, const Store&)> json;
};

// A table that doesn't need to know the models, made from a Store or from any Results.
template <class From>
ResultTable table_of(const char* file, std::string (*csv)(const Experiment&, const From&)) {
  return {file, [csv](const Experiment& e, const Store& store, const Catalogue&) {
            return csv(e, store);
          }};
}
// What comparison.csv holds: with where the bundles beside it put each difference.
std::vector<Compared> whole_comparison(const Experiment& experiment, const Results& results);
ResultTable series_table();
ResultTable comparison_csv_table();

// Whether there is a table of all months, or only of those shown.
bool writes_every_month(const Experiment& experiment);
// Their numbers among all, in the order in which they are shown.
std::vector<std::size_t> shown_outcomes(const Experiment& experiment);

// What all tables of a presentation are made from, found once.
template <class Result>
auto found_once(Result (*find)(const Experiment&, const Results&)) {
  return [find, found = std::make_shared<std::optional<Result>>()](
             const Experiment& e, const Store& store) -> const Result& {
    if (!*found) *found = find(e, store);
    return **found;
  };
}

}  // namespace swadaya
