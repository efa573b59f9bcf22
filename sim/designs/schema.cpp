#include "sim/designs/schema.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace swadaya {

namespace {

nlohmann::json schema_of(const ParameterInfo& info) {
  nlohmann::json schema;
  schema["description"] = info.unit + ". Source: " + info.source;
  const auto bounds = [&](nlohmann::json& s) {
    if (info.range.low > -unbounded) s["minimum"] = info.range.low;
    if (info.range.high < unbounded) s["maximum"] = info.range.high;
  };
  switch (info.kind) {
    case Kind::number:
      schema["type"] = "number", bounds(schema);
      break;
    case Kind::whole:
      schema["type"] = "integer", bounds(schema);
      break;
    case Kind::flag:
      schema["type"] = "boolean";
      break;
    case Kind::choice:
      schema["enum"] = info.choices;
      break;
    case Kind::text:
      schema["type"] = "string";
      break;
    case Kind::list:
      schema["type"] = "array";
      schema["items"]["type"] = "number";
      bounds(schema["items"]);
      break;
  }
  if (const auto* list = std::get_if<std::vector<double>>(&info.default_value))
    schema["default"] = *list;
  else if (const auto* text = std::get_if<std::string>(&info.default_value))
    schema["default"] = *text;
  else if (info.kind == Kind::flag)
    schema["default"] = std::get<double>(info.default_value) != 0;
  else if (info.kind == Kind::choice)
    schema["default"] =
        info.choices[static_cast<std::size_t>(std::get<double>(info.default_value))];
  else if (std::isfinite(std::get<double>(info.default_value)))
    schema["default"] = std::get<double>(info.default_value);
  return schema;
}

nlohmann::json object(const char* description) {
  return {{"type", "object"},
          {"description", description},
          {"additionalProperties", false},
          {"properties", nlohmann::json::object()}};
}

nlohmann::json typed(const char* type, const char* description) {
  return {{"type", type}, {"description", description}};
}

}  // namespace

std::string json_schema(const Catalogue& catalogue) {
  nlohmann::json schema = object("A scenario or an experiment of Swadaya");
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "Swadaya";
  auto& properties = schema["properties"];
  properties["extends"] = {
      {"description", "files that this one extends, in order"},
      {"oneOf", {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", "string"}}}}}}};
  properties["scenario"] = object("names and words");
  for (const char* key : {"name", "title", "description"})
    properties["scenario"]["properties"][key] = {{"type", "string"}};
  properties["time"] = object("how long");
  properties["time"]["properties"]["step"] = {{"enum", {"month"}}};
  properties["time"]["properties"]["months"] = {
      {"type", "integer"}, {"minimum", 1}, {"maximum", 1200}};
  properties["models"] = object("which model fills each slot");
  for (std::size_t s = 0; s < slot_count; ++s)
    properties["models"]["properties"][std::string{slot_names[s]}] = {
        {"enum", catalogue.names(static_cast<Slot>(s))}};
  for (const auto& [section, infos] : common_sections()) {
    properties[section] = object("settings");
    for (const ParameterInfo& info : *infos)
      properties[section]["properties"][info.name] = schema_of(info);
  }
  properties["world"]["properties"]["columns"] = {
      {"description", "fields of a household and the file's columns"},
      {"type", {"object", "string"}}};
  for (const ModelInfo& model : catalogue.models()) {
    const std::string slot{name_of(model.slot)};
    if (!properties.contains(slot)) properties[slot] = object("parameters of the slot's model");
    for (const ParameterInfo& info : model.parameters) {
      auto& at = properties[slot]["properties"][info.name];
      // Where models share a name, the editor accepts what any of them does.
      if (at.is_null())
        at = schema_of(info);
      else if (at.contains("anyOf"))
        at["anyOf"].push_back(schema_of(info));
      else
        at = {{"anyOf", {at, schema_of(info)}}};
    }
  }
  nlohmann::json event = object("from this month on, parameters take other values");
  event["properties"]["month"] = {{"type", "integer"}, {"minimum", 0}, {"maximum", 1200}};
  event["properties"]["set"] = typed("object", "\"slot.parameter\" = value");
  event["required"] = {"month", "set"};
  properties["event"] = {{"type", "array"}, {"items", event}};
  properties["experiment"] = object("several variants in the same worlds");
  for (const char* key : {"name", "title", "description", "base", "baseline"})
    properties["experiment"]["properties"][key] = {{"type", "string"}};
  properties["experiment"]["properties"]["replicates"] = {
      {"type", "integer"}, {"minimum", 1}, {"maximum", 1000000}};
  properties["experiment"]["properties"]["seed"] = {{"type", "integer"}, {"minimum", 0}};
  properties["experiment"]["properties"]["branch_at"] = {
      {"description", "the variants are the same up to this month and part there"},
      {"type", "integer"},
      {"minimum", 0},
      {"maximum", 1199}};
  properties["experiment"]["properties"]["checkpoint"] = {
      {"description", "after this month the state of the run is kept in a file"},
      {"type", "integer"},
      {"minimum", 0},
      {"maximum", 1200}};
  properties["experiment"]["properties"]["from"] = {
      {"description", "a checkpoint file that the run goes on from"}, {"type", "string"}};
  properties["experiment"]["properties"]["outcomes"] = {{"type", "array"},
                                                        {"items", {{"type", "string"}}}};
  properties["experiment"]["properties"]["months_shown"] = {{"type", "array"},
                                                            {"items", {{"type", "integer"}}}};
  nlohmann::json variant = object("one set of decisions");
  variant["properties"]["name"] = {{"type", "string"}, {"pattern", "^[a-z0-9-]+$"}};
  variant["properties"]["title"] = {{"type", "string"}};
  variant["properties"]["set"] = typed("object", "\"slot.parameter\" = value");
  variant["properties"]["event"] = properties["event"];
  variant["required"] = {"name"};
  properties["experiment"]["properties"]["design"] = {
      {"enum",
       {"sweep", "factorial", "morris", "sobol", "sobol-second-order", "calibration",
        "optimisation"}}};
  properties["experiment"]["properties"]["posterior"] =
      typed("string", "a CSV file of weighted draws: each replicate takes its own");
  properties["calibration"] = object("which parameters give what was observed");
  properties["calibration"]["properties"] = {
      {"points", {{"type", "integer"}, {"minimum", 20}}},
      {"particles", {{"type", "integer"}, {"minimum", 10}}},
      {"draws", {{"type", "integer"}, {"minimum", 2}}},
      {"least_accepted", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}},
      {"facts", {{"type", "string"}}},
      {"fit", {{"type", "array"}, {"items", {{"type", "string"}}}}},
      {"hold_out", {{"type", "array"}, {"items", {{"type", "string"}}}}},
      {"observed", {{"type", {"string", "array"}}}},
      {"priors", typed("object", "a distribution, { low, high } or \"range\" by parameter")},
      {"target", {{"type", "array"}, {"items", {{"type", "object"}}}}}};
  properties["factorial"] = object("all combinations of a few levers");
  properties["factorial"]["properties"]["lever"] = {{"type", "array"}, {"items", variant}};
  properties["experiment"]["properties"]["parameters"] = {{"type", "array"},
                                                          {"items", {{"type", "string"}}}};
  nlohmann::json lever = object("what may be spent on, with its cost beyond the baseline");
  lever["properties"] = {
      {"name", {{"type", "string"}}},
      {"title", {{"type", "string"}}},
      {"key", typed("string", "the parameter that is moved")},
      {"low", {{"type", "number"}}},
      {"high", {{"type", "number"}}},
      {"step", {{"type", "number"}, {"exclusiveMinimum", 0}}},
      {"cost", typed("number", "kRp a ward for one more, or for having the package")},
      {"values", typed("array", "options instead of a range")},
      {"costs", typed("array", "of each, kRp a ward beyond the baseline")},
      {"set", typed("object", "a package: \"slot.parameter\" = value")}};
  properties["optimisation"] = object("the best mix of levers under a budget");
  properties["optimisation"]["properties"] = {
      {"outcome", typed("string", "what is to be as high, or as low, as is good")},
      {"outcomes", typed("object", "the same of several: outcome = weight")},
      {"month", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1200}}},
      {"budget", typed("number", "kRp a ward beyond the baseline")},
      {"frontier", {{"type", "array"}, {"items", {{"type", "number"}}}}},
      {"candidates", {{"type", "integer"}, {"minimum", 8}, {"maximum", 512}}},
      {"fresh_worlds", {{"type", "integer"}, {"minimum", 2}}},
      {"rivals", {{"type", "integer"}, {"minimum", 0}}},
      {"lever", {{"type", "array"}, {"items", lever}}}};
  properties["sensitivity"] = object("which parameters move the outcomes");
  properties["sensitivity"]["properties"] = {{"method", {{"enum", {"morris", "sobol"}}}},
                                             {"walks", {{"type", "integer"}, {"minimum", 2}}},
                                             {"points", {{"type", "integer"}, {"minimum", 2}}},
                                             {"second_order", {{"type", "boolean"}}},
                                             {"parameters", {{"type", "object"}}}};
  properties["sweep"] = object("many points of some parameters");
  properties["sweep"]["properties"] = {
      {"design", {{"enum", {"grid", "lhs", "sobol", "list"}}}},
      {"points", {{"type", "integer"}, {"minimum", 1}}},
      {"file", {{"type", "string"}}},
      {"parameters",
       {{"type", "object"},
        {"description", "a list of values, { low, high, steps } or \"range\" by parameter"}}}};
  properties["variant"] = {{"type", "array"}, {"items", variant}};
  return schema.dump(2);
}

}  // namespace swadaya
