#include "sim/tables/learn.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/results/labels.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

constexpr std::size_t few_draws = 100;  // below which figures are rough, and said to be

std::string millions(double kRp, Language in) { return in.number("{:.3g}", kRp / 1e3); }

std::string percent(double share, Language in) { return in.say("{:.0f} %", 100 * share); }

std::string name_of(const Results& results, std::size_t package, Language in) {
  return title_of(results.variants()[package], in);
}

// The packages that it may change to, the most probable first: "Supervision 12 %, Money only 4 %".
std::string changes_to(const Unknown& unknown, std::size_t best, const Results& results,
                       Language in) {
  std::vector<std::size_t> others;
  for (std::size_t v = 0; v < unknown.informed.probability.size(); ++v)
    if (v != best && unknown.informed.probability[v] > 0) others.push_back(v);
  std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
    return unknown.informed.probability[a] > unknown.informed.probability[b];
  });
  std::string text;
  for (std::size_t i = 0; i < others.size() && i < 3; ++i)
    text += fmt::format("{}{} {}", i ? ", " : "", name_of(results, others[i], in),
                        percent(unknown.informed.probability[others[i]], in));
  return text.empty() ? "-" : text;
}

std::string table_of_unknowns(const WorthKnowing& learnt, const Results& results, Look look) {
  std::vector<std::string> rows;
  const Language in = look.language;
  FigureColumn worth{in.say("worth knowing"), in.say("million Rp a ward"), {}},
      error{in.say("± error"), "", {}},
      changes{in.say("changes the choice"), in.say("of draws"), {}}, to{in.say("to"), "", {}};
  worth.digits = error.digits = 2;
  changes.digits = 0;
  const auto add = [&](const Unknown& unknown, const std::string& name) {
    const Informed& informed = unknown.informed;
    rows.push_back(name);
    Figure value = plain_figure(informed.value);
    if (!informed.is_told()) value.tone = Tone::faint;
    worth.figures.push_back(value);
    error.figures.push_back(plain_figure(informed.standard_error));
    Figure share;
    share.estimate = informed.is_told() ? 100 * informed.changes : nothing,
    share.sign = in.say(" %");
    changes.figures.push_back(share);
    to.figures.push_back(in_words(informed.is_told() ? changes_to(unknown, learnt.best, results, in)
                                                     : in.say("no more than chance")));
  };
  for (const Unknown& one : learnt.parameters) add(one, one.name);
  for (const Unknown& group : learnt.groups)
    add(group, in.say("all {} of {}", group.keys.size(), group.name));
  add(learnt.all, in.say("everything"));
  return blocks(rows, {worth, error, changes, to}, look);
}

// "Of lending.norm: Supervision up to 0.41, Money only above."
std::string stretches_text(const Unknown& unknown, const Results& results, Language in) {
  std::string text = in.say("By {}: ", unknown.name);
  const auto& all = unknown.stretches;
  for (std::size_t k = 0; k < all.size(); ++k)
    text += fmt::format("{}{} {}", k ? ", " : "", name_of(results, all[k].package, in),
                        k + 1 < all.size() ? in.say("up to {:.3g}", all[k].to) : in.say("above"));
  return text + ".";
}

std::string at_prices(const WorthKnowing& learnt, const Results& results, Look look) {
  const Language in = look.language;
  std::vector<std::string> rows;
  FigureColumn best{in.say("best on average"), "", {}},
      all{in.say("everything"), in.say("million Rp a ward"), {}};
  all.digits = 2;
  std::vector<FigureColumn> columns;
  const std::size_t shown = std::min<std::size_t>(3, learnt.parameters.size());
  for (std::size_t p = 0; p < learnt.prices.size(); ++p) {
    rows.push_back(millions(learnt.prices[p], in) + (learnt.prices[p] == learnt.price ? " *" : ""));
    best.figures.push_back(in_words(name_of(results, learnt.best_at[p], in)));
    all.figures.push_back(plain_figure(learnt.all.values[p]));
  }
  columns = {best, all};
  for (std::size_t k = 0; k < shown; ++k) {
    FigureColumn column{learnt.parameters[k].name, in.say("million Rp a ward"), {}};
    column.digits = 2;
    for (const double value : learnt.parameters[k].values)
      column.figures.push_back(plain_figure(value));
    columns.push_back(std::move(column));
  }
  return "\n" +
         look.strong(outcomes()[learnt.outcome].is_share()
                         ? in.say("At other prices, million Rp a point")
                         : in.say("At other prices, million Rp a unit")) +
         "\n" + blocks(rows, columns, look);
}

std::string surveys_text(const WorthKnowing& learnt, const FactStates& facts, Look look) {
  if (learnt.surveys.empty()) return "";
  const Language in = look.language;
  std::vector<std::string> rows;
  std::vector<FigureColumn> columns;
  for (const std::size_t people : learnt.surveys[0].people)
    columns.push_back({in.say("{} people", people), in.say("million Rp a ward"), {}, 2});
  FigureColumn limit{in.say("known for certain"), in.say("million Rp a ward"), {}, 2};
  for (const Asked& asked : learnt.surveys) {
    rows.push_back(
        in.say("{}, month {}", stamped(facts, outcomes()[asked.outcome].name, in), asked.month));
    for (std::size_t c = 0; c < columns.size(); ++c)
      columns[c].figures.push_back(plain_figure(asked.values[c]));
    limit.figures.push_back(plain_figure(asked.limit));
  }
  columns.push_back(std::move(limit));
  return "\n" +
         look.strong(learnt.wards == 1
                         ? in.say("Asking people first, in 1 ward under the baseline")
                         : in.say("Asking people first, in {:.4g} wards under the baseline",
                                  learnt.wards)) +
         "\n" + blocks(rows, columns, look) +
         paragraph(
             in.say("What their answers would be worth before the choice. Each says yes or no for "
                    "the share that is asked about; a ward's own luck stands between what they say "
                    "and what holds elsewhere, and more wards (--wards) lessen it."),
             look);
}

std::string heading_text(const WorthKnowing& learnt, const FactStates& facts, Language in) {
  const OutcomeInfo& info = outcomes()[learnt.outcome];
  const std::string name = stamped(facts, info.name, in), price = millions(learnt.price, in);
  return info.is_share() ? in.say("What to measure next: {} at month {}, {} million Rp a point",
                                  name, learnt.month, price)
                         : in.say("What to measure next: {} at month {}, {} million Rp a unit",
                                  name, learnt.month, price);
}

// What knowing everything would be worth, and at which price.
std::string worth_text(const WorthKnowing& learnt, const Results& results, Language in) {
  std::string text;
  if (!learnt.price_was_given)
    text = outcomes()[learnt.outcome].is_share()
               ? in.say(
                     "Nobody has said what a point is worth: this is the price at which the "
                     "choice is least clear (--price says another).")
               : in.say(
                     "Nobody has said what a unit is worth: this is the price at which the "
                     "choice is least clear (--price says another).");
  return text + in.say(
                    " The best package on average is {}. Knowing all {} parameters before the "
                    "choice would be worth {} million Rp a ward (± {}): in {} of {} draws "
                    "another package would be chosen.",
                    name_of(results, learnt.best, in), learnt.parameters.size(),
                    millions(learnt.all.informed.value, in),
                    millions(learnt.all.informed.standard_error, in),
                    percent(learnt.all.informed.changes, in), learnt.draws);
}

nlohmann::json unknown_json(const Unknown& unknown, const Results& results) {
  const Informed& informed = unknown.informed;
  nlohmann::json one{{"name", unknown.name},
                     {"parameters", unknown.keys},
                     {"value_kRp", json_number(informed.value)},
                     {"standard_error_kRp", json_number(informed.standard_error)},
                     {"bias_kRp", json_number(informed.bias)},
                     {"chance_kRp", json_number(informed.chance)},
                     {"can_be_told_from_chance", informed.is_told()},
                     {"changes_choice", json_number(informed.changes)},
                     {"by_price_kRp", unknown.values},
                     {"best", nlohmann::json::object()}};
  for (std::size_t v = 0; v < informed.probability.size(); ++v)
    if (informed.probability[v] > 0)
      one["best"][results.variants()[v].name] = json_number(informed.probability[v]);
  for (const Stretch& s : unknown.stretches)
    one["stretches"].push_back({{"variant", results.variants()[s.package].name},
                                {"from", json_number(s.from)},
                                {"to", json_number(s.to)}});
  return one;
}

}  // namespace

std::string learn_text(const WorthKnowing& learnt, const Results& results, const FactStates& facts,
                       Look look) {
  const Language in = look.language;
  std::string text = look.strong(heading_text(learnt, facts, in)) + "\n";
  text += paragraph(worth_text(learnt, results, in), look);
  text += "\n" + table_of_unknowns(learnt, results, look) + "\n";
  for (const Unknown& one : learnt.parameters)
    if (one.informed.is_told() && one.stretches.size() > 1)
      text += paragraph(stretches_text(one, results, in), look);
  text += paragraph(
      in.say("Worth: what the choice would gain on average if this alone were known for certain "
             "before it (EVPPI), one ward's worth; what is worth little need not be measured for "
             "this choice, however little is known of it. No more than chance: where draws are "
             "dealt out at random, one of them comes to as much one time in twenty."),
      look);
  text += paragraph(
      in.say("Costs as in the table of what packages cost: of {}, in rupiah of {}, not discounted.",
             learnt.accounting.perspective == Accounting::society
                 ? in.say("society, members' own time among them")
                 : in.say("the programme, without members' own time"),
             learnt.accounting.shown_year()),
      look);
  if (learnt.all.informed.bias > 0)
    text += paragraph(
        in.say("The best of several uncertain figures is too high on average: that of everything "
               "by about {} million Rp.",
               millions(learnt.all.informed.bias, in)),
        look);
  if (learnt.draws < few_draws)
    text += paragraph(in.say("{} draws are few: figures are rough. `swadaya resume {} "
                             "--replicates N` adds worlds, and draws with them.",
                             learnt.draws, results.folder()),
                      look);
  return text + at_prices(learnt, results, look) + surveys_text(learnt, facts, look);
}

nlohmann::json learn_json(const WorthKnowing& learnt, const Results& results) {
  const OutcomeInfo& info = outcomes()[learnt.outcome];
  const auto named = [&](std::size_t v) { return results.variants()[v].name; };
  nlohmann::json all{{"outcome", info.name},
                     {"month", learnt.month},
                     {"price_kRp", json_number(learnt.price)},
                     {"price_was_given", learnt.price_was_given},
                     {"price_per", info.is_share() ? "point" : "unit"},
                     {"accounting", accounting_json(learnt.accounting)},
                     {"draws", learnt.draws},
                     {"worlds", learnt.worlds},
                     {"best", named(learnt.best)},
                     {"prices_kRp", learnt.prices},
                     {"all", unknown_json(learnt.all, results)},
                     {"parameters", nlohmann::json::array()},
                     {"groups", nlohmann::json::array()},
                     {"surveys", nlohmann::json::array()},
                     {"people", learnt.people},
                     {"wards", learnt.wards}};
  for (const std::size_t v : learnt.best_at) all["best_at_price"].push_back(named(v));
  for (const Unknown& one : learnt.parameters)
    all["parameters"].push_back(unknown_json(one, results));
  for (const Unknown& one : learnt.groups) all["groups"].push_back(unknown_json(one, results));
  for (const Asked& asked : learnt.surveys)
    all["surveys"].push_back({{"outcome", outcomes()[asked.outcome].name},
                              {"month", asked.month},
                              {"expected", {json_number(asked.low), json_number(asked.high)}},
                              {"luck_sd", json_number(asked.luck_sd)},
                              {"people", asked.people},
                              {"value_kRp", asked.values},
                              {"limit_kRp", json_number(asked.limit)}});
  return all;
}

}  // namespace swadaya
