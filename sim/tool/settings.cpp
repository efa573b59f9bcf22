// `swadaya settings`: every key that a file may have, from its declaration.
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <tuple>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"
#include "sim/designs/schema.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/month/slot.hpp"
#include "sim/scenario/meanings.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

namespace {

// One key, whatever declares it.
struct Row {
  std::string table, key, value, limits, meaning, unit, source;
  std::string models{};  // that declare it so
  bool is_parameter() const { return !source.empty(); }
};

std::string limits_of(const ParameterInfo& info) {
  if (!info.choices.empty()) return fmt::format("one of {}", fmt::join(info.choices, ", "));
  if (info.kind == Kind::flag) return "true or false";
  if (info.kind == Kind::text) return "a text";
  const char* each = info.kind == Kind::list    ? "a list, each "
                     : info.kind == Kind::whole ? "a whole number "
                                                : "";
  return fmt::format("{}between {} and {}", each, info.range.low, info.range.high);
}

void add(std::vector<Row>& rows, const std::string& name, const KeyTable& table) {
  for (const KeyInfo& info : table.keys)
    rows.push_back({name, info.name, default_of(info), form_of(info),
                    info.meaning + (info.is_needed ? "; needed" : ""), "", ""});
  for (const KeyInfo& info : table.keys)
    if (info.table) add(rows, name + "." + info.name, info.table());
}

// Models of a slot that declare a key in the same way share a row.
void add(std::vector<Row>& rows, const std::string& table, const std::vector<ParameterInfo>& infos,
         const std::string& model) {
  for (const ParameterInfo& info : infos) {
    Row row{table,
            info.name,
            text_of(info, info.default_value),
            limits_of(info),
            meaning_of(table, info),
            info.unit,
            info.source,
            model};
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
      return std::tie(r.table, r.key, r.value, r.limits, r.unit, r.source) ==
             std::tie(row.table, row.key, row.value, row.limits, row.unit, row.source);
    });
    if (same == rows.end())
      rows.push_back(std::move(row));
    else
      same->models += ", " + model;
  }
}

// What fills the slots, and what a file begins from.
void add_models(std::vector<Row>& rows, const Catalogue& catalogue) {
  rows.push_back({"", "extends", "", "a file, or a list of files",
                  "what the file goes on from, above all tables", "", ""});
  for (const std::string_view slot : slot_names) {
    std::vector<std::string> names;
    std::string standard;
    for (const ModelInfo& model : catalogue.models())
      if (name_of(model.slot) == slot) {
        names.push_back(model.name);
        if (model.is_default) standard = quoted(model.name);
      }
    const ParameterInfo info{std::string{slot}, Kind::text, std::string{}, "", {}, {}, ""};
    rows.push_back({"models", info.name, standard, fmt::format("one of {}", fmt::join(names, ", ")),
                    meaning_of("models", info), "", "`swadaya models NAME` describes each"});
  }
}

std::vector<Row> all_rows(const Catalogue& catalogue) {
  std::vector<Row> rows;
  add_models(rows, catalogue);
  for (const FileTable& one : file_tables()) add(rows, one.table->name, *one.table);
  add(rows, trial_keys().name, trial_keys());
  for (const auto& [section, infos] : common_sections()) add(rows, section, *infos, "");
  for (const bool is_default : {true, false})
    for (const ModelInfo& model : catalogue.models())
      if (model.is_default == is_default)
        add(rows, std::string{name_of(model.slot)}, model.parameters,
            model.name + (is_default ? " (default)" : ""));
  // A table's rows stand together, in the order in which tables came.
  std::vector<std::string> tables;
  for (const Row& row : rows)
    if (std::find(tables.begin(), tables.end(), row.table) == tables.end())
      tables.push_back(row.table);
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return std::find(tables.begin(), tables.end(), a.table) <
           std::find(tables.begin(), tables.end(), b.table);
  });
  return rows;
}

// Of a table of this name and those in it; of one key, "lending.norm"; of all slots; else those in
// which the word stands, in small letters or capitals.
std::vector<Row> rows_about(const std::string& asked, const std::vector<Row>& all) {
  const std::string word = lower_case(asked);
  std::vector<Row> of_table, of_key, with_word;
  for (const Row& row : all) {
    const bool is_of_slot = word == "slots" && std::find(slot_names.begin(), slot_names.end(),
                                                         row.table) != slot_names.end();
    if (is_of_slot || row.table == word || row.table.starts_with(word + "."))
      of_table.push_back(row);
    const std::string key = row.table + "." + row.key;
    if (lower_case(key) == word) of_key.push_back(row);
    for (const std::string& text : {key, row.meaning, row.unit, row.models})
      if (lower_case(text).find(word) != std::string::npos) {
        with_word.push_back(row);
        break;
      }
  }
  return !of_table.empty() ? of_table : !of_key.empty() ? of_key : with_word;
}

BadInput nothing_about(const std::string& word, const std::vector<Row>& all) {
  std::vector<std::string> names;
  for (const Row& row : all) names.insert(names.end(), {row.table, row.key});
  return BadInput{Problem{"", 0, 0, "", word, "is in no table, key or meaning",
                          did_you_mean(word, names, "`swadaya settings` lists them all")}};
}

// A key in a line, and below it in what it is counted, what it may be and where it comes from.
std::string text_of(const Row& row) {
  std::string text =
      fmt::format("  {}{}   {}", row.key, row.value.empty() ? "" : " = " + row.value, row.meaning);
  if (!row.is_parameter()) return fmt::format("{}; {}\n", text, row.limits);
  std::vector<std::string> parts;
  if (!row.unit.empty() && row.unit != row.meaning) parts.push_back(row.unit);
  parts.insert(parts.end(), {row.limits, row.source});
  if (!row.models.empty()) parts.push_back("models: " + row.models);
  return fmt::format("{}\n      {}\n", text, fmt::join(parts, "; "));
}

}  // namespace

int list_settings(const Options& options, const Catalogue& catalogue) {
  const std::vector<Row> all = all_rows(catalogue);
  const std::vector<Row> rows = options.word.empty() ? all : rows_about(options.word, all);
  if (rows.empty()) throw nothing_about(options.word, all);
  if (options.json) {
    nlohmann::json json = nlohmann::json::array();
    for (const Row& row : rows)
      json.push_back({{"table", row.table},
                      {"key", row.key},
                      {"default", row.value},
                      {"limits", row.limits},
                      {"meaning", row.meaning},
                      {"unit", row.unit},
                      {"models", row.models},
                      {"source", row.source}});
    fmt::print("{}\n", json.dump(2));
    return done;
  }
  std::string table;
  for (const Row& row : rows) {
    if (&row == rows.data() || row.table != table)
      fmt::print("{}{}\n", &row == rows.data() ? "" : "\n",
                 row.table.empty() ? "at the top of a file" : "[" + row.table + "]");
    table = row.table;
    fmt::print("{}", text_of(row));
  }
  return done;
}

}  // namespace swadaya::tool
