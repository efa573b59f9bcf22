#include "sim/designs/targets.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "sim/base/csv.hpp"
#include "sim/scenario/keys.hpp"

namespace swadaya {

namespace {

const std::string section = "calibration.target";

// [[calibration.target]] with the experiment's variants known.
class TargetReader {
 public:
  TargetReader(const Experiment& experiment, std::vector<Problem>& problems)
      : experiment_{experiment}, problems_{problems} {}

  Target read(const Node& node) {
    Keys keys{*node.table(), section, problems_};
    Target target;
    Pattern& p = target.pattern;
    keys.text("id", p.id);
    keys.text("statement", p.statement);
    keys.text("source", p.source);
    if (p.id.empty()) keys.report(node, "id", "must be said, or `outcome` and `month`");
    p.quantity = quantity(keys, node);
    std::string statistic = "mean", compare = "none";
    keys.choice("statistic", {"mean", "sd"}, statistic);
    p.is_sd = statistic == "sd";
    if (p.is_sd && experiment_.replicates < 2)
      keys.report(node, "statistic", "a spread needs 2 replicates at least");
    keys.choice("compare", {"none", "difference", "ratio"}, compare);
    p.compare = compare == "difference" ? Compare::difference
                : compare == "ratio"    ? Compare::ratio
                                        : Compare::none;
    if (const Node* over = keys.take("over")) {
      if (over->table()) {
        Keys own{*over->table(), section + ".over", problems_};
        p.over = quantity(own, *over);
        own.refuse_others();
      } else {
        keys.report(*over, "over", "must be { outcome = \"...\", month = ... }");
      }
    }
    band(keys, node, p);
    keys.number("weight", 1e-6, 1e6, target.weight);
    keys.number("sd", 0, unbounded, target.sd);
    if (const Node* held_out = keys.take("held_out")) {
      if (const bool* flag = std::get_if<bool>(&held_out->value))
        target.is_held_out = *flag;
      else
        keys.report(*held_out, "held_out", "must be true or false");
    }
    target.variant = variant(keys);
    if (target.variant != experiment_.baseline) p.set.emplace_back("variant", node);
    if (p.compare != Compare::none && target.variant == experiment_.baseline)
      keys.report(node, "compare",
                  "compares with the scenario as it is: `variant` must be another");
    keys.refuse_others();
    return target;
  }

 private:
  Quantity quantity(Keys& keys, const Node& node) {
    Quantity q;
    std::string name;
    keys.text("outcome", name);
    if (const auto index = outcome_index(name)) {
      q.outcome = *index;
    } else {
      std::vector<std::string> names;
      for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
      const Node* said = keys.take("outcome");
      keys.report(said ? *said : node, "outcome", "there is no such outcome",
                  nearest_of(name, names));
    }
    const int last = experiment_.variants[0].scenario.months;
    if (keys.take("month"))
      keys.whole("month", 0, last, q.month);
    else
      keys.report(node, "month", fmt::format("must be a month from 0 to {}", last));
    if (const Node* one_minus = keys.take("one_minus")) {
      if (const bool* flag = std::get_if<bool>(&one_minus->value))
        q.one_minus = *flag;
      else
        keys.report(*one_minus, "one_minus", "must be true or false");
    }
    return q;
  }

  void band(Keys& keys, const Node& node, Pattern& p) {
    double value = 0;
    const Node* ends = keys.take("band");
    if (keys.number("value", -unbounded, unbounded, value)) {
      p.low = p.high = value;
      if (ends) keys.report(*ends, "band", "stands beside a `value`: one of them is enough");
      return;
    }
    const Node::List* list = ends ? ends->list() : nullptr;
    if (list && list->size() == 2 && (*list)[0].number() && (*list)[1].number() &&
        *(*list)[0].number() <= *(*list)[1].number()) {
      p.low = *(*list)[0].number(), p.high = *(*list)[1].number();
      return;
    }
    if (!keys.take("value"))
      keys.report(ends ? *ends : node, "band", "must be [low, high], inf allowed, or a `value`");
  }

  std::size_t variant(Keys& keys) {
    std::string name;
    keys.text("variant", name);
    if (name.empty()) return experiment_.baseline;
    std::vector<std::string> names;
    for (std::size_t v = 0; v < experiment_.variants.size(); ++v) {
      if (experiment_.variants[v].name == name) return v;
      names.push_back(experiment_.variants[v].name);
    }
    keys.report(*keys.take("variant"), "variant", "there is no such variant",
                nearest_of(name, names));
    return experiment_.baseline;
  }

  const Experiment& experiment_;
  std::vector<Problem>& problems_;
};

// A fact's quantity as a table says it.
void add_quantity(Node::Table& table, const Quantity& quantity, const Node& place) {
  table.emplace_back("outcome", node_with(place, outcomes()[quantity.outcome].name));
  table.emplace_back("month", node_with(place, static_cast<double>(quantity.month)));
  if (quantity.one_minus) table.emplace_back("one_minus", node_with(place, true));
}

}  // namespace

Target read_target(const Node& node, const Experiment& experiment, std::vector<Problem>& problems) {
  return TargetReader{experiment, problems}.read(node);
}

Node target_of(const Pattern& fact, const std::string& variant, const Node& place) {
  Node::Table target;
  const auto add = [&](const char* key, decltype(Node::value) value) {
    target.emplace_back(key, node_with(place, std::move(value)));
  };
  add("id", fmt::format("{} @{}", fact.id, fact.quantity.month));
  add("statement", fact.statement);
  add("source", fact.source);
  add_quantity(target, fact.quantity, place);
  if (fact.is_sd) add("statistic", std::string{"sd"});
  if (fact.over) {
    Node::Table over;
    add_quantity(over, *fact.over, place);
    add("over", std::move(over));
  }
  add("band", Node::List{node_with(place, fact.low), node_with(place, fact.high)});
  if (!variant.empty()) add("variant", variant);
  if (fact.compare == Compare::difference) add("compare", std::string{"difference"});
  if (fact.compare == Compare::ratio) add("compare", std::string{"ratio"});
  return node_with(place, std::move(target));
}

std::vector<Node> targets_in(const std::string& csv_file) {
  const std::vector<std::string> known{"outcome", "month",  "value",   "low",      "high",
                                       "sd",      "weight", "variant", "held_out", "source"};
  const Csv csv = read_csv(csv_file);
  std::vector<Problem> problems;
  for (const std::string& name : csv.names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      problems.push_back(
          {csv.file, 1, 0, name, "", "there is no such column", nearest_of(name, known)});
  if (!csv.column("outcome") || !csv.column("month") ||
      (!csv.column("value") && !(csv.column("low") && csv.column("high"))))
    problems.push_back({csv.file, 1, 0, "", "",
                        "needs the columns outcome, month, and value or low and high", ""});
  if (!problems.empty()) throw BadInput{problems};
  Node place;
  place.file = std::make_shared<const std::string>(csv.file);
  std::vector<Node> targets;
  for (const Csv::Row& row : csv.rows) {
    place.line = row.line;
    Node::Table target;
    Node::List band;
    for (std::size_t c = 0; c < csv.names.size(); ++c) {
      const std::string &name = csv.names[c], &field = row.fields[c];
      if (field.empty()) continue;
      if (name == "outcome" || name == "variant" || name == "source") {
        target.emplace_back(name, node_with(place, field));
      } else if (name == "held_out") {
        const double held_out = number_in(csv, row, c, 0, problems);
        target.emplace_back(name, node_with(place, held_out != 0));
      } else {
        Node number = node_with(place, number_in(csv, row, c, 0, problems));
        if (name == "low")
          band.insert(band.begin(), std::move(number));
        else if (name == "high")
          band.push_back(std::move(number));
        else
          target.emplace_back(name, std::move(number));
      }
    }
    if (!band.empty()) target.emplace_back("band", node_with(place, std::move(band)));
    targets.push_back(with_id(node_with(place, std::move(target))));
  }
  if (!problems.empty()) throw BadInput{problems};
  return targets;
}

Node with_id(Node target) {
  if (target.find("id")) return target;
  const Node *outcome = target.find("outcome"), *month = target.find("month"),
             *variant = target.find("variant");
  if (!outcome || !outcome->text() || !month || !month->number()) return target;
  std::string id = fmt::format("{} @{}", *outcome->text(), *month->number());
  if (variant && variant->text()) id += " " + *variant->text();
  Node::Table table = *target.table();
  table.insert(table.begin(), {"id", node_with(target, id)});
  return node_with(target, std::move(table));
}

}  // namespace swadaya
