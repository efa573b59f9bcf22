#include "sim/tables/cost_effectiveness.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/designs/cost_effectiveness.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::vector<std::size_t> effects_shown(const Experiment& experiment) {
  std::vector<std::size_t> all;
  for (const std::string& name : experiment.outcomes)
    if (!name.starts_with("cost_")) all.push_back(*outcome_index(name));
  return all;
}

Accounting without_discount(Accounting accounting) {
  accounting.discount = 0;
  return accounting;
}

template <class Each>
void each_shown(const Experiment& experiment, const Store& store, const Accounting& accounting,
                const Each& each) {
  const Costing costing{store, experiment.months_shown, accounting};
  for (const int month : experiment.months_shown)
    for (const std::size_t outcome : effects_shown(experiment)) each(costing.of(month, outcome));
}

// As add_cell, and of an interval without bound "inf" or "-inf", as most programs read them.
void add_bound(fmt::memory_buffer& out, double x) {
  if (std::isinf(x))
    fmt::format_to(std::back_inserter(out), ",{}", x < 0 ? "-inf" : "inf");
  else
    add_cell(out, x);
}

// Null where it isn't a number; in words where there is no bound.
nlohmann::json bound_json(double x) {
  return std::isinf(x) ? nlohmann::json(x < 0 ? "-inf" : "inf") : json_number(x);
}

std::string twin_of(const Store& store, const CostEffectiveness& c, std::size_t v) {
  return c.same_as[v] == v ? "" : store.variants()[c.same_as[v]].name;
}

}  // namespace

const char* standing_called(Dominance standing) {
  return standing == Dominance::frontier    ? "frontier"
         : standing == Dominance::dominated ? "dominated"
         : standing == Dominance::elsewhere ? "different wards"
                                            : "extendedly dominated";
}

const char* over_called(Over over) {
  return over == Over::parameters ? "parameters 90 %" : "Monte Carlo 95 %";
}

std::string cost_effectiveness_csv(const Experiment& experiment, const Store& store) {
  fmt::memory_buffer out;
  out.append(std::string_view{
      "month,outcome,variant,effect,cost_kRp,standing,icer_kRp,icer_low_kRp,icer_high_kRp,"
      "icer_monte_carlo_low_kRp,icer_monte_carlo_high_kRp,on_frontier,on_frontier_monte_carlo,"
      "interval,worlds,same_as,effect_discounted,cost_discounted_kRp,standing_discounted,"
      "icer_discounted_kRp,members_time_kRp,fails\n"});
  each_shown(experiment, store, experiment.accounting, [&](const CostEffectiveness& c) {
    for (std::size_t v = 0; v < c.options.size(); ++v) {
      const Sureness& sure = c.sureness[v];
      fmt::format_to(std::back_inserter(out), "{},{},{}", c.month, outcomes()[c.outcome].name,
                     csv_field(store.variants()[v].name));
      add_cell(out, c.options[v].effect);
      add_cell(out, c.options[v].cost);
      fmt::format_to(std::back_inserter(out), ",{}", standing_called(c.options[v].standing));
      add_cell(out, c.options[v].icer);
      for (const Interval& range : {sure.ratio, sure.ratio_simulated})
        add_bound(out, range.low), add_bound(out, range.high);
      add_cell(out, sure.on_frontier);
      add_cell(out, sure.on_frontier_simulated);
      fmt::format_to(std::back_inserter(out), ",{},{},{}", over_called(c.over), c.worlds,
                     csv_field(twin_of(store, c, v)));
      // Without a discount rate what is discounted is what isn't.
      const Option& discounted = (c.discounted.empty() ? c.options : c.discounted)[v];
      add_cell(out, discounted.effect);
      add_cell(out, discounted.cost);
      fmt::format_to(std::back_inserter(out), ",{}", standing_called(discounted.standing));
      add_cell(out, discounted.icer);
      add_cell(out, c.members_time[v]);
      fmt::format_to(std::back_inserter(out), ",{}\n",
                     csv_field(experiment.facts.stamp_of(outcomes()[c.outcome].name).names()));
    }
  });
  return fmt::to_string(out);
}

std::string acceptability_csv(const Experiment& experiment, const Store& store) {
  fmt::memory_buffer out;
  out.append(std::string_view{
      "month,outcome,willingness_kRp,variant,probability_best,net_benefit_kRp,"
      "evpi_kRp,interval,probability_best_monte_carlo,share_of_worlds_best,fails\n"});
  each_shown(
      experiment, store, without_discount(experiment.accounting), [&](const CostEffectiveness& c) {
        const std::string fails = experiment.facts.stamp_of(outcomes()[c.outcome].name).names();
        for (const Acceptability& a : c.curve)
          for (std::size_t v = 0; v < c.options.size(); ++v) {
            fmt::format_to(std::back_inserter(out), "{},{}", c.month, outcomes()[c.outcome].name);
            add_cell(out, a.willingness);
            fmt::format_to(std::back_inserter(out), ",{}", csv_field(store.variants()[v].name));
            for (const double x : {a.best[v], a.net_benefit[v], a.evpi}) add_cell(out, x);
            fmt::format_to(std::back_inserter(out), ",{}", over_called(c.over));
            add_cell(out, a.best_simulated[v]);
            add_cell(out, a.best_by_world[v]);
            fmt::format_to(std::back_inserter(out), ",{}\n", csv_field(fails));
          }
      });
  return fmt::to_string(out);
}

namespace {

Figure percentage(double share, Language in) {
  Figure f;
  f.estimate = 100 * share;
  f.sign = in.say(" %");
  return f;
}

// Rows of the frontier, the cheapest first.
struct FrontierRows {
  std::vector<std::string> titles;
  FigureColumn effect, cost, time, icer, discounted, frontier, best, worlds;
};

FrontierRows frontier_rows(const Store& store, const CostEffectiveness& c, Language in) {
  const OutcomeInfo& info = outcomes()[c.outcome];
  const std::string each = info.is_share() ? in.say("million Rp a point")
                                           : in.say("million Rp a unit"),
                    of = c.over == Over::parameters ? in.say("of draws")
                                                    : in.say("of like experiments");
  FrontierRows rows{{},
                    {heading_of(info.name, in), info.is_share() ? "%" : unit_of(info, in).name, {}},
                    {in.say("cost"), in.say("million Rp a ward"), {}},
                    {in.say("of which members' time"), in.say("million Rp"), {}},
                    {in.say("each more"), each, {}},
                    {in.say("each more, discounted"), each, {}},
                    {in.say("on the frontier"), of, {}},
                    {in.say("best in its range of prices"), of, {}},
                    {in.say("best there"), in.say("of worlds"), {}}};
  rows.icer.digits = rows.discounted.digits = 2;
  for (FigureColumn* shares : {&rows.frontier, &rows.best, &rows.worlds}) shares->digits = 0;
  for (const auto& place : places_on_frontier(c.options)) {
    const std::size_t v = place.front();
    rows.titles.push_back(title_of(store.variants()[v], in));
    const Option& option = c.options[v];
    const Sureness& sure = c.sureness[v];
    Figure effect;
    effect.estimate = info.higher_is_better ? option.effect : -option.effect;
    effect.estimate *= info.is_share() ? 1 : unit_of(info).scale;
    rows.effect.figures.push_back(effect);
    rows.cost.figures.push_back(plain_figure(option.cost));
    Figure icer = plain_figure(option.icer);
    icer.low = sure.ratio.low / 1000, icer.high = sure.ratio.high / 1000;
    rows.icer.figures.push_back(icer);
    rows.frontier.figures.push_back(percentage(sure.on_frontier, in));
    rows.time.figures.push_back(plain_figure(c.members_time[v]));
    rows.discounted.figures.push_back(
        plain_figure((c.discounted.empty() ? c.options : c.discounted)[v].icer));
    const Interval prices = c.prices_of(v);
    const Acceptability middle = c.at((prices.low + prices.high) / 2);
    rows.best.figures.push_back(percentage(middle.best[v], in));
    rows.worlds.figures.push_back(percentage(middle.best_by_world[v], in));
  }
  return rows;
}

std::string sharing_words(const Store& store, const CostEffectiveness& c, Language in) {
  std::string text;
  for (std::size_t v = 0; v < c.options.size(); ++v)
    if (c.same_as[v] != v)
      text +=
          in.say("{} is in every world what {} is, and shares its place. ",
                 title_of(store.variants()[v], in), title_of(store.variants()[c.same_as[v]], in));
  return text;
}

std::string beaten_words(const Store& store, const CostEffectiveness& c, Language in) {
  std::vector<std::string> beaten;
  for (std::size_t v = 0; v < c.options.size(); ++v) {
    const Dominance standing = c.options[v].standing;
    if (standing == Dominance::frontier || standing == Dominance::elsewhere || c.same_as[v] != v)
      continue;
    beaten.push_back(title_of(store.variants()[v], in));
    if (const double on = c.sureness[v].on_frontier; std::isfinite(on) && on >= 0.05)
      beaten.back() += in.say(" (yet on the frontier in {:.0f} %)", 100 * on);
  }
  return beaten.empty() ? "" : in.say("Beaten: {}.", fmt::join(beaten, ", "));
}

// How sure, of what and because of what.
std::string sureness_words(const CostEffectiveness& c, Language in) {
  const std::string closely =
      in.say("Simulated closely enough? {:.0f} % of like experiments would find the same frontier.",
             100 * c.same_frontier);
  const std::string worlds =
      in.say("Of worlds: in so many is it best by itself, which is what one ward may see by luck.");
  if (c.over == Over::parameters)
    return in.say(
        "Interval (90 %), on the frontier, best: over what isn't known of the parameters, in {} "
        "draws of them, each by what it comes to on average over worlds. {} {}",
        c.by_draw.size(), worlds, closely);
  return in.say(
      "Parameters taken as known: interval (95 %), on the frontier and best say only how closely "
      "{} worlds tell the averages. {} {}",
      c.worlds, worlds, std::isfinite(c.same_frontier) ? closely : "");
}

std::string knowing_words(const CostEffectiveness& c, bool is_share, Language in) {
  double price = 0;
  for (const Option& option : c.options)
    if (std::isfinite(option.icer)) price = std::max(price, option.icer);
  if (price == 0) return "";
  const std::string files =
      in.say("cost_effectiveness.csv and acceptability.csv have all outcomes and prices.");
  if (c.over == Over::simulation)
    return in.say(
               "With parameters taken as known there is nothing to learn about them, and no value "
               "of learning it. ") +
           files;
  const double worth = c.at(price).evpi / 1e3;
  return is_share ? in.say(
                        "At {:.3g} million Rp a point, knowing the parameters before the choice "
                        "would be worth {:.3g} million Rp a ward. {}",
                        price / 1e3, worth, files)
                  : in.say(
                        "At {:.3g} million Rp a unit, knowing the parameters before the choice "
                        "would be worth {:.3g} million Rp a ward. {}",
                        price / 1e3, worth, files);
}

// Whose costs, in which prices, up to when, and what discounting makes of the frontier.
std::string accounting_words(const Store& store, const CostEffectiveness& c,
                             const Accounting& accounting, Language in) {
  std::string text =
      accounting.perspective == Accounting::society
          ? in.say(
                "Costs: all activities and the grant, with members' own time (society), up to "
                "month {}, in rupiah of {}",
                c.month, accounting.prices)
          : in.say(
                "Costs: all activities and the grant, without members' own time (programme), up "
                "to month {}, in rupiah of {}",
                c.month, accounting.prices);
  if (accounting.show != 0 && accounting.show != accounting.prices)
    text +=
        in.say(", shown in those of {} (times {:.4g}, {})", accounting.show, accounting.factor(),
               accounting.price_factor > 0 ? in.say("as the experiment says")
                                           : in.say("by Indonesia's consumer prices"));
  if (c.discounted.empty()) return text + in.say("; not discounted.");
  text += in.say(
      "; discounted at {:.3g} % a year from the start{}.", 100 * accounting.discount,
      adds_up(c.outcome) ? in.say(", as the effect is") : in.say(", but for the effect, a state"));
  std::vector<std::string> own, discounted;
  for (const auto* options : {&c.options, &c.discounted})
    for (const auto& place : places_on_frontier(*options))
      (options == &c.options ? own : discounted)
          .push_back(title_of(store.variants()[place[0]], in));
  if (own != discounted)
    text += in.say(" Discounted, the frontier is: {}.", fmt::join(discounted, ", "));
  return text;
}

}  // namespace

std::string cost_effectiveness_table(const Experiment& experiment, const Store& store, Look look) {
  const std::vector<std::size_t> shown = effects_shown(experiment);
  if (store.variants().size() < 2 || shown.empty() || experiment.months_shown.empty()) return "";
  const std::size_t served = *outcome_index("poor_served");
  const std::size_t outcome =
      std::find(shown.begin(), shown.end(), served) != shown.end() ? served : shown[0];
  const int month = experiment.months_shown.back();
  const CostEffectiveness c = Costing{store, {month}, experiment.accounting}.of(month, outcome);
  const OutcomeInfo& info = outcomes()[outcome];
  const Language in = look.language;
  const std::string heading = "\n" +
                              look.strong(in.say("Worth the money? Month {}, {}", month,
                                                 stamped(experiment.facts, info.name, in))) +
                              "\n";
  // Of one ward's baseline alone there is nothing to choose.
  if (in_different_wards(store).size() + 1 == store.variants().size())
    return heading + paragraph(left_out_of_choice(store, in).substr(1), look);
  const FrontierRows rows = frontier_rows(store, c, in);
  std::string text = heading +
                     blocks(rows.titles,
                            {rows.effect, rows.cost, rows.time, rows.icer, rows.discounted,
                             rows.frontier, rows.best, rows.worlds},
                            look) +
                     "\n";
  const std::string means = in.say(
      "Packages that no other, and no mix of two others, beats at their cost on average; each "
      "more: one more unit, against the one above. Best: at the middle of the prices for which it "
      "is the choice on average.");
  for (const std::string& words :
       {means, sureness_words(c, in), accounting_words(store, c, experiment.accounting, in),
        sharing_words(store, c, in), beaten_words(store, c, in), left_out_of_choice(store, in),
        knowing_words(c, info.is_share(), in)})
    if (!words.empty()) text += paragraph(words, look);
  return text;
}

nlohmann::json accounting_json(const Accounting& accounting) {
  return {{"discount", accounting.discount},
          {"perspective", accounting.perspective},
          {"currency", "IDR"},
          {"prices", accounting.prices},
          {"show", accounting.shown_year()},
          {"price_factor", json_number(accounting.factor())}};
}

nlohmann::json cost_effectiveness_json(const Experiment& experiment, const Store& store) {
  nlohmann::json all = nlohmann::json::array();
  each_shown(experiment, store, experiment.accounting, [&](const CostEffectiveness& c) {
    nlohmann::json one{{"month", c.month},
                       {"outcome", outcomes()[c.outcome].name},
                       {"interval", over_called(c.over)},
                       {"worlds", c.worlds},
                       {"accounting", accounting_json(experiment.accounting)},
                       {"same_frontier_monte_carlo", json_number(c.same_frontier)}};
    for (std::size_t v = 0; v < c.options.size(); ++v) {
      const Sureness& sure = c.sureness[v];
      one["options"].push_back(
          {{"variant", store.variants()[v].name},
           {"effect", json_number(c.options[v].effect)},
           {"cost_kRp", json_number(c.options[v].cost)},
           {"standing", standing_called(c.options[v].standing)},
           {"icer_kRp", json_number(c.options[v].icer)},
           {"icer_low_kRp", bound_json(sure.ratio.low)},
           {"icer_high_kRp", bound_json(sure.ratio.high)},
           {"icer_monte_carlo_low_kRp", bound_json(sure.ratio_simulated.low)},
           {"icer_monte_carlo_high_kRp", bound_json(sure.ratio_simulated.high)},
           {"on_frontier", json_number(sure.on_frontier)},
           {"on_frontier_monte_carlo", json_number(sure.on_frontier_simulated)}});
      if (!c.discounted.empty())
        one["options"].back()["discounted"] = {
            {"effect", json_number(c.discounted[v].effect)},
            {"cost_kRp", json_number(c.discounted[v].cost)},
            {"standing", standing_called(c.discounted[v].standing)},
            {"icer_kRp", json_number(c.discounted[v].icer)}};
      one["options"].back()["members_time_kRp"] = json_number(c.members_time[v]);
      if (c.same_as[v] != v) one["options"].back()["same_as"] = twin_of(store, c, v);
    }
    all.push_back(std::move(one));
  });
  return all;
}

}  // namespace swadaya
