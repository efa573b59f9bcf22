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
    Keys keys{*node.table(), section_ + "." + key, problems_};
    std::string shape = "uniform";
    keys.choice("distribution", shapes, shape);
    prior.shape =
        static_cast<Shape>(std::find(shapes.begin(), shapes.end(), shape) - shapes.begin());
    for (const bool is_low : {true, false}) {
      double& end = is_low ? prior.range.low : prior.range.high;
      const char* name = is_low ? "low" : "high";
      if (!keys.number(name, -unbounded, unbounded, end)) continue;
      if (end < declared.low || end > declared.high)
        keys.report(*keys.take(name), name,
                    fmt::format("must lie within the declared range, {} to {}", declared.low,
                                declared.high));
    }
    if (prior.shape != Shape::uniform) {
      const auto& [a, b] = names_of(prior.shape);
      need(keys, node, a, prior.shape == Shape::normal ? -unbounded : tiny, prior.a);
      need(keys, node, b, tiny, prior.b);
    }
    keys.refuse_others();
    check_ends(prior, node);
    return prior;
  }

 private:
  static constexpr double tiny = 1e-300;  // greater than 0

  void report(const Node& node, const std::string& key, std::string rule) {
    problems_.push_back(problem_at(node, section_ + "." + key, std::move(rule)));
  }

  void need(Keys& keys, const Node& node, const char* name, double low, double& out) {
    if (keys.number(name, low, unbounded, out) || keys.take(name)) return;
    keys.report(node, name, "must be said for this distribution");
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
