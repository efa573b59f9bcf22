#include "sim/designs/optimisation_file.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

#include "sim/designs/optimisation.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/resolve.hpp"

namespace swadaya {

namespace {

const std::string section = "optimisation";
constexpr double most_kRp = 1e12;

std::vector<std::string> outcome_names() {
  std::vector<std::string> names;
  for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
  return names;
}

// Numbers and the aim; levers are read apart, as they need the models.
class Reader {
 public:
  Reader(const Node::Table& table, std::vector<Problem>& problems)
      : keys_{table, section, problems} {}

  Optimisation read(const Node& place) {
    Optimisation o;
    read_aim(o.aim, place);
    keys_.whole("month", 1, 1200, o.aim.month);
    if (!keys_.take("month"))
      keys_.report(place, "month", "must say at which month the outcome counts");
    if (!keys_.number("budget", -most_kRp, most_kRp, o.budget) && !keys_.take("budget"))
      keys_.report(place, "budget",
                   "must say how much may be spent beyond the baseline, kRp a ward");
    if (const Node* node = keys_.take("frontier")) {
      for (const Node& entry : node->list() ? *node->list() : Node::List{*node})
        if (entry.number())
          o.frontier.push_back(*entry.number());
        else
          keys_.report(entry, "frontier", "must be a list of budgets in kRp a ward");
    }
    keys_.whole("candidates", 8, 512, o.candidates);
    keys_.whole("fresh_worlds", 2, 100000, o.fresh_worlds);
    keys_.whole("rivals", 0, 200, o.rivals);
    return o;
  }

  Keys& keys() { return keys_; }

 private:
  void add(Aim& aim, const Node& node, const std::string& name, double weight) {
    if (const auto index = outcome_index(name))
      aim.parts.push_back({*index, weight});
    else
      keys_.report(node, "outcome", "there is no such outcome", nearest_of(name, outcome_names()));
  }

  void read_aim(Aim& aim, const Node& place) {
    const Node *one = keys_.take("outcome"), *several = keys_.take("outcomes");
    if (one && several)
      return keys_.report(*several, "outcomes", "there is an `outcome`, too: which counts?");
    if (!one && !several)
      return keys_.report(
          place, "outcome", "must say what is to be as high as can be",
          "outcome = \"recovery\", or outcomes = { recovery = 1, poor_served = 0.5 }");
    if (one) return add(aim, *one, one->text() ? *one->text() : "", 1);
    if (!several->table() || several->table()->empty())
      return keys_.report(*several, "outcomes",
                          "must give weights: { recovery = 1, poor_served = 0.5 }");
    for (const auto& [name, node] : *several->table())
      if (node.number() && *node.number() > 0)
        add(aim, node, name, *node.number());
      else
        keys_.report(node, "outcomes." + name,
                     "must be a weight above 0; outcomes count in their good direction");
  }

  Keys keys_;
};

class LeverReader {
 public:
  LeverReader(const Scenario& base, const Catalogue& catalogue, std::vector<Problem>& problems)
      : base_{base}, problems_{problems} {
    for (const auto& [name, infos] : sections_of(base, catalogue))
      for (const ParameterInfo& info : *infos) infos_[name + "." + info.name] = &info;
  }

  std::vector<Lever> read(const Node& table) {
    std::vector<Lever> levers;
    const Node* list = table.find("lever");
    if (!list || !list->list() || list->list()->empty()) {
      problems_.push_back(problem_at(list ? *list : table, section + ".lever",
                                     "there is nothing to spend on",
                                     "levers are written [[optimisation.lever]]"));
      return levers;
    }
    for (const Node& entry : *list->list())
      if (entry.table())
        levers.push_back(lever(entry));
      else
        problems_.push_back(
            problem_at(entry, section + ".lever", "must be written [[optimisation.lever]]"));
    return levers;
  }

 private:
  Lever lever(const Node& entry) {
    Keys keys{*entry.table(), section + ".lever", problems_};
    Lever lever;
    keys.text("name", lever.name);
    keys.text("title", lever.title);
    const Node *key = keys.take("key"), *set = keys.take("set");
    if ((key != nullptr) == (set != nullptr))
      keys.report(entry, "key", "must name a parameter (`key`) or set some (`set`), one of both");
    else if (set)
      read_package(lever, *set, keys, entry);
    else if (!key->text() || !own(*key->text(), *key))
      keys.report(*key, "key", "must be the name of a parameter of this scenario", nearest(*key));
    else if (keys.take("values"))
      read_values(lever, *key->text(), keys, entry);
    else
      read_range(lever, *key->text(), keys, entry);
    if (lever.name.empty()) lever.name = lever.key.empty() && key ? *key->text() : lever.key;
    if (lever.name.empty())
      keys.report(entry, "name", "a lever that sets several parameters needs a name");
    else if (!names_.insert(lever.name).second)
      keys.report(entry, "name", "two levers have the name `" + lever.name + "`");
    keys.refuse_others();
    return lever;
  }

  // The parameter's description; nullptr and a problem where it can't be moved or is another
  // lever's.
  const ParameterInfo* own(const std::string& key, const Node& node) {
    if (key.starts_with("world.") || key.starts_with("network.") || key.starts_with("models.")) {
      problems_.push_back(problem_at(node, section + ".lever",
                                     "a lever is what people decide, not " + key,
                                     "a parameter of a slot or of the programme"));
      return nullptr;
    }
    const auto at = infos_.find(key);
    if (at == infos_.end()) return nullptr;
    if (!moved_.insert(key).second)
      problems_.push_back(
          problem_at(node, section + ".lever", "another lever moves " + key + ", too"));
    return at->second;
  }

  std::string nearest(const Node& node) const {
    std::vector<std::string> keys;
    for (const auto& [key, info] : infos_) keys.push_back(key);
    return node.text() ? nearest_of(*node.text(), keys) : "";
  }

  void read_range(Lever& lever, const std::string& key, Keys& keys, const Node& entry) {
    const ParameterInfo& info = *infos_.at(key);
    lever.key = key;
    if (info.kind != Kind::number && info.kind != Kind::whole)
      return keys.report(entry, "key", "isn't a number: list `values` and their `costs`");
    const bool low = keys.number("low", -unbounded, unbounded, lever.low),
               high = keys.number("high", -unbounded, unbounded, lever.high);
    if (!low || !high || lever.low >= lever.high)
      keys.report(entry, "low", "must have numbers `low` < `high`, or `values`");
    else
      for (const double end : {lever.low, lever.high})
        if (const std::string rule = broken_rule(info, end); !rule.empty())
          keys.report(entry, end == lever.low ? "low" : "high", rule);
    if (info.kind == Kind::whole) lever.step = 1;
    if (keys.number("step", 0, unbounded, lever.step) &&
        (lever.step <= 0 || lever.step > lever.high - lever.low ||
         (info.kind == Kind::whole && lever.step != std::floor(lever.step))))
      keys.report(entry, "step",
                  "must be above 0, at most high - low, and whole where the parameter is");
    if (!keys.number("cost", -most_kRp, most_kRp, lever.unit_cost) && !keys.take("cost"))
      keys.report(entry, "cost", "must say what one more costs, kRp a ward; 0 where nothing");
    lever.baseline = std::get<double>(base_.values.at(key));
    lever.baseline_text = lever.text_of(lever.baseline);
  }

  void read_values(Lever& lever, const std::string& key, Keys& keys, const Node& entry) {
    const Node *values = keys.take("values"), *costs = keys.take("costs");
    const ParameterInfo& info = *infos_.at(key);
    const Node::List* list = values->list();
    if (!list || list->size() < 2)
      return keys.report(*values, "values", "must be a list of two or more");
    if (!costs || !costs->list() || costs->list()->size() != list->size())
      return keys.report(costs ? *costs : entry, "costs",
                         "must give each value's cost beyond the baseline, kRp a ward");
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Node &node = (*list)[i], &cost = (*costs->list())[i];
      LeverOption option;
      option.text = text_of(node);
      if (const auto value = value_of(node, info, key, problems_)) {
        option.set[key] = *value;
        if (*value == base_.values.at(key) && cost.number() && *cost.number() != 0)
          keys.report(cost, "costs", "what the baseline does costs 0 beyond it");
      }
      if (cost.number())
        option.cost = *cost.number();
      else
        keys.report(cost, "costs", "must be numbers, kRp a ward");
      lever.options.push_back(std::move(option));
    }
    lever.name = lever.name.empty() ? key : lever.name;
    lever.baseline_text = swadaya::text_of(info, base_.values.at(key));
    lever.is_ordered = list->size() == 2 || info.kind == Kind::number || info.kind == Kind::whole;
  }

  void read_package(Lever& lever, const Node& set, Keys& keys, const Node& entry) {
    lever.options = {{"off", {}, 0}, {"on", {}, 0}};
    lever.baseline_text = "off";
    if (!set.table() || set.table()->empty())
      return keys.report(set, "set", "must be a table: set = { \"supervision.published\" = true }");
    for (const auto& [key, node] : flattened(*set.table())) {
      if (const ParameterInfo* info = own(key, node)) {
        if (const auto value = value_of(node, *info, key, problems_))
          lever.options[1].set[key] = *value;
      } else if (!infos_.contains(key)) {
        Node name = node;
        name.value = key;
        keys.report(node, "set." + key, "there is no such parameter here", nearest(name));
      }
    }
    if (!keys.number("cost", -most_kRp, most_kRp, lever.options[1].cost) && !keys.take("cost"))
      keys.report(entry, "cost", "must say what it costs to have it, kRp a ward; 0 where nothing");
  }

  const Scenario& base_;
  std::vector<Problem>& problems_;
  std::map<std::string, const ParameterInfo*> infos_;
  std::set<std::string> names_, moved_;
};

}  // namespace

void read_optimisation(const Node& table, Experiment& experiment, const Catalogue& catalogue,
                       std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  const Scenario& base = experiment.variants[experiment.baseline].scenario;
  Reader reader{*table.table(), problems};
  const Optimisation o = reader.read(table);
  reader.keys().take("lever");
  reader.keys().refuse_others();
  if (experiment.branch_at || !experiment.from.empty())
    problems.push_back(problem_at(table, section,
                                  "can't go on from a checkpoint or a branch: levers hold from the "
                                  "start"));
  if (o.aim.month > base.months)
    problems.push_back(problem_at(*table.find("month"), section + ".month",
                                  fmt::format("the scenario ends at month {}", base.months)));
  experiment.levers = LeverReader{base, catalogue, problems}.read(table);
  if (problems.size() != before) return;
  const LeverSpace space{experiment.levers};
  const double least = space.spending(space.cheapest());
  std::vector<double> budgets = o.frontier;
  budgets.push_back(o.budget);
  for (const double budget : budgets)
    if (budget < least)
      problems.push_back(problem_at(
          *table.find(budget == o.budget ? "budget" : "frontier"), section + ".budget",
          fmt::format("{} kRp can't be held: the cheapest mix costs {}", budget, least)));
  experiment.design = section;
  experiment.search = *table.table();
}

Optimisation optimisation_of(const Experiment& experiment) {
  std::vector<Problem> none;
  return Reader{experiment.search, none}.read({});
}

}  // namespace swadaya
