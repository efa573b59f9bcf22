// CHEERS 2022, items 1 to 17: title to methods. Husereau et al. (2022), BMJ 376:e067975; what each
// asks is in short. An item is answered where the folder has all that it asks for.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/report/dossier_ground.hpp"
#include "sim/report/odd.hpp"
#include "sim/results/labels.hpp"
#include "sim/scenario/branch.hpp"
#include "sim/tables/legend.hpp"

namespace swadaya {

namespace {

using Ground = DossierGround;
using Reply = DossierReply;

const char* const no_packages = "packages held against a baseline (`swadaya compare`)";
const char* const no_money = "unit costs: no package has any cost in this folder";

std::string study_title(const Ground& g) { return dossier_text(title_of(g.experiment)); }

std::string titles_of_packages(const Ground& g) {
  std::vector<std::string> all;
  for (std::size_t v = 0; v < g.store.variants().size(); ++v)
    if (v != g.store.baseline()) all.push_back(g.title(v));
  return fmt::format("{}", fmt::join(all, "; "));
}

Reply title_reply(const Ground& g) {
  if (!g.compares()) return {"", no_packages};
  if (g.costs.empty()) return {"", no_money};
  return {fmt::format("“{}: a cost-effectiveness analysis by simulation”. Held against *{}*: {}.",
                      study_title(g), g.title(g.store.baseline()), titles_of_packages(g))};
}

Reply abstract_reply(const Ground& g) {
  if (!g.own) return {"", no_packages};
  const std::string& context =
      g.base.description.empty() ? g.experiment.description : g.base.description;
  if (context.empty()) return {"", "what it is about (`description` of the scenario)"};
  const bool has_other = !g.reported.beside.empty() || !g.costs.empty();
  const Reply reply{fmt::format(
      "The first page. *Context*: {}. *Methods*: {} and a baseline in the same {}, up to month {}, "
      "by an agent-based model. *Results*: {} *Alternative analyses*: {}.",
      dossier_text(context), counted_words(g.own->order.size(), "package", "packages"),
      worlds_text(g.store, g.store.complete_replicates()), g.store.months(), answer_words(g),
      g.reported.beside.empty()
          ? "discounted beside undiscounted costs (items 10 and 24)"
          : fmt::format("{} (first page, item 24)",
                        counted_words(g.reported.beside.size(), "other set of assumptions",
                                      "other sets of assumptions")))};
  return has_other ? reply : Reply{reply.says, "analyses under other assumptions: none were run"};
}

Reply background_reply(const Ground& g) {
  return asked_of_a_person(g, "decision", "the question, and what is decided by its answer");
}

Reply plan_reply(const Ground& g) {
  if (g.experiment.answer.empty())
    return {"", "a plan: the experiment names no main outcome beforehand (`answer`)"};
  const std::string* published = g.said("plan");
  return {fmt::format(
      "`experiment.toml` in this folder is the plan: main outcome `{}`, months {}, {}, {} worlds, "
      "seed {}, accounting and what is drawn. It was written, and its checksum {} kept, before the "
      "first world was run ({}); no figure comes from anything that isn't in it. {}",
      g.experiment.answer, fmt::join(g.experiment.months_shown, ", "),
      counted_words(g.store.variants().size() - 1, "package", "packages"),
      g.store.planned_replicates(), g.experiment.seed, g.reported.manifest.experiment_checksum,
      g.reported.manifest.started,
      published ? "Published: " + dossier_text(*published)
                : "Whether it was published beforehand isn't known here.")};
}

Reply population_reply(const Ground& g) {
  if (g.number("world.from") != 0)
    return {fmt::format(
        "Households read from files, the same in every world: {}.",
        g.reported.manifest.files.empty() ? "see `manifest.json`" : [&] {
          std::vector<std::string> names;
          for (const auto& [file, sum] : g.reported.manifest.files)
            names.push_back(fmt::format("`{}` ({})", file, sum));
          return fmt::format("{}", fmt::join(names, ", "));
        }())};
  const double homes = g.number("world.rw_per_ward") * g.number("world.rt_per_rw") *
                       g.number("world.households_per_rt");
  return {fmt::format(
      "{:.0f} households a ward ({:g} RW of {:g} RT of {:g} households), {} a world; {:g} "
      "persons a household, {:g} in poor ones; log consumption per head with sd {:g}; {:g} % below "
      "the line of {:g} kRp per head and month, {:g} % poor by the programme's list; {:g} % formal "
      "elites, {:g} % with a business, {:g} % headed by women. Households are drawn; values and "
      "their sources stand in the ODD, section 5.",
      homes, g.number("world.rw_per_ward"), g.number("world.rt_per_rw"),
      g.number("world.households_per_rt"),
      counted_words(
          static_cast<std::size_t>(g.number("world.areas") * g.number("world.wards_per_area")),
          "ward", "wards"),
      g.number("world.size"), g.number("world.size_poor"), g.number("world.sigma"),
      100 * g.number("world.poverty_rate"), g.number("world.poverty_line"),
      100 * g.number("world.poor"), 100 * g.number("world.elite"), 100 * g.number("world.business"),
      100 * g.number("world.female_head"))};
}

Reply setting_reply(const Ground& g) {
  return asked_of_a_person(g, "setting", "the place, its people and the programme");
}

Reply comparators_reply(const Ground& g) {
  if (!g.compares()) return {"", no_packages};
  const auto parted = [&](std::size_t v) {
    Scenario scenario = g.experiment.variants[v].scenario;
    scenario.values = settings_of(g.experiment, v);
    return scenario;
  };
  std::string says =
      fmt::format("Baseline: {}. What packages change in it:\n", g.title(g.store.baseline()));
  for (std::size_t v = 0; v < g.store.variants().size(); ++v)
    if (v != g.store.baseline())
      says += fmt::format(
          "\n- **{}**: {}", g.title(v),
          changed_values(parted(g.experiment.baseline), parted(v), g.reported.catalogue));
  const Reply why = asked_of_a_person(g, "comparators", "why these packages");
  return {says + (why.says.empty() ? "" : "\n\nWhy these: " + why.says), why.open};
}

Reply perspective_reply(const Ground& g) {
  if (g.costs.empty()) return {"", no_money};
  const bool society = g.experiment.accounting.perspective == Accounting::society;
  const Reply why = asked_of_a_person(g, "perspective", "why this perspective");
  return {
      fmt::format("{}: costs of all activities and the grant, {} members' own time. {}",
                  society ? "Society" : "The programme", society ? "with" : "without", why.says),
      why.open};
}

Reply horizon_reply(const Ground& g) {
  const double exit = g.number("programme.exit");
  const Reply why = asked_of_a_person(g, "horizon", "why so many months");
  std::string says = fmt::format("{} months; shown are months {}.", g.store.months(),
                                 fmt::join(g.experiment.months_shown, ", "));
  if (exit > 0 && exit < g.store.months())
    says += fmt::format(" The programme leaves at month {:g}; {:g} months come after it.", exit,
                        g.store.months() - exit);
  return {says + " " + why.says, why.open};
}

Reply discount_reply(const Ground& g) {
  if (g.costs.empty()) return {"", no_money};
  const double rate = g.experiment.accounting.discount;
  const std::string says =
      rate == 0 ? "None: nothing is discounted."
                : fmt::format(
                      "{:.3g} % a year, by month, of costs and of effects that add up over "
                      "months; undiscounted figures stand beside them.",
                      100 * rate);
  if (const std::string* why = g.said("discount")) return {says + " " + dossier_text(*why)};
  if (rate == Accounting{}.discount)
    return {says +
            " It is the rate of the reference case for economic evaluation in low- and "
            "middle-income countries (iDSI: Wilkinson et al. 2016, Value in Health 19:921-928)."};
  return {says, "why this rate (`discount` in `[experiment.study]`)"};
}

std::vector<const OutcomeInfo*> outcomes_of(const Ground& g) {
  std::vector<const OutcomeInfo*> all;
  for (const std::string& name : g.experiment.outcomes)
    all.push_back(&outcomes()[*outcome_index(name)]);
  return all;
}

Reply selection_reply(const Ground& g) {
  std::string says, benefits, harms;
  for (const OutcomeInfo* info : outcomes_of(g))
    (info->higher_is_better ? benefits : harms) +=
        fmt::format("\n- `{}`: {}", info->name, info->definition);
  says = fmt::format("Better where higher:\n{}\n\nBetter where lower:\n{}",
                     benefits.empty() ? "\n- none" : benefits, harms.empty() ? "\n- none" : harms);
  if (g.experiment.answer.empty())
    return {says, "which outcome is the main one (`answer` in `[experiment]`)"};
  says = fmt::format("Main outcome, named beforehand: `{}`.\n\n", g.experiment.answer) + says;
  if (const std::string* why = g.said("outcomes")) says += "\n\nWhy these: " + dossier_text(*why);
  return {says};
}

Reply measurement_reply(const Ground& g) {
  if (!g.compares()) return {"", no_packages};
  std::size_t least = g.store.complete_replicates();
  for (const Compared& c : g.compared)
    for (const OutcomeInfo* info : outcomes_of(g))
      if (&outcomes()[c.outcome] == info &&
          std::count(g.experiment.months_shown.begin(), g.experiment.months_shown.end(), c.month) >
              0)
        least = std::min(least, c.effect.n);
  return {fmt::format(
      "Counted in the simulated wards each month, over the households, loans or groups that the "
      "definitions of item 11 name; nothing is sampled or asked. Effects are differences from the "
      "baseline in the same world, with the same dice: {}, {} pairs at least behind every outcome "
      "shown. `comparison.csv` has n of each.",
      worlds_text(g.store, g.store.complete_replicates()), least)};
}

Reply valuation_reply(const Ground& g) {
  if (g.costs.empty()) return {"", no_money};
  const CostEffectiveness& c = g.costs.back();
  const double highest = c.curve.empty() ? nothing : c.curve.back().willingness;
  const auto& weights = g.experiment.accounting.equity_weights;
  return {fmt::format(
      "Outcomes are counted in their own units and valued by nobody's preferences. What one unit of "
      "{} is worth is left open: `acceptability.csv` has the choice at each price from 0 to {}. {}",
      heading_of(outcomes()[g.aim].name), millions_words(highest),
      weights.size() == 3
          ? fmt::format(
                "A household served counts {:g} where it is poor, {:g} near-poor, {:g} other.",
                weights[0], weights[1], weights[2])
          : "A household served counts as much as another (no `equity_weights`).")};
}

Reply resources_reply(const Ground& g) {
  if (g.costs.empty()) return {"", no_money};
  std::string says =
      "Activities are counted in the simulated wards and multiplied by unit costs:\n\n| unit cost | "
      "kRp | what of | source |\n|---|---|---|---|\n";
  for (const DossierInput& one : g.inputs)
    if (one.key.starts_with("costs."))
      says += fmt::format("| `{}` | {} | {} | {} |\n", one.key, one.value,
                          dossier_text(one.info->unit), dossier_text(one.info->source));
  return {says + fmt::format("\nThe grant, {} a ward, counts as a cost; what members' own time "
                             "costs stands apart in `cost_effectiveness.csv`.",
                             millions_words(g.number("programme.grant")))};
}

Reply currency_reply(const Ground& g) {
  if (g.costs.empty()) return {"", no_money};
  const Accounting& own = g.experiment.accounting;
  std::string says = fmt::format(
      "Rupiah (IDR; kRp are thousands). Unit costs are in prices of {}; quantities are those of the "
      "simulated months 1 to {}.",
      own.prices, g.store.months());
  if (own.shown_year() == own.prices) return {says + " Nothing is converted."};
  return {says +
          fmt::format(" Tables of costs are shown in prices of {}, multiplied by {:.4g} ({}).",
                      own.shown_year(), own.factor(),
                      own.price_factor > 0
                          ? "as the experiment says"
                          : "Indonesia's consumer prices: World Bank, FP.CPI.TOTL.ZG")};
}

Reply model_reply(const Ground& g) {
  const Reply where = asked_of_a_person(g, "access", "where the model can be had");
  return {
      fmt::format(
          "An agent-based model of households, groups and wards, described in full in the ODD "
          "below: outcomes follow from news that spreads, groups that form and loans that are "
          "paid or not, and can't be read off a table of rates. Program and commit stand on the "
          "first page; `experiment.toml` of this folder, run with them, gives the same figures "
          "to the bit. {}",
          where.says),
      where.open};
}

Reply analytics_reply(const Ground& g) {
  if (!g.compares()) return {"", no_packages};
  const std::vector<std::string> apart = in_different_wards(g.store);
  std::string says = fmt::format(
      "{}; {}; nothing is extrapolated beyond month {}, the last "
      "one simulated.",
      apart.empty() ? std::string{"Paired differences in the same worlds"}
      : apart.size() + 1 < g.store.variants().size()
          ? fmt::format("Paired differences in the same worlds, but for {}: different wards, "
                        "not paired",
                        fmt::join(apart, ", "))
          : std::string{"Differences between different wards, not paired"},
      g.store.draws().empty()
          ? "intervals by Student's t over worlds"
          : "what lies between draws of the parameters is told from what lies within by nested "
            "analysis of variance",
      g.store.months());
  if (g.experiment.facts.all.empty())
    return {says, "how the model was validated: the experiment names no `facts`"};
  return {says +
          fmt::format(" Validation: {} stylised facts hold and {} fail, of them {} and {} that "
                      "no value was fitted to; see the facts and the kinds of validation below.",
                      g.count("", FactVerdict::holds), g.count("", FactVerdict::fails),
                      g.count("apart", FactVerdict::holds), g.count("apart", FactVerdict::fails))};
}

}  // namespace

const std::vector<DossierQuestion>& cheers_methods() {
  static const std::vector<DossierQuestion> all{
      {"1", "Title", "The study as an economic evaluation, and what it compares.", title_reply},
      {"2", "Abstract", "Context, key methods, results and alternative analyses.", abstract_reply},
      {"3", "Background and objectives", "Context, question and its relevance for decisions.",
       background_reply},
      {"4", "Health economic analysis plan", "Whether there was a plan, and where it is.",
       plan_reply},
      {"5", "Study population", "Characteristics of the population.", population_reply},
      {"6", "Setting and location", "What of the context may influence findings.", setting_reply},
      {"7", "Comparators", "The interventions compared, and why they were chosen.",
       comparators_reply},
      {"8", "Perspective", "Whose costs and outcomes, and why.", perspective_reply},
      {"9", "Time horizon", "How long, and why that is right.", horizon_reply},
      {"10", "Discount rate", "The rates, and the reason for them.", discount_reply},
      {"11", "Selection of outcomes", "Which outcomes stand for benefits and harms.",
       selection_reply},
      {"12", "Measurement of outcomes", "How they were measured.", measurement_reply},
      {"13", "Valuation of outcomes", "Whose values, and how they were found.", valuation_reply},
      {"14", "Measurement and valuation of resources and costs", "How costs were valued.",
       resources_reply},
      {"15", "Currency, price date and conversion", "Dates of quantities and unit costs, currency.",
       currency_reply},
      {"16", "Rationale and description of model",
       "The model, why it is used, where it can be had.", model_reply},
      {"17", "Analytics and assumptions", "Statistics, extrapolation, validation of the model.",
       analytics_reply}};
  return all;
}

}  // namespace swadaya
