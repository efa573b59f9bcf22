#include "sim/designs/targets.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/scenario/file_keys.hpp"
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
    Keys keys{node, target_keys(), section, problems_};
    Target target;
    Pattern& p = target.pattern;
    p.id = keys.text("id"), p.statement = keys.text("statement"), p.source = keys.text("source");
    if (p.id.empty()) keys.report(node, "id", "must be said, or `outcome` and `month`");
    p.quantity = quantity(keys);
    p.statistic = statistic_of(keys.text("statistic"));
    if (p.statistic != Statistic::mean && experiment_.replicates < 2)
      keys.report("statistic", "a spread needs 2 replicates at least");
    p.compare = compare_of(keys.text("compare"));
    if (const Node* over = keys.find("over")) {
      Keys own{*over, quantity_keys(), section + ".over", problems_};
      p.over = quantity(own);
    }
    band(keys, p);
    target.weight = keys.number("weight"), target.sd = keys.number("sd");
    target.wards = wards(keys, p), target.site = keys.text("site");
    target.is_held_out = keys.flag("held_out");
    target.variant = variant(keys);
    if (target.variant != experiment_.baseline) p.set.emplace_back("variant", node);
    check_share(keys, p);
    if (p.compare != Compare::none && target.variant == experiment_.baseline)
      keys.report("compare", "compares with the scenario as it is: `variant` must be another");
    return target;
  }

 private:
  Quantity quantity(Keys& keys) {
    const Quantity q = quantity_of(keys);
    const int last = experiment_.variants[0].scenario.months;
    if (q.month > last) keys.report("month", fmt::format("must be a month between 0 and {}", last));
    return q;
  }

  static void band(Keys& keys, Pattern& p) {
    if (keys.find("value")) {
      p.low = p.high = keys.number("value");
      if (keys.said("band")) keys.report("band", "stands beside a `value`: one of them is enough");
      return;
    }
    const std::vector<double> ends = keys.numbers("band");
    if (ends.size() == 2 && ends[0] <= ends[1])
      p.low = ends[0], p.high = ends[1];
    else if (!keys.said("value"))
      keys.report("band", "must be [low, high], inf allowed, or a `value`");
  }

  // A spread is one of many wards: of as many as are simulated, where nothing is said.
  std::uint32_t wards(Keys& keys, const Pattern& p) const {
    const auto said = keys.whole<std::uint32_t>("wards");
    if (p.statistic == Statistic::mean) return said;
    if (!keys.said("wards")) return experiment_.replicates;
    if (said < 2) keys.report("wards", "a spread is one of 2 wards at least");
    return said;
  }

  // 40 where 0.4 is meant would be missed by every point, and nobody told.
  static void check_share(Keys& keys, const Pattern& p) {
    const bool is_level = p.compare == Compare::none && !p.over && p.statistic != Statistic::spread;
    if (!is_level || !outcomes()[p.quantity.outcome].is_share()) return;
    for (const double end : {p.low, p.high})
      if (std::isfinite(end) && (end > 1 || end < 0))
        return keys.report(keys.said("value") ? "value" : "band",
                           fmt::format("must lie between 0 and 1: {} is a share",
                                       outcomes()[p.quantity.outcome].name),
                           end > 1 && end <= 100 ? fmt::format("{} % is {}", end, end / 100) : "");
  }

  std::size_t variant(Keys& keys) {
    const std::string name = keys.text("variant");
    if (name.empty()) return experiment_.baseline;
    std::vector<std::string> names;
    for (std::size_t v = 0; v < experiment_.variants.size(); ++v) {
      if (experiment_.variants[v].name == name) return v;
      names.push_back(experiment_.variants[v].name);
    }
    keys.report("variant", "there is no such variant", nearest_of(name, names));
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

const KeyTable& target_keys() {
  static const KeyTable table = [] {
    KeyTable t{"target", "what was observed", quantity_keys().keys};
    const std::vector<KeyInfo> others{
        text_key("id", "what tables call it; else after outcome and month"),
        text_key("statement", "what it says"),
        text_key("source", "who observed it"),
        choice_key("statistic", statistic_choices(),
                   "over worlds; spread: 95th over 5th percentile"),
        choice_key("compare", compare_choices(), "with the scenario as it is, by its `variant`"),
        key_of(KeyKind::table, "over", "{ outcome = \"...\", month = ... }", quantity_keys),
        number_key("value", {-unbounded, unbounded}, {}, "as observed"),
        key_of(KeyKind::numbers, "band", "[low, high] instead of a value, inf allowed"),
        number_key("weight", {1e-6, 1e6}, Target{}.weight, "beside other targets"),
        number_key("sd", {0, unbounded}, Target{}.sd,
                   "of the observation's error, beyond what its wards differ by"),
        whole_key("wards", {1, 1e6}, Target{}.wards,
                  "that the observation averages; of a spread: all that are simulated"),
        text_key("site", "where; targets of one site were observed in the same wards"),
        text_key("variant", "that it is observed in; else the baseline"),
        flag_key("held_out", Target{}.is_held_out, "told, and not fitted")};
    t.keys.insert(t.keys.end(), others.begin(), others.end());
    return t;
  }();
  return table;
}

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
  if (fact.wards > 0) add("wards", static_cast<double>(fact.wards));
  if (!fact.site.empty()) add("site", fact.site);
  if (fact.statistic != Statistic::mean)
    add("statistic", statistic_choices()[static_cast<std::size_t>(fact.statistic)]);
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
