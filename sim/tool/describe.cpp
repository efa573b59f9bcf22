#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/month/outcome.hpp"
#include "sim/tables/network.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/run.hpp"
#include "sim/world/draw.hpp"

namespace swadaya::tool {

namespace {

const char* standing(const ModelInfo& model) {
  return model.is_default ? "default" : model.is_null ? "null" : "";
}

nlohmann::json json_of(const ModelInfo& model) {
  nlohmann::json json{{"slot", name_of(model.slot)},
                      {"name", model.name},
                      {"standing", standing(model)},
                      {"text", model.paragraph},
                      {"source", model.source},
                      {"columns", model.columns},
                      {"decisions", model.decisions},
                      {"peer_effects", model.peer_effects},
                      {"parameters", nlohmann::json::array()}};
  for (const ParameterInfo& p : model.parameters) {
    nlohmann::json range = nlohmann::json::array();
    for (const double end : {p.range.low, p.range.high})
      range.push_back(end > -unbounded && end < unbounded ? nlohmann::json(end)
                                                          : nlohmann::json(nullptr));
    nlohmann::json one{{"name", p.name},
                       {"default", text_of(p, p.default_value)},
                       {"unit", p.unit},
                       {"range", range},
                       {"source", p.source}};
    if (!p.choices.empty()) one["choices"] = p.choices;
    json["parameters"].push_back(one);
  }
  return json;
}

void print(const ModelInfo& model) {
  fmt::print("{} / {}{}{}\n{}\n\nSource: {}\n", name_of(model.slot), model.name,
             *standing(model) ? ", " : "", standing(model), model.paragraph, model.source);
  for (const ParameterInfo& p : model.parameters)
    fmt::print(
        "\n  {} = {}   {}\n      between {} and {}; {}\n", p.name, text_of(p, p.default_value),
        p.choices.empty() ? p.unit : fmt::format("{}: {}", p.unit, fmt::join(p.choices, ", ")),
        p.range.low, p.range.high, p.source);
  for (const std::string& parameter : model.peer_effects)
    fmt::print("\nPeers sway it{}\n", parameter.empty() ? "" : " while " + parameter + " is not 0");
  if (!model.columns.empty()) fmt::print("\nKeeps  {}\n", fmt::join(model.columns, "\n       "));
  if (!model.decisions.empty()) fmt::print("Dice   {}\n", fmt::join(model.decisions, ", "));
}

}  // namespace

std::vector<const ModelInfo*> models_named(const std::string& name, const Catalogue& catalogue) {
  const std::vector<const ModelInfo*> found = catalogue.named(name);
  if (!found.empty()) return found;
  std::vector<std::string> of_slot;
  for (const auto& [section, infos] : common_sections())
    if (name == section)
      throw BadInput{Problem{"", 0, 0, "", name, "is a table of settings, and no model",
                             "`swadaya settings " + name + "` lists its keys"}};
  std::vector<std::string> names;
  for (const ModelInfo& model : catalogue.models()) {
    if (name == name_of(model.slot)) of_slot.push_back(model.name);
    names.push_back(
        (name.find('/') == std::string::npos ? "" : std::string{name_of(model.slot)} + "/") +
        model.name);
  }
  if (!of_slot.empty())
    throw BadInput{Problem{"", 0, 0, "", name,
                           fmt::format("is a slot, filled by one of {}", fmt::join(of_slot, ", ")),
                           "`swadaya settings " + name + "` lists the keys of all"}};
  throw BadInput{Problem{"", 0, 0, "", name, "there is no model `" + name + "`",
                         did_you_mean(name, names, "`swadaya models` lists them")}};
}

int list_models(const Options& options, const Catalogue& catalogue) {
  std::vector<const ModelInfo*> models;
  if (options.model.empty())
    for (const ModelInfo& model : catalogue.models()) models.push_back(&model);
  else
    models = models_named(options.model, catalogue);
  nlohmann::json all = nlohmann::json::array();
  for (const ModelInfo* model : models) {
    if (options.json)
      all.push_back(json_of(*model));
    else if (!options.model.empty())
      fmt::print("{}", model == models[0] ? "" : "\n"), print(*model);
    else
      fmt::print("{:14} {:20} {:8} {} parameters\n", name_of(model->slot), model->name,
                 standing(*model), model->parameters.size());
  }
  if (options.json) fmt::print("{}\n", all.dump(2));
  return done;
}

int list_metrics(const Options& options) {
  nlohmann::json all = nlohmann::json::array();
  for (const OutcomeInfo& info : outcomes()) {
    if (options.json)
      all.push_back({{"name", info.name},
                     {"unit", info.unit},
                     {"definition", info.definition},
                     {"higher_is_better", info.higher_is_better}});
    else
      fmt::print("{:24} {:18} {}\n", info.name, info.unit, info.definition);
  }
  if (options.json) fmt::print("{}\n", all.dump(2));
  return done;
}

int describe_network(const Options& options, const Catalogue& catalogue) {
  const std::string& file = options.files[0];
  Ties ties;
  std::vector<float> occupied, leader;
  if (file.ends_with(".toml")) {
    const Experiment experiment = read_experiment(file, catalogue, options.overrides);
    World world =
        draw_world(experiment.variants[experiment.baseline].scenario.values, experiment.seed, 0);
    ties = std::move(world.ties), occupied = std::move(world.occupied),
    leader = std::move(world.leader);
  } else {
    ties = ties_of_file(file, options.select, options.weight);
  }
  const NetworkFigures figures = figures_of(ties, occupied);
  nlohmann::json json = json_of(figures);
  std::string text = text_of(figures);
  // Paths from every household: a moment in a village, minutes in a city.
  constexpr std::uint32_t most = 3000;
  if (figures.households <= most &&
      std::any_of(leader.begin(), leader.end(), [](float l) { return l > 0; })) {
    const auto means = mean_over(centralities_of(ties, occupied, options.periods), leader);
    json["leaders"] = json_of(means);
    text += text_of(means);
  }
  options.json ? fmt::print("{}\n", json.dump(2)) : fmt::print("{}", text);
  return done;
}

int validate(const Options& options, const Catalogue& catalogue) {
  std::vector<Problem> problems;
  for (const std::string& file : options.files) try {
      const bool is_trial = read_toml(file).find(trial_keys().name) != nullptr;
      const Experiment experiment =
          is_trial ? experiment_of(read_trial(file), catalogue, options.overrides)
                   : read_experiment(file, catalogue, options.overrides);
      warn_of(experiment, catalogue);
      check_data_files(experiment);
      if (!options.quiet) fmt::print("{}: ok\n", file);
    } catch (const BadInput& bad) {
      problems.insert(problems.end(), bad.problems().begin(), bad.problems().end());
    }
  if (!problems.empty()) throw BadInput{problems};
  return done;
}

}  // namespace swadaya::tool
