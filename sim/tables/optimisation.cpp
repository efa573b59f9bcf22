#include "sim/tables/optimisation.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/fields.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::string million(double kRp, Language in) { return in.number("{:.4g}", kRp / 1000); }

// A setting as people read it: of a package on or off, of a range its number.
std::string setting_words(const std::string& text, Language in) {
  if (text == "on") return in.say("on");
  if (text == "off") return in.say("off");
  return in.is_indonesian() && number_of(text) ? in_indonesian_notation(text) : text;
}

// "+12.3 points [10.1, 14.5]"
std::string in_figures(const PairedDifference& d, const Aim& aim, Language in) {
  const std::string unit = aim.unit(in);
  std::string text = in.say("{:+.3g}{}{}", d.difference, unit.empty() ? "" : " ", unit);
  if (std::isfinite(d.low)) text += in.say(" [{:.3g}, {:.3g}]", d.low, d.high);
  return text;
}

std::string mix_in_words(const OptimisationResult& r, const Mix& mix, Language in) {
  std::vector<std::string> parts;
  for (std::size_t l = 0; l < mix.size(); ++l)
    parts.push_back(r.levers[l].label(in) + " " + setting_words(r.levers[l].text_of(mix[l]), in));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// "0.5 to 1.2", "on, off", "6"
std::string top_in_words(const Lever& lever, const LeverTop& top, Language in) {
  if (top.settings.empty()) return "-";
  std::vector<std::string> texts;
  for (const double setting : top.settings)
    texts.push_back(setting_words(lever.text_of(setting), in));
  if (lever.is_range() && texts.size() > 1) return in.say("{} to {}", texts.front(), texts.back());
  return fmt::format("{}", fmt::join(texts, in.is_indonesian() ? "; " : ", "));
}

// Aims are scaled already, and higher is better.
Figure gain_figure(const PairedDifference& d) {
  static const OutcomeInfo as_it_is{"", "", "", true};
  return difference_figure(d, as_it_is);
}

// What the best mix costs of its budget.
std::string spending_in_words(const OptimisationResult& r, const Finalist& best, Language in) {
  const std::string cost = in.say("{} [{}, {}]", million(best.cost.difference, in),
                                  million(best.cost.low, in), million(best.cost.high, in));
  if (!r.optimisation.counts_simulated)
    return in.say(
        "It spends {} million Rp a ward by the levers' own unit costs; the simulated cost rises by "
        "{}. Without `cost` in its levers, the budget would hold in what is simulated.",
        million(best.spending, in), cost);
  const std::string budget = million(r.optimisation.budget, in);
  return best.cost.difference <= r.optimisation.budget
             ? in.say(
                   "As simulated, with all that follows, it costs {} million Rp a ward more, "
                   "within the budget of {}.",
                   cost, budget)
             : in.say(
                   "As simulated, with all that follows, it costs {} million Rp a ward more, "
                   "more than the budget of {}.",
                   cost, budget);
}

std::string best_in_words(const OptimisationResult& r, Language in) {
  const Finalist& best = r.best();
  const PairedDifference& chosen = r.candidates[r.point().candidate].value;
  const Aim& aim = r.optimisation.aim;
  const std::string figures = in_figures(best.value, aim, in);
  std::string text = in.say("For {} million Rp a ward: {}. ", million(r.optimisation.budget, in),
                            mix_in_words(r, best.mix, in));
  text += best.value.low > 0
              ? in.say("In {} fresh worlds that gains {} of {} against the baseline",
                       r.fresh_worlds, figures, aim.name(in))
              : in.say(
                    "In {} fresh worlds it can't be told to do better than the baseline "
                    "({} of {})",
                    r.fresh_worlds, figures, aim.name(in));
  text +=
      in.say("; in the {} worlds that it was chosen in it was {:+.3g}, which choosing flatters. ",
             chosen.n, chosen.difference);
  return text + spending_in_words(r, best, in);
}

std::string top_in_words(const OptimisationResult& r, Language in) {
  std::size_t others = 0, as_good = 0, better = 0;
  double most = 0;
  std::vector<double> widths;
  for (const Finalist& one : r.finalists) {
    if (&one == &r.best() || one.spending > r.optimisation.budget) continue;
    ++others;
    as_good += one.is_as_good();
    if (one.from_best.low > 0) ++better, most = std::max(most, one.from_best.difference);
    if (std::isfinite(one.from_best.low))
      widths.push_back((one.from_best.high - one.from_best.low) / 2);
  }
  if (others == 0) return "";
  std::string text =
      in.say("{} of {} other mixes for this budget can't be told to be worse", as_good, others);
  if (better > 0)
    text += in.say(
        ", and {} of these did better, by up to {:.2g}: the winner was chosen "
        "before that was seen, and more candidates or replicates would choose "
        "more finely",
        better, most);
  if (!widths.empty()) {
    std::sort(widths.begin(), widths.end());
    const std::string unit = r.optimisation.aim.unit(in);
    text += in.say(" (half of the differences are known to within {:.2g}{}{})",
                   widths[widths.size() / 2], unit.empty() ? "" : " ", unit);
  }
  std::vector<std::string> flat;
  for (std::size_t l = 0; l < r.levers.size(); ++l)
    if (r.top[l].is_flat) flat.push_back(r.levers[l].label(in));
  text += flat.empty()
              ? in.say(". No lever is without consequence over its whole range.")
              : in.say(". Without consequence that can be told, from one end to the other: {}.",
                       fmt::join(flat, ", "));
  return text;
}

std::string frontier_in_words(const OptimisationResult& r, Language in) {
  std::vector<std::string> parts;
  for (const FrontierPoint& p : r.frontier)
    if (p.budget != r.optimisation.budget) {
      const PairedDifference& d = r.finalists[p.finalist].from_best;
      parts.push_back(in.say("with {}: {}", million(p.budget, in),
                             p.finalist == 0 || d.is_same() ? in.say("the same mix")
                             : d.can_be_told_from_zero()    ? in_figures(d, r.optimisation.aim, in)
                                                            : in.say("nothing that can be told")));
    }
  return parts.empty() ? ""
                       : in.say("Instead of {} million Rp a ward: {}.",
                                million(r.optimisation.budget, in), fmt::join(parts, "; "));
}

std::string answer(const OptimisationResult& r) {
  std::string text = best_in_words(r, {});
  for (const std::string& more : {top_in_words(r, {}), frontier_in_words(r, {})})
    if (!more.empty()) text += " " + more;
  return text;
}

// The finalist in which the lever alone is moved, down (or to the first other option) or up.
const Finalist* moved_alone(const OptimisationResult& r, std::size_t lever, bool up) {
  const double at = r.best().mix[lever];
  for (const Finalist& one : r.finalists)
    if (one.lever == lever && (one.mix[lever] > at) == up) return &one;
  return nullptr;
}

std::string levers_block(const OptimisationResult& r, Look look) {
  const Language in = look.language;
  const std::string unit = r.optimisation.aim.unit(in);
  FigureColumn baseline{in.say("as it was"), "", {}}, best{in.say("best mix"), "", {}},
      cost{r.optimisation.counts_simulated ? in.say("costs alone") : in.say("spends"),
           in.say("million Rp a ward"),
           {}},
      as_good{in.say("as good as the best"), "", {}}, down{in.say("moved down alone"), unit, {}},
      up{in.say("moved up alone"), unit, {}};
  std::vector<std::string> rows;
  for (std::size_t l = 0; l < r.levers.size(); ++l) {
    const Lever& lever = r.levers[l];
    rows.push_back(lever.label(in));
    baseline.figures.push_back(in_words(setting_words(lever.baseline_text, in)));
    best.figures.push_back(
        in_words(setting_words(lever.text_of(r.best().mix[l]), in), Tone::strong));
    cost.figures.push_back(plain_figure(lever.cost_at(r.best().mix[l])));
    as_good.figures.push_back(in_words(top_in_words(lever, r.top[l], in)));
    for (const bool is_up : {false, true}) {
      const Finalist* one = moved_alone(r, l, is_up);
      (is_up ? up : down).figures.push_back(one ? gain_figure(one->from_best) : Figure{});
    }
  }
  return blocks(rows, {baseline, best, cost, as_good, down, up}, look);
}

std::string frontier_block(const OptimisationResult& r, Look look) {
  std::vector<std::string> rows;
  const Language in = look.language;
  FigureColumn gain{r.optimisation.aim.name(in), r.optimisation.aim.unit(in), {}},
      spent{in.say("spends"), in.say("million Rp a ward"), {}},
      cost{in.say("simulated cost"), in.say("million Rp a ward"), {}};
  std::vector<FigureColumn> columns;
  for (const Lever& lever : r.levers) columns.push_back({lever.label(in), "", {}});
  for (const FrontierPoint& p : r.frontier) {
    const Finalist& one = r.finalists[p.finalist];
    rows.push_back(in.say("{} million Rp", million(p.budget, in)));
    gain.figures.push_back(gain_figure(one.value));
    spent.figures.push_back(plain_figure(std::abs(one.spending) < 1 ? 0 : one.spending));
    Figure simulated = plain_figure(one.cost.difference);
    simulated.low = one.cost.low / 1000, simulated.high = one.cost.high / 1000;
    cost.figures.push_back(simulated);
    for (std::size_t l = 0; l < r.levers.size(); ++l)
      columns[l].figures.push_back(in_words(setting_words(r.levers[l].text_of(one.mix[l]), in)));
  }
  columns.insert(columns.begin(), {gain, cost});
  if (!r.optimisation.counts_simulated) columns.insert(columns.begin() + 1, spent);
  return blocks(rows, std::move(columns), look);
}

std::string outcomes_block(const Experiment& experiment, const OptimisationResult& r, Look look) {
  std::vector<FigureColumn> columns;
  for (std::size_t k = 0; k < experiment.outcomes.size(); ++k) {
    const OutcomeInfo& info = outcomes()[*outcome_index(experiment.outcomes[k])];
    columns.push_back({stamped(experiment.facts, info.name, look.language),
                       unit_of(info, look.language).name,
                       {difference_figure(r.best().outcomes[k], info)}});
  }
  return blocks({look.say("best mix")}, std::move(columns), look);
}

nlohmann::json json_of(const PairedDifference& d) {
  return {{"difference", json_number(d.difference)},
          {"standard_error", json_number(d.standard_error)},
          {"low", json_number(d.low)},
          {"high", json_number(d.high)},
          {"n", d.n}};
}

nlohmann::json json_of(const OptimisationResult& r, const MixResult& one) {
  nlohmann::json mix = nlohmann::json::object();
  for (std::size_t l = 0; l < r.levers.size(); ++l) {
    const Lever& lever = r.levers[l];
    mix[lever.name] =
        lever.is_range() ? nlohmann::json(one.mix[l]) : nlohmann::json(lever.text_of(one.mix[l]));
  }
  return {{"mix", mix},
          {"spending_kRp", one.spending},
          {"cost_kRp", json_of(one.cost)},
          {"value", json_of(one.value)}};
}

std::string what_figures_are(const OptimisationResult& r, Language in) {
  return in.say(
             "Differences are against the baseline or, where a lever is moved alone, against "
             "the best mix; paired world by world, with 95 % intervals, in worlds that had no "
             "part in the choice. As good: settings among mixes for this budget that can't be "
             "told from the best. ≈ 0: can't be told from zero. ") +
         (r.optimisation.counts_simulated
              ? in.say("Budgets hold in what is simulated, with the unit costs of [costs]; what a "
                       "lever costs alone is what moving it from the baseline did, with all that "
                       "follows.")
              : in.say("Budgets hold by the levers' unit costs; the simulated cost has all "
                       "consequences, too."));
}

}  // namespace

std::string optimisation_table(const Experiment& experiment, const OptimisationResult& r,
                               Look look) {
  const Language in = look.language;
  const auto heading = [&](const std::string& words) { return "\n" + look.strong(words) + "\n"; };
  std::string text =
      look.strong(title_of(experiment, in)) +
      in.say(
          "\n{} mixes in the same {} worlds, {} of them and of their neighbours in {} fresh "
          "ones, seed {}\n",
          r.candidates.size(), experiment.replicates, r.finalists.size(), r.fresh_worlds,
          fmt::format("{}", experiment.seed));
  text += heading(in.say("Month {}, {}: the best mix for {} million Rp a ward",
                         r.optimisation.aim.month, r.optimisation.aim.name(in),
                         million(r.optimisation.budget, in))) +
          levers_block(r, look) + "\n" + paragraph(best_in_words(r, in), look);
  if (const std::string words = top_in_words(r, in); !words.empty()) text += paragraph(words, look);
  text += heading(in.say("What it does to the outcomes, against the baseline")) +
          outcomes_block(experiment, r, look);
  if (r.frontier.size() > 1)
    text += heading(in.say("What other budgets would buy")) + frontier_block(r, look) + "\n" +
            paragraph(frontier_in_words(r, in), look);
  return text + "\n" + paragraph(what_figures_are(r, in), look);
}

nlohmann::json optimisation_json(const Experiment& experiment, const OptimisationResult& r) {
  nlohmann::json all{{"name", experiment.name},
                     {"aim", r.optimisation.aim.name()},
                     {"unit", r.optimisation.aim.unit()},
                     {"month", r.optimisation.aim.month},
                     {"budget_kRp", r.optimisation.budget},
                     {"budget_counts", r.optimisation.counts_simulated ? "simulated" : "stated"},
                     {"candidates", r.candidates.size()},
                     {"replicates", experiment.replicates},
                     {"fresh_worlds", r.fresh_worlds},
                     {"answer", answer(r)},
                     {"best", json_of(r, r.best())},
                     {"frontier", nlohmann::json::array()},
                     {"levers", nlohmann::json::array()},
                     {"finalists", nlohmann::json::array()}};
  all["best"]["chosen_difference"] =
      json_number(r.candidates[r.point().candidate].value.difference);
  for (std::size_t k = 0; k < experiment.outcomes.size(); ++k)
    all["best"]["outcomes"][experiment.outcomes[k]] = json_of(r.best().outcomes[k]);
  for (const FrontierPoint& p : r.frontier) {
    nlohmann::json point = json_of(r, r.finalists[p.finalist]);
    point["budget_kRp"] = p.budget;
    point["chosen_difference"] = json_number(r.candidates[p.candidate].value.difference);
    all["frontier"].push_back(std::move(point));
  }
  for (std::size_t l = 0; l < r.levers.size(); ++l) {
    const Lever& lever = r.levers[l];
    nlohmann::json as_good = nlohmann::json::array();
    for (const double setting : r.top[l].settings)
      as_good.push_back(lever.is_range() ? nlohmann::json(setting)
                                         : nlohmann::json(lever.text_of(setting)));
    all["levers"].push_back({{"name", lever.name},
                             {"title", lever.label()},
                             {"baseline", lever.baseline_text},
                             {"best", lever.text_of(r.best().mix[l])},
                             {"as_good", as_good},
                             {"is_flat", r.top[l].is_flat}});
  }
  for (std::size_t f = 0; f < r.finalists.size(); ++f) {
    const Finalist& one = r.finalists[f];
    nlohmann::json finalist = json_of(r, one);
    finalist["role"] = r.role(f);
    finalist["from_best"] = json_of(one.from_best);
    finalist["is_as_good"] = one.is_as_good();
    all["finalists"].push_back(std::move(finalist));
  }
  return all;
}

Presentation optimisation_presentation(const Experiment&) {
  const auto result = found_once(optimisation_result);
  return {{{"optimisation.csv",
            [result](const Experiment& e, const Store& store, const Catalogue&) {
              return optimisation_csv(result(e, store));
            }},
           {"frontier.csv", [result](const Experiment& e, const Store& store,
                                     const Catalogue&) { return frontier_csv(result(e, store)); }}},
          [result](const Experiment& e, const Store& store, Look look) {
            return optimisation_table(e, result(e, store), look);
          },
          [result](const Experiment& e, const Store& store) {
            return optimisation_json(e, result(e, store));
          }};
}

}  // namespace swadaya
