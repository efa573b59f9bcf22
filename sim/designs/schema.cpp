#include "sim/designs/schema.hpp"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment_keys.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

json object(const std::string& description) {
  return {{"type", "object"},
          {"description", description},
          {"additionalProperties", false},
          {"properties", json::object()}};
}

// 64 rather than 64.0.
json number_of(double x) {
  constexpr double most_exact = 9007199254740992.0;
  if (x == std::floor(x) && std::abs(x) <= most_exact) return static_cast<std::int64_t>(x);
  return x;
}

void put_limits(json& schema, const Range& range, bool is_above = false) {
  if (range.low > -unbounded)
    schema[is_above ? "exclusiveMinimum" : "minimum"] = number_of(range.low);
  if (range.high < unbounded) schema["maximum"] = number_of(range.high);
}

// --- parameters of models and worlds

json type_of(const ParameterInfo& info) {
  switch (info.kind) {
    case Kind::number:
      return {{"type", "number"}};
    case Kind::whole:
      return {{"type", "integer"}};
    case Kind::flag:
      return {{"type", "boolean"}};
    case Kind::choice:
      return {{"enum", info.choices}};
    case Kind::text:
      return {{"type", "string"}};
    case Kind::list:
      break;
  }
  return {{"type", "array"}, {"items", {{"type", "number"}}}};
}

void put_default(json& schema, const ParameterInfo& info) {
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
    schema["default"] = number_of(std::get<double>(info.default_value));
}

json schema_of(const ParameterInfo& info) {
  json schema = type_of(info);
  schema["description"] = info.unit + ". Source: " + info.source;
  if (info.kind == Kind::number || info.kind == Kind::whole) put_limits(schema, info.range);
  if (info.kind == Kind::list) put_limits(schema["items"], info.range);
  put_default(schema, info);
  return schema;
}

void put_parameters(json& properties, const Catalogue& catalogue) {
  for (const auto& [section, infos] : common_sections()) {
    properties[section] = object("settings");
    for (const ParameterInfo& info : *infos)
      properties[section]["properties"][info.name] = schema_of(info);
  }
  properties["world"]["properties"]["columns"] = {
      {"description", "fields of a household and the file's columns"},
      {"type", {"object", "string"}}};
  properties["network"]["properties"]["columns"] = {
      {"description", "the ends of a tie, from and to, and the file's columns"},
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
}

// --- keys

json schema_of(const KeyTable& table);

// What one alone, or each of a list, may be.
json entry_of(const KeyInfo& info, const char* type) {
  json entry{{"type", type}};
  if (!info.choices.empty()) entry["enum"] = info.choices;
  put_limits(entry, info.range, info.is_above);
  return entry;
}

json list_of(json entry) { return {{"type", "array"}, {"items", std::move(entry)}}; }

json list_or_one(const json& entry) { return {{"anyOf", {entry, list_of(entry)}}}; }

// By parameter: "lending.norm", or a table of the slot's parameters.
json moved_of(const KeyInfo& info) {
  const json entry{{"anyOf", {{{"const", "range"}}, {{"type", "array"}}, schema_of(info.table())}}};
  return {{"type", "object"},
          {"patternProperties", {{"\\.", entry}}},
          {"additionalProperties", {{"type", "object"}, {"additionalProperties", entry}}}};
}

json type_of(const KeyInfo& info) {
  switch (info.kind) {
    case KeyKind::whole:
      return entry_of(info, "integer");
    case KeyKind::number:
      return entry_of(info, "number");
    case KeyKind::text:
    case KeyKind::choice:
      return entry_of(info, "string");
    case KeyKind::name:
      return {{"type", "string"}, {"pattern", "^[a-z0-9-]+$"}};
    case KeyKind::flag:
      return {{"type", "boolean"}};
    case KeyKind::texts:
      return list_or_one(entry_of(info, "string"));
    case KeyKind::numbers:
      return list_or_one(entry_of(info, "number"));
    case KeyKind::wholes:
      return list_of(entry_of(info, "integer"));
    case KeyKind::table:
      return info.table ? schema_of(info.table()) : json{{"type", "object"}};
    case KeyKind::tables:
      return list_of(schema_of(info.table()));
    case KeyKind::moved:
      return moved_of(info);
    case KeyKind::any:
      break;
  }
  return json::object();
}

json default_json(const KeyInfo& info) {
  if (const auto* flag = std::get_if<bool>(&*info.default_value)) return *flag;
  if (const auto* text = std::get_if<std::string>(&*info.default_value)) return *text;
  return number_of(std::get<double>(*info.default_value));
}

json schema_of(const KeyTable& table) {
  json schema = object(table.meaning);
  for (const KeyInfo& info : table.keys) {
    json key = type_of(info);
    key["description"] = info.meaning;
    if (info.default_value) key["default"] = default_json(info);
    schema["properties"][info.name] = std::move(key);
    if (info.is_needed) schema["required"].push_back(info.name);
  }
  return schema;
}

}  // namespace

const std::vector<FileTable>& file_tables() {
  static const std::vector<FileTable> all = [] {
    std::vector<FileTable> tables;
    for (const KeyTable* table : setting_tables()) tables.push_back({table, false});
    tables.push_back({&event_keys(), true});
    tables.push_back({&experiment_table(), false});
    tables.push_back({&variant_keys(), true});
    for (const Design* design : designs()) tables.push_back({&design->table, false});
    return tables;
  }();
  return all;
}

std::string json_schema(const Catalogue& catalogue) {
  json schema = object("A scenario or an experiment of Swadaya");
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "Swadaya";
  auto& properties = schema["properties"];
  properties["extends"] = list_or_one({{"type", "string"}});
  properties["extends"]["description"] = "files that this one extends, in order";
  properties["models"] = object("which model fills each slot");
  for (std::size_t s = 0; s < slot_count; ++s)
    properties["models"]["properties"][std::string{slot_names[s]}] = {
        {"enum", catalogue.names(static_cast<Slot>(s))}};
  put_parameters(properties, catalogue);
  for (const FileTable& one : file_tables())
    properties[one.table->name] =
        one.is_list ? list_of(schema_of(*one.table)) : schema_of(*one.table);
  return schema.dump(2);
}

}  // namespace swadaya
