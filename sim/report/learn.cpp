#include "sim/tables/learn.hpp"

#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

// Numbers rounded wherever they stand.
nlohmann::json rounded(const nlohmann::json& json) {
  if (json.is_number_float()) return report_number(json.get<double>(), 4);
  if (!json.is_structured()) return json;
  nlohmann::json all = json;
  for (auto& part : all) part = rounded(part);
  return all;
}

}  // namespace

nlohmann::json report_learn(const Experiment& experiment, const Store& store) try {
  if (why_nothing_is_learnt(experiment, store)) return nullptr;
  return rounded(learn_json(learnt_from(experiment, store), store));
} catch (const BadInput&) {
  return nullptr;  // its aim has no figures in enough draws: the report does without
}

}  // namespace swadaya
