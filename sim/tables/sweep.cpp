#include "sim/tables/sweep.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/base/paired.hpp"
#include "sim/designs/constant.hpp"
#include "sim/month/outcome.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

constexpr std::size_t few_points = 40;  // that are shown one by one

// Of each shown outcome the means of all points: by month shown, outcome shown, point. One pass
// over the store.
using PointMeans = std::vector<std::vector<std::vector<double>>>;
PointMeans point_means(const Experiment& experiment, const Store& store) {
  const std::vector<std::size_t> shown = shown_outcomes(experiment);
  const std::size_t months = experiment.months_shown.size(), points = store.variants().size();
  PointMeans means(months, {shown.size(), std::vector<double>(points)});
  for (std::size_t v = 0; v < points; ++v) {
    const Sample sample = store.sample(v, experiment.months_shown);
    for (std::size_t m = 0; m < months; ++m)
      for (std::size_t k = 0; k < shown.size(); ++k)
        means[m][k][v] = summary_of(sample.values(experiment.months_shown[m], shown[k])).mean;
  }
  return means;
}

// Each point's mean with its interval.
FigureColumn points_column(const Store& store, int month, std::size_t outcome,
                           const std::string& heading, Language in) {
  const OutcomeInfo& info = outcomes()[outcome];
  const Unit unit = unit_of(info);
  FigureColumn column{heading, "", {}};
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const std::vector<double> values = store.values(v, month, outcome);
    const PairedDifference mean =
        mean_within(paired_difference(std::vector<double>(values.size(), 0.0), values), info);
    Figure f = mean_figure(values, info, in);
    f.tone = Tone::plain;
    f.low = mean.low * unit.scale, f.high = mean.high * unit.scale;
    column.figures.push_back(f);
  }
  return column;
}

// Correlations with each parameter, then the lowest and the highest mean.
FigureColumn correlations_column(const std::vector<double>& correlations,
                                 const std::vector<double>& means, const OutcomeInfo& info,
                                 const std::string& heading, Language in) {
  FigureColumn column{heading, in.say("rank correlation"), {}};
  column.digits = 2;
  const bool constant = is_constant(means);
  for (const double r : correlations) {
    Figure f;
    f.estimate = r;
    column.figures.push_back(constant ? in_words(in.say("constant"), Tone::faint) : f);
  }
  double low = nothing, high = nothing;
  for (const double mean : means)
    if (std::isfinite(mean)) low = std::fmin(low, mean), high = std::fmax(high, mean);
  for (const double mean : {low, high}) {
    Figure f = mean_figure(std::span{&mean, 1}, info, in);
    f.tone = Tone::plain;
    f.low = f.high = nothing;
    column.figures.push_back(f);
  }
  return column;
}

}  // namespace

std::string sweep_table(const Experiment& experiment, const Store& store, Look look) {
  const Language in = look.language;
  const std::vector<std::string> keys = swept_keys(experiment);
  const std::vector<std::size_t> shown = shown_outcomes(experiment);
  const bool one_by_one = store.variants().size() <= few_points;
  const PointMeans means = one_by_one ? PointMeans{} : point_means(experiment, store);
  std::vector<std::string> rows;
  if (one_by_one)
    for (const StoredVariant& point : store.variants()) rows.push_back(title_of(point, in));
  else
    rows = keys, rows.insert(rows.end(), {in.say("lowest mean"), in.say("highest mean")});
  std::string text;
  for (std::size_t m = 0; m < experiment.months_shown.size(); ++m) {
    const int month = experiment.months_shown[m];
    std::vector<FigureColumn> columns;
    for (std::size_t k = 0; k < shown.size(); ++k) {
      const OutcomeInfo& info = outcomes()[shown[k]];
      const std::string heading = stamped(experiment.facts, info.name, in);
      columns.push_back(one_by_one
                            ? points_column(store, month, shown[k], heading, in)
                            : correlations_column(rank_correlations(experiment, keys, means[m][k]),
                                                  means[m][k], info, heading, in));
    }
    text += "\n" + look.strong(in.say("Month {}", month)) + "\n" +
            blocks(rows, std::move(columns), look);
  }
  return text + "\n" +
         paragraph(one_by_one
                       ? in.say("Means over worlds with their 95 % intervals. All points were run "
                                "in the same worlds.")
                       : in.say("Spearman's correlation of each parameter with the mean outcome "
                                "over {} points, all run in the same worlds; sweep.csv has them "
                                "all.",
                                store.variants().size()),
                   look);
}

nlohmann::json sweep_json(const Experiment& experiment, const Store& store) {
  const std::vector<std::string> keys = swept_keys(experiment);
  const std::vector<std::size_t> shown = shown_outcomes(experiment);
  const PointMeans means = point_means(experiment, store);
  nlohmann::json all{{"name", experiment.name},
                     {"replicates", store.complete_replicates()},
                     {"points", store.variants().size()},
                     {"parameters", keys},
                     {"rank_correlations", nlohmann::json::array()}};
  for (std::size_t m = 0; m < experiment.months_shown.size(); ++m)
    for (std::size_t k = 0; k < shown.size(); ++k) {
      nlohmann::json values = nlohmann::json::array();
      for (const double r : rank_correlations(experiment, keys, means[m][k]))
        values.push_back(json_number(r));
      all["rank_correlations"].push_back({{"outcome", outcomes()[shown[k]].name},
                                          {"month", experiment.months_shown[m]},
                                          {"by_parameter", values}});
    }
  return all;
}

Presentation sweep_presentation(const Experiment& experiment) {
  std::vector<ResultTable> tables{{"sweep.csv", sweep_csv}};
  if (writes_every_month(experiment)) tables.push_back(series_table());
  return {std::move(tables), sweep_table, sweep_json};
}

}  // namespace swadaya
