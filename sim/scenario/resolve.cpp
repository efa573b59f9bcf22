#include "sim/scenario/resolve.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

class Resolver {
 public:
  Resolver(const Draft& draft, const Catalogue& catalogue, std::vector<Problem>& problems)
      : draft_{draft}, catalogue_{catalogue}, problems_{problems} {
    for (const KeyTable* table : setting_tables())
      for (const KeyInfo& info : table->keys) words_[table->name + "." + info.name] = &info;
  }

  Scenario scenario(const std::string& name) {
    scenario_.name = name;
    choose_models();
    for (const auto& [section, parameters] : common_sections()) describe(section, *parameters);
    for (std::size_t s = 0; s < slot_count; ++s)
      if (const ModelInfo* model = catalogue_.find(static_cast<Slot>(s), scenario_.models[s]))
        describe(std::string{slot_names[s]}, model->parameters);
    for (const auto& [key, setting] : draft_.settings) take(key, setting);
    for (const auto& [key, factor] : draft_.scales) scale(key, factor, scenario_.values);
    for (const Node& event : draft_.events) take_event(event);
    std::stable_sort(scenario_.events.begin(), scenario_.events.end(),
                     [](const Event& a, const Event& b) { return a.month < b.month; });
    check_files();
    check_ring();
    return std::move(scenario_);
  }

 private:
  void choose_models() {
    for (std::size_t s = 0; s < slot_count; ++s) {
      const auto slot = static_cast<Slot>(s);
      scenario_.models[s] = catalogue_.default_of(slot).name;
      const auto at = draft_.settings.find("models." + std::string{slot_names[s]});
      if (at == draft_.settings.end()) continue;
      const Node& node = at->second.node;
      if (node.text() && catalogue_.find(slot, *node.text()))
        scenario_.models[s] = *node.text();
      else
        report(node, at->first, fmt::format("there is no such model for {}", slot_names[s]),
               nearest_of(node.text() ? *node.text() : "", catalogue_.names(slot)));
    }
  }

  void describe(const std::string& section, const std::vector<ParameterInfo>& parameters) {
    for (const ParameterInfo& info : parameters) {
      infos_[section + "." + info.name] = &info;
      scenario_.values[section + "." + info.name] = info.default_value;
    }
  }

  void take(const std::string& key, const Setting& setting) {
    const Node& node = setting.node;
    if (key.starts_with("models.")) {
      const std::vector<std::string> slots{slot_names.begin(), slot_names.end()};
      const std::string slot = key.substr(7);
      if (std::find(slots.begin(), slots.end(), slot) == slots.end())
        report(node, key, "there is no such slot", nearest_of(slot, slots));
    } else if (const KeyInfo* info = words_.contains(key) ? words_.at(key) : nullptr) {
      if (is_as_declared(*info, node, key, problems_) && !is_anothers_name(key, setting))
        take_word(key, node);
    } else if (const auto at = infos_.find(key); at != infos_.end()) {
      if (const auto value = value_of(*at->second, key, node)) scenario_.values[key] = *value;
    } else {
      refuse(key, setting);
    }
  }

  // A file that extends a named one is another scenario, and is called after itself.
  static bool is_anothers_name(const std::string& key, const Setting& setting) {
    return key == "scenario.name" && setting.inherited;
  }

  // Of [scenario] or [time]; there is but one step.
  void take_word(const std::string& key, const Node& node) {
    if (key == "scenario.name") scenario_.name = *node.text();
    if (key == "scenario.title") scenario_.title = *node.text();
    if (key == "scenario.title_id") scenario_.title_id = *node.text();
    if (key == "scenario.description") scenario_.description = *node.text();
    if (key == "time.months") scenario_.months = static_cast<int>(*node.number());
  }

  // A parameter's own name: the sections that have it, or the nearest.
  void refuse_bare(const std::string& key, const Node& node) {
    std::vector<std::string> same, names;
    for (const auto& [known, info] : infos_) {
      names.push_back(known.substr(known.find('.') + 1));
      if (names.back() == key) same.push_back(known);
    }
    if (same.empty()) {
      const std::string nearest = nearest_name(key, names);
      for (const auto& [known, info] : infos_)
        if (!nearest.empty() && known.ends_with("." + nearest)) same.push_back(known);
    }
    if (same.size() > 4) same.resize(4);
    report(node, key, "names no section: a parameter is written section.name",
           same.empty() ? "" : fmt::format("did you mean {}?", fmt::join(same, " or ")));
  }

  void refuse(const std::string& key, const Setting& setting) {
    if (key.find('.') == std::string::npos) return refuse_bare(key, setting.node);
    const std::string section = key.substr(0, key.find('.')), name = key.substr(section.size() + 1);
    if (!draft_.is_settings_table(section))
      return report(setting.node, key, "is no parameter of a scenario", "change it in its file");
    // A base may set parameters of a model that the extending file replaces.
    for (const ModelInfo& model : catalogue_.models()) {
      if (name_of(model.slot) != section) continue;
      for (const ParameterInfo& info : model.parameters)
        if (info.name == name) {
          if (setting.inherited) return;
          const std::string& chosen = scenario_.models[static_cast<std::size_t>(model.slot)];
          return report(setting.node, key,
                        fmt::format("belongs to the model `{}`; this scenario uses `{}`",
                                    model.name, chosen));
        }
    }
    std::vector<std::string> keys, own;
    for (const auto& [known, info] : words_) keys.push_back(known);
    for (const auto& [known, info] : infos_) keys.push_back(known);
    for (const std::string& known : keys)
      if (known.starts_with(section + ".")) own.push_back(known);
    report(setting.node, key, own.empty() ? "there is no such table" : "there is no such parameter",
           did_you_mean(key, own, did_you_mean(key, keys)));
  }

  // Multiplies one of these values.
  void scale(const std::string& key, const Node& factor, Values& to) {
    const auto at = infos_.find(key);
    if (at == infos_.end()) return refuse(key, {factor, false});
    const ParameterInfo& info = *at->second;
    if (!factor.number()) return report(factor, key, "must be a number: it scales the value");
    if (info.kind != Kind::number && info.kind != Kind::whole)
      return report(factor, key, "isn't a number, and can't be scaled");
    Value& value = to.at(key);
    value = std::get<double>(value) * *factor.number();
    if (const std::string rule = broken_rule(info, value); !rule.empty())
      report(factor, key, fmt::format("comes to {} and {}", text_of(info, value), rule));
  }

  std::optional<Value> value_of(const ParameterInfo& info, const std::string& key,
                                const Node& node) {
    return swadaya::value_of(node, info, key, problems_);
  }

  void take_event(const Node& table) {
    Keys keys{table, event_keys(), "event", problems_};
    const Node *month = keys.find("month"), *set = keys.find("set"), *factors = keys.find("scale");
    if (!keys.said("set") && !keys.said("scale")) keys.report("set", "must be said, or `scale`");
    Event event{month ? keys.whole<int>("month") : -1, {}};
    for (const auto& [key, node] : set ? flattened(*set->table()) : Node::Table{})
      if (may_change(key, node)) set_to(event, key, node);
    for (const auto& [key, node] : factors ? flattened(*factors->table()) : Node::Table{})
      if (may_change(key, node)) scale_by(event, key, node);
    if (event.month >= 0) scenario_.events.push_back(std::move(event));
  }

  void set_to(Event& event, const std::string& key, const Node& node) {
    const auto at = infos_.find(key);
    if (at == infos_.end()) return refuse(key, {node, false});
    if (const auto value = value_of(*at->second, key, node)) event.set[key] = *value;
  }

  // Times what the scenario says at its start.
  void scale_by(Event& event, const std::string& key, const Node& factor) {
    if (event.set.contains(key)) return report(factor, key, "is set by the same event");
    if (const auto at = scenario_.values.find(key); at != scenario_.values.end())
      event.set[key] = at->second;
    scale(key, factor, event.set);
    if (factor.number()) event.scales[key] = *factor.number();
  }

  bool may_change(const std::string& key, const Node& node) {
    for (const char* const section : {"world.", "network.", "models.", "time."})
      if (key.starts_with(section)) {
        report(
            node, key,
            "can't change during a run: an event sets parameters of slots, of the programme and of costs");
        return false;
      }
    return true;
  }

  // A ring ties each household to as many on the one side as on the other.
  void check_ring() {
    const auto number = [&](const char* key) { return std::get<double>(scenario_.values.at(key)); };
    const auto& generators = infos_.at("network.generator")->choices;
    const double degree = number("network.degree"), below = 2 * std::floor(degree / 2);
    if (generators[static_cast<std::size_t>(number("network.generator"))] != "small-world" ||
        degree == below)
      return;
    const std::string key = "network.degree";
    Node place;
    if (const auto at = draft_.settings.find(key); at != draft_.settings.end())
      place = at->second.node;
    for (const auto& [scaled, factor] : draft_.scales)
      if (scaled == key) place = factor;
    report(place, key,
           "must be a whole even number for the generator small-world: a ring has as many "
           "neighbours on both sides",
           fmt::format("{} or {}", below, below + 2));
  }

  void check_files() {
    for (const std::string& key : file_settings()) {
      const auto& file = std::get<std::string>(scenario_.values.at(key));
      const auto at = draft_.settings.find(key);
      if (draft_.needs_files && !file.empty() && at != draft_.settings.end() &&
          !std::filesystem::is_regular_file(file))
        report(at->second.node, key, "there is no such file");
    }
    const auto& shares = std::get<std::vector<double>>(scenario_.values.at("programme.tranches"));
    const auto& months =
        std::get<std::vector<double>>(scenario_.values.at("programme.tranche_months"));
    if (shares.size() != months.size()) {
      auto at = draft_.settings.find("programme.tranches");
      if (at == draft_.settings.end()) at = draft_.settings.find("programme.tranche_months");
      if (at != draft_.settings.end())
        report(at->second.node, at->first,
               fmt::format("there are {} tranches and {} tranche_months; each tranche has a month",
                           shares.size(), months.size()));
    }
  }

  void report(const Node& node, const std::string& key, std::string rule,
              std::string suggestion = "") {
    problems_.push_back(problem_at(node, key, std::move(rule), std::move(suggestion)));
  }

  const Draft& draft_;
  const Catalogue& catalogue_;
  std::vector<Problem>& problems_;
  Scenario scenario_;
  std::map<std::string, const ParameterInfo*> infos_;
  std::map<std::string, const KeyInfo*> words_;  // of [scenario] and [time]
};

}  // namespace

std::optional<Value> value_of(const Node& node, const ParameterInfo& info, const std::string& key,
                              std::vector<Problem>& problems) {
  std::optional<Value> value;
  std::string suggestion;
  if (const auto* flag = std::get_if<bool>(&node.value); flag && info.kind == Kind::flag)
    value = *flag ? 1.0 : 0.0;
  if (const double* number = node.number();
      number && (info.kind == Kind::number || info.kind == Kind::whole))
    value = *number;
  if (const std::string* text = node.text()) {
    if (info.kind == Kind::text) value = *text;
    if (info.kind == Kind::choice) {
      const auto at = std::find(info.choices.begin(), info.choices.end(), *text);
      if (at != info.choices.end()) value = static_cast<double>(at - info.choices.begin());
      suggestion = nearest_of(*text, info.choices);
    }
  }
  if (const auto* list = node.list(); list && info.kind == Kind::list) {
    std::vector<double> numbers;
    for (const Node& entry : *list)
      numbers.push_back(entry.number() ? *entry.number() : std::nan(""));
    value = std::move(numbers);
  }
  // Any value of the wrong type breaks the rule of its kind.
  const Value wrong = info.kind == Kind::text ? Value{0.0} : Value{std::string{}};
  const std::string rule = broken_rule(info, value ? *value : wrong);
  if (rule.empty()) return value;
  problems.push_back(problem_at(node, key, rule, suggestion));
  return std::nullopt;
}

Scenario resolved(const Draft& draft, const std::string& name, const Catalogue& catalogue,
                  std::vector<Problem>& problems) {
  return Resolver{draft, catalogue, problems}.scenario(name);
}

}  // namespace swadaya
