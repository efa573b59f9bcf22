#include "sim/explorer/controls.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/month/outcome.hpp"
#include "sim/report/parts.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::number:
      return "number";
    case Kind::whole:
      return "whole";
    case Kind::flag:
      return "flag";
    case Kind::choice:
      return "choice";
    case Kind::list:
      return "list";
    case Kind::text:
      break;
  }
  return "text";
}

json finite(double x) { return std::isfinite(x) ? json(x) : json(nullptr); }

// As it would stand in a file.
json json_of(const ParameterInfo& info, const Value& value) {
  if (const auto* list = std::get_if<std::vector<double>>(&value)) return *list;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const double x = std::get<double>(value);
  if (info.kind == Kind::flag) return x != 0;
  if (info.kind == Kind::choice) return info.choices[static_cast<std::size_t>(x)];
  return finite(x);
}

json json_of(const Node& node) {
  if (const auto* flag = std::get_if<bool>(&node.value)) return *flag;
  if (const double* number = node.number()) return *number;
  if (const std::string* text = node.text()) return *text;
  json list = json::array();
  if (const Node::List* entries = node.list())
    for (const Node& entry : *entries) list.push_back(json_of(entry));
  return list;
}

json parameters_json(const std::string& section, const std::vector<ParameterInfo>& infos) {
  json all = json::array();
  for (const ParameterInfo& info : infos)
    if (!names_a_file(section + "." + info.name))
      all.push_back({{"name", info.name},
                     {"kind", name_of(info.kind)},
                     {"default", json_of(info, info.default_value)},
                     {"unit", info.unit},
                     {"low", finite(info.range.low)},
                     {"high", finite(info.range.high)},
                     {"choices", info.choices},
                     {"source", info.source}});
  return all;
}

json slots_json(const Catalogue& catalogue) {
  json slots = json::array();
  for (std::size_t s = 0; s < slot_count; ++s) {
    json models = json::array();
    for (const ModelInfo& model : catalogue.models())
      if (model.slot == static_cast<Slot>(s))
        models.push_back(
            {{"name", model.name},
             {"standing", model.is_default ? "default"
                          : model.is_null  ? "null"
                                           : "rival"},
             {"text", model.paragraph},
             {"source", model.source},
             {"parameters", parameters_json(std::string{slot_names[s]}, model.parameters)}});
    slots.push_back({{"name", std::string{slot_names[s]}}, {"models", std::move(models)}});
  }
  return slots;
}

// Between which values it lies whatever happens.
json bounds_json(const OutcomeInfo& info) {
  if (info.type == UnitType::correlation) return {-1, 1};
  if (!info.is_share() || info.is_difference) return nullptr;
  return {0, 1};
}

json presets_json(const Base& base) {
  json presets = json::array();
  for (const Preset& preset : base.presets) {
    json set = json::object(), events = json::array();
    for (const auto& [key, node] : preset.set) set[key] = json_of(node);
    for (const Node& event : preset.events)
      if (const Node* month = event.find("month"); month && month->number())
        events.push_back(*month->number());
    presets.push_back({{"name", preset.name},
                       {"title", preset.title.empty() ? preset.name : preset.title},
                       {"title_id", preset.title_id},
                       {"set", std::move(set)},
                       {"events", std::move(events)}});
  }
  return presets;
}

}  // namespace

json values_json(const Scenario& scenario, const Catalogue& catalogue) {
  json values = json::object();
  for (const auto& [section, infos] : sections_of(scenario, catalogue))
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      if (!names_a_file(key)) values[key] = json_of(info, scenario.values.at(key));
    }
  return values;
}

json controls_json(const Base& base, const Catalogue& catalogue) {
  const Scenario& scenario = base.scenario();
  const auto of_world = [&](const char* key) {
    return std::get<double>(scenario.values.at(std::string{"world."} + key));
  };
  const bool is_drawn = of_world("from") == 0;
  json out{{"title", base.experiment.title},
           {"title_id", base.experiment.title_id},
           {"description", base.experiment.description},
           {"file", base.file},
           {"months", scenario.months},
           {"seed", base.experiment.seed},
           {"replicates", base.experiment.replicates},
           {"rws", of_world("rw_per_ward")},
           {"households", is_drawn ? json(of_world("areas") * of_world("wards_per_area") *
                                          of_world("rw_per_ward") * of_world("rt_per_rw") *
                                          of_world("households_per_rt"))
                                   : json(nullptr)},
           {"shown", base.experiment.outcomes},
           {"baseline", base.baseline_preset},
           {"presets", presets_json(base)},
           {"slots", slots_json(catalogue)}};
  json& models = out["models"] = json::object();
  for (std::size_t s = 0; s < slot_count; ++s)
    models[std::string{slot_names[s]}] = scenario.models[s];
  out["values"] = values_json(scenario, catalogue);
  json& sections = out["sections"] = json::array();
  for (const auto& [section, infos] : common_sections())
    sections.push_back({{"name", section}, {"parameters", parameters_json(section, *infos)}});
  json& all = out["outcomes"] = json::array();
  for (const OutcomeInfo& info : outcomes())
    all.push_back({{"name", info.name},
                   {"heading", heading_of(info.name)},
                   {"unit", info.unit},
                   {"definition", info.definition},
                   {"higher_is_better", info.higher_is_better},
                   {"bounds", bounds_json(info)}});
  out["stamps"] = report_stamps(base.experiment);
  json& events = out["events"] = json::array();
  for (const Event& event : scenario.events) events.push_back(event.month);
  return out;
}

}  // namespace swadaya
