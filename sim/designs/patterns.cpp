#include "sim/designs/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/scenario/fact_states.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/world/dice.hpp"

namespace swadaya {

namespace {

template <class T>
T chosen(const std::vector<std::string>& choices, const std::string& choice) {
  return static_cast<T>(std::find(choices.begin(), choices.end(), choice) - choices.begin());
}

const KeyTable& pattern_keys() {
  KeyInfo months = key_of(KeyKind::wholes, "months", "in which it is measured");
  months.range = {0, most_months};
  static const KeyTable table{
      "pattern",
      "a stylised fact",
      {needed(text_key("id", "what tables call it")), needed(text_key("statement", "what it says")),
       needed(text_key("source", "who says so")),
       needed(text_key("target", "what would be right, in words")),
       needed(whole_key("weight", {1, 3}, {}, "1, 2 or 3 (hard)")),
       text_key("not_measured", "why no outcome shows it"),
       pick_key("outcome", outcome_names(), "outcome", "what is measured"), std::move(months),
       flag_key("one_minus", false, "the share that is left to 1"),
       choice_key("statistic", statistic_choices(),
                  "over worlds; spread: 95th over 5th percentile"),
       choice_key("compare", compare_choices(),
                  "with the scenario as it is, by its `set` and `scale`"),
       whole_key("wards", {1, 1e6}, {}, "that it was observed in, for calibrations"),
       text_key("site", "where; facts of one site were observed in the same wards"),
       choice_key("use", fact_uses(), "what it is for; by construction it counts nowhere"),
       key_of(KeyKind::table, "over", "{ outcome = \"...\", month = ... }", quantity_keys),
       key_of(KeyKind::numbers, "band", "[low, high], inf allowed"),
       key_of(KeyKind::table, "set", "set = { \"lending.norm\" = 0.2 }"),
       key_of(KeyKind::table, "scale",
              "scale = { \"lending.norm\" = 0.5 }: times the scenario's own"),
       key_of(KeyKind::tables, "event", "what changes during the run", event_keys)}};
  return table;
}

class Reader {
 public:
  std::vector<Pattern> read(const std::string& file) {
    const Node root = read_toml(file);
    for (const auto& [key, node] : *root.table())
      if (key != pattern_keys().name || !node.list())
        report(node, key, "a file of facts has [[pattern]] tables only");
      else
        for (const Node& entry : *node.list())
          entry.table() ? read_one(entry) : report(entry, key, "must be written [[pattern]]");
    if (patterns_.empty() && problems_.empty())
      problems_.push_back({file, 0, 0, "", "", "has no [[pattern]]", ""});
    if (!problems_.empty()) throw BadInput{problems_};
    return patterns_;
  }

 private:
  void report(const Node& node, const std::string& key, std::string rule) {
    problems_.push_back(problem_at(node, key, std::move(rule)));
  }

  void read_one(const Node& table) {
    Keys keys{table, pattern_keys(), pattern_keys().name, problems_};
    Pattern p;
    p.id = keys.text("id"), p.statement = keys.text("statement");
    p.source = keys.text("source"), p.target = keys.text("target");
    p.weight = keys.whole<int>("weight");
    p.not_measured = keys.text("not_measured");
    p.use = chosen<Use>(fact_uses(), keys.text("use"));
    if (!p.not_measured.empty()) return patterns_.push_back(std::move(p));
    const std::vector<double> band = keys.numbers("band");
    if (band.size() == 2 && band[0] < band[1])
      p.low = band[0], p.high = band[1];
    else
      keys.report("band", "must be [low, high], inf allowed");
    if (!keys.said("outcome")) keys.report("outcome", "must be said, or why it is `not_measured`");
    if (keys.find("outcome")) p.quantity.outcome = *outcome_index(keys.text("outcome"));
    p.quantity.one_minus = keys.flag("one_minus");
    p.statistic = statistic_of(keys.text("statistic"));
    p.wards = keys.whole<std::uint32_t>("wards"), p.site = keys.text("site");
    p.compare = compare_of(keys.text("compare"));
    if (const Node* over = keys.find("over")) {
      const Keys own{*over, quantity_keys(), "pattern.over", problems_};
      p.over = quantity_of(own);
    }
    if (const Node* set = keys.find("set")) p.set = flattened(*set->table());
    if (const Node* scale = keys.find("scale")) p.scale = flattened(*scale->table());
    for (const auto& [key, factor] : p.scale)
      if (!factor.number()) report(factor, key, "must be a number: it scales the value");
    if (const Node* events = keys.find("event")) p.events = *events->list();
    for (const Node& event : p.events) check_keys(event, event_keys(), "pattern.event", problems_);
    if (p.compare != Compare::none && !p.is_changed())
      keys.report(
          "compare",
          "compares with the scenario as it is: `set`, `scale` or an [[event]] must say a change");
    const std::vector<double> months = keys.numbers("months");
    if (months.empty() && (keys.find("months") || !keys.said("months")))
      keys.report("months", "must be a list of months");
    for (const double month : months) {
      p.quantity.month = static_cast<int>(month);
      patterns_.push_back(p);
    }
  }

  std::vector<Pattern> patterns_;
  std::vector<Problem> problems_;
};

// Of pairs of which both are numbers.
struct Pairs {
  std::vector<double> x, y;
  Pairs(const std::vector<double>& a, const std::vector<double>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
      if (std::isfinite(a[i]) && std::isfinite(b[i])) x.push_back(a[i]), y.push_back(b[i]);
  }
};

// The ratio of the means of x and y, with the error of its linear part.
Measure ratio_of(const std::vector<double>& a, const std::vector<double>& b) {
  const Pairs pairs{a, b};
  const Summary x = summary_of(pairs.x), y = summary_of(pairs.y);
  if (x.n == 0 || y.mean == 0) return {nothing, nothing};
  const double ratio = x.mean / y.mean;
  std::vector<double> rest;
  for (std::size_t i = 0; i < pairs.x.size(); ++i)
    rest.push_back((pairs.x[i] - ratio * pairs.y[i]) / y.mean);
  return {ratio, summary_of(rest).sd / std::sqrt(static_cast<double>(x.n))};
}

// The 95th percentile over the 5th. A share of percentiles has no closed error, and few worlds
// decide it: the sd of what it comes to in samples drawn anew from the same worlds, with dice of
// their own that always fall alike.
Measure spread_of(const std::vector<double>& values) {
  std::vector<double> finite;
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
               [](double x) { return std::isfinite(x); });
  const auto ratio = [](const std::vector<double>& sample) {
    const Summary s = summary_of(sample);
    return s.n > 0 && s.q05 > 0 ? s.q95 / s.q05 : nothing;
  };
  constexpr int samples = 400;
  const Dice dice{1, 0};
  std::vector<double> again(finite.size()), ratios;
  for (int i = 0; i < samples && finite.size() > 1; ++i) {
    const Roll roll{0, static_cast<std::uint16_t>(i), 0};
    for (std::size_t k = 0; k < again.size(); ++k)
      again[k] = finite[static_cast<std::size_t>(dice.uniform(roll, static_cast<std::uint32_t>(k)) *
                                                 static_cast<double>(finite.size()))];
    ratios.push_back(ratio(again));
  }
  return {ratio(finite), summary_of(ratios).sd};
}

}  // namespace

const KeyTable& quantity_keys() {
  static const KeyTable table{
      "over",
      "another outcome, that it is divided by",
      {needed(pick_key("outcome", outcome_names(), "outcome", "what is measured")),
       needed(whole_key("month", {0, most_months}, {}, "in which it is measured")),
       flag_key("one_minus", false, "the share that is left to 1")}};
  return table;
}

Quantity quantity_of(const Keys& keys) {
  Quantity q;
  if (keys.find("outcome")) q.outcome = *outcome_index(keys.text("outcome"));
  q.month = keys.whole<int>("month");
  q.one_minus = keys.flag("one_minus");
  return q;
}

const std::vector<std::string>& compare_choices() {
  static const std::vector<std::string> all{"none", "difference", "ratio"};
  return all;
}

Compare compare_of(const std::string& choice) { return chosen<Compare>(compare_choices(), choice); }

const std::vector<std::string>& statistic_choices() {
  static const std::vector<std::string> all{"mean", "sd", "spread"};
  return all;
}

Statistic statistic_of(const std::string& choice) {
  return chosen<Statistic>(statistic_choices(), choice);
}

const std::string& use_called(Use use) { return fact_uses()[static_cast<std::size_t>(use)]; }

std::string changes_of(const Pattern& pattern) {
  std::string changes;
  for (const auto& [key, node] : pattern.set) changes += key + "=" + text_of(node) + ";";
  for (const auto& [key, node] : pattern.scale) changes += key + "*=" + text_of(node) + ";";
  for (const Node& event : pattern.events) changes += text_of(event) + ";";
  return changes;
}

std::vector<Pattern> read_patterns(const std::string& file) { return Reader{}.read(file); }

Measure measured(const Pattern& p, const ValuesOf& values_of) {
  const auto of = [&](const Quantity& quantity, bool changed) {
    std::vector<double> values = values_of(quantity, changed);
    if (quantity.one_minus)
      for (double& x : values) x = 1 - x;
    return values;
  };
  const bool changed = p.is_changed();
  const std::vector<double> values = of(p.quantity, changed);
  if (p.over) return ratio_of(values, of(*p.over, changed));
  if (p.compare == Compare::ratio) return ratio_of(values, of(p.quantity, false));
  if (p.compare == Compare::difference) {
    const PairedDifference d = paired_difference(of(p.quantity, false), values);
    return {d.difference, d.standard_error};
  }
  const Summary s = summary_of(values);
  const auto n = static_cast<double>(s.n);
  if (p.statistic == Statistic::sd)
    return {s.sd, s.n > 1 ? s.sd / std::sqrt(2 * (n - 1)) : nothing};
  if (p.statistic == Statistic::spread) return spread_of(values);
  return {s.mean, s.sd / std::sqrt(n)};
}

}  // namespace swadaya
