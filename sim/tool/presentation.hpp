// What an experiment does, and what is shown of a finished one, by its design.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/designs/generations.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya::tool {

struct Table {
  std::string file;  // its name in the results folder
  std::function<std::string(const Experiment&, const Store&, const Catalogue&)> csv;
};

struct Presentation {
  std::vector<Table> tables;
  std::function<std::string(const Experiment&, const Store&, Look)> text;
  std::function<nlohmann::json(const Experiment&, const Store&)> json;
};

Presentation presentation_of(const Experiment& experiment);

// Whether there is a table of all months, or only of those shown.
bool writes_every_month(const Experiment& experiment);
// Of an experiment whose points are asked for as it goes; no value for others.
std::optional<Search> search_of(const Experiment& experiment);

}  // namespace swadaya::tool
