#include "sim/tables/tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/paired.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/figures.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::vector<std::size_t> shown_outcomes(const Shown& shown) {
  std::vector<std::size_t> indices;
  for (const std::string& name : shown.outcomes) indices.push_back(*outcome_index(name));
  const std::size_t cost = *outcome_index("cost_kRp");
  std::erase(indices, cost);
  indices.push_back(cost);
  return indices;
}

const Served& served_in(const std::vector<Served>& all, std::size_t variant, int month) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const Served& s) { return s.variant == variant && s.month == month; });
}

// The differences that the table holds, outcome by outcome.
std::vector<Compared> shown_of(const Results& store, const Shown& shown) {
  std::vector<Compared> all;
  const std::vector<Compared> compared = comparison_of(store, shown.months);
  for (const std::size_t k : shown_outcomes(shown))
    for (const Compared& c : compared)
      if (c.outcome == k) all.push_back(c);
  return all;
}

Figure compared_figure(const PairedDifference& effect, const OutcomeInfo& info,
                       std::size_t worlds) {
  Figure figure = difference_figure(effect, info);
  if (effect.n < worlds) figure.mark += "°";
  return figure;
}

std::string compared_table(const Store& store, const Shown& shown, Look look) {
  std::vector<std::size_t> order{store.baseline()};
  std::vector<std::string> rows{title_of(store.variants()[store.baseline()], look.language)};
  for (std::size_t v = 0; v < store.variants().size(); ++v)
    if (v != store.baseline())
      order.push_back(v), rows.push_back("  " + title_of(store.variants()[v], look.language));
  std::vector<Sample> samples;
  for (const std::size_t v : order) samples.push_back(store.sample(v, shown.months));
  const std::vector<std::uint32_t> draws = store.draws();
  const Controls controls = store.controls();
  const std::vector<Served> served = served_by(store, shown.months);

  std::string text;
  for (const int month : shown.months) {
    std::vector<FigureColumn> columns;
    for (const std::size_t k : shown_outcomes(shown)) {
      const OutcomeInfo& info = outcomes()[k];
      FigureColumn column{stamped(shown.facts, info.name, look.language),
                          unit_of(info, look.language).name,
                          {mean_figure(samples[0].values(month, k), info, look.language)}};
      for (std::size_t i = 1; i < order.size(); ++i)
        column.figures.push_back(
            compared_figure(difference_from(store, order[i], samples[0].values(month, k),
                                            samples[i].values(month, k), draws, controls),
                            info, store.complete_replicates()));
      columns.push_back(std::move(column));
    }
    FigureColumn each{look.say("cost per poor household served"), look.say("million Rp"), {}},
        extra{look.say("per extra poor household served"), look.say("million Rp"), {}};
    for (const std::size_t v : order) {
      each.figures.push_back(plain_figure(served_in(served, v, month).cost_per_household));
      extra.figures.push_back(plain_figure(served_in(served, v, month).cost_per_extra_household));
    }
    columns.push_back(std::move(each));
    columns.push_back(std::move(extra));
    text += "\n" + look.strong(look.say("Month {}", month)) + "\n" +
            blocks(rows, std::move(columns), look);
  }
  text +=
      "\n" + legend(store, shown_of(store, shown), store.complete_replicates(), shown.answer, look);
  return text;
}

std::string lone_table(const Store& store, const Shown& shown, Look look) {
  const Sample sample = store.sample(store.baseline(), shown.months);
  const std::vector<Served> served = served_by(store, shown.months);
  std::vector<std::string> rows;
  std::vector<FigureColumn> columns;
  columns.reserve(shown.months.size());
  for (const int month : shown.months) columns.push_back({look.say("month {}", month), "", {}});
  for (const std::size_t k : shown_outcomes(shown)) {
    const Unit unit = unit_of(outcomes()[k], look.language);
    rows.push_back(stamped(shown.facts, outcomes()[k].name, look.language) +
                   (unit.sign.empty() ? ", " + unit.name : ""));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Summary s = summary_of(sample.values(shown.months[c], k));
      const bool ranges = s.n > 1;
      columns[c].figures.push_back({s.mean * unit.scale, ranges ? s.q05 * unit.scale : nothing,
                                    ranges ? s.q95 * unit.scale : nothing, false, false,
                                    Tone::plain, unit.sign});
    }
  }
  rows.push_back(look.say("cost per poor household served, million Rp"));
  for (std::size_t c = 0; c < columns.size(); ++c)
    columns[c].figures.push_back(
        plain_figure(served_in(served, store.baseline(), shown.months[c]).cost_per_household));
  return blocks(rows, std::move(columns), look) + "\n" +
         paragraph(look.say("Means over replicates, with the range that holds 90 % of them."),
                   look);
}

Shown shown_of(const Experiment& e) {
  return {e.name, e.title, e.outcomes, e.months_shown, e.answer, e.facts, e.title_id};
}

}  // namespace

std::string table(const Store& store, const Shown& shown, Look look) {
  const std::size_t complete = store.complete_replicates();
  const std::string title = look.language.title(shown.title, shown.title_id);
  const std::string seed = fmt::format("{}", store.seed());
  std::string text = look.strong(title.empty() ? shown.name : title) + '\n';
  if (complete != store.planned_replicates())
    text += store.planned_replicates() == 1
                ? look.say("{} of 1 replicate, seed {}\n", complete, seed)
                : look.say("{} of {} replicates, seed {}\n", complete, store.planned_replicates(),
                           seed);
  else
    text += complete == 1 ? look.say("1 replicate, seed {}\n", seed)
                          : look.say("{} replicates, seed {}\n", complete, seed);
  return text + (store.variants().size() == 1 ? lone_table(store, shown, look)
                                              : compared_table(store, shown, look));
}

nlohmann::json table_json(const Store& store, const Shown& shown) {
  nlohmann::json all{{"experiment", shown.name},
                     {"title", shown.title},
                     {"replicates", store.complete_replicates()},
                     {"seed", store.seed()},
                     {"baseline", store.variants()[store.baseline()].name},
                     {"rows", nlohmann::json::array()},
                     {"served", nlohmann::json::array()}};
  std::vector<Compared> compared;
  if (store.variants().size() > 1) compared = comparison_of(store, shown.months);
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v, shown.months);
    for (const int month : shown.months)
      for (const std::size_t k : shown_outcomes(shown)) {
        const Summary s = summary_of(sample.values(month, k));
        nlohmann::json row{{"variant", store.variants()[v].name},
                           {"month", month},
                           {"outcome", outcomes()[k].name},
                           {"unit", outcomes()[k].unit},
                           {"n", s.n},
                           {"mean", json_number(s.mean)},
                           {"sd", json_number(s.sd)},
                           {"q05", json_number(s.q05)},
                           {"q95", json_number(s.q95)}};
        if (const Stamp stamp = shown.facts.stamp_of(outcomes()[k].name); !stamp.missed.empty())
          for (const FactState* one : stamp.missed) row["fails"].push_back(one->fact);
        const auto at = std::find_if(compared.begin(), compared.end(), [&](const Compared& c) {
          return c.variant == v && c.month == month && c.outcome == k;
        });
        if (at != compared.end()) {
          const PairedDifference& d = at->effect;
          row.update({{"difference", json_number(d.difference)},
                      {"pairs", d.n},
                      {"paired", d.is_paired},
                      {"unequal_pairs", d.unequal},
                      {"standard_error", json_number(d.standard_error)},
                      {"variance_cut", json_number(d.variance_cut)},
                      {"low", json_number(d.low)},
                      {"high", json_number(d.high)},
                      {"interval", interval_called(d)},
                      {"monte_carlo_low", json_number(d.monte_carlo.low)},
                      {"monte_carlo_high", json_number(d.monte_carlo.high)},
                      {"luck_low", json_number(d.luck.low)},
                      {"luck_high", json_number(d.luck.high)},
                      {"ward_low", json_number(d.ward.low)},
                      {"ward_high", json_number(d.ward.high)},
                      {"can_be_told_from_zero", d.can_be_told_from_zero()},
                      {"cost_difference_kRp", json_number(at->cost_difference)},
                      {"cost_per_unit", json_number(at->cost_per_unit)}});
        }
        all["rows"].push_back(std::move(row));
      }
  }
  for (const Served& s : served_by(store, shown.months))
    all["served"].push_back(
        {{"variant", store.variants()[s.variant].name},
         {"month", s.month},
         {"cost_per_household_kRp", json_number(s.cost_per_household)},
         {"cost_per_extra_household_kRp", json_number(s.cost_per_extra_household)}});
  return all;
}

std::string comparison_table(const Experiment& experiment, const Store& store, Look look) {
  return table(store, shown_of(experiment), look);
}

nlohmann::json comparison_json(const Experiment& experiment, const Store& store) {
  return table_json(store, shown_of(experiment));
}

}  // namespace swadaya
