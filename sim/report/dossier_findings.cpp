// CHEERS 2022, items 18 to 28: heterogeneity to conflicts of interest. As dossier_methods.cpp.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/base/text_layout.hpp"
#include "sim/report/dossier_ground.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

using Ground = DossierGround;
using Reply = DossierReply;

const char* const not_compared = "packages held against a baseline (`swadaya compare`)";
const char* const not_costed = "unit costs: no package has any cost in this folder";

// What the leader does to one outcome; "" where it has no figure.
std::string effect_on(const Ground& g, const char* name) {
  const std::size_t outcome = *outcome_index(name);
  const Compared* c = g.found(g.leader(), outcome, g.month);
  if (!c || !std::isfinite(c->effect.difference)) return "";
  return fmt::format("{}: {}", stamped(g.experiment.facts, name),
                     effect_words(c->effect, outcomes()[outcome]));
}

Reply heterogeneity_reply(const Ground& g) {
  if (!g.own) return {"", not_compared};
  std::vector<std::string> groups;
  for (const char* name :
       {"participation_poor", "participation_near_poor", "participation_others",
        "participation_elite", "poor_served", "near_poor_served", "others_served"})
    if (const std::string words = effect_on(g, name); !words.empty()) groups.push_back(words);
  if (groups.empty()) return {"", "effects by subgroup: no outcome by group has a figure"};
  std::string says = fmt::format(
      "By group of households, of {} at month {}: {}. `comparison.csv` has all packages.",
      g.title(g.leader()), g.month, fmt::join(groups, "; "));
  const PairedDifference& lead = g.own->effects[g.leader()];
  if (std::isfinite(lead.luck.low)) {
    const Unit unit = unit_of(outcomes()[g.aim]);
    says += fmt::format(" By ward: nine wards in ten, all else alike, see {} to {} {}.",
                        decimal_signed(unit.scale * lead.luck.low),
                        decimal_signed(unit.scale * lead.luck.high), unit.name);
  }
  return {says};
}

Reply distribution_reply(const Ground& g) {
  if (g.equity.empty()) return {"", not_compared};
  std::string says = fmt::format(
      "At month {}: who takes part, and what inequality in that costs (Atkinson's index, aversion "
      "{:g}).\n\n| package | poor | near-poor | others | Atkinson | poor served a ward |\n|---|---|---|"
      "---|---|---|\n",
      g.experiment.months_shown.back(), g.experiment.accounting.inequality_aversion);
  bool any = false;
  for (std::size_t v = 0; v < g.equity.size(); ++v) {
    const Equity& e = g.equity[v];
    any = any || std::isfinite(e.participation[0]);
    says += fmt::format(
        "| {} | {} % | {} % | {} % | {} | {} |\n", g.title(v), decimal(100 * e.participation[0]),
        decimal(100 * e.participation[1]), decimal(100 * e.participation[2]),
        std::isfinite(e.atkinson) ? decimal(e.atkinson, 3) : "-", decimal(e.served[0]));
  }
  if (!any) return {"", "effects by group: participation of groups has no figure"};
  return {says};
}

Reply sources_of_uncertainty_reply(const Ground& g) {
  if (!g.own) return {"", not_compared};
  const Posterior& p = g.experiment.posterior;
  const std::size_t beside = g.reported.beside.size();
  const std::string says = fmt::format(
      "Four sources, kept apart: *parameters* ({}); *luck of a ward* (what worlds of one draw differ "
      "by); *structure* ({}); *Monte Carlo error* of the means ({} worlds). Choices between packages "
      "carry the chance of being best at each price (`acceptability.csv`).",
      p.keys.empty() ? "taken as known"
                     : fmt::format("{} of them drawn from a sample of {}, {} a draw", p.keys.size(),
                                   p.sample.points.size(),
                                   counted_words(g.experiment.worlds_per_draw, "world", "worlds")),
      beside == 0 ? "nothing was run under other assumptions"
                  : counted_words(beside, "other set of assumptions", "other sets of assumptions"),
      g.store.complete_replicates());
  if (p.keys.empty())
    return {says, "what isn't known of parameters: they are taken as known (`posterior`)"};
  return {says};
}

Reply parameters_reply(const Ground& g) {
  const Posterior& p = g.experiment.posterior;
  const auto changed = std::count_if(g.inputs.begin(), g.inputs.end(),
                                     [](const DossierInput& one) { return one.is_changed; });
  const std::string* sources = g.said("sources");
  std::string says = fmt::format(
      "All {} settings with value, unit, range and source stand in the ODD below; {} differ from the "
      "program's defaults{}.",
      g.inputs.size(), changed,
      changed == 0 ? ""
      : sources    ? ": " + dossier_text(*sources)
                   : "");
  if (p.keys.empty())
    return {says, "how uncertain the inputs are: no sample of them is drawn from (`posterior`)"};
  says +=
      " Drawn for each two or more worlds (weighted sample; mean, 90 %):\n\n| parameter | mean | "
      "from | to | unit | source of the default |\n|---|---|---|---|---|---|\n";
  for (std::size_t d = 0; d < p.keys.size(); ++d) {
    const std::vector<double> values = p.sample.values(d);
    const auto at = std::find_if(g.inputs.begin(), g.inputs.end(),
                                 [&](const DossierInput& one) { return one.key == p.keys[d]; });
    says += fmt::format("| `{}` | {:.3g} | {:.3g} | {:.3g} | {} | {} |\n", p.keys[d],
                        weighted_mean(values, p.sample.weights),
                        weighted_quantile(values, p.sample.weights, 0.05),
                        weighted_quantile(values, p.sample.weights, 0.95),
                        at == g.inputs.end() ? "-" : dossier_text(at->info->unit),
                        at == g.inputs.end() ? "-" : dossier_text(at->info->source));
  }
  if (changed > 0 && !sources)
    return {says,
            "where values that aren't defaults come from (`sources` in `[experiment.study]`)"};
  return {says};
}

Reply main_results_reply(const Ground& g) {
  if (g.costs.empty()) return {"", g.compares() ? not_costed : not_compared};
  std::string says;
  for (const CostEffectiveness& c : g.costs) {
    const OutcomeInfo& info = outcomes()[c.outcome];
    says += fmt::format(
        "Month {}:\n\n| package | cost, million Rp a ward | {} | against the baseline "
        "|\n|---|---|---|---|\n",
        c.month, stamped(g.experiment.facts, info.name));
    for (std::size_t v = 0; v < c.options.size(); ++v) {
      const Compared* effect = g.found(v, g.aim, c.month);
      const double mean = summary_of(g.store.values(v, c.month, c.outcome)).mean;
      says +=
          fmt::format("| {} | {:.4g} | {} | {} |\n", g.title(v), c.options[v].cost / 1000,
                      mean_words(mean, info), effect ? effect_words(effect->effect, info) : "-");
    }
    says += fmt::format("\nOn the frontier, with what one more costs: {}.\n\n",
                        frontier_words(g, c, false));
  }
  return {says};
}

// Which package is the best at a price, and how surely.
std::string choice_words(const Ground& g, const CostEffectiveness& c) {
  std::vector<std::string> all;
  for (const auto& place : places_on_frontier(c.options)) {
    const Interval prices = c.prices_of(place.front());
    if (!std::isfinite(prices.low) || !std::isfinite(prices.high)) continue;
    const double middle = (prices.low + prices.high) / 2;
    all.push_back(fmt::format("{} {:.0f} % at {} a {}", g.title(place.front()),
                              100 * c.at(middle).best[place.front()], millions_words(middle),
                              unit_word_of(c.outcome)));
  }
  return fmt::format("Chance of being the best at the middle of its prices, month {}: {}.", c.month,
                     fmt::join(all, "; "));
}

Reply effect_of_uncertainty_reply(const Ground& g) {
  if (!g.own) return {"", not_compared};
  if (g.costs.empty()) return {"", not_costed};
  const CostEffectiveness& c = g.costs.back();
  std::string says;
  for (const std::string& one : hinges(g)) says += "- " + one + "\n";
  says += "- **Choice.** " + choice_words(g, c) + "\n";
  says += c.discounted.empty()
              ? "- **Discounting.** None.\n"
              : fmt::format(
                    "- **Discounting**, month {}. Undiscounted frontier: {}. At {:.3g} %: {}.\n",
                    c.month, frontier_words(g, c, false), 100 * g.experiment.accounting.discount,
                    frontier_words(g, c, true));
  std::vector<std::string> months;
  std::vector<int> at = g.experiment.months_shown;
  if (std::count(at.begin(), at.end(), g.store.months()) == 0) at.push_back(g.store.months());
  for (const int month : at)
    if (const Compared* one = g.found(g.leader(), g.aim, month))
      months.push_back(
          fmt::format("month {}: {}", month, effect_words(one->effect, outcomes()[g.aim])));
  says += fmt::format("- **Horizon.** {}: {}.", g.title(g.leader()), fmt::join(months, "; "));
  if (!g.learnt)
    return {says, g.store.draws().empty()
                      ? "what unknown parameters do to the findings: they are taken as known"
                      : "what unknown parameters do to the findings: too few draws were taken"};
  return {says};
}

Reply findings_reply(const Ground& g) {
  if (!g.own) return {"", not_compared};
  std::string says = answer_words(g) + "\n\nLimits:\n";
  for (const std::string& one : limits(g)) says += "\n- " + one;
  if (g.experiment.facts.all.empty())
    return {says, "current knowledge: no `facts` are named that findings could be held against"};
  says += "\n\nCurrent knowledge: the facts below, each with its source.";
  const Reply ethics = asked_of_a_person(g, "ethics", "what of ethics or equity isn't captured");
  return {says + (ethics.says.empty() ? "" : " Not captured: " + ethics.says), ethics.open};
}

Reply engagement_reply(const Ground& g) {
  return asked_of_a_person(g, "engagement", "how those who are affected took part");
}
Reply engagement_effect_reply(const Ground& g) {
  return asked_of_a_person(g, "engagement_effect", "what their taking part changed");
}
Reply funding_reply(const Ground& g) {
  return asked_of_a_person(g, "funding", "who paid, and what part the payer had");
}
Reply conflicts_reply(const Ground& g) {
  return asked_of_a_person(g, "conflicts", "interests of the authors");
}

}  // namespace

const std::vector<DossierQuestion>& cheers_findings() {
  static const std::vector<DossierQuestion> all{
      {"18", "Characterising heterogeneity", "How results vary for subgroups.",
       heterogeneity_reply},
      {"19", "Characterising distributional effects", "How effects are spread over people.",
       distribution_reply},
      {"20", "Characterising uncertainty", "Methods for each source of uncertainty.",
       sources_of_uncertainty_reply},
      {"21", "Approach to engagement with patients and others affected by the study",
       "How those who are affected took part in the design.", engagement_reply},
      {"22", "Study parameters", "All inputs with values, ranges, references and distributions.",
       parameters_reply},
      {"23", "Summary of main results", "Mean costs and outcomes, and an overall measure.",
       main_results_reply},
      {"24", "Effect of uncertainty",
       "What judgements, inputs, discounting and horizon do to the findings.",
       effect_of_uncertainty_reply},
      {"25", "Effect of engagement with patients and others affected by the study",
       "What their taking part changed.", engagement_effect_reply},
      {"26", "Study findings, limitations, generalisability and current knowledge",
       "Findings, limits, ethics and equity not captured, what it means for policy.",
       findings_reply},
      {"27", "Source of funding", "Who paid, and the payer's part.", funding_reply},
      {"28", "Conflicts of interest", "Of the authors.", conflicts_reply}};
  return all;
}

}  // namespace swadaya
