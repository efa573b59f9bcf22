#include "sim/explorer/request.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sim/month/outcome.hpp"
#include "sim/scenario/resolve.hpp"
#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

constexpr std::size_t most_settings = 400, most_list = 100, most_points = 256, longest_key = 120;

Problem problem(std::string key, std::string value, std::string rule, std::string suggestion = "") {
  return {"", 0, 0, std::move(key), std::move(value), std::move(rule), std::move(suggestion)};
}

std::string shortened(const json& value) {
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

// A value as it would stand in a file; nothing where no file could say it.
std::optional<Node> node_of(const json& value) {
  Node node;
  if (value.is_boolean())
    node.value = value.get<bool>();
  else if (value.is_number())
    node.value = value.get<double>();
  else if (value.is_string() && value.get_ref<const std::string&>().size() <= 200)
    node.value = value.get<std::string>();
  else if (value.is_array() && value.size() <= most_list) {
    Node::List list;
    for (const json& entry : value) {
      if (!entry.is_number()) return std::nullopt;
      list.push_back({});
      list.back().value = entry.get<double>();
    }
    node.value = std::move(list);
  } else {
    return std::nullopt;
  }
  return node;
}

// Reads the parts of a request; what is wrong with them is collected.
class Asked {
 public:
  Asked(const json& asked, const Base& base, const Catalogue& catalogue)
      : asked_{asked}, base_{base}, catalogue_{catalogue} {
    if (!asked.is_object()) throw BadInput{problem("", "", "a request must be an object")};
  }

  std::vector<Problem> problems;

  double whole(const char* key, double low, double high, double otherwise) {
    const auto at = asked_.find(key);
    if (at == asked_.end()) return otherwise;
    const double x = at->is_number() ? at->get<double>() : nothing_;
    if (x >= low && x <= high && x == std::floor(x)) return x;
    problems.push_back(problem(key, shortened(*at),
                               fmt::format("must be a whole number between {} and {}", low, high)));
    return otherwise;
  }

  std::string text(const char* key) {
    const auto at = asked_.find(key);
    if (at == asked_.end()) return "";
    if (at->is_string()) return at->get<std::string>();
    problems.push_back(problem(key, shortened(*at), "must be a text"));
    return "";
  }

  // The base's settings with those of `common` and of one side over them.
  Draft side(const char* name, const json& more = json::object()) {
    Draft draft = base_.draft;
    put(draft, "common");
    put(draft, name);
    add_events(draft, std::string{name} + "_events");
    put(draft, more);
    return draft;
  }

  // Parameters that a side sets: no draw of a posterior moves them.
  std::set<std::string> set_by(const char* side) const {
    std::set<std::string> keys;
    const auto at = asked_.find(side);
    if (at == asked_.end() || !at->is_object()) return keys;
    for (const auto& [key, value] : at->items())
      if (!key.starts_with("models.")) keys.insert(key);
    return keys;
  }

  Scenario scenario(const Draft& draft, const std::string& name) {
    Scenario scenario = resolved(draft, name, catalogue_, problems);
    scenario.name = name;
    return scenario;
  }

  Experiment experiment(std::vector<Variant> variants) {
    Experiment experiment;
    experiment.name = "explored";
    const std::string& title = base_.experiment.title;
    experiment.title = title.empty() ? "Explored" : title + ", explored";
    experiment.variants = std::move(variants);
    experiment.replicates = static_cast<std::uint32_t>(whole("replicates", 1, 256, 32));
    experiment.seed = static_cast<std::uint64_t>(
        whole("seed", 0, 9.007199254740992e15, static_cast<double>(base_.experiment.seed)));
    read_outcomes(experiment);
    const int months = experiment.variants[0].scenario.months;
    experiment.months_shown = {months};
    return experiment;
  }

  void end() {
    std::set<std::string> seen;
    std::erase_if(problems, [&](const Problem& p) { return !seen.insert(text_of(p)).second; });
    if (!problems.empty()) throw BadInput{problems};
  }

 private:
  void put(Draft& draft, const char* part) {
    const auto at = asked_.find(part);
    if (at != asked_.end()) put(draft, *at);
  }

  void put(Draft& draft, const json& settings) {
    if (!settings.is_object() || settings.size() > most_settings) {
      problems.push_back(problem("", "", "settings must be an object of at most 400"));
      return;
    }
    for (const bool models : {true, false})  // a model first, then its parameters
      for (const auto& [key, value] : settings.items()) {
        if (key.starts_with("models.") != models) continue;
        const auto node = node_of(value);
        if (key.size() > longest_key)  // looked for among all, letter by letter
          problems.push_back(problem(key.substr(0, longest_key) + "...", shortened(value),
                                     "no setting has a name as long as this"));
        else if (names_a_file(key))
          problems.push_back(problem(key, shortened(value), "can't be set from the page"));
        else if (!node || key.find('.') == std::string::npos)
          problems.push_back(
              problem(key, shortened(value),
                      "must be a number, true or false, a text, or a list of numbers"));
        else
          put_over(draft, key, *node);
      }
  }

  void add_events(Draft& draft, const std::string& part) {
    const std::string name = text(part.c_str());
    if (name.empty()) return;
    for (const Preset& preset : base_.presets)
      if (preset.name == name) {
        draft.events.insert(draft.events.end(), preset.events.begin(), preset.events.end());
        return;
      }
    problems.push_back(problem(part, name, "there is no variant of this name"));
  }

  void read_outcomes(Experiment& experiment) {
    const auto at = asked_.find("outcomes");
    if (at == asked_.end() || !at->is_array() || at->empty()) {
      experiment.outcomes = base_.experiment.outcomes;
      return;
    }
    std::vector<std::string> names;
    for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
    for (const json& entry : *at) {
      const std::string name = entry.is_string() ? entry.get<std::string>() : "";
      if (!outcome_index(name)) {
        problems.push_back(problem("outcomes", shortened(entry), "there is no such outcome",
                                   did_you_mean(name, names)));
      } else if (experiment.outcomes.size() < names.size()) {
        experiment.outcomes.push_back(name);
      }
    }
  }

  static constexpr double nothing_ = std::numeric_limits<double>::quiet_NaN();
  const json& asked_;
  const Base& base_;
  const Catalogue& catalogue_;
};

// Only so many RW, with their part of what the whole ward has.
void take_part(Values& values, double share) {
  const auto scale = [&](const char* key, double factor) {
    if (const auto at = values.find(key); at != values.end())
      at->second = std::get<double>(at->second) * factor;
  };
  for (const char* key : {"programme.grant", "costs.audit", "costs.publication", "costs.listing",
                          "costs.coordination", "costs.lump", "costs.monthly"})
    scale(key, share);
  // As if the team served so many more wards of this size.
  scale("facilitation.wards_served", 1 / share);
}

double share_asked(Asked& asked, Scenario& scenario) {
  const double all = std::get<double>(scenario.values.at("world.rw_per_ward"));
  const bool is_drawn = std::get<double>(scenario.values.at("world.from")) == 0;
  const double rws = is_drawn ? asked.whole("rws", 1, all, all) : all;
  if (rws >= all) return 1;
  const double share = rws / all;
  scenario.values["world.rw_per_ward"] = rws;
  take_part(scenario.values, share);
  for (Event& event : scenario.events) take_part(event.set, share);
  return share;
}

void check_size(Asked& asked, const Experiment& experiment) {
  const Scenario& first = experiment.variants[0].scenario;
  double work = 0, households = 0;
  for (const Variant& variant : experiment.variants) {
    const double own =
        households_in_figures(variant.scenario.values).value_or(0);  // known once read
    households = std::max(households, own);
    work += own * variant.scenario.months * experiment.replicates;
  }
  if (households > most_households)
    asked.problems.push_back(
        problem("world.households_per_rt", fmt::format("{:.0f} households", households),
                fmt::format("the explorer takes at most {:.0f}", most_households),
                "`swadaya run` takes any"));
  else if (work > most_household_months)
    asked.problems.push_back(problem(
        "replicates",
        fmt::format("{:.0f} million household-months in {} variants", work / 1e6,
                    experiment.variants.size()),
        fmt::format("the explorer runs at most {:.0f} million", most_household_months / 1e6),
        "fewer replicates, months or RW; `swadaya compare` runs any number"));
  for (const Variant& variant : experiment.variants)
    if (variant.scenario.months != first.months)
      asked.problems.push_back(problem("time.months", std::to_string(variant.scenario.months),
                                       "must be the same in both scenarios"));
}

Variant variant_of(Asked& asked, const Draft& draft, std::string name, std::string title) {
  Variant variant;
  variant.scenario = asked.scenario(draft, name);
  variant.name = std::move(name);
  variant.title = std::move(title);
  return variant;
}

std::vector<Variant> both_sides(Asked& asked) {
  std::vector<Variant> variants;
  variants.push_back(variant_of(asked, asked.side("baseline"), "baseline", "Baseline"));
  variants.push_back(variant_of(asked, asked.side("changed"), "changed", "Changed"));
  variants[0].title_id = "Acuan", variants[1].title_id = "Diubah";
  for (Variant& variant : variants) variant.sets = asked.set_by(variant.name.c_str());
  return variants;
}

struct Axis {
  std::string key;
  std::vector<json> values;
};

std::vector<Axis> axes_of(const json& asked, std::vector<Problem>& problems) {
  std::vector<Axis> axes;
  const auto at = asked.find("axes");
  std::size_t points = 1;
  if (at != asked.end() && at->is_array())
    for (const json& one : *at) {
      const auto key = one.find("key"), values = one.find("values");
      if (!one.is_object() || key == one.end() || !key->is_string() || values == one.end() ||
          !values->is_array() || values->empty() || values->size() > most_points)
        continue;
      axes.push_back({key->get<std::string>(), *values});
      points *= values->size();
    }
  if (axes.empty() || axes.size() > 2 || axes.size() != at->size() || points > most_points) {
    problems.push_back(problem(
        "axes", "",
        fmt::format("must be one or two of {{key, values}}, at most {} points", most_points)));
    axes.clear();
  }
  return axes;
}

std::string text_of(const Value& value, const ParameterInfo& info) {
  const std::string text = swadaya::text_of(info, value);
  return text.size() > 1 && text[0] == '"' ? text.substr(1, text.size() - 2) : text;
}

// For a shell: what is plain stays plain.
std::string in_shell(const std::string& text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) ||
           std::string_view{"._-/=+,"}.find(c) != std::string_view::npos;
  });
  if (plain) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return quoted + "'";
}

}  // namespace

ExploreRequest explore_request(const json& request, const Base& base, const Catalogue& catalogue) {
  Asked asked{request, base, catalogue};
  std::vector<Variant> variants = both_sides(asked);
  ExploreRequest out;
  if (asked.problems.empty())
    for (Variant& variant : variants) out.share = share_asked(asked, variant.scenario);
  out.experiment = asked.experiment(std::move(variants));
  if (asked.problems.empty()) check_size(asked, out.experiment);
  asked.end();
  return out;
}

PointsRequest points_request(const json& request, const Base& base, const Catalogue& catalogue) {
  Asked asked{request, base, catalogue};
  PointsRequest out;
  const std::vector<Axis> axes = axes_of(request, asked.problems);
  const std::string side = asked.text("side") == "baseline" ? "baseline" : "changed";
  std::vector<Variant> variants;
  variants.push_back(variant_of(asked, asked.side("baseline"), "baseline", "Baseline"));
  const auto add = [&](const json& settings) {
    variants.push_back(variant_of(asked, asked.side(side.c_str(), settings),
                                  "point-" + std::to_string(variants.size()), ""));
  };
  if (!axes.empty())
    for (const json& first : axes[0].values) {
      if (axes.size() == 1) {
        add({{axes[0].key, first}});
        continue;
      }
      for (const json& second : axes[1].values) add({{axes[0].key, first}, {axes[1].key, second}});
    }
  out.points = variants.size() - 1;
  if (asked.problems.empty())
    for (Variant& variant : variants) out.request.share = share_asked(asked, variant.scenario);
  const int months = variants[0].scenario.months;
  out.request.experiment = asked.experiment(std::move(variants));
  out.month = static_cast<int>(asked.whole("month", 0, months, months));
  const std::string outcome = asked.text("outcome");
  if (const auto index = outcome_index(outcome))
    out.outcome = *index;
  else
    asked.problems.push_back(problem("outcome", outcome, "there is no such outcome"));
  if (asked.problems.empty()) check_size(asked, out.request.experiment);
  asked.end();
  return out;
}

Experiment whole_ward(const json& request, const Base& base, const Catalogue& catalogue) {
  Asked asked{request, base, catalogue};
  std::vector<Variant> variants = both_sides(asked);
  Experiment experiment = asked.experiment(std::move(variants));
  asked.end();
  return experiment;
}

std::string command_of(const json& request, const Base& base, const Catalogue& catalogue) {
  if (base.scenario_file.empty() || request.contains("changed_events")) return "";
  const Experiment experiment = whole_ward(request, base, catalogue);
  const Scenario& changed = experiment.variants[1].scenario;
  Asked asked{request, base, catalogue};
  Draft draft = base.draft;
  const Scenario as_read = resolved(draft, "base", catalogue, asked.problems);
  std::string text = "swadaya run " + in_shell(base.scenario_file);
  const auto set = [&](const std::string& key, const std::string& value) {
    text += " --set " + in_shell(key + "=" + value);
  };
  if (changed.months != as_read.months) set("time.months", std::to_string(changed.months));
  for (std::size_t s = 0; s < slot_count; ++s)
    if (changed.models[s] != as_read.models[s]) {
      const std::string key = "models." + std::string{slot_names[s]};
      set(key, changed.models[s]);
      Node model;
      model.value = changed.models[s];
      put_over(draft, key, model);
    }
  // What the file says under the models chosen.
  const Scenario own = resolved(draft, "base", catalogue, asked.problems);
  for (const auto& [section, infos] : sections_of(changed, catalogue))
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      if (const Value& value = changed.values.at(key); value != own.values.at(key))
        set(key, text_of(value, info));
    }
  return text + fmt::format(" --replicates {} --seed {}", experiment.replicates, experiment.seed);
}

}  // namespace swadaya
