// Experiments written as TOML.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

Sections sections_of(const Scenario& scenario, const Catalogue& catalogue) {
  Sections all = common_sections();
  for (std::size_t s = 0; s < slot_count; ++s)
    all.emplace_back(slot_names[s],
                     &catalogue.find(static_cast<Slot>(s), scenario.models[s])->parameters);
  return all;
}

namespace {

// Of a file of the world the whole path: what is written may be read from anywhere.
Value as_written(const std::string& key, const Value& value) {
  if (!is_file_setting(key) || std::get<std::string>(value).empty()) return value;
  return std::filesystem::absolute(std::get<std::string>(value)).lexically_normal().string();
}

// A text may hold what ends a text.
std::string said(const ParameterInfo& info, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? quoted(*text) : text_of(info, value);
}

std::string line_of(const ParameterInfo& info, const Value& value) {
  const bool changed = value != info.default_value;
  return fmt::format(
      "{} = {}  # {}{}\n", info.name, said(info, value), info.unit,
      changed ? fmt::format("; changed, default {}", text_of(info, info.default_value)) : "");
}

std::string event_text(const Event& event, const std::string& table, const Sections& sections) {
  std::string set, scale;
  for (const auto& [section, infos] : sections)
    for (const ParameterInfo& info : *infos) {
      const auto at = event.set.find(section + "." + info.name);
      if (at == event.set.end()) continue;
      if (const auto factor = event.scales.find(at->first); factor != event.scales.end())
        scale += fmt::format("{}\"{}\" = {}", scale.empty() ? "" : ", ", at->first, factor->second);
      else
        set += fmt::format("{}\"{}\" = {}", set.empty() ? "" : ", ", at->first,
                           said(info, at->second));
    }
  std::string text = fmt::format("\n[[{}]]\nmonth = {}\n", table, event.month);
  if (!set.empty() || scale.empty()) text += fmt::format("set = {{ {} }}\n", set);
  if (!scale.empty()) text += fmt::format("scale = {{ {} }}\n", scale);
  return text;
}

bool same(const Event& a, const Event& b) {
  return a.month == b.month && a.set == b.set && a.scales == b.scales;
}

// Events that every variant begins with stand in the base; each variant's further ones in the
// variant. Where the common part is not at the front of a variant, all stand in the variants.
std::size_t common_events(const Experiment& experiment) {
  const auto& first = experiment.variants[0].scenario.events;
  std::size_t common = first.size();
  for (const Variant& variant : experiment.variants) {
    const auto& events = variant.scenario.events;
    std::size_t n = 0;
    while (n < common && n < events.size() && same(first[n], events[n])) ++n;
    common = n;
  }
  return common;
}

// Factors that are still to be applied once the file is read again: to what the base says.
std::map<std::string, double> scales_in(const Variant& variant, const Scenario& base) {
  std::map<std::string, double> scales;
  for (const auto& [key, factor] : variant.scales) {
    const auto at = base.values.find(key), own = variant.scenario.values.find(key);
    if (variant.sets.contains(key) || at == base.values.end()) continue;
    if (std::get<double>(at->second) * factor == std::get<double>(own->second))
      scales[key] = factor;
  }
  return scales;
}

std::string variant_text(const Variant& variant, const Scenario& base, std::size_t common,
                         const Catalogue& catalogue) {
  const Scenario& own = variant.scenario;
  std::string set;
  const auto add = [&](const std::string& key, const std::string& value) {
    set += fmt::format("{}\"{}\" = {}", set.empty() ? "" : ", ", key, value);
  };
  for (std::size_t s = 0; s < slot_count; ++s)
    if (own.models[s] != base.models[s])
      add("models." + std::string{slot_names[s]}, quoted(own.models[s]));
  if (own.name != variant.name) add("scenario.name", quoted(own.name));
  if (own.title != base.title) add("scenario.title", quoted(own.title));
  if (own.title_id != base.title_id) add("scenario.title_id", quoted(own.title_id));
  if (own.description != base.description) add("scenario.description", quoted(own.description));
  const Sections sections = sections_of(own, catalogue);
  const std::map<std::string, double> scaled = scales_in(variant, base);
  for (const auto& [section, infos] : sections)
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      const auto at = base.values.find(key);
      const Value& value = own.values.at(key);
      // What another model of the base sets under the same name counts too.
      const bool differs =
          at == base.values.end() ? value != info.default_value : value != at->second;
      if (variant.sets.contains(key) || (differs && !scaled.contains(key)))
        add(key, said(info, as_written(key, value)));
    }
  TableText table{variant_keys()};
  table.put("name", variant.name);
  if (!variant.title.empty()) table.put("title", variant.title);
  if (!variant.title_id.empty()) table.put("title_id", variant.title_id);
  std::string text = "\n[[variant]]\n" + table.lines();
  if (!set.empty()) text += fmt::format("set = {{ {} }}\n", set);
  std::string scale;
  for (const auto& [key, factor] : scaled)
    scale += fmt::format("{}\"{}\" = {}", scale.empty() ? "" : ", ", key, factor);
  if (!scale.empty()) text += fmt::format("scale = {{ {} }}\n", scale);
  for (std::size_t i = common; i < own.events.size(); ++i)
    text += event_text(own.events[i], "variant.event", sections);
  return text;
}

// What isn't as it would be without a word.
void put_accounting(TableText& table, const Accounting& own) {
  const Accounting plain;
  const auto put_year = [&](const char* key, int year) {
    table.put(key, static_cast<std::uint64_t>(year));
  };
  if (own.discount != plain.discount) table.put_number("discount", own.discount);
  if (own.perspective != plain.perspective) table.put("perspective", own.perspective);
  if (own.prices != plain.prices) put_year("prices", own.prices);
  if (own.show != plain.show) put_year("show", own.show);
  if (own.price_factor > 0) table.put_number("price_factor", own.price_factor);
  if (!own.equity_weights.empty()) table.put_numbers("equity_weights", own.equity_weights);
  if (own.inequality_aversion != plain.inequality_aversion)
    table.put_number("inequality_aversion", own.inequality_aversion);
}

std::string experiment_text(const Experiment& e, const std::string& posterior) {
  const KeyTable keys = experiment_keys({});
  TableText table{keys};
  table.put("name", e.name), table.put("title", e.title);
  if (!e.title_id.empty()) table.put("title_id", e.title_id);
  table.put("description", e.description);
  table.put("baseline", e.variants[e.baseline].name);
  table.put("replicates", e.replicates), table.put("seed", e.seed);
  if (e.branch_at) table.put("branch_at", static_cast<std::uint64_t>(*e.branch_at));
  if (e.checkpoint) table.put("checkpoint", static_cast<std::uint64_t>(*e.checkpoint));
  if (!e.from.empty()) table.put("from", e.from);
  if (!e.posterior.keys.empty()) {
    table.put("posterior", posterior);
    table.put("worlds_per_draw", e.worlds_per_draw);
  }
  if (!e.facts.file.empty()) table.put("facts", e.facts.file);
  if (!e.study.empty()) table.put("study", e.study);
  if (!e.design.empty()) table.put("design", e.design);
  if (!e.parameters.empty()) table.put("parameters", e.parameters);
  if (!e.answer.empty()) table.put("answer", e.answer);
  if (e.same_money > 0) table.put("same_money", e.same_money);
  put_accounting(table, e.accounting);
  // Not `beside`: a bundle lies over what a scenario leaves at its defaults, and here all is said.
  table.put("outcomes", e.outcomes), table.put("months_shown", e.months_shown);
  return "[experiment]\n" + table.lines();
}

}  // namespace

std::string resolved_toml(const Experiment& experiment, const Catalogue& catalogue,
                          const std::string& posterior) {
  const Scenario& base = experiment.variants[experiment.baseline].scenario;
  const std::size_t common = common_events(experiment);
  std::string text = experiment_text(experiment, posterior);
  TableText words{scenario_keys()}, time{time_keys()};
  words.put("title", base.title);
  if (!base.title_id.empty()) words.put("title_id", base.title_id);
  words.put("description", base.description);
  time.put("step", time_keys().at("step").choices.front());
  time.put("months", static_cast<std::uint64_t>(base.months));
  text += "\n[scenario]\n" + words.lines() + "\n[time]\n" + time.lines() + "\n[models]\n";
  for (std::size_t s = 0; s < slot_count; ++s)
    text += fmt::format("{} = {}\n", slot_names[s], quoted(base.models[s]));
  const Sections sections = sections_of(base, catalogue);
  for (const auto& [section, infos] : sections) {
    if (infos->empty()) continue;
    text += fmt::format("\n[{}]\n", section);
    for (const ParameterInfo& info : *infos) {
      const Value& value = base.values.at(section + "." + info.name);
      if (section == "world" && info.name == "columns") {
        // Read back as one text.
        text += fmt::format("{} = {}\n", info.name, said(info, value));
      } else {
        text += line_of(info, as_written(section + "." + info.name, value));
      }
    }
  }
  for (std::size_t i = 0; i < common; ++i) text += event_text(base.events[i], "event", sections);
  if (!experiment.search.empty()) text += "\n" + table_text(experiment.design, experiment.search);
  for (const Variant& variant : experiment.variants)
    text += variant_text(variant, base, common, catalogue);
  return text;
}

}  // namespace swadaya
