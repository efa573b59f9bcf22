#include "sim/scenario/branch.hpp"

#include <fmt/format.h>

namespace swadaya {

Branch::Branch(int at, const Overrides& overrides, std::vector<Problem>& problems)
    : at_{at}, problems_{problems} {
  for (const std::string& set : overrides.set) overridden_.insert(set.substr(0, set.find('=')));
}

void Branch::put_set(Draft& variant, const Node& set) {
  if (!set.table()) {
    problems_.push_back(
        problem_at(set, "variant.set", "must be a table: set = { \"lending.norm\" = 0.2 }"));
    return;
  }
  Node::Table held;
  for (const auto& [key, node] : flattened(*set.table())) {
    const std::string section = key.substr(0, key.find('.'));
    if (section == "scenario")
      put_over(variant, key, node);
    else if (section == "world" || section == "network" || section == "models" ||
             section == "time") {
      // Points of a design share their place: each is said once.
      if (refused_.insert(fmt::format("{}:{}", node.line, key)).second)
        problems_.push_back(problem_at(
            node, key,
            fmt::format("can't differ between variants that are the same up to month {}", at_),
            "set it for all of them, or leave out experiment.branch_at"));
    } else if (!overridden_.contains(key)) {
      held.emplace_back(key, node);
    }
  }
  if (held.empty()) return;
  Node::Table event;
  event.emplace_back("month", node_with(set, at_ + 1.0));
  event.emplace_back("set", node_with(set, std::move(held)));
  variant.events.push_back(node_with(set, std::move(event)));
}

void Branch::check_events(const Node::List& events) {
  for (const Node& event : events)
    if (const Node* month = event.find("month"))
      if (month->number() && *month->number() <= at_)
        problems_.push_back(problem_at(
            *month, "variant.event.month",
            fmt::format("lies before the variants part after month {}", at_),
            fmt::format("{} or later, or an [[event]] that all variants share", at_ + 1)));
}

Values values_at(const Scenario& scenario, int month) {
  Values values = scenario.values;
  for (const Event& event : scenario.events)
    if (event.month <= month)
      for (const auto& [key, value] : event.set) values[key] = value;
  return values;
}

Values settings_of(const Experiment& experiment, std::size_t variant) {
  const Scenario& scenario = experiment.variants[variant].scenario;
  return experiment.branch_at ? values_at(scenario, *experiment.branch_at + 1) : scenario.values;
}

const Value* setting_of(const Experiment& experiment, std::size_t variant, const std::string& key) {
  const Scenario& scenario = experiment.variants[variant].scenario;
  const auto at = scenario.values.find(key);
  const Value* setting = at == scenario.values.end() ? nullptr : &at->second;
  if (experiment.branch_at)
    for (const Event& event : scenario.events)
      if (const auto set = event.set.find(key);
          event.month <= *experiment.branch_at + 1 && set != event.set.end())
        setting = &set->second;
  return setting;
}

}  // namespace swadaya
