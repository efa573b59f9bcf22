#include "sim/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <set>

#include "sim/csv.hpp"
#include "sim/design.hpp"
#include "sim/outcome.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_points = 100000;

// One swept parameter: listed values, or a range.
struct Axis {
  std::string key;
  std::vector<decltype(Node::value)> values;  // listed, or one a step
  double low = 0, high = 0;                   // of a range
  bool is_whole = false;
  Node place;

  bool is_range() const { return values.empty(); }
  // At u within [0, 1).
  decltype(Node::value) at(double u) const {
    if (!is_range()) {
      const auto n = static_cast<double>(values.size());
      return values[static_cast<std::size_t>(std::min(u * n, n - 1))];
    }
    // Whole numbers get slices of equal width.
    if (is_whole) return std::min(high, std::floor(low + u * (high - low + 1)));
    return low + u * (high - low);
  }
};

class Expansion {
 public:
  Expansion(Draft& draft, const Catalogue& catalogue, std::uint64_t seed,
            std::vector<Problem>& problems)
      : draft_{draft},
        catalogue_{catalogue},
        seed_{seed},
        problems_{problems},
        sweep_{draft.sweep} {}

  void expand() {
    const std::size_t before = problems_.size();
    std::string design = "grid";
    for (const auto& [key, node] : *sweep_.table())
      if (key == "design" && node.text())
        design = *node.text();
      else if (key == "points" && node.number() && *node.number() >= 1 &&
               *node.number() <= most_points && *node.number() == std::floor(*node.number()))
        points_ = static_cast<std::size_t>(*node.number());
      else if (key == "points")
        report(node, key, fmt::format("must be a whole number between 1 and {}", most_points));
      else if (key != "parameters" && key != "file")
        report(node, key, "there is no such key",
               "a sweep has `design`, `points`, `file` and [sweep.parameters]");
    const std::vector<std::string> designs{"grid", "lhs", "sobol", "list"};
    if (std::find(designs.begin(), designs.end(), design) == designs.end())
      return report(*sweep_.find("design"), "design", "must be grid, lhs, sobol or list",
                    "nearest: " + nearest_name(design, designs));
    if (design == "list") return expand_list();
    read_axes(design == "grid");
    if (axes_.empty() && problems_.size() == before)
      report(sweep_, "parameters", "there is no parameter to sweep",
             "say which under [sweep.parameters]");
    if (problems_.size() != before) return;
    if (design == "grid") return expand_grid();
    const Points cube = design == "lhs" ? latin_hypercube(points_, axes_.size(), seed_)
                                        : sobol_points(points_, axes_.size(), seed_);
    for (const std::vector<double>& u : cube) {
      Node::Table set;
      for (std::size_t d = 0; d < axes_.size(); ++d)
        set.emplace_back(axes_[d].key, with(axes_[d].place, axes_[d].at(u[d])));
      add(std::move(set));
    }
  }

 private:
  void report(const Node& node, const std::string& key, std::string rule,
              std::string suggestion = "") {
    problems_.push_back(problem_at(node, "sweep." + key, std::move(rule), std::move(suggestion)));
  }

  static Node with(const Node& place, decltype(Node::value) value) {
    Node node = place;
    node.value = std::move(value);
    return node;
  }

  void add(Node::Table set) {
    Node::Table variant{{"name", with(sweep_, fmt::format("p{}", draft_.variants.size() + 1))}};
    std::string title;  // "norm 0.5, tau 0.2"
    for (const auto& [key, node] : set)
      title += fmt::format("{}{} {}", title.empty() ? "" : ", ", key.substr(key.find('.') + 1),
                           text_of(node));
    variant.emplace_back("title", with(sweep_, std::move(title)));
    variant.emplace_back("set", with(sweep_, std::move(set)));
    draft_.variants.push_back(with(sweep_, std::move(variant)));
    draft_.is_experiment = true;
  }

  // What the program knows of a key; nullptr where it is unknown, which is found out later.
  const ParameterInfo* info_of(const std::string& key) const {
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
    const auto chosen = draft_.settings.find("models." + section);
    const auto at = static_cast<Slot>(slot - slot_names.begin());
    const ModelInfo* model = chosen != draft_.settings.end() && chosen->second.node.text()
                                 ? catalogue_.find(at, *chosen->second.node.text())
                                 : &catalogue_.default_of(at);
    return model ? among(model->parameters) : nullptr;
  }

  void read_axes(bool is_grid) {
    const Node* parameters = sweep_.find("parameters");
    if (!parameters || !parameters->table()) return;
    Node::Table entries;
    flatten(*parameters->table(), "", entries);
    for (const auto& [key, node] : entries) {
      Axis axis;
      axis.key = key;
      axis.place = node;
      const ParameterInfo* info = info_of(key);
      axis.is_whole = info && info->kind == Kind::whole;
      std::size_t steps = 0;
      if (node.list()) {
        for (const Node& value : *node.list()) axis.values.push_back(value.value);
        if (axis.values.empty()) report(node, "parameters." + key, "must have a value");
      } else if (node.text() && *node.text() == "range") {
        if (!take_declared(axis, info, node)) continue;
      } else if (node.table()) {
        if (!take_range(axis, info, node, steps)) continue;
      } else {
        report(node, "parameters." + key,
               "must be a list of values, { low = ..., high = ..., steps = ... } or \"range\"");
        continue;
      }
      if (is_grid && axis.is_range()) spread(axis, steps == 0 ? 5 : steps);
      axes_.push_back(std::move(axis));
    }
  }

  // {lending = {norm = [...]}} and {"lending.norm" = [...]} are the same; a table of low, high and
  // steps ends the way down.
  static void flatten(const Node::Table& table, const std::string& prefix, Node::Table& out) {
    for (const auto& [key, node] : table) {
      const std::string full = prefix.empty() ? key : prefix + "." + key;
      if (node.table() && !node.find("low") && !node.find("high"))
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

  bool take_range(Axis& axis, const ParameterInfo* info, const Node& node, std::size_t& steps) {
    const Node *low = node.find("low"), *high = node.find("high"), *count = node.find("steps");
    const bool numbers = low && high && low->number() && high->number();
    const bool counted =
        !count || (count->number() && *count->number() >= 2 && *count->number() <= 10000 &&
                   *count->number() == std::floor(*count->number()));
    if (!numbers || *low->number() >= *high->number() || !counted ||
        node.table()->size() != (count ? 3u : 2u)) {
      report(node, "parameters." + axis.key,
             "must have numbers `low` < `high`, and `steps` of 2 or more if any");
      return false;
    }
    axis.low = *low->number(), axis.high = *high->number();
    if (count) steps = static_cast<std::size_t>(*count->number());
    for (const double end : {axis.low, axis.high})
      if (info)
        if (const std::string rule = broken_rule(*info, end); !rule.empty()) {
          report(node, "parameters." + axis.key, rule);
          return false;
        }
    return true;
  }

  static void spread(Axis& axis, std::size_t steps) {
    std::set<double> values;
    for (std::size_t i = 0; i < steps; ++i) {
      const double x = axis.low + (axis.high - axis.low) * static_cast<double>(i) /
                                      static_cast<double>(steps - 1);
      values.insert(axis.is_whole ? std::round(x) : x);
    }
    axis.values.assign(values.begin(), values.end());
  }

  void expand_grid() {
    std::vector<std::size_t> levels;
    double count = 1;
    for (const Axis& axis : axes_) {
      levels.push_back(axis.values.size());
      count *= static_cast<double>(axis.values.size());
    }
    if (count > most_points)
      return report(sweep_, "parameters",
                    fmt::format("make {:.0f} points; there may be {}", count, most_points),
                    "fewer steps, or design = \"sobol\"");
    for (const std::vector<std::size_t>& point : full_grid(levels)) {
      Node::Table set;
      for (std::size_t d = 0; d < axes_.size(); ++d)
        set.emplace_back(axes_[d].key, with(axes_[d].place, axes_[d].values[point[d]]));
      add(std::move(set));
    }
  }

  void expand_list() {
    const Node* file = sweep_.find("file");
    if (!file || !file->text())
      return report(sweep_, "file", "a list needs a CSV file of points",
                    "file = \"points.csv\", its heading names the parameters");
    std::filesystem::path path{*file->text()};
    if (path.is_relative() && file->file)
      path = std::filesystem::path{*file->file}.parent_path() / path;
    try {
      const Csv csv = read_csv(path.string());
      const auto source = std::make_shared<const std::string>(path.string());
      for (const Csv::Row& row : csv.rows) {
        Node::Table set;
        for (std::size_t c = 0; c < csv.names.size(); ++c) {
          Node value = toml_value(row.fields[c], csv.names[c]);
          value.file = source;
          value.line = row.line;
          set.emplace_back(csv.names[c], std::move(value));
        }
        add(std::move(set));
      }
    } catch (const BadInput& bad) {
      problems_.insert(problems_.end(), bad.problems().begin(), bad.problems().end());
    }
  }

  Draft& draft_;
  const Catalogue& catalogue_;
  std::uint64_t seed_;
  std::vector<Problem>& problems_;
  const Node sweep_;
  std::size_t points_ = 64;
  std::vector<Axis> axes_;
};

}  // namespace

void expand_sweep(Draft& draft, const Catalogue& catalogue, std::uint64_t seed,
                  std::vector<Problem>& problems) {
  Expansion{draft, catalogue, seed, problems}.expand();
}

std::vector<std::string> swept_keys(const Experiment& experiment) {
  std::vector<std::string> keys;
  const Values& first = experiment.variants[0].scenario.values;
  for (const auto& [key, value] : first)
    for (const Variant& variant : experiment.variants) {
      const auto at = variant.scenario.values.find(key);
      if (at != variant.scenario.values.end() && at->second == value) continue;
      keys.push_back(key);
      break;
    }
  return keys;
}

std::string sweep_csv(const Experiment& experiment, const Store& store,
                      const Catalogue& catalogue) {
  const std::vector<std::string> keys = swept_keys(experiment);
  std::map<std::string, const ParameterInfo*> infos;
  for (const auto& [section, parameters] : common_sections())
    for (const ParameterInfo& info : *parameters) infos[section + "." + info.name] = &info;
  for (std::size_t s = 0; s < slot_count; ++s)
    if (const ModelInfo* model =
            catalogue.find(static_cast<Slot>(s), experiment.variants[0].scenario.models[s]))
      for (const ParameterInfo& info : model->parameters)
        infos[std::string{slot_names[s]} + "." + info.name] = &info;

  std::string text = "point";
  for (const std::string& key : keys) text += "," + key;
  text += ",outcome,month,n,mean,sd,low,high\n";
  const auto cell = [](double x) { return std::isfinite(x) ? fmt::format("{:.10g}", x) : ""; };
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    std::string point = store.variants()[v].name;
    for (const std::string& key : keys) {
      const auto at = experiment.variants[v].scenario.values.find(key);
      std::string value = at == experiment.variants[v].scenario.values.end() || !infos.contains(key)
                              ? ""
                              : text_of(*infos.at(key), at->second);
      std::erase(value, '"');
      point += value.find(',') == std::string::npos ? "," + value : ",\"" + value + "\"";
    }
    const Sample sample = store.sample(v, experiment.months_shown);
    for (const int month : experiment.months_shown)
      for (const std::string& name : experiment.outcomes) {
        const auto values = sample.values(month, *outcome_index(name));
        const Summary s = summary_of(values);
        const std::vector<double> zeros(values.size(), 0.0);
        const PairedDifference mean = paired_difference(zeros, values);
        text += fmt::format("{},{},{},{},{},{},{},{}\n", point, name, month, s.n, cell(s.mean),
                            cell(s.sd), cell(mean.low), cell(mean.high));
      }
  }
  return text;
}

std::vector<double> rank_correlations(const Experiment& experiment, const Store& store, int month,
                                      std::size_t outcome) {
  std::vector<double> means;
  for (std::size_t v = 0; v < experiment.variants.size(); ++v)
    means.push_back(summary_of(store.values(v, month, outcome)).mean);
  std::vector<double> correlations;
  for (const std::string& key : swept_keys(experiment)) {
    std::vector<double> x, y;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
      const Values& values = experiment.variants[v].scenario.values;
      const auto at = values.find(key);
      const double* number = at == values.end() ? nullptr : std::get_if<double>(&at->second);
      if (number && std::isfinite(means[v])) x.push_back(*number), y.push_back(means[v]);
    }
    correlations.push_back(x.size() > 1 ? correlation(midranks_of(x), midranks_of(y)) : nothing);
  }
  return correlations;
}

}  // namespace swadaya
