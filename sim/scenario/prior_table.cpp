#include "sim/scenario/prior_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "sim/scenario/keys.hpp"

namespace swadaya {

namespace {

const std::vector<std::string> shapes{"uniform", "normal", "lognormal", "beta"};

// Of a distribution's two numbers.
const std::array<const char*, 2>& names_of(Shape shape) {
  static const std::array<std::array<const char*, 2>, 4> names{
      {{"", ""}, {"mean", "sd"}, {"median", "sigma"}, {"a", "b"}}};
  return names[static_cast<std::size_t>(shape)];
}

class PriorReader {
 public:
  PriorReader(const std::string& section, std::vector<Problem>& problems)
      : section_{section}, problems_{problems} {}

  Prior read(const std::string& key, const Node& node, const Range& declared) {
    Prior prior;
    prior.key = key;
    prior.range = declared;
    if (node.text() && *node.text() == "range") {
      check_ends(prior, node);
      return prior;
    }
    if (!node.table()) {
      report(node, key, "must be \"range\" or a table such as { low = 0, high = 1 }");
      return prior;
    }
    Keys keys{node, prior_keys(), section_ + "." + key, problems_};
    const std::string shape = keys.text("distribution");
    prior.shape =
        static_cast<Shape>(std::find(shapes.begin(), shapes.end(), shape) - shapes.begin());
    for (const bool is_low : {true, false}) {
      const char* name = is_low ? "low" : "high";
      if (!keys.find(name)) continue;
      double& end = is_low ? prior.range.low : prior.range.high;
      end = keys.number(name);
      if (end < declared.low || end > declared.high)
        keys.report(name, fmt::format("must lie within the declared range, {} to {}", declared.low,
                                      declared.high));
    }
    prior.a = number(keys, names_of(prior.shape)[0]);
    prior.b = number(keys, names_of(prior.shape)[1]);
    refuse_others(keys, prior.shape);
    check_ends(prior, node);
    return prior;
  }

 private:
  void report(const Node& node, const std::string& key, std::string rule) {
    problems_.push_back(problem_at(node, section_ + "." + key, std::move(rule)));
  }

  static double number(Keys& keys, const std::string& name) {
    if (name.empty()) return 0;
    if (!keys.said(name)) keys.report(name, "must be said for this distribution");
    return keys.number(name);
  }

  // Numbers of other distributions.
  static void refuse_others(Keys& keys, Shape shape) {
    for (const Shape other : {Shape::normal, Shape::lognormal, Shape::beta})
      for (const char* name : names_of(other))
        if (other != shape && keys.said(name))
          keys.report(name, "means nothing of this distribution",
                      fmt::format("it goes with distribution = \"{}\"",
                                  shapes[static_cast<std::size_t>(other)]));
  }

  void check_ends(const Prior& prior, const Node& node) {
    const Range& range = prior.range;
    const bool is_bounded = std::isfinite(range.low) && std::isfinite(range.high);
    if (!(range.low < range.high))
      report(node, prior.key, "`low` must lie below `high`");
    else if (!is_bounded && (prior.shape == Shape::uniform || prior.shape == Shape::beta))
      report(node, prior.key, "needs both ends: say `low` and `high`");
  }

  const std::string& section_;
  std::vector<Problem>& problems_;
};

void flatten(const Node::Table& table, const std::string& prefix, Node::Table& out) {
  for (const auto& [key, node] : table) {
    const std::string full = prefix.empty() ? key : prefix + "." + key;
    const bool is_prior = node.find("distribution") || node.find("low") || node.find("high");
    if (node.table() && !is_prior && full.find('.') == std::string::npos)
      flatten(*node.table(), full, out);
    else
      out.emplace_back(full, node);
  }
}

}  // namespace

const KeyTable& prior_keys() {
  const auto above_zero = [](const char* name, const char* meaning) {
    KeyInfo info = number_key(name, {0, unbounded}, {}, meaning);
    info.is_above = true;
    return info;
  };
  static const KeyTable table{
      "prior",
      "what is known of a parameter beforehand",
      {choice_key("distribution", shapes, "its shape"),
       number_key("low", {-unbounded, unbounded}, {}, "cut off below; else the declared range's"),
       number_key("high", {-unbounded, unbounded}, {}, "cut off above; else the declared range's"),
       number_key("mean", {-unbounded, unbounded}, {}, "of a normal one"),
       above_zero("sd", "of a normal one"), above_zero("median", "of a lognormal one"),
       above_zero("sigma", "of a lognormal one"), above_zero("a", "of a beta one"),
       above_zero("b", "of a beta one")}};
  return table;
}

Prior read_prior(const std::string& key, const Node& node, const Range& declared,
                 const std::string& section, std::vector<Problem>& problems) {
  return PriorReader{section, problems}.read(key, node, declared);
}

Node::Table table_of(const Prior& prior, const Node& place) {
  Node::Table table;
  const auto add = [&](const char* name, double x) {
    table.emplace_back(name, node_with(place, x));
  };
  table.emplace_back("distribution",
                     node_with(place, shapes[static_cast<std::size_t>(prior.shape)]));
  if (prior.shape != Shape::uniform) {
    add(names_of(prior.shape)[0], prior.a);
    add(names_of(prior.shape)[1], prior.b);
  }
  if (std::isfinite(prior.range.low)) add("low", prior.range.low);
  if (std::isfinite(prior.range.high)) add("high", prior.range.high);
  return table;
}

Node::Table prior_entries(const Node::Table& table) {
  Node::Table entries;
  flatten(table, "", entries);
  // In one order, however they are written.
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return entries;
}

}  // namespace swadaya
