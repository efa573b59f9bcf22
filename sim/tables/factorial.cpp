#include "sim/tables/factorial.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/text_layout.hpp"
#include "sim/month/outcome.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::string in_figures(const PairedDifference& effect, const OutcomeInfo& info, int steps = 1) {
  const Unit unit = unit_of(info);
  const PairedDifference d = difference_within(effect, info, steps);
  return fmt::format("{} {} [{}, {}]", decimal_signed(d.difference * unit.scale), unit.name,
                     decimal_signed(d.low * unit.scale), decimal_signed(d.high * unit.scale));
}

// "Mend Supervision first: ..." or why that can't be said.
std::string answer(const FactorialEffects& e, const std::vector<StoredVariant>& levers,
                   const FactorialEffects& costs, const OutcomeInfo& info) {
  const LeverEffects& first = e.levers[e.ranking[0]];
  const std::string outcome = heading_of(info.name);
  if (e.is_constant)
    return fmt::format("{} is the same under every combination: none of these levers moves it.",
                       outcome);
  if (!is_better(first.share, info))
    return fmt::format("None of the levers can be told to better {}.", outcome);
  const double kRp = costs.levers[first.lever].share.difference;
  std::string text =
      fmt::format("Mend {} first: {} of {} are its share of what all do together ({}),",
                  title_of(levers[first.lever]), in_figures(first.share, info), outcome,
                  in_figures(e.whole, info));
  if (kRp <= 0)
    text += " and it saves money.";
  else
    text += fmt::format(" at {:.3g} million Rp a ward, {:.2g} million Rp a {}.", kRp / 1e3,
                        cost_per_unit(first.share, kRp, info) / 1e3,
                        info.is_share() ? "point" : "unit");
  const auto& second = levers[e.ranking[1]];
  text += e.lead.can_be_told_from_zero()
              ? fmt::format(" It leads {} for certain.", title_of(second))
              : fmt::format(" That it leads {} can't be told for certain.", title_of(second));
  return text;
}

std::string interactions_in_words(const FactorialEffects& e,
                                  const std::vector<StoredVariant>& levers,
                                  const OutcomeInfo& info) {
  std::vector<std::string> parts;
  for (const Interaction& i : e.interactions)
    if (i.effect.can_be_told_from_zero())
      parts.push_back(fmt::format(
          "{} and {} {} each other by {}", title_of(levers[i.a]), title_of(levers[i.b]),
          is_better(i.effect, info) ? "reinforce" : "take from", in_figures(i.effect, info, 2)));
  return parts.empty() ? "No two levers can be told to reinforce or hinder each other."
                       : fmt::format("{}.", fmt::join(parts, "; "));
}

nlohmann::json json_of(const PairedDifference& d) {
  return {{"effect", json_number(d.difference)},
          {"standard_error", json_number(d.standard_error)},
          {"low", json_number(d.low)},
          {"high", json_number(d.high)},
          {"monte_carlo_low", json_number(d.monte_carlo.low)},
          {"monte_carlo_high", json_number(d.monte_carlo.high)},
          {"interval", interval_called(d)}};
}

}  // namespace

std::string factorial_table(const Experiment& experiment, const Store& store, Look look) {
  const std::vector<StoredVariant> levers = levers_of(store);
  const std::size_t cost = *outcome_index("cost_kRp");
  std::string text;
  bool over_parameters = false;
  for (const int month : experiment.months_shown) {
    const FactorialEffects costs = factorial_effects(store, month, cost);
    for (const std::size_t k : shown_outcomes(experiment)) {
      const OutcomeInfo& info = outcomes()[k];
      const FactorialEffects e = factorial_effects(store, month, k);
      over_parameters = over_parameters || e.whole.is_over_parameters();
      std::vector<std::string> rows;
      FigureColumn share{"share of the whole", unit_of(info).name, {}},
          alone{"alone", unit_of(info).name, {}}, average{"on average", unit_of(info).name, {}},
          last{"lost without it", unit_of(info).name, {}}, costs_of{"its cost", "million Rp", {}},
          each{"cost of a unit", info.is_share() ? "million Rp a point" : "million Rp", {}};
      for (const std::size_t i : e.ranking) {
        rows.push_back(title_of(levers[i]));
        const double kRp = costs.levers[i].share.difference;
        share.figures.push_back(difference_figure(e.levers[i].share, info));
        alone.figures.push_back(difference_figure(e.levers[i].alone, info));
        average.figures.push_back(difference_figure(e.levers[i].average, info));
        last.figures.push_back(difference_figure(e.levers[i].last, info));
        costs_of.figures.push_back(plain_figure(kRp));
        each.figures.push_back(plain_figure(cost_per_unit(e.levers[i].share, kRp, info)));
      }
      text += "\n" +
              toned(fmt::format("Month {}, {}", month, stamped(experiment.facts, info.name)),
                    Tone::strong, look.colour) +
              "\n" + blocks(rows, {share, alone, average, last, costs_of, each}, look) + "\n" +
              paragraph(answer(e, levers, costs, info), look) +
              (e.is_constant ? "" : paragraph(interactions_in_words(e, levers, info), look));
    }
  }
  return text + "\n" +
         paragraph(
             fmt::format("Shares are Shapley's: a lever's effect averaged over all orders in which "
                         "levers can be added; they sum to what all do together. On average: over "
                         "all combinations of the others. Paired world by world. {} ≈ 0: the sign "
                         "isn't sure.",
                         what_brackets_hold(over_parameters, store)),
             look);
}

nlohmann::json factorial_json(const Experiment& experiment, const Store& store) {
  const std::vector<StoredVariant> levers = levers_of(store);
  const std::size_t cost = *outcome_index("cost_kRp");
  nlohmann::json all{{"name", experiment.name},
                     {"replicates", store.complete_replicates()},
                     {"effects", nlohmann::json::array()}};
  for (const int month : experiment.months_shown) {
    const FactorialEffects costs = factorial_effects(store, month, cost);
    for (const std::size_t k : shown_outcomes(experiment)) {
      const FactorialEffects e = factorial_effects(store, month, k);
      nlohmann::json one{
          {"outcome", outcomes()[k].name}, {"month", month},
          {"constant", e.is_constant},     {"whole", json_of(e.whole)},
          {"lead", json_of(e.lead)},       {"answer", answer(e, levers, costs, outcomes()[k])}};
      for (const std::size_t i : e.ranking)
        one["levers"].push_back({{"lever", levers[i].name},
                                 {"share", json_of(e.levers[i].share)},
                                 {"alone", json_of(e.levers[i].alone)},
                                 {"average", json_of(e.levers[i].average)},
                                 {"last", json_of(e.levers[i].last)},
                                 {"cost_kRp", json_number(costs.levers[i].share.difference)}});
      for (const Interaction& i : e.interactions)
        one["interactions"].push_back(
            {{"a", levers[i.a].name}, {"b", levers[i.b].name}, {"effect", json_of(i.effect)}});
      all["effects"].push_back(std::move(one));
    }
  }
  return all;
}

namespace {

std::string effects_csv(const Experiment& experiment, const Store& store) {
  return factorial_csv(store, months_compared(store.months(), experiment.months_shown));
}

}  // namespace

Presentation factorial_presentation(const Experiment&) {
  return {{series_table(), comparison_csv_table(), table_of("factorial.csv", effects_csv)},
          factorial_table,
          factorial_json};
}

}  // namespace swadaya
