#include "sim/designs/axes.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/notes.hpp"
#include "sim/scenario/keys.hpp"

namespace swadaya {

namespace {

// How a grid takes values of a range: so many, or so far apart.
struct Spread {
  std::size_t steps = 5;
  double step = 0;
};

const KeyTable& axis_keys() {
  static const KeyTable table{
      "parameters",
      "the range of a parameter",
      {needed(number_key("low", {-unbounded, unbounded}, {}, "its low end")),
       needed(number_key("high", {-unbounded, unbounded}, {}, "its high end, `low` < `high`")),
       whole_key("steps", {2, 10000}, Spread{}.steps, "values that a grid takes of it"),
       number_key("step", {1e-12, unbounded}, {},
                  "from one value of a grid to the next, instead of `steps`")}};
  return table;
}

class AxisReader {
 public:
  AxisReader(const Draft& draft, const Node& table, const std::string& section,
             const Catalogue& catalogue, std::vector<Problem>& problems)
      : draft_{draft},
        table_{table},
        section_{section},
        catalogue_{catalogue},
        problems_{problems} {}

  std::vector<Axis> read(bool is_grid) {
    std::vector<Axis> axes;
    const Node* parameters = table_.find("parameters");
    if (!parameters || !parameters->table()) return axes;
    Node::Table entries;
    flatten(*parameters->table(), "", entries);
    for (const auto& [key, node] : entries) {
      Axis axis;
      axis.key = key;
      axis.place = node;
      const ParameterInfo* info = parameter_of(draft_, catalogue_, key);
      axis.is_whole = info && info->kind == Kind::whole;
      Spread spread_of;
      if (node.list()) {
        for (const Node& value : *node.list()) axis.values.push_back(value.value);
        if (axis.values.empty()) {
          report(node, "parameters." + key, "must have a value");
          continue;
        }
      } else if (node.text() && *node.text() == "range") {
        if (!take_declared(axis, info, node)) continue;
      } else if (node.table()) {
        if (!take_range(axis, info, node, spread_of)) continue;
      } else {
        report(node, "parameters." + key,
               "must be a list of values, { low = ..., high = ..., steps = ... } or \"range\"");
        continue;
      }
      if (is_grid && axis.is_range()) spread(axis, spread_of);
      axes.push_back(std::move(axis));
    }
    return axes;
  }

 private:
  void report(const Node& node, const std::string& key, std::string rule,
              std::string suggestion = "") {
    problems_.push_back(
        problem_at(node, section_ + "." + key, std::move(rule), std::move(suggestion)));
  }

  // {lending = {norm = [...]}} and {"lending.norm" = [...]} are the same; a table with low, high or
  // steps ends the way down.
  static void flatten(const Node::Table& table, const std::string& prefix, Node::Table& out) {
    for (const auto& [key, node] : table) {
      const std::string full = prefix.empty() ? key : prefix + "." + key;
      const auto& keys = axis_keys().keys;
      if (node.table() && std::none_of(keys.begin(), keys.end(),
                                       [&](const KeyInfo& info) { return node.find(info.name); }))
        flatten(*node.table(), full, out);
      else
        out.emplace_back(full, node);
    }
  }

  bool take_declared(Axis& axis, const ParameterInfo* info, const Node& node) {
    if (!info) {
      report(node, "parameters." + axis.key, "there is no such parameter here");
      return false;
    }
    if (info->kind == Kind::flag || info->kind == Kind::choice) {
      for (std::size_t i = 0; i < std::max<std::size_t>(2, info->choices.size()); ++i)
        axis.values.push_back(info->kind == Kind::flag ? decltype(Node::value){i == 1}
                                                       : decltype(Node::value){info->choices[i]});
      return true;
    }
    axis.low = info->range.low, axis.high = info->range.high;
    if ((info->kind == Kind::number || info->kind == Kind::whole) && std::isfinite(axis.low) &&
        std::isfinite(axis.high))
      return true;
    report(node, "parameters." + axis.key, "has no range of its own",
           "say one: { low = ..., high = ... }");
    return false;
  }

  bool take_range(Axis& axis, const ParameterInfo* info, const Node& node, Spread& spread) {
    const std::size_t before = problems_.size();
    Keys keys{node, axis_keys(), section_ + ".parameters." + axis.key, problems_};
    if (problems_.size() != before) return false;
    axis.low = keys.number("low"), axis.high = keys.number("high");
    spread.steps = keys.whole<std::size_t>("steps");
    spread.step = keys.number("step");
    if (axis.low >= axis.high) {
      report(node, "parameters." + axis.key, "must have numbers `low` < `high`");
      return false;
    }
    if (keys.said("step") && keys.said("steps")) {
      keys.report("step", "stands beside `steps`: one of them is enough");
      return false;
    }
    if (spread.step > 0 && (axis.high - axis.low) / spread.step > 10000) {
      keys.report("step", "makes more than 10,000 values");
      return false;
    }
    for (const double end : {axis.low, axis.high})
      if (info)
        if (const std::string rule = broken_rule(*info, end); !rule.empty()) {
          report(node, "parameters." + axis.key, rule);
          return false;
        }
    return true;
  }

  // As people write it: 0.3, where sums of steps come to 0.30000000000000004.
  static double as_written(double x) { return number_of(fmt::format("{:.15g}", x)).value_or(x); }

  void spread(Axis& axis, const Spread& spread) const {
    std::size_t last = spread.steps - 1;
    double step = (axis.high - axis.low) / static_cast<double>(last);
    if (spread.step > 0) {
      const double whole = (axis.high - axis.low) / spread.step;
      last = static_cast<std::size_t>(std::floor(whole * (1 + 1e-12) + 1e-12));
      step = spread.step;
      if (std::abs(whole - std::round(whole)) > 1e-9)
        note(fmt::format("{}: {}.parameters.{}: steps of {} from {} end at {}, below {}",
                         axis.place.file ? *axis.place.file : "", section_, axis.key, step,
                         axis.low, as_written(axis.low + step * static_cast<double>(last)),
                         axis.high));
    }
    std::set<double> values;
    for (std::size_t i = 0; i <= last; ++i) {
      const double x = i == last && spread.step == 0
                           ? axis.high
                           : as_written(axis.low + step * static_cast<double>(i));
      values.insert(axis.is_whole ? std::round(x) : x);
    }
    axis.values.assign(values.begin(), values.end());
  }

  const Draft& draft_;
  const Node& table_;
  const std::string& section_;
  const Catalogue& catalogue_;
  std::vector<Problem>& problems_;
};

}  // namespace

KeyInfo axes_key(std::string meaning) {
  return key_of(KeyKind::moved, "parameters", "by parameter " + std::move(meaning), axis_keys);
}

decltype(Node::value) Axis::at(double u) const {
  if (!is_range()) {
    const auto n = static_cast<double>(values.size());
    return values[static_cast<std::size_t>(std::min(u * n, n - 1))];
  }
  // Whole numbers get slices of equal width.
  if (is_whole) return std::min(high, std::floor(low + u * (high - low + 1)));
  // Walks go on a grid, too: what is a rounding away from a short number is that number.
  const double x = low + u * (high - low), size = std::max(std::abs(low), std::abs(high));
  const double written = number_of(fmt::format("{:.9g}", x)).value_or(x);
  return std::abs(x - written) <= 1e-15 * size ? written : x;
}

const ParameterInfo* parameter_of(const Draft& draft, const Catalogue& catalogue,
                                  const std::string& key) {
  const std::string section = key.substr(0, key.find('.'));
  const auto among = [&](const std::vector<ParameterInfo>& infos) -> const ParameterInfo* {
    for (const ParameterInfo& info : infos)
      if (section + "." + info.name == key) return &info;
    return nullptr;
  };
  for (const auto& [name, infos] : common_sections())
    if (name == section) return among(*infos);
  const auto slot = std::find(slot_names.begin(), slot_names.end(), section);
  if (slot == slot_names.end()) return nullptr;
  const auto chosen = draft.settings.find("models." + section);
  const auto at = static_cast<Slot>(slot - slot_names.begin());
  const ModelInfo* model = chosen != draft.settings.end() && chosen->second.node.text()
                               ? catalogue.find(at, *chosen->second.node.text())
                               : &catalogue.default_of(at);
  return model ? among(model->parameters) : nullptr;
}

std::vector<Axis> read_axes(const Draft& draft, const Node& table, const std::string& section,
                            bool is_grid, const Catalogue& catalogue,
                            std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  std::vector<Axis> axes = AxisReader{draft, table, section, catalogue, problems}.read(is_grid);
  if (axes.empty() && problems.size() == before)
    problems.push_back(problem_at(table, section + ".parameters", "there is no parameter to move",
                                  "say which under [" + section + ".parameters]"));
  return axes;
}

namespace {

// Of a number no more digits than a reader takes in; its setting has them all.
std::string short_text(const Node& node) {
  constexpr std::size_t most_characters = 8;
  const std::string text = text_of(node);
  return node.number() && text.size() > most_characters ? fmt::format("{:.6g}", *node.number())
                                                        : text;
}

}  // namespace

void add_point(Draft& draft, const Node& place, Node::Table set) {
  Node::Table variant;
  variant.reserve(3);
  variant.emplace_back("name", node_with(place, fmt::format("p{}", draft.variants.size() + 1)));
  std::string title;  // "norm 0.5, tau 0.2"
  for (const auto& [key, node] : set)
    title += fmt::format("{}{} {}", title.empty() ? "" : ", ", key.substr(key.find('.') + 1),
                         short_text(node));
  variant.emplace_back("title", node_with(place, std::move(title)));
  variant.emplace_back("set", node_with(place, std::move(set)));
  draft.variants.push_back(node_with(place, std::move(variant)));
  draft.is_experiment = true;
}

void add_point(Draft& draft, const Node& place, const std::vector<Axis>& axes,
               const std::vector<double>& coordinates) {
  Node::Table set;
  for (std::size_t d = 0; d < axes.size(); ++d)
    set.emplace_back(axes[d].key, node_with(axes[d].place, axes[d].at(coordinates[d])));
  add_point(draft, place, std::move(set));
}

}  // namespace swadaya
