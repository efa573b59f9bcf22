// The first page of a dossier in sentences: the answer, what it hangs on, its limits.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "sim/base/text_layout.hpp"
#include "sim/report/dossier_ground.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::string with_effect_of(const DossierGround& g, const Answers& answers, std::size_t variant) {
  return fmt::format("{} {}", g.title(variant),
                     effect_words(answers.effects[variant], outcomes()[g.aim]));
}

// Drawn parameters that more than chance says are worth knowing, the most worth first.
std::string worth_knowing_words(const WorthKnowing& learnt) {
  std::vector<std::string> told;
  for (const Unknown& one : learnt.parameters)
    if (one.informed.is_told() && told.size() < 3)
      told.push_back(fmt::format("`{}` ({} a ward)", one.name, millions_words(one.informed.value)));
  const std::string all = fmt::format(
      "**Unknown parameters.** In {:.0f} % of {} draws another package would be chosen at {} a {}; "
      "knowing all of them before the choice is worth {} a ward.",
      100 * learnt.all.informed.changes, learnt.draws, millions_words(learnt.price),
      unit_word_of(learnt.outcome), millions_words(learnt.all.informed.value));
  return all + (told.empty() ? " No single one can be told to be worth measuring."
                             : fmt::format(" Most of it: {}.", fmt::join(told, ", ")));
}

// What becomes of the leader under other assumptions.
std::vector<std::string> other_assumptions(const DossierGround& g) {
  std::vector<std::string> all;
  for (const Answers& other : g.reported.beside) {
    if (other.order.empty()) continue;
    const bool same = other.order.front() == g.leader();
    std::string words = fmt::format("**{}.** {}: {}", dossier_text(other.under),
                                    same ? "The same package leads" : "Another package leads",
                                    with_effect_of(g, other, other.order.front()));
    if (!same) words += "; " + with_effect_of(g, other, g.leader());
    all.push_back(words + fmt::format(" ({}).", counted_words(other.worlds, "world", "worlds")));
  }
  return all;
}

std::string facts_words(const DossierGround& g) {
  const FactStates& facts = g.experiment.facts;
  if (facts.all.empty())
    return "No stylised facts are named by the experiment: nothing in this folder holds the model "
           "against the world (`facts` in `[experiment]`).";
  std::vector<std::string> failing;
  for (const FactState& s : facts.all)
    if (s.verdict == FactVerdict::fails && s.use != "construction" && !s.is_hard)
      failing.push_back(fmt::format("{} ({})", s.fact, dossier_text(s.statement)));
  std::string words =
      fmt::format("Of the stylised facts that count, {} hold and {} fail; {} aren't measured.",
                  g.count("", FactVerdict::holds), g.count("", FactVerdict::fails),
                  g.count("", FactVerdict::not_measured));
  if (!failing.empty())
    words += fmt::format(" Failing, none of them hard: {}.", fmt::join(failing, "; "));
  if (!facts.are_of(g.base))
    words += " They were measured with other settings than this baseline's.";
  return words;
}

std::string inputs_words(const DossierGround& g) {
  const auto count = [&](auto is) { return std::count_if(g.inputs.begin(), g.inputs.end(), is); };
  const auto assumed = count([](const DossierInput& one) { return one.is_assumed; });
  const auto drawn = count([](const DossierInput& one) { return one.is_drawn; });
  std::string words =
      fmt::format("Of {} settings {} rest on an assumption alone, as their own sources say.",
                  g.inputs.size(), assumed);
  return words +
         (drawn == 0
              ? " All are taken as known: the intervals hold nothing of what isn't known of them."
              : fmt::format(" {} vary over draws; the others are taken as known, and the "
                            "intervals hold nothing of them.",
                            drawn));
}

// What tables show, month by month: the rest of comparison.csv isn't what was asked about.
std::vector<Compared> shown_in(const DossierGround& g) {
  std::vector<Compared> shown;
  for (const int month : g.experiment.months_shown)
    for (const std::string& name : g.experiment.outcomes)
      for (const Compared& c : g.compared)
        if (c.month == month && outcomes()[c.outcome].name == name) shown.push_back(c);
  return shown;
}

}  // namespace

const char* unit_word_of(std::size_t outcome) {
  return outcomes()[outcome].is_share() ? "point" : "unit";
}

std::string brackets_words(const DossierGround& g) {
  if (!g.own) return "";
  const bool over = g.own->effects[g.leader()].is_over_parameters();
  return over ? "brackets hold what 90 % of the draws of the parameters expect"
              : "brackets say how closely the mean was simulated (95 %), parameters taken as known";
}

std::string frontier_words(const DossierGround& g, const CostEffectiveness& c, bool discounted) {
  const std::vector<Option>& options =
      discounted && !c.discounted.empty() ? c.discounted : c.options;
  std::vector<std::string> steps;
  for (const auto& place : places_on_frontier(options)) {
    std::vector<std::string> names;
    for (const std::size_t v : place) names.push_back(g.title(v));
    const Option& option = options[place.front()];
    std::string step = fmt::format("{}", fmt::join(names, " = "));
    if (std::isfinite(option.icer)) {
      step +=
          fmt::format(" ({} for one {} more", millions_words(option.icer), unit_word_of(c.outcome));
      const Interval& ratio = c.sureness[place.front()].ratio;
      if (!discounted && std::isfinite(ratio.low) && std::isfinite(ratio.high))
        step += fmt::format(", {} {:.3g} to {:.3g}",
                            c.over == Over::parameters ? "90 % over parameters" : "95 %",
                            ratio.low / 1000, ratio.high / 1000);
      step += ")";
    }
    steps.push_back(std::move(step));
  }
  return fmt::format("{}", fmt::join(steps, "; "));
}

std::string answer_words(const DossierGround& g) {
  if (!g.own) return "";
  const OutcomeInfo& info = outcomes()[g.aim];
  std::vector<std::string> first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, g.own->order.size()); ++i)
    first.push_back(with_effect_of(g, *g.own, g.own->order[i]));
  const PairedDifference& lead = g.own->effects[g.leader()];
  std::string words = fmt::format(
      "Of {}, what moves {} most by month {}: **{}** ({}).{}",
      counted_words(g.own->order.size(), "package", "packages"),
      stamped(g.experiment.facts, info.name), g.month, fmt::join(first, "; "), brackets_words(g),
      lead.can_be_told_from_zero() ? "" : " The first can't be told from no effect at all.");
  if (std::isfinite(lead.ward.low)) {
    const Unit unit = unit_of(info);
    words += fmt::format(
        " A mean is no promise to a ward: in one ward out of ten {} comes to {} {} or less, in "
        "another to {} or more.",
        g.title(g.leader()), decimal_signed(unit.scale * lead.ward.low), unit.name,
        decimal_signed(unit.scale * lead.ward.high));
  }
  if (const Compared* cost = g.found(g.leader(), g.aim, g.month))
    words += fmt::format(" It costs {:.4g} million Rp a ward {} than {}.",
                         std::abs(cost->cost_difference) / 1000,
                         cost->cost_difference < 0 ? "less" : "more", g.title(g.store.baseline()));
  if (!g.costs.empty())
    words += fmt::format(" Worth buying at some price by month {}: {}.", g.costs.front().month,
                         frontier_words(g, g.costs.front(), false));
  return words;
}

std::vector<std::string> hinges(const DossierGround& g) {
  if (!g.own) return {};
  std::vector<std::string> all = other_assumptions(g);
  if (g.reported.beside.empty())
    all.push_back(
        "**Rules of behaviour.** Nothing was run under other assumptions (`beside` in "
        "`[experiment]`, or `compare --bundle`).");
  all.push_back(g.learnt ? worth_knowing_words(*g.learnt)
                         : "**Unknown parameters.** What they would change isn't known here: " +
                               std::string{g.store.draws().empty()
                                               ? "they are taken as known (`--posterior`)."
                                               : "too few draws were taken."});
  const std::string close = closeness(g.store, shown_in(g), outcomes()[g.aim].name);
  if (!close.empty()) all.push_back("**Computing.** " + close);
  return all;
}

std::vector<std::string> limits(const DossierGround& g) {
  std::vector<std::string> all;
  for (const Stamp& stamp : g.experiment.facts.stamps())
    all.push_back("**" + dossier_text(stamp_words(stamp)) + "**");
  all.push_back(facts_words(g));
  all.push_back(inputs_words(g));
  if (g.store.complete_replicates() < g.store.planned_replicates())
    all.push_back(fmt::format("{} of {} worlds are complete.", g.store.complete_replicates(),
                              g.store.planned_replicates()));
  if (!g.reported.manifest.plugins.empty())
    all.push_back(
        fmt::format("Models from outside the program were used: {}.",
                    dossier_text(fmt::format("{}", fmt::join(g.reported.manifest.plugins, ", ")))));
  all.push_back(fmt::format(
      "All of it is one scenario, {}: figures are of wards drawn after it, and of no other place.",
      dossier_text(g.base.title.empty() ? g.base.name : g.base.title)));
  return all;
}

}  // namespace swadaya
