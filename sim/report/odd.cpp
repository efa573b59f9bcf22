#include "sim/report/odd.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "sim/base/fields.hpp"
#include "sim/base/version.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/month/outcome.hpp"
#include "sim/report/odd_text.hpp"
#include "sim/results/labels.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/branch.hpp"

namespace swadaya {

namespace {

// For a cell of a table.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) c == '|' ? out += "\\|" : c == '\n' ? out += ' ' : out += c;
  return out.empty() ? "-" : out;
}

std::string parameters_of(const std::string& section, const std::vector<ParameterInfo>& infos,
                          const Values& values) {
  if (infos.empty()) return "It has no parameters.\n";
  std::string text =
      "| parameter | value | default | unit | range | source |\n|---|---|---|---|---|---|\n";
  for (const ParameterInfo& info : infos) {
    const std::string value = text_of(info, values.at(section + "." + info.name)),
                      usual = text_of(info, info.default_value);
    text += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", cell(info.name),
                        value == usual ? cell(value) : "**" + cell(value) + "** (changed)",
                        cell(usual), cell(info.unit), cell(range_text(info)), cell(info.source));
  }
  return text;
}

std::string list_of(const char* heading, const std::vector<std::string>& items) {
  if (items.empty()) return "";
  std::string text = fmt::format("\n{}:\n\n", heading);
  for (const std::string& item : items) text += "- " + item + "\n";
  return text;
}

std::string submodel(const ModelInfo& model, const Values& values) {
  std::string text =
      fmt::format("\n### {}: `{}`{}\n\n{}\n\nSource: {}.\n\n", name_of(model.slot), model.name,
                  model.is_default ? " (default)"
                  : model.is_null  ? " (null)"
                                   : "",
                  stripped(model.paragraph), model.source);
  text += parameters_of(std::string{name_of(model.slot)}, model.parameters, values);
  text += list_of("Keeps, by household or RT", model.columns);
  text += list_of("Rolls dice for", model.decisions);
  return text;
}

}  // namespace

std::string changed_values(const Scenario& from, const Scenario& to, const Catalogue& catalogue) {
  std::vector<std::string> changes;
  for (std::size_t s = 0; s < slot_count; ++s) {
    if (from.models[s] != to.models[s])
      changes.push_back(fmt::format("{} = `{}`", slot_names[s], to.models[s]));
    const ModelInfo* model = catalogue.find(static_cast<Slot>(s), to.models[s]);
    if (!model) continue;
    for (const ParameterInfo& info : model->parameters) {
      const std::string key = std::string{slot_names[s]} + "." + info.name;
      const auto before = from.values.find(key);
      if (before == from.values.end() || before->second != to.values.at(key))
        if (from.models[s] == to.models[s] || to.values.at(key) != info.default_value)
          changes.push_back(fmt::format("{} = {}", key, text_of(info, to.values.at(key))));
    }
  }
  for (const auto& [section, infos] : common_sections())
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      if (from.values.at(key) != to.values.at(key))
        changes.push_back(fmt::format("{} = {}", key, text_of(info, to.values.at(key))));
    }
  return changes.empty() ? "nothing" : fmt::format("{}", fmt::join(changes, ", "));
}

namespace {

std::string events_of(const Scenario& scenario) {
  if (scenario.events.empty()) return "There are no events.\n";
  std::string text;
  for (const Event& event : scenario.events) {
    text += fmt::format("- from month {} on:", event.month);
    for (const auto& [key, value] : event.set) {
      const double* number = std::get_if<double>(&value);
      text += number ? fmt::format(" {} = {:g};", key, *number) : fmt::format(" {} changes;", key);
    }
    text += "\n";
  }
  return text;
}

constexpr std::size_t most_listed = 64;  // variants, one by one

// What many points differ in: "- `lending.norm`: 0.01 to 0.99".
std::string points_of(const Experiment& experiment, const Catalogue& catalogue) {
  std::map<std::string, const ParameterInfo*> infos;
  for (const auto& [section, parameters] : sections_of(experiment.variants[0].scenario, catalogue))
    for (const ParameterInfo& info : *parameters) infos[section + "." + info.name] = &info;
  std::string text;
  for (const std::string& key : swept_keys(experiment))
    if (infos.contains(key))
      text += fmt::format("- `{}`: {}\n", key, span_text(experiment, key, *infos[key]));
  return text;
}

std::string facts_table(const std::vector<Pattern>& facts) {
  std::string text =
      "| fact | statement | source | target | about | use |\n|---|---|---|---|---|---|\n";
  std::string last;
  for (const Pattern& p : facts) {
    if (p.id == last) continue;
    last = p.id;
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", cell(p.id), cell(p.statement),
                        cell(p.source), cell(p.target),
                        p.not_measured.empty() ? "`" + outcomes()[p.quantity.outcome].name + "`"
                                               : "not measured: " + cell(p.not_measured),
                        fact_use_words(use_called(p.use)));
  }
  return text;
}

// Each with what it changes; of many points what they differ in, of many combinations of levers
// each lever alone.
std::string variants_of(const Experiment& experiment, const Catalogue& catalogue) {
  const std::size_t all = experiment.variants.size();
  const auto& variants = experiment.variants;
  const bool share = std::all_of(variants.begin(), variants.end(), [&](const Variant& v) {
    return share_worlds(variants[experiment.baseline], v);
  });
  std::string text = "\n## Variants\n\nAgainst the baseline described above";
  text += share ? ", in the same worlds"
                : "; where `world` or `network` differs, in different wards, not paired";
  text += experiment.branch_at
              ? fmt::format(". The months up to {} are the same in all; from month {} on:\n\n",
                            *experiment.branch_at, *experiment.branch_at + 1)
              : ":\n\n";
  const Design* design = design_of(experiment);
  if (all > most_listed && design && !design->has_baseline)
    return text + fmt::format("{} points that differ in\n\n", all) +
           points_of(experiment, catalogue);
  // As they stand where the variants part.
  const auto parted = [&](std::size_t v) {
    Scenario scenario = experiment.variants[v].scenario;
    scenario.values = settings_of(experiment, v);
    return scenario;
  };
  const Scenario base = parted(experiment.baseline);
  const bool combines = design && design->alone && all > most_listed;
  std::vector<std::size_t> telling{0};
  if (combines)
    for (const std::size_t v : design->alone(all)) telling.push_back(v);
  else
    for (std::size_t v = 1; v < all; ++v) telling.push_back(v);
  std::size_t listed = 0;
  for (const std::size_t i : telling) {
    if (i == experiment.baseline || listed >= most_listed) continue;
    const Variant& v = experiment.variants[i];
    text += fmt::format("- **{}**: {}\n", title_of(v), changed_values(base, parted(i), catalogue));
    ++listed;
  }
  if (combines) return text + "- and all combinations of these\n";
  if (listed + 1 < all)
    text += fmt::format("- and {} more, in `experiment.toml`\n", all - listed - 1);
  return text;
}

}  // namespace

std::string range_text(const ParameterInfo& info) {
  if (!info.choices.empty()) return fmt::format("{}", fmt::join(info.choices, ", "));
  if (info.kind == Kind::flag) return "true, false";
  if (info.kind == Kind::text) return "any";
  const auto end = [](double x) {
    return std::isinf(x) ? std::string{x > 0 ? "∞" : "-∞"} : fmt::format("{:g}", x);
  };
  return fmt::format("{} to {}", end(info.range.low), end(info.range.high));
}

std::string odd_of(const Experiment& experiment, const Catalogue& catalogue,
                   const std::vector<Pattern>& facts) {
  const Scenario& s = experiment.variants[experiment.baseline].scenario;
  const std::string title = title_of(experiment);
  std::string text = fmt::format("# {}\n\nODD description of what `{}` runs, by Swadaya {} ({}).\n",
                                 title, experiment.name, version, commit);
  text += fmt::format("\n## 1 Purpose and patterns\n\n{}\n", stripped(odd_text::purpose));
  if (!s.description.empty()) text += fmt::format("\nThis scenario: {}.\n", s.description);
  text += fmt::format("\n## 2 Entities, state variables and scales\n\n{}\n",
                      stripped(odd_text::entities));
  text += fmt::format("\nThis scenario runs {} months.\n", s.months);
  text +=
      fmt::format("\n## 3 Process overview and scheduling\n\n{}\n", stripped(odd_text::schedule));
  text += "\n| slot | model here |\n|---|---|\n";
  for (std::size_t i = 0; i < slot_count; ++i)
    text += fmt::format("| {} | `{}` |\n", slot_names[i], s.models[i]);
  text += "\n## 4 Design concepts\n";
  for (const auto& item : odd_text::concepts)
    text += fmt::format("\n**{}.** {}\n", item.name, item.text);
  text += "\n### Decision-making (ODD+D)\n\n| question | answer |\n|---|---|\n";
  for (const auto& item : odd_text::questions)
    text += fmt::format("| {} | {} |\n", cell(item.question), cell(item.answer));
  const bool from_files = std::get<double>(s.values.at("world.from")) != 0;
  text += fmt::format(
      "\n## 5 Initialization\n\n{}\n",
      stripped(from_files ? odd_text::initialisation_files : odd_text::initialisation_figures));
  if (!experiment.from.empty())
    text += fmt::format(
        "\nThis run goes on from a checkpoint: up to month {} it is what was run before, and all "
        "settings here hold from the month after.\n",
        experiment.from_month);
  for (const auto& [section, infos] : common_sections())
    if (section == "world" || section == "network")
      text += fmt::format("\n### {}\n\n{}", section, parameters_of(section, *infos, s.values));
  text += "\n## 6 Input data\n\n";
  text +=
      from_files ? "Households and ties come from the files above. " : "There are no input files. ";
  text +=
      "During a run nothing is read; what changes from outside are the events.\n\n" + events_of(s);
  text += "\n## 7 Submodels\n";
  for (std::size_t i = 0; i < slot_count; ++i)
    if (const ModelInfo* model = catalogue.find(static_cast<Slot>(i), s.models[i]))
      text += submodel(*model, s.values);
  for (const auto& [section, infos] : common_sections())
    if (section == "programme" || section == "costs")
      text += fmt::format("\n### {}\n\n{}", section, parameters_of(section, *infos, s.values));
  if (experiment.variants.size() > 1) text += variants_of(experiment, catalogue);
  text += "\n## Outcomes\n\n| outcome | unit | definition |\n|---|---|---|\n";
  for (const OutcomeInfo& info : outcomes())
    text += fmt::format("| `{}` | {} | {} |\n", info.name, cell(info.unit), cell(info.definition));
  return text + "\n## Stylised facts\n\n" + facts_table(facts);
}

}  // namespace swadaya
