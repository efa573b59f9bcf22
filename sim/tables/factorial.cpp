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

std::string in_figures(const PairedDifference& effect, const OutcomeInfo& info, Language in,
                       int steps = 1) {
  const Unit unit = unit_of(info, in);
  const PairedDifference d = difference_within(effect, info, steps);
  return in.say("{} {} [{}, {}]", in.decimal_signed(d.difference * unit.scale), unit.name,
                in.decimal_signed(d.low * unit.scale), in.decimal_signed(d.high * unit.scale));
}

// "at 83 million Rp a ward, 4.6 million Rp a point."
std::string price_words(const PairedDifference& share, double kRp, const OutcomeInfo& info,
                        Language in) {
  if (kRp <= 0) return in.say(" and it saves money.");
  const double each = cost_per_unit(share, kRp, info) / 1e3;
  return info.is_share()
             ? in.say(" at {:.3g} million Rp a ward, {:.2g} million Rp a point.", kRp / 1e3, each)
             : in.say(" at {:.3g} million Rp a ward, {:.2g} million Rp a unit.", kRp / 1e3, each);
}

// "Mend Supervision first: ..." or why that can't be said.
std::string answer(const FactorialEffects& e, const std::vector<StoredVariant>& levers,
                   const FactorialEffects& costs, const OutcomeInfo& info, Language in) {
  const LeverEffects& first = e.levers[e.ranking[0]];
  const std::string outcome = heading_of(info.name, in);
  if (e.is_constant)
    return in.say("{} is the same under every combination: none of these levers moves it.",
                  outcome);
  if (!is_better(first.share, info))
    return in.say("None of the levers can be told to better {}.", outcome);
  const double kRp = costs.levers[first.lever].share.difference;
  const std::string text =
      in.say("Mend {} first: {} of {} are its share of what all do together ({}),",
             title_of(levers[first.lever], in), in_figures(first.share, info, in), outcome,
             in_figures(e.whole, info, in)) +
      price_words(first.share, kRp, info, in);
  const std::string second = title_of(levers[e.ranking[1]], in);
  return text + (e.lead.can_be_told_from_zero()
                     ? in.say(" It leads {} for certain.", second)
                     : in.say(" That it leads {} can't be told for certain.", second));
}

std::string interactions_in_words(const FactorialEffects& e,
                                  const std::vector<StoredVariant>& levers, const OutcomeInfo& info,
                                  Language in) {
  std::vector<std::string> parts;
  for (const Interaction& i : e.interactions) {
    if (!i.effect.can_be_told_from_zero()) continue;
    const std::string a = title_of(levers[i.a], in), b = title_of(levers[i.b], in),
                      effect = in_figures(i.effect, info, in, 2);
    parts.push_back(is_better(i.effect, info)
                        ? in.say("{} and {} reinforce each other by {}", a, b, effect)
                        : in.say("{} and {} take from each other by {}", a, b, effect));
  }
  return parts.empty() ? in.say("No two levers can be told to reinforce or hinder each other.")
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
  const Language in = look.language;
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
      const std::string unit = unit_of(info, in).name;
      FigureColumn share{in.say("share of the whole"), unit, {}}, alone{in.say("alone"), unit, {}},
          average{in.say("on average"), unit, {}}, last{in.say("lost without it"), unit, {}},
          costs_of{in.say("its cost"), in.say("million Rp"), {}},
          each{in.say("cost of a unit"),
               info.is_share() ? in.say("million Rp a point") : in.say("million Rp"),
               {}};
      for (const std::size_t i : e.ranking) {
        rows.push_back(title_of(levers[i], in));
        const double kRp = costs.levers[i].share.difference;
        share.figures.push_back(difference_figure(e.levers[i].share, info));
        alone.figures.push_back(difference_figure(e.levers[i].alone, info));
        average.figures.push_back(difference_figure(e.levers[i].average, info));
        last.figures.push_back(difference_figure(e.levers[i].last, info));
        costs_of.figures.push_back(plain_figure(kRp));
        each.figures.push_back(plain_figure(cost_per_unit(e.levers[i].share, kRp, info)));
      }
      text += "\n" +
              look.strong(in.say("Month {}, {}", month, stamped(experiment.facts, info.name, in))) +
              "\n" + blocks(rows, {share, alone, average, last, costs_of, each}, look) + "\n" +
              paragraph(answer(e, levers, costs, info, in), look) +
              (e.is_constant ? "" : paragraph(interactions_in_words(e, levers, info, in), look));
    }
  }
  return text + "\n" +
         paragraph(
             in.say("Shares are Shapley's: a lever's effect averaged over all orders in which "
                    "levers can be added; they sum to what all do together. On average: over all "
                    "combinations of the others. Paired world by world. {} ≈ 0: the sign isn't "
                    "sure.",
                    what_brackets_hold(over_parameters, store, in)),
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
          {"lead", json_of(e.lead)},       {"answer", answer(e, levers, costs, outcomes()[k], {})}};
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
