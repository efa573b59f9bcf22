#include "sim/designs/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/exact.hpp"
#include "sim/base/notes.hpp"
#include "sim/base/paired.hpp"
#include "sim/designs/axes.hpp"
#include "sim/designs/constant.hpp"
#include "sim/designs/design.hpp"
#include "sim/month/outcome.hpp"
#include "sim/results/labels.hpp"
#include "sim/scenario/branch.hpp"
#include "sim/world/sobol.hpp"

namespace swadaya {

namespace {

class Expansion {
 public:
  Expansion(Draft& draft, const Catalogue& catalogue, std::uint64_t seed,
            std::vector<Problem>& problems)
      : draft_{draft},
        catalogue_{catalogue},
        seed_{seed},
        problems_{problems},
        sweep_{*draft.design(sweep_design().table.name)},
        keys_{sweep_, sweep_design().table, sweep_design().table.name, problems} {}

  void expand() {
    const std::size_t before = problems_.size();
    const std::string design = keys_.text("design");
    const auto points = keys_.whole<std::size_t>("points");
    if (design == "list") return expand_list();
    axes_ = read_axes(draft_, sweep_, sweep_design().table.name, design == "grid", catalogue_,
                      problems_);
    if (problems_.size() != before) return;
    if (design == "grid") return expand_grid();
    if (design == "sobol") advise_power_of_two("sweep.points", points);
    const Points cube = design == "lhs" ? latin_hypercube(points, axes_.size(), seed_)
                                        : sobol_points(points, axes_.size(), seed_);
    for (const std::vector<double>& u : cube) add_point(draft_, sweep_, axes_, u);
  }

 private:
  void expand_grid() {
    std::vector<std::size_t> levels;
    double count = 1;
    for (const Axis& axis : axes_) {
      levels.push_back(axis.values.size());
      count *= static_cast<double>(axis.values.size());
    }
    if (count > most_points)
      return keys_.report("parameters",
                          fmt::format("make {:.0f} points; there may be {}", count, most_points),
                          "fewer steps, or design = \"sobol\"");
    for (const std::vector<std::size_t>& point : full_grid(levels)) {
      Node::Table set;
      for (std::size_t d = 0; d < axes_.size(); ++d)
        set.emplace_back(axes_[d].key, node_with(axes_[d].place, axes_[d].values[point[d]]));
      add_point(draft_, sweep_, std::move(set));
    }
  }

  void expand_list() {
    const Node* file = keys_.find("file");
    if (!file)
      return keys_.report("file", "a list needs a CSV file of points",
                          "file = \"points.csv\", its heading names the parameters");
    std::filesystem::path path{*file->text()};
    if (path.is_relative() && file->file)
      path = std::filesystem::path{*file->file}.parent_path() / path;
    try {
      add_rows(read_csv(path.string()));
    } catch (const BadInput& bad) {
      problems_.insert(problems_.end(), bad.problems().begin(), bad.problems().end());
    }
  }

  void add_rows(const Csv& csv) {
    Reading reading{.file = csv.file, .words = "", .rows = csv.rows.size()};
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < csv.names.size(); ++c) {
      const bool counts = csv.names[c].find('.') == std::string::npos && is_index(csv, c);
      (counts ? reading.left : reading.used)
          .push_back(csv.names[c].empty() ? fmt::format("column {}", c + 1) : csv.names[c]);
      if (!counts) columns.push_back(c);
    }
    check_headings(csv, problems_);
    const auto source = std::make_shared<const std::string>(csv.file);
    std::map<std::vector<std::string>, int> line_of;
    std::vector<std::string> repeats;
    for (const Csv::Row& row : csv.rows) {
      if (const auto [at, is_new] = line_of.emplace(row.fields, row.line); !is_new)
        repeats.push_back(fmt::format("line {} as {}", row.line, at->second));
      Node::Table set;
      for (const std::size_t c : columns) {
        Node value = value_of(csv.names[c], row.fields[c]);
        value.file = source;
        value.line = row.line;
        if (is_missing(row.fields[c]))
          problems_.push_back({csv.file, row.line, 0, csv.names[c], row.fields[c],
                               "has no value; a point says all that its heading names", ""});
        else
          set.emplace_back(csv.names[c], std::move(value));
      }
      add_point(draft_, sweep_, std::move(set));
    }
    if (!reading.left.empty())
      reading.words = "left alone, as it counts the rows: " + reading.left[0];
    if (!repeats.empty())
      reading.words += fmt::format("{}the same point again: {}", reading.words.empty() ? "" : "; ",
                                   fmt::join(repeats, ", "));
    note(reading);
  }

  // A cell as a file of ours would say it: programs write TRUE and FALSE, people yes and no.
  Node value_of(const std::string& key, const std::string& field) const {
    Node node = toml_value(field, key);
    const ParameterInfo* info = parameter_of(draft_, catalogue_, key);
    const std::string word = lower_case(field);
    const bool is_flag = word == "true" || word == "false" || (info && info->kind == Kind::flag);
    if (const auto flag = yes_or_no(field); flag && is_flag) node.value = *flag;
    return node;
  }

  Draft& draft_;
  const Catalogue& catalogue_;
  std::uint64_t seed_;
  std::vector<Problem>& problems_;
  const Node sweep_;
  Keys keys_;
  std::vector<Axis> axes_;
};

}  // namespace

const Design& sweep_design() {
  static const Design design{
      .table = {"sweep",
                "many points of some parameters",
                {choice_key("design", {"grid", "lhs", "sobol", "list"},
                            "how points are chosen: all combinations, a maximin Latin hypercube, "
                            "scrambled Sobol points, or those of a file"),
                 whole_key("points", {1, most_points}, 64, "number of points, lhs and sobol"),
                 text_key("file", "CSV of points: the heading names parameters, a point a line"),
                 axes_key("a list of values, { low, high, steps } or \"range\"")}},
      .names = {"sweep"},
      .command = "sweep",
      .does = "Runs a scenario at many points of its parameters: grid, lhs, sobol, list",
      .example = "scenarios/lenteng-agung/sweep.toml",
      .called = "a sweep",
      .expand = expand_sweep};
  return design;
}

void expand_sweep(Draft& draft, Experiment&, const Catalogue& catalogue, std::uint64_t seed,
                  std::vector<Problem>& problems) {
  Expansion{draft, catalogue, seed, problems}.expand();
}

std::vector<std::string> swept_keys(const Experiment& experiment) {
  // Keys of a scenario stand in order of the alphabet, so that two are compared in one pass. What
  // another model of a variant adds isn't the first variant's.
  const Values first = settings_of(experiment, 0);
  std::vector<bool> differs(first.size(), false);
  for (std::size_t v = 1; v < experiment.variants.size(); ++v) {
    const Values own = settings_of(experiment, v);
    auto at = own.begin();
    std::size_t k = 0;
    for (const auto& [key, value] : first) {
      while (at != own.end() && at->first < key) ++at;
      if (at == own.end() || at->first != key || at->second != value) differs[k] = true;
      ++k;
    }
  }
  std::vector<std::string> keys;
  std::size_t k = 0;
  for (const auto& [key, value] : first)
    if (differs[k++]) keys.push_back(key);
  return keys;
}

std::string span_text(const Experiment& experiment, const std::string& key,
                      const ParameterInfo& info) {
  constexpr std::size_t most_texts = 64;
  double low = unbounded, high = -unbounded;
  std::set<std::string> texts;
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    const Value* value = setting_of(experiment, v, key);
    if (!value) continue;
    const double* number = std::get_if<double>(value);
    if (number && info.kind != Kind::flag && info.kind != Kind::choice)
      low = std::min(low, *number), high = std::max(high, *number);
    else
      texts.insert(text_of(info, *value));
  }
  if (texts.empty()) return fmt::format("{:.6g} to {:.6g}", low, high);
  if (texts.size() > most_texts) return fmt::format("{} values", texts.size());
  return fmt::format("{}", fmt::join(texts, ", "));
}

std::string sweep_csv(const Experiment& experiment, const Results& store,
                      const Catalogue& catalogue) {
  const std::vector<std::string> keys = swept_keys(experiment);
  std::map<std::string, const ParameterInfo*> infos;
  for (const auto& [section, parameters] : sections_of(experiment.variants[0].scenario, catalogue))
    for (const ParameterInfo& info : *parameters) infos[section + "." + info.name] = &info;

  std::string text = "point";
  for (const std::string& key : keys) text += "," + key;
  text += ",outcome,month,n,mean,sd,low,high\n";
  const auto cell = [](double x) { return std::isfinite(x) ? fmt::format("{:.10g}", x) : ""; };
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    std::string point = csv_field(store.variants()[v].name);
    const Values settings = settings_of(experiment, v);
    for (const std::string& key : keys) {
      const auto at = settings.find(key);
      std::string value =
          at == settings.end() || !infos.contains(key) ? "" : text_of(*infos.at(key), at->second);
      std::erase(value, '"');
      point += "," + csv_field(value);
    }
    const Sample sample = store.sample(v, experiment.months_shown);
    for (const int month : experiment.months_shown)
      for (const std::string& name : experiment.outcomes) {
        const auto values = sample.values(month, *outcome_index(name));
        const Summary s = summary_of(values);
        const std::vector<double> zeros(values.size(), 0.0);
        const PairedDifference mean =
            mean_within(paired_difference(zeros, values), outcomes()[*outcome_index(name)]);
        text += fmt::format("{},{},{},{},{},{},{},{}\n", point, name, month, s.n, cell(s.mean),
                            cell(s.sd), cell(mean.low), cell(mean.high));
      }
  }
  return text;
}

std::vector<double> rank_correlations(const Experiment& experiment,
                                      const std::vector<std::string>& keys,
                                      const std::vector<double>& means) {
  std::vector<double> correlations;
  const std::vector<double> settled = without_rounding(means);
  for (const std::string& key : keys) {
    std::vector<double> x, y;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
      const Value* setting = setting_of(experiment, v, key);
      const double* number = setting ? std::get_if<double>(setting) : nullptr;
      if (number && std::isfinite(means[v])) x.push_back(*number), y.push_back(settled[v]);
    }
    correlations.push_back(x.size() > 1 ? correlation(midranks_of(x), midranks_of(y)) : nothing);
  }
  return correlations;
}

CorrelationInterval correlation_interval(double correlation, std::size_t n, std::size_t looked_at) {
  if (n < 4 || !std::isfinite(correlation)) return {nothing, nothing};
  // A correlation of 1 has an interval, too: the next one below it that n points can have.
  const double most = 1 - 1 / static_cast<double>(n * n);
  const double r = std::clamp(correlation, -most, most);
  const double share = 0.05 / static_cast<double>(std::max<std::size_t>(looked_at, 1));
  const double half =
      normal_quantile(1 - share / 2) * std::sqrt((1 + r * r / 2) / static_cast<double>(n - 3));
  return {std::tanh(std::atanh(r) - half), std::tanh(std::atanh(r) + half)};
}

}  // namespace swadaya
