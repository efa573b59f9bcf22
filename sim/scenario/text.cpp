// Experiments written as TOML.
#include <algorithm>
#include <fmt/format.h>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

Sections sections_of(const Scenario& scenario, const Catalogue& catalogue) {
  Sections all = common_sections();
  for (std::size_t s = 0; s < slot_count; ++s)
    all.emplace_back(slot_names[s],
                     &catalogue.find(static_cast<Slot>(s), scenario.models[s])->parameters);
  return all;
}

namespace {

std::string line_of(const ParameterInfo& info, const Value& value) {
  const bool changed = value != info.default_value;
  return fmt::format(
      "{} = {}  # {}{}\n", info.name, text_of(info, value), info.unit,
      changed ? fmt::format("; changed, default {}", text_of(info, info.default_value)) : "");
}

std::string event_text(const Event& event, const std::string& table, const Sections& sections) {
  std::string set;
  for (const auto& [section, infos] : sections)
    for (const ParameterInfo& info : *infos)
      if (const auto at = event.set.find(section + "." + info.name); at != event.set.end())
        set += fmt::format("{}\"{}\" = {}", set.empty() ? "" : ", ", at->first,
                           text_of(info, at->second));
  return fmt::format("\n[[{}]]\nmonth = {}\nset = {{ {} }}\n", table, event.month, set);
}

bool same(const Event& a, const Event& b) { return a.month == b.month && a.set == b.set; }

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
  if (own.description != base.description) add("scenario.description", quoted(own.description));
  const Sections sections = sections_of(own, catalogue);
  for (const auto& [section, infos] : sections)
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      const auto at = base.values.find(key);
      const Value& value = own.values.at(key);
      // What another model of the base sets under the same name counts too.
      if (variant.sets.contains(key) ||
          (at == base.values.end() ? value != info.default_value : value != at->second))
        add(key, text_of(info, value));
    }
  std::string text = fmt::format("\n[[variant]]\nname = {}\n", quoted(variant.name));
  if (!variant.title.empty()) text += fmt::format("title = {}\n", quoted(variant.title));
  if (!set.empty()) text += fmt::format("set = {{ {} }}\n", set);
  for (std::size_t i = common; i < own.events.size(); ++i)
    text += event_text(own.events[i], "variant.event", sections);
  return text;
}

}  // namespace

std::string resolved_toml(const Experiment& experiment, const Catalogue& catalogue) {
  const Scenario& base = experiment.variants[experiment.baseline].scenario;
  const std::size_t common = common_events(experiment);
  std::string text = "[experiment]\n";
  text += fmt::format("name = {}\ntitle = {}\ndescription = {}\n", quoted(experiment.name),
                      quoted(experiment.title), quoted(experiment.description));
  text += fmt::format("baseline = {}\nreplicates = {}\nseed = {}\n",
                      quoted(experiment.variants[experiment.baseline].name), experiment.replicates,
                      experiment.seed);
  if (experiment.branch_at) text += fmt::format("branch_at = {}\n", *experiment.branch_at);
  if (experiment.checkpoint) text += fmt::format("checkpoint = {}\n", *experiment.checkpoint);
  if (!experiment.from.empty()) text += fmt::format("from = {}\n", quoted(experiment.from));
  if (!experiment.posterior.keys.empty())
    text += fmt::format("posterior = {}\n", quoted(Posterior::name_in_folder));
  if (!experiment.design.empty()) text += fmt::format("design = {}\n", quoted(experiment.design));
  if (!experiment.parameters.empty()) {
    std::vector<std::string> names;
    for (const std::string& name : experiment.parameters) names.push_back(quoted(name));
    text += fmt::format("parameters = [{}]\n", fmt::join(names, ", "));
  }
  const auto list = [&](const auto& items, auto one) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ", ") + one(item);
    return "[" + out + "]";
  };
  text += fmt::format("outcomes = {}\n", list(experiment.outcomes, quoted));
  text += fmt::format("months_shown = {}\n",
                      list(experiment.months_shown, [](int m) { return std::to_string(m); }));
  text += fmt::format("\n[scenario]\ntitle = {}\ndescription = {}\n", quoted(base.title),
                      quoted(base.description));
  text += fmt::format("\n[time]\nstep = \"month\"\nmonths = {}\n\n[models]\n", base.months);
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
        text += fmt::format("{} = {}\n", info.name, text_of(info, value));
      } else {
        text += line_of(info, value);
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
