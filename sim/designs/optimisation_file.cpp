#include "sim/designs/optimisation_file.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

#include "sim/designs/optimisation.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/resolve.hpp"

namespace swadaya {

namespace {

const std::string& section() { return optimisation_design().table.name; }
constexpr double most_kRp = 1e12;

const KeyTable& lever_keys() {
  static const KeyTable table = [] {
    KeyInfo step = number_key("step", {0, unbounded}, {}, "of a range; a whole parameter's is 1");
    step.is_above = true;
    KeyInfo costs = key_of(KeyKind::numbers, "costs",
                           "of each of the `values`, kRp a ward beyond the baseline; as `cost`");
    costs.range = {-most_kRp, most_kRp};
    return KeyTable{
        "lever",
        "what may be spent on, with its cost beyond the baseline",
        {text_key("name", "what results call it; else its key"),
         text_key("title", "what tables call it"), title_id_key(),
         text_key("key", "the parameter that is moved"),
         number_key("low", {-unbounded, unbounded}, {}, "of a range"),
         number_key("high", {-unbounded, unbounded}, {}, "of a range"), std::move(step),
         number_key("cost", {-most_kRp, most_kRp}, {},
                    "kRp a ward for one more, or for having the package; of all levers or of none: "
                    "without, what is simulated counts"),
         number_key("lump", {-1e9, 1e9}, {},
                    "kRp a ward, once, for one more or the package, beside its activities"),
         number_key("monthly", {-1e9, 1e9}, {},
                    "kRp a ward and month, for one more or the package, beside its activities"),
         key_of(KeyKind::any, "values", "options instead of a range, [0, 6]"), std::move(costs),
         key_of(KeyKind::table, "set", "a package: set = { \"supervision.published\" = true }")}};
  }();
  return table;
}

// Numbers and the aim; levers are read apart, as they need the models.
class Reader {
 public:
  Reader(const Node::Table& table, const Node& place, std::vector<Problem>& problems)
      : keys_{table, place, optimisation_design().table, section(), problems} {}

  Optimisation read() {
    Optimisation o;
    read_aim(o.aim);
    o.aim.month = keys_.whole<int>("month");
    o.budget = keys_.number("budget");
    o.frontier = keys_.numbers("frontier");
    o.candidates = keys_.whole<std::size_t>("candidates");
    o.fresh_worlds = keys_.whole<std::uint32_t>("fresh_worlds");
    o.rivals = keys_.whole<std::size_t>("rivals");
    o.counts_simulated = !levers_say_costs();
    return o;
  }

 private:
  // Unit costs of one's own make the budget; else what is simulated does.
  bool levers_say_costs() const {
    for (const Node& lever : keys_.list("lever"))
      if (lever.find("cost") || lever.find("costs")) return true;
    return false;
  }

  void read_aim(Aim& aim) {
    const Node* several = keys_.said("outcomes");
    if (keys_.said("outcome") && several)
      return keys_.report("outcomes", "there is an `outcome`, too: which counts?");
    if (keys_.find("outcome")) aim.parts.push_back({*outcome_index(keys_.text("outcome")), 1});
    if (keys_.said("outcome")) return;
    if (!several)
      return keys_.report(
          "outcome", "must say what is to be as high as can be",
          "outcome = \"recovery\", or outcomes = { recovery = 1, poor_served = 0.5 }");
    if (!several->table() || several->table()->empty())
      return keys_.report("outcomes", "must give weights: { recovery = 1, poor_served = 0.5 }");
    for (const auto& [name, node] : *several->table())
      if (!node.number() || *node.number() <= 0)
        keys_.report(node, "outcomes." + name,
                     "must be a weight above 0; outcomes count in their good direction");
      else if (const auto index = outcome_index(name))
        aim.parts.push_back({*index, *node.number()});
      else
        keys_.report(node, "outcomes." + name, "there is no such outcome",
                     nearest_of(name, outcome_names()));
  }

  Keys keys_;
};

class LeverReader {
 public:
  LeverReader(const Scenario& base, const Catalogue& catalogue, bool counts_simulated,
              std::vector<Problem>& problems)
      : base_{base}, counts_simulated_{counts_simulated}, problems_{problems} {
    for (const auto& [name, infos] : sections_of(base, catalogue))
      for (const ParameterInfo& info : *infos) infos_[name + "." + info.name] = &info;
  }

  std::vector<Lever> read(const Node& table) {
    std::vector<Lever> levers;
    const Node* list = table.find("lever");
    if (!list || !list->list()) return levers;
    if (list->list()->empty())
      problems_.push_back(problem_at(*list, section() + ".lever", "there is nothing to spend on",
                                     "levers are written [[optimisation.lever]]"));
    for (const Node& entry : *list->list())
      if (entry.table()) levers.push_back(lever(entry));
    return levers;
  }

 private:
  Lever lever(const Node& entry) {
    Keys keys{entry, lever_keys(), section() + ".lever", problems_};
    Lever lever;
    lever.name = keys.text("name"), lever.title = keys.text("title");
    lever.title_id = keys.text("title_id");
    const std::string key = keys.text("key");
    const Node *named = keys.said("key"), *set = keys.said("set");
    if ((named != nullptr) == (set != nullptr))
      keys.report(entry, "key", "must name a parameter (`key`) or set some (`set`), one of both");
    else if (set)
      read_package(lever, keys);
    else if (keys.find("key") && !own(key, *named))
      keys.report("key", "must be the name of a parameter of this scenario", nearest(*named));
    else if (keys.find("key"))
      keys.said("values") ? read_values(lever, key, keys) : read_range(lever, key, keys);
    if (lever.name.empty()) lever.name = lever.key.empty() ? key : lever.key;
    if (lever.name.empty())
      keys.report(entry, "name", "a lever that sets several parameters needs a name");
    else if (!names_.insert(lever.name).second)
      keys.report(entry, "name", "two levers have the name `" + lever.name + "`");
    return lever;
  }

  // The parameter's description; nullptr and a problem where it can't be moved or is another
  // lever's.
  const ParameterInfo* own(const std::string& key, const Node& node,
                           const std::string& value = "") {
    if (key.starts_with("world.") || key.starts_with("network.") || key.starts_with("models.")) {
      problems_.push_back(problem_at(node, section() + ".lever",
                                     "a lever is what people decide, not " + key,
                                     "a parameter of a slot or of the programme"));
      return nullptr;
    }
    const auto at = infos_.find(key);
    if (at == infos_.end()) return nullptr;
    // Packages may share what they set, where they set it alike.
    const auto [mover, is_first] = moved_.emplace(key, value);
    if (!is_first && (value.empty() || mover->second != value))
      problems_.push_back(
          problem_at(node, section() + ".lever", "another lever moves " + key + ", too"));
    return at->second;
  }

  std::string nearest(const Node& node) const {
    std::vector<std::string> keys;
    for (const auto& [key, info] : infos_) keys.push_back(key);
    return node.text() ? nearest_of(*node.text(), keys) : "";
  }

  void read_range(Lever& lever, const std::string& key, Keys& keys) {
    const ParameterInfo& info = *infos_.at(key);
    lever.key = key;
    if (info.kind != Kind::number && info.kind != Kind::whole)
      return keys.report("key", "isn't a number: list `values` and their `costs`");
    lever.low = keys.number("low"), lever.high = keys.number("high");
    if (!keys.find("low") || !keys.find("high") || lever.low >= lever.high)
      keys.report("low", "must have numbers `low` < `high`, or `values`");
    else
      for (const char* end : {"low", "high"})
        if (const std::string rule = broken_rule(info, keys.number(end)); !rule.empty())
          keys.report(end, rule);
    if (info.kind == Kind::whole) lever.step = 1;
    if (keys.find("step")) {
      lever.step = keys.number("step");
      if (lever.step > lever.high - lever.low ||
          (info.kind == Kind::whole && lever.step != std::floor(lever.step)))
        keys.report("step", "must be at most high - low, and whole where the parameter is");
    }
    take_cost(lever.unit_cost, keys, "must say what one more costs, kRp a ward; 0 where nothing");
    take_other(lever, keys);
    lever.baseline = std::get<double>(base_.values.at(key));
    lever.baseline_text = lever.text_of(lever.baseline);
  }

  void take_cost(double& cost, Keys& keys, const std::string& otherwise) const {
    if (counts_simulated_) return;
    if (!keys.said("cost"))
      keys.report("cost", otherwise, "or `cost` of no lever: then the budget is what is simulated");
    cost = keys.number("cost");
  }

  // What is paid beside activities is simulated, too.
  void take_other(Lever& lever, Keys& keys) const {
    for (const char* key : {"lump", "monthly"})
      if (keys.said(key) && !counts_simulated_)
        keys.report(key,
                    "is what is simulated beside activities; `cost` is of levers whose own "
                    "costs make the budget");
    lever.other = {keys.number("lump"), keys.number("monthly")};
    for (const char* key : {"lump", "monthly"})
      if (!lever.is_range() &&
          std::get<double>(base_.values.at(std::string{"costs."} + key)) + keys.number(key) < 0)
        keys.report(key, fmt::format("saves more than the baseline's costs.{} is", key));
  }

  void read_values(Lever& lever, const std::string& key, Keys& keys) {
    const Node *values = keys.said("values"), *costs = keys.find("costs");
    const ParameterInfo& info = *infos_.at(key);
    const Node::List* list = values->list();
    if (!list || list->size() < 2) return keys.report("values", "must be a list of two or more");
    if (!counts_simulated_ && (!costs || !costs->list() || costs->list()->size() != list->size()))
      return keys.report("costs", "must give each value's cost beyond the baseline, kRp a ward",
                         "or none of any lever: then the budget is what is simulated");
    for (const char* other : {"lump", "monthly"})
      if (keys.said(other)) keys.report(other, "is of a range or a package, not of `values`");
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Node& node = (*list)[i];
      LeverOption option;
      option.text = text_of(node);
      if (const auto value = value_of(node, info, key, problems_)) {
        option.set[key] = *value;
        if (!counts_simulated_ && *value == base_.values.at(key) &&
            *(*costs->list())[i].number() != 0)
          keys.report((*costs->list())[i], "costs", "what the baseline does costs 0 beyond it");
      }
      if (!counts_simulated_) option.cost = *(*costs->list())[i].number();
      lever.options.push_back(std::move(option));
    }
    lever.name = lever.name.empty() ? key : lever.name;
    lever.baseline_text = swadaya::text_of(info, base_.values.at(key));
    lever.is_ordered = list->size() == 2 || info.kind == Kind::number || info.kind == Kind::whole;
  }

  void read_package(Lever& lever, Keys& keys) {
    lever.options = {{"off", {}, 0}, {"on", {}, 0}};
    lever.baseline_text = "off";
    const Node* set = keys.find("set");
    if (!set) return;
    if (set->table()->empty())
      return keys.report("set", "must be a table: set = { \"supervision.published\" = true }");
    for (const auto& [key, node] : flattened(*set->table())) {
      if (const ParameterInfo* info = own(key, node, text_of(node))) {
        if (const auto value = value_of(node, *info, key, problems_))
          lever.options[1].set[key] = *value;
      } else if (!infos_.contains(key)) {
        Node name = node;
        name.value = key;
        keys.report(node, "set." + key, "there is no such parameter here", nearest(name));
      }
    }
    take_cost(lever.options[1].cost, keys,
              "must say what it costs to have it, kRp a ward; 0 where nothing");
    take_other(lever, keys);
  }

  const Scenario& base_;
  const bool counts_simulated_;
  std::vector<Problem>& problems_;
  std::map<std::string, const ParameterInfo*> infos_;
  std::set<std::string> names_;
  std::map<std::string, std::string> moved_;  // by key: what packages set it to; "" by others
};

}  // namespace

const Design& optimisation_design() {
  static const Design design = [] {
    const Optimisation o;
    KeyInfo frontier = key_of(KeyKind::numbers, "frontier", "other budgets, kRp a ward");
    frontier.range = {-most_kRp, most_kRp};
    return Design{
        .table = {"optimisation",
                  "the best mix of levers under a budget",
                  {pick_key("outcome", outcome_names(), "outcome",
                            "what is to be as high, or as low, as is good"),
                   key_of(KeyKind::any, "outcomes",
                          "the same of several with weights: { recovery = 1, poor_served = 0.5 }"),
                   needed(whole_key("month", {1, most_months}, {}, "at which the outcome counts")),
                   needed(
                       number_key("budget", {-most_kRp, most_kRp}, {},
                                  "what may be spent beyond the baseline, kRp a ward, as simulated "
                                  "with [costs] (by levers that say their `cost`: by those)")),
                   std::move(frontier),
                   whole_key("candidates", {8, 512}, static_cast<double>(o.candidates),
                             "mixes that are tried"),
                   whole_key("fresh_worlds", {2, 100000}, o.fresh_worlds,
                             "that the mixes chosen are measured in"),
                   whole_key("rivals", {0, 200}, static_cast<double>(o.rivals),
                             "mixes beside the best that are measured, too"),
                   needed(key_of(KeyKind::tables, "lever", "what may be spent on", lever_keys))}},
        .names = {"optimisation"},
        .command = "optimise",
        .does =
            "Finds the best mix of levers under a budget, what other budgets buy, and how flat "
            "the top is",
        .example = "scenarios/lenteng-agung/optimise.toml",
        .called = "an optimisation",
        .check = check_optimisation,
        .search = optimisation_search,
        .takes_checkpoint = false,  // a checkpoint has no fresh worlds
        .takes_budget = true};
  }();
  return design;
}

void check_optimisation(const Draft& draft, Keys&, Experiment& experiment,
                        const Catalogue& catalogue, std::vector<Problem>& problems) {
  if (const Node* table = draft.design(section()))
    read_optimisation(*table, experiment, catalogue, problems);
}

void read_optimisation(const Node& table, Experiment& experiment, const Catalogue& catalogue,
                       std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  const Scenario& base = experiment.variants[experiment.baseline].scenario;
  const Optimisation o = Reader{*table.table(), table, problems}.read();
  if (experiment.branch_at || !experiment.from.empty())
    problems.push_back(problem_at(table, section(),
                                  "can't go on from a checkpoint or a branch: levers hold from the "
                                  "start"));
  if (o.aim.month > base.months)
    problems.push_back(problem_at(*table.find("month"), section() + ".month",
                                  fmt::format("the scenario ends at month {}", base.months)));
  experiment.levers = LeverReader{base, catalogue, o.counts_simulated, problems}.read(table);
  if (problems.size() != before) return;
  experiment.design = section();
  experiment.search = *table.table();
  if (o.counts_simulated) return;  // what mixes cost is known once they are simulated
  const LeverSpace space{experiment.levers};
  const double least = space.spending(space.cheapest());
  std::vector<double> budgets = o.frontier;
  budgets.push_back(o.budget);
  for (const double budget : budgets)
    if (budget < least)
      problems.push_back(problem_at(
          *table.find(budget == o.budget ? "budget" : "frontier"), section() + ".budget",
          fmt::format("{} kRp can't be held: the cheapest mix costs {}", budget, least)));
}

Optimisation optimisation_of(const Experiment& experiment) {
  std::vector<Problem> none;
  return Reader{experiment.search, {}, none}.read();
}

}  // namespace swadaya
