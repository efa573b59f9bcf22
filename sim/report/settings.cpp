#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/designs/designs.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/report/odd.hpp"
#include "sim/report/parts.hpp"
#include "sim/scenario/branch.hpp"
#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

namespace {

nlohmann::json events_of(const Scenario& scenario, const Catalogue& catalogue) {
  nlohmann::json all = nlohmann::json::array();
  for (const Event& event : scenario.events) {
    nlohmann::json set = nlohmann::json::array();
    for (const auto& [section, infos] : sections_of(scenario, catalogue))
      for (const ParameterInfo& info : *infos)
        if (const auto at = event.set.find(section + "." + info.name); at != event.set.end())
          set.push_back(fmt::format("{} = {}", at->first, text_of(info, at->second)));
    all.push_back({{"month", event.month}, {"set", std::move(set)}});
  }
  return all;
}

}  // namespace

nlohmann::json report_settings(const Experiment& experiment, const Catalogue& catalogue,
                               const std::vector<std::size_t>& variants) {
  const Scenario& baseline = experiment.variants[variants[0]].scenario;
  // Of many points no single one's values say anything.
  std::set<std::string> moved;
  if (!has_curves(experiment) && !is_search(experiment))
    for (const std::string& key : swept_keys(experiment)) moved.insert(key);
  nlohmann::json rows = nlohmann::json::array(), models = nlohmann::json::array(),
                 events = nlohmann::json::array();
  const auto add = [&](const std::string& section, const ParameterInfo& info,
                       const std::string& value) {
    const std::string key = section + "." + info.name;
    nlohmann::json own = nlohmann::json::array();
    if (moved.contains(key)) {
      rows.push_back({section, info.name, span_text(experiment, key, info),
                      text_of(info, info.default_value), info.unit, range_text(info), info.source,
                      std::move(own)});
      return;
    }
    for (const std::size_t v : variants) {
      const Value* set = setting_of(experiment, v, key);
      const std::string theirs = set ? text_of(info, *set) : "";
      own.push_back(!set || theirs == value ? nlohmann::json(nullptr) : nlohmann::json(theirs));
    }
    rows.push_back({section, info.name, value, text_of(info, info.default_value), info.unit,
                    range_text(info), info.source, std::move(own)});
  };
  const Values own_values = settings_of(experiment, variants[0]);
  for (const auto& [section, infos] : sections_of(baseline, catalogue))
    for (const ParameterInfo& info : *infos)
      add(section, info, text_of(info, own_values.at(section + "." + info.name)));
  // Those of models that only a variant has: the baseline has no value there.
  for (const std::size_t v : variants) {
    const Scenario& scenario = experiment.variants[v].scenario;
    for (std::size_t s = 0; s < slot_count; ++s)
      if (scenario.models[s] != baseline.models[s])
        if (const ModelInfo* model = catalogue.find(static_cast<Slot>(s), scenario.models[s]))
          for (const ParameterInfo& info : model->parameters) {
            const std::string section{slot_names[s]};
            const bool known = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
              return row[0] == section && row[1] == info.name;
            });
            if (!known) add(section, info, "");
          }
  }
  for (std::size_t s = 0; s < slot_count; ++s) {
    nlohmann::json own = nlohmann::json::array();
    for (const std::size_t v : variants) {
      const std::string& model = experiment.variants[v].scenario.models[s];
      own.push_back(model == baseline.models[s] ? nlohmann::json(nullptr) : nlohmann::json(model));
    }
    const ModelInfo* model = catalogue.find(static_cast<Slot>(s), baseline.models[s]);
    models.push_back({slot_names[s], baseline.models[s],
                      catalogue.default_of(static_cast<Slot>(s)).name, model ? model->source : "",
                      std::move(own)});
  }
  for (const std::size_t v : variants)
    events.push_back(events_of(experiment.variants[v].scenario, catalogue));
  const auto households = households_in_figures(baseline.values);
  return {{"rows", std::move(rows)},
          {"models", std::move(models)},
          {"events", std::move(events)},
          {"households", households ? report_number(*households) : nlohmann::json(nullptr)}};
}

}  // namespace swadaya
