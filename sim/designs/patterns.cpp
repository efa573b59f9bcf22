#include "sim/designs/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/base/statistics.hpp"

namespace swadaya {

namespace {

const std::vector<std::string> keys{"id",     "statement",    "source",    "target", "band",
                                    "weight", "not_measured", "outcome",   "months", "one_minus",
                                    "over",   "set",          "statistic", "compare"};

class Reader {
 public:
  std::vector<Pattern> read(const std::string& file) {
    const Node root = read_toml(file);
    for (const auto& [key, node] : *root.table())
      if (key != "pattern" || !node.list())
        report(node, key, "a file of facts has [[pattern]] tables only");
      else
        for (const Node& entry : *node.list())
          entry.table() ? read_one(entry) : report(entry, "pattern", "must be written [[pattern]]");
    if (patterns_.empty() && problems_.empty())
      problems_.push_back({file, 0, 0, "", "", "has no [[pattern]]", ""});
    if (!problems_.empty()) throw BadInput{problems_};
    return patterns_;
  }

 private:
  void report(const Node& node, const std::string& key, std::string rule,
              std::string suggestion = "") {
    problems_.push_back(problem_at(node, key, std::move(rule), std::move(suggestion)));
  }

  std::string text(const Node& table, const char* key, bool is_needed = true) {
    const Node* node = table.find(key);
    if (node && node->text()) return *node->text();
    if (node || is_needed)
      report(node ? *node : table, std::string{"pattern."} + key, "must be a text in quotes");
    return "";
  }

  // An outcome's index; 0 and a problem where there is none.
  std::size_t outcome(const Node& table) {
    const std::string name = text(table, "outcome");
    if (const auto index = outcome_index(name)) return *index;
    if (const Node* node = table.find("outcome"); node && node->text()) {
      std::vector<std::string> names;
      for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
      report(*node, "pattern.outcome", "there is no such outcome", nearest_of(name, names));
    }
    return 0;
  }

  bool flag(const Node& table, const char* key) {
    const Node* node = table.find(key);
    if (!node) return false;
    if (const bool* value = std::get_if<bool>(&node->value)) return *value;
    report(*node, fmt::format("pattern.{}", key), "must be true or false");
    return false;
  }

  int month(const Node& node) {
    const double* m = node.number();
    if (m && *m >= 0 && *m <= 1200 && *m == std::floor(*m)) return static_cast<int>(*m);
    report(node, "pattern.months", "must be a whole month between 0 and 1200");
    return 0;
  }

  // One of the options; the first where the key is missing.
  std::size_t choice(const Node& table, const char* key, const std::vector<std::string>& options) {
    const Node* node = table.find(key);
    if (!node) return 0;
    const auto at = std::find(options.begin(), options.end(), node->text() ? *node->text() : "");
    if (at != options.end()) return static_cast<std::size_t>(at - options.begin());
    report(*node, std::string{"pattern."} + key,
           fmt::format("must be one of {}", fmt::join(options, ", ")));
    return 0;
  }

  void read_one(const Node& table) {
    for (const auto& [key, node] : *table.table())
      if (std::find(keys.begin(), keys.end(), key) == keys.end())
        report(node, "pattern." + key, "there is no such key", nearest_of(key, keys));
    Pattern p;
    p.id = text(table, "id");
    p.statement = text(table, "statement");
    p.source = text(table, "source");
    p.target = text(table, "target");
    const Node* weight = table.find("weight");
    if (weight && weight->number() && *weight->number() >= 1 && *weight->number() <= 3)
      p.weight = static_cast<int>(*weight->number());
    else
      report(weight ? *weight : table, "pattern.weight", "must be 1, 2 or 3 (hard)");
    p.not_measured = text(table, "not_measured", false);
    if (!p.not_measured.empty()) {
      patterns_.push_back(std::move(p));
      return;
    }
    const Node* band = table.find("band");
    if (band && band->list() && band->list()->size() == 2 && (*band->list())[0].number() &&
        (*band->list())[1].number() && *(*band->list())[0].number() < *(*band->list())[1].number())
      p.low = *(*band->list())[0].number(), p.high = *(*band->list())[1].number();
    else
      report(band ? *band : table, "pattern.band", "must be [low, high], inf allowed");
    p.quantity.outcome = outcome(table);
    p.quantity.one_minus = flag(table, "one_minus");
    p.is_sd = choice(table, "statistic", {"mean", "sd"}) == 1;
    p.compare = static_cast<Compare>(choice(table, "compare", {"none", "difference", "ratio"}));
    if (const Node* over = table.find("over")) {
      if (over->table() && over->find("month"))
        p.over = Quantity{outcome(*over), month(*over->find("month")), flag(*over, "one_minus")};
      else
        report(*over, "pattern.over", "must be { outcome = \"...\", month = ... }");
    }
    if (const Node* set = table.find("set")) {
      if (set->table())
        p.set = flattened(*set->table());
      else
        report(*set, "pattern.set", "must be a table: set = { \"lending.norm\" = 0.2 }");
    }
    if (p.compare != Compare::none && p.set.empty())
      report(table, "pattern.compare",
             "compares with the scenario as it is: `set` must say a change");
    const Node* months = table.find("months");
    if (!months || !months->list() || months->list()->empty())
      return report(months ? *months : table, "pattern.months", "must be a list of months");
    for (const Node& entry : *months->list()) {
      p.quantity.month = month(entry);
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

}  // namespace

std::vector<Pattern> read_patterns(const std::string& file) { return Reader{}.read(file); }

Measure measured(const Pattern& p, const ValuesOf& values_of) {
  const auto of = [&](const Quantity& quantity, bool changed) {
    std::vector<double> values = values_of(quantity, changed);
    if (quantity.one_minus)
      for (double& x : values) x = 1 - x;
    return values;
  };
  const bool changed = !p.set.empty();
  const std::vector<double> values = of(p.quantity, changed);
  if (p.over) return ratio_of(values, of(*p.over, changed));
  if (p.compare == Compare::ratio) return ratio_of(values, of(p.quantity, false));
  if (p.compare == Compare::difference) {
    const PairedDifference d = paired_difference(of(p.quantity, false), values);
    return {d.difference, d.standard_error};
  }
  const Summary s = summary_of(values);
  const auto n = static_cast<double>(s.n);
  if (p.is_sd) return {s.sd, s.n > 1 ? s.sd / std::sqrt(2 * (n - 1)) : nothing};
  return {s.mean, s.sd / std::sqrt(n)};
}

}  // namespace swadaya
