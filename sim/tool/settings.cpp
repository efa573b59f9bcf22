// `swadaya settings`: every key that a file may have, from its declaration.
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/designs/schema.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

namespace {

// One key, whatever declares it.
struct Row {
  std::string table, key, value, limits, meaning, source;
};

std::string limits_of(const ParameterInfo& info) {
  if (!info.choices.empty()) return fmt::format("one of {}", fmt::join(info.choices, ", "));
  if (info.kind == Kind::flag) return "true or false";
  if (info.kind == Kind::text) return "a text";
  return fmt::format("between {} and {}", info.range.low, info.range.high);
}

void add(std::vector<Row>& rows, const std::string& name, const KeyTable& table) {
  for (const KeyInfo& info : table.keys)
    rows.push_back({name, info.name, default_of(info), form_of(info),
                    info.meaning + (info.is_needed ? "; needed" : ""), ""});
  for (const KeyInfo& info : table.keys)
    if (info.table) add(rows, name + "." + info.name, info.table());
}

void add(std::vector<Row>& rows, const std::string& table, const std::vector<ParameterInfo>& infos,
         const std::string& model) {
  for (const ParameterInfo& info : infos)
    rows.push_back({table, info.name, text_of(info, info.default_value), limits_of(info),
                    info.unit + (model.empty() ? "" : "; of the model " + model), info.source});
}

std::vector<Row> all_rows(const Catalogue& catalogue) {
  std::vector<Row> rows;
  for (const FileTable& one : file_tables()) add(rows, one.table->name, *one.table);
  add(rows, trial_keys().name, trial_keys());
  for (const auto& [section, infos] : common_sections()) add(rows, section, *infos, "");
  for (const ModelInfo& model : catalogue.models())
    add(rows, std::string{name_of(model.slot)}, model.parameters, model.name);
  return rows;
}

// Of a table of this name and those in it; else those in which the word stands.
std::vector<Row> rows_about(const std::string& word, const std::vector<Row>& all) {
  std::vector<Row> of_table, with_word;
  for (const Row& row : all) {
    if (row.table == word || row.table.starts_with(word + ".")) of_table.push_back(row);
    for (const std::string& text : {row.table + "." + row.key, row.meaning})
      if (text.find(word) != std::string::npos) {
        with_word.push_back(row);
        break;
      }
  }
  return of_table.empty() ? with_word : of_table;
}

BadInput nothing_about(const std::string& word, const std::vector<Row>& all) {
  std::vector<std::string> names;
  for (const Row& row : all) names.insert(names.end(), {row.table, row.key});
  return BadInput{Problem{"", 0, 0, "", word, "is in no table, key or meaning",
                          did_you_mean(word, names, "`swadaya settings` lists them all")}};
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
                      {"source", row.source}});
    fmt::print("{}\n", json.dump(2));
    return done;
  }
  std::string table;
  for (const Row& row : rows) {
    if (row.table != table) fmt::print("{}[{}]\n", table.empty() ? "" : "\n", row.table);
    table = row.table;
    fmt::print("  {}{}   {}; {}{}\n", row.key, row.value.empty() ? "" : " = " + row.value,
               row.meaning, row.limits, row.source.empty() ? "" : "; " + row.source);
  }
  return done;
}

}  // namespace swadaya::tool
