#include "sim/designs/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/base/paired.hpp"
#include "sim/base/unpaired.hpp"
#include "sim/designs/constant.hpp"
#include "sim/designs/smoothing.hpp"
#include "sim/report/parts.hpp"
#include "sim/results/labels.hpp"
#include "sim/scenario/branch.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_numbers = 100000;   // of points, in the page
constexpr std::size_t most_of_curves = 60000;  // numbers of responses, in the page
constexpr std::size_t few_levels = 12;         // of a parameter, that are shown one by one
constexpr std::size_t most_cells = 2500;       // of a map
constexpr std::size_t few_named = 3;           // of these, that the answer names
constexpr std::size_t most_batches = 20;       // of worlds, that a correlation shall hold over
constexpr std::size_t most_named = 200;        // points that can't be told from the best

// A parameter that the sweep moves, at every point: a number, or the place of its text among
// `levels`.
struct Moved {
  std::string key, unit;
  bool is_number = true;
  std::vector<double> at;           // by point
  std::vector<double> values;       // distinct ones, ascending
  std::vector<std::string> texts;   // by point
  std::vector<std::string> levels;  // texts of `values`
  bool has_few() const { return !is_number || values.size() <= few_levels; }
};

// In no more digits than tell it: of steps of a tenth the third is 0.3.
std::string level_text(const ParameterInfo& info, double x) {
  return info.kind == Kind::number ? fmt::format("{:.6g}", x) : text_of(info, x);
}

Moved axis_of(const Experiment& experiment, const std::string& key, const ParameterInfo* info) {
  Moved axis{key, info ? info->unit : "", true, {}, {}, {}, {}};
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    const Value* value = info ? setting_of(experiment, v, key) : nullptr;
    std::string text = value ? text_of(*info, *value) : "";
    std::erase(text, '"');
    axis.texts.push_back(text);
    const double* number = value ? std::get_if<double>(value) : nullptr;
    axis.is_number =
        axis.is_number && number && info->kind != Kind::flag && info->kind != Kind::choice;
    axis.at.push_back(number ? *number : nothing);
  }
  if (axis.is_number) {
    const std::set<double> values(axis.at.begin(), axis.at.end());
    axis.values.assign(values.begin(), values.end());
    for (const double x : axis.values) axis.levels.push_back(level_text(*info, x));
    if (std::set<std::string>(axis.levels.begin(), axis.levels.end()).size() < axis.levels.size())
      for (std::size_t i = 0; i < axis.values.size(); ++i)
        axis.levels[i] = text_of(*info, axis.values[i]);
    return axis;
  }
  // Choices in the order of the model, other texts in that of the points.
  std::vector<std::string> order =
      info && info->kind == Kind::choice ? info->choices : std::vector<std::string>{};
  order.insert(order.end(), axis.texts.begin(), axis.texts.end());
  for (const std::string& text : order)
    if (std::find(axis.texts.begin(), axis.texts.end(), text) != axis.texts.end() &&
        std::find(axis.levels.begin(), axis.levels.end(), text) == axis.levels.end())
      axis.levels.push_back(text);
  for (std::size_t i = 0; i < axis.levels.size(); ++i)
    axis.values.push_back(static_cast<double>(i));
  for (std::size_t v = 0; v < axis.texts.size(); ++v)
    axis.at[v] = static_cast<double>(
        std::find(axis.levels.begin(), axis.levels.end(), axis.texts[v]) - axis.levels.begin());
  return axis;
}

std::vector<Moved> axes_of(const Experiment& experiment, const std::vector<std::string>& keys,
                           const Catalogue& catalogue) {
  std::map<std::string, const ParameterInfo*> infos;
  for (const auto& [section, parameters] : sections_of(experiment.variants[0].scenario, catalogue))
    for (const ParameterInfo& info : *parameters) infos[section + "." + info.name] = &info;
  std::vector<Moved> axes;
  for (const std::string& key : keys)
    axes.push_back(axis_of(experiment, key, infos.contains(key) ? infos.at(key) : nullptr));
  return axes;
}

// Two axes, each combination of their values once.
bool is_map(const std::vector<Moved>& axes) {
  if (axes.size() != 2 || axes[0].at.size() > most_cells) return false;
  std::set<std::pair<double, double>> places;
  for (std::size_t v = 0; v < axes[0].at.size(); ++v) places.insert({axes[0].at[v], axes[1].at[v]});
  return places.size() == axes[0].at.size() &&
         places.size() == axes[0].values.size() * axes[1].values.size();
}

using PointValues =
    std::vector<std::vector<double>>;  // of an outcome at a month: by point, replicate

PairedDifference mean_of(const std::vector<double>& values, const OutcomeInfo& info) {
  return mean_within(paired_difference(std::vector<double>(values.size(), 0.0), values), info);
}

nlohmann::json interval_of(const PairedDifference& d) {
  return report_interval(d.difference, d.low, d.high);
}

// Of two points, world by world where both are in the worlds of the first of all points.
PairedDifference between(const Store& store, const PointValues& values, std::size_t from,
                         std::size_t to) {
  return store.is_in_same_worlds(from) && store.is_in_same_worlds(to)
             ? paired_difference(values[from], values[to])
             : unpaired_difference({values[from]}, {values[to]});
}

// Best and worst point, what lies between them, and the points that can't be told from the best.
nlohmann::json extremes(const Store& store, const PointValues& values,
                        const std::vector<double>& means, const OutcomeInfo& info) {
  std::size_t best = means.size(), worst = means.size();
  const double sign = info.higher_is_better ? 1 : -1;
  for (std::size_t v = 0; v < means.size(); ++v) {
    if (!std::isfinite(means[v])) continue;
    if (best == means.size() || sign * means[v] > sign * means[best]) best = v;
    if (worst == means.size() || sign * means[v] < sign * means[worst]) worst = v;
  }
  if (best == means.size()) return nullptr;
  nlohmann::json equals = nlohmann::json::array();
  std::size_t count = 0;
  for (std::size_t v = 0; v < means.size(); ++v) {
    if (v == best || !std::isfinite(means[v])) continue;
    if (between(store, values, v, best).can_be_told_from_zero()) continue;
    if (++count <= most_named) equals.push_back(v);
  }
  return {{"best", best},
          {"best_mean", interval_of(mean_of(values[best], info))},
          {"worst", worst},
          {"worst_mean", interval_of(mean_of(values[worst], info))},
          {"between", interval_of(difference_within(between(store, values, worst, best), info))},
          {"equals", std::move(equals)},
          {"equal_points", count}};
}

// [place, estimate, low, high]: of few levels the mean over the points there, world by world; of
// many a smooth curve, one of `every` of its points.
nlohmann::json response_of(const Moved& axis, const PointValues& values,
                           const std::vector<double>& means, const OutcomeInfo& info,
                           std::size_t every) {
  nlohmann::json rows = nlohmann::json::array();
  const auto add = [&](double x, double estimate, double low, double high) {
    rows.push_back({report_number(x), report_number(estimate, 5), report_number(low, 5),
                    report_number(high, 5)});
  };
  if (!axis.has_few()) {
    const SmoothCurve curve = smooth_curve(axis.at, means);
    for (std::size_t i = 0; i < curve.x.size(); i += every) {
      PairedDifference mean;
      mean.difference = curve.mean[i], mean.low = curve.low[i], mean.high = curve.high[i];
      mean = mean_within(mean, info);
      add(curve.x[i], mean.difference, mean.low, mean.high);
    }
    return rows;
  }
  for (const double level : axis.values) {
    std::vector<double> sums(values[0].size(), 0.0);
    double points = 0;
    for (std::size_t v = 0; v < values.size(); ++v) {
      if (axis.at[v] != level) continue;
      ++points;
      for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += values[v][r];
    }
    for (double& sum : sums) sum /= points;
    const PairedDifference mean = mean_of(sums, info);
    add(level, mean.difference, mean.low, mean.high);
  }
  return rows;
}

// Evenly over the points, with those that are named.
std::vector<std::size_t> points_drawn(std::size_t all, std::size_t most,
                                      const nlohmann::json& named) {
  std::set<std::size_t> points;
  const std::size_t stride = (all + most - 1) / most;
  for (std::size_t v = 0; v < all; v += stride) points.insert(v);
  for (const auto& one : named) {
    if (!one.is_object()) continue;
    for (const char* which : {"best", "worst"}) points.insert(one[which].get<std::size_t>());
    if (one["equals"].size() <= few_named)
      for (const auto& v : one["equals"]) points.insert(v.get<std::size_t>());
  }
  return {points.begin(), points.end()};
}

// What came of the points: of a month and outcome shown by point, one month's outcomes behind those
// of the one before it.
struct Swept {
  std::vector<std::size_t> outcomes;
  std::vector<int> months;
  std::vector<PointValues> values;
  std::vector<std::vector<double>> means;
  std::size_t outcome(std::size_t i) const { return outcomes[i % outcomes.size()]; }
  int month(std::size_t i) const { return months[i / outcomes.size()]; }
};

Swept swept(const Experiment& experiment, const Store& store) {
  Swept all{{}, report_months(experiment), {}, {}};
  for (const std::string& name : experiment.outcomes) all.outcomes.push_back(*outcome_index(name));
  const std::size_t points = experiment.variants.size(),
                    shown = all.months.size() * all.outcomes.size();
  all.values.assign(shown, PointValues(points));
  all.means.assign(shown, std::vector<double>(points));
  for (std::size_t v = 0; v < points; ++v) {
    const Sample sample = store.sample(v, all.months);
    for (std::size_t i = 0; i < shown; ++i) {
      const auto own = sample.values(all.month(i), all.outcome(i));
      all.values[i][v].assign(own.begin(), own.end());
      all.means[i][v] = summary_of(own).mean;
    }
  }
  return all;
}

nlohmann::json axes_json(const std::vector<Moved>& axes, bool maps) {
  nlohmann::json all = nlohmann::json::array();
  for (const Moved& axis : axes) {
    const bool one_by_one = axis.has_few() || maps;
    all.push_back({{"key", axis.key},
                   {"unit", axis.unit},
                   {"is_number", axis.is_number},
                   {"has_few", axis.has_few()},
                   {"levels", one_by_one ? nlohmann::json(axis.levels) : nlohmann::json::array()},
                   {"values", one_by_one ? nlohmann::json(axis.values) : nlohmann::json::array()}});
  }
  return all;
}

nlohmann::json points_json(const std::vector<Moved>& axes, bool maps,
                           const std::vector<std::size_t>& drawn) {
  nlohmann::json all = nlohmann::json::array();
  for (const std::size_t v : drawn) {
    nlohmann::json places = nlohmann::json::array();
    for (const Moved& axis : axes)
      places.push_back(axis.has_few() || maps ? nlohmann::json(axis.at[v])
                                              : report_number(axis.at[v]));
    all.push_back({v, std::move(places)});
  }
  return all;
}

// Whether a correlation over the points keeps its sign from some worlds to others: the points share
// their worlds, so what chance does in one world it does along the whole of an axis.
bool holds_over_worlds(const Experiment& experiment, const std::string& key,
                       const PointValues& values) {
  const std::size_t batches = std::min(values[0].size(), most_batches);
  std::vector<double> by_batch;
  for (std::size_t b = 0; b < batches; ++b) {
    std::vector<double> means;
    for (const std::vector<double>& point : values) {
      std::vector<double> own;
      for (std::size_t w = b; w < point.size(); w += batches) own.push_back(point[w]);
      means.push_back(summary_of(own).mean);
    }
    // Where all points are alike, nothing goes with anything.
    const double r = rank_correlations(experiment, {key}, means)[0];
    by_batch.push_back(std::isfinite(r) ? r : 0);
  }
  if (by_batch.size() < 2) return true;  // one world has nobody to contradict it
  const Summary all = summary_of(by_batch);
  const double half = students_t(0.975, static_cast<double>(all.n - 1)) * all.sd /
                      std::sqrt(static_cast<double>(all.n));
  return std::abs(all.mean) > half;
}

// [correlation, low, high, whether it can be told from zero over points and worlds].
nlohmann::json correlations_json(const Experiment& experiment, const std::vector<Moved>& axes,
                                 const PointValues& values, const std::vector<double>& means) {
  const auto finite = static_cast<std::size_t>(
      std::count_if(means.begin(), means.end(), [](double x) { return std::isfinite(x); }));
  std::vector<std::string> keys;
  for (const Moved& axis : axes) keys.push_back(axis.key);
  nlohmann::json all = nlohmann::json::array();
  const std::vector<double> correlations = rank_correlations(experiment, keys, means);
  for (std::size_t a = 0; a < keys.size(); ++a) {
    const auto [low, high] = correlation_interval(correlations[a], finite);
    all.push_back(report_interval(correlations[a], low, high));
    all.back().push_back((low > 0 || high < 0) && holds_over_worlds(experiment, keys[a], values));
  }
  // A text has no order to go with.
  for (std::size_t a = 0; a < axes.size(); ++a)
    if (!axes[a].is_number && axes[a].levels.size() > 2) all[a] = nullptr;
  return all;
}

nlohmann::json means_json(const PointValues& values, const std::vector<std::size_t>& drawn,
                          const OutcomeInfo& info) {
  nlohmann::json all = nlohmann::json::array();
  for (const std::size_t v : drawn) {
    const PairedDifference mean = mean_of(values[v], info);
    all.push_back({report_number(mean.difference, 5), report_number(mean.low, 5),
                   report_number(mean.high, 5)});
  }
  return all;
}

nlohmann::json responses_json(const std::vector<Moved>& axes, const Swept& of, std::size_t i) {
  const std::size_t curves = axes.size() * of.values.size(),
                    every = std::clamp<std::size_t>(4 * 41 * curves / most_of_curves, 1, 5);
  nlohmann::json all = nlohmann::json::array();
  for (const Moved& axis : axes)
    all.push_back(response_of(axis, of.values[i], of.means[i], outcomes()[of.outcome(i)], every));
  return all;
}

}  // namespace

// axes: what is moved, with its levels and their values where they are told apart one by one;
// points: [number of the point, its place on each axis: a value, or the number of a text's level];
// all: of an outcome and month the means of those points with their intervals, the extremes, rank
// correlations and the response to each parameter.
nlohmann::json report_sweep(const Experiment& experiment, const Store& store,
                            const Catalogue& catalogue) {
  const std::vector<Moved> axes = axes_of(experiment, swept_keys(experiment), catalogue);
  if (axes.empty() || experiment.outcomes.empty()) return nullptr;
  const Swept of = swept(experiment, store);
  nlohmann::json named = nlohmann::json::array(), all = nlohmann::json::array();
  for (std::size_t i = 0; i < of.values.size(); ++i)
    named.push_back(extremes(store, of.values[i], of.means[i], outcomes()[of.outcome(i)]));
  const bool maps = is_map(axes);
  const std::size_t count = experiment.variants.size(),
                    numbers = 3 * of.values.size() + 2 * axes.size() + 1;
  const std::vector<std::size_t> drawn = points_drawn(
      count, maps ? count : std::clamp<std::size_t>(most_numbers / numbers, 100, 2000), named);
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (!named[i].is_null())
      all.push_back(
          {{"outcome", of.outcome(i)},
           {"month", of.month(i)},
           {"constant", is_constant(of.values[i])},
           {"means", means_json(of.values[i], drawn, outcomes()[of.outcome(i)])},
           {"extremes", std::move(named[i])},
           {"correlations", correlations_json(experiment, axes, of.values[i], of.means[i])},
           {"responses", responses_json(axes, of, i)}});
  return {{"kind", "sweep"},
          {"is_map", maps},
          {"axes", axes_json(axes, maps)},
          {"points", points_json(axes, maps, drawn)},
          {"all", std::move(all)}};
}

}  // namespace swadaya
