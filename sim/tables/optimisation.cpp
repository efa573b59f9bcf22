#include "sim/tables/optimisation.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::string million(double kRp) { return fmt::format("{:.4g}", kRp / 1000); }

// "+12.3 points [10.1, 14.5]"
std::string in_figures(const PairedDifference& d, const Aim& aim) {
  const std::string unit = aim.unit();
  std::string text = fmt::format("{:+.3g}{}{}", d.difference, unit.empty() ? "" : " ", unit);
  if (std::isfinite(d.low)) text += fmt::format(" [{:.3g}, {:.3g}]", d.low, d.high);
  return text;
}

std::string mix_in_words(const OptimisationResult& r, const Mix& mix) {
  std::vector<std::string> parts;
  for (std::size_t l = 0; l < mix.size(); ++l)
    parts.push_back(r.levers[l].label() + " " + r.levers[l].text_of(mix[l]));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// "0.5 to 1.2", "on, off", "6"
std::string top_in_words(const Lever& lever, const LeverTop& top) {
  if (top.settings.empty()) return "-";
  if (lever.is_range() && top.settings.size() > 1)
    return lever.text_of(top.settings.front()) + " to " + lever.text_of(top.settings.back());
  std::vector<std::string> texts;
  for (const double setting : top.settings) texts.push_back(lever.text_of(setting));
  return fmt::format("{}", fmt::join(texts, ", "));
}

// Aims are scaled already, and higher is better.
Figure gain_figure(const PairedDifference& d) {
  static const OutcomeInfo as_it_is{"", "", "", true};
  return difference_figure(d, as_it_is);
}

// What the best mix costs of its budget.
std::string spending_in_words(const OptimisationResult& r, const Finalist& best) {
  const std::string cost = fmt::format("{} [{}, {}]", million(best.cost.difference),
                                       million(best.cost.low), million(best.cost.high));
  if (!r.optimisation.counts_simulated)
    return fmt::format(
        "It spends {} million Rp a ward by the levers' own unit costs; the simulated cost rises by "
        "{}. Without `cost` in its levers, the budget would hold in what is simulated.",
        million(best.spending), cost);
  const bool holds = best.cost.difference <= r.optimisation.budget;
  return fmt::format(
      "As simulated, with all that follows, it costs {} million Rp a ward more, {} "
      "the budget of {}.",
      cost, holds ? "within" : "more than", million(r.optimisation.budget));
}

std::string best_in_words(const OptimisationResult& r) {
  const Finalist& best = r.best();
  const PairedDifference& chosen = r.candidates[r.point().candidate].value;
  const Aim& aim = r.optimisation.aim;
  std::string text = fmt::format("For {} million Rp a ward: {}. ", million(r.optimisation.budget),
                                 mix_in_words(r, best.mix));
  text += best.value.low > 0
              ? fmt::format("In {} fresh worlds that gains {} of {} against the baseline",
                            r.fresh_worlds, in_figures(best.value, aim), aim.name())
              : fmt::format(
                    "In {} fresh worlds it can't be told to do better than the baseline "
                    "({} of {})",
                    r.fresh_worlds, in_figures(best.value, aim), aim.name());
  text += fmt::format(
      "; in the {} worlds that it was chosen in it was {:+.3g}, which choosing flatters. ",
      chosen.n, chosen.difference);
  return text + spending_in_words(r, best);
}

std::string top_in_words(const OptimisationResult& r) {
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
  std::string text = fmt::format("{} of {} other mixes for this budget can't be told to be worse",
                                 as_good, others);
  if (better > 0)
    text += fmt::format(
        ", and {} of these did better, by up to {:.2g}: the winner was chosen "
        "before that was seen, and more candidates or replicates would choose "
        "more finely",
        better, most);
  if (!widths.empty()) {
    std::sort(widths.begin(), widths.end());
    const std::string unit = r.optimisation.aim.unit();
    text += fmt::format(" (half of the differences are known to within {:.2g}{}{})",
                        widths[widths.size() / 2], unit.empty() ? "" : " ", unit);
  }
  std::vector<std::string> flat;
  for (std::size_t l = 0; l < r.levers.size(); ++l)
    if (r.top[l].is_flat) flat.push_back(r.levers[l].label());
  text += flat.empty() ? ". No lever is without consequence over its whole range."
                       : fmt::format(
                             ". Without consequence that can be told, from one end to the "
                             "other: {}.",
                             fmt::join(flat, ", "));
  return text;
}

std::string frontier_in_words(const OptimisationResult& r) {
  std::vector<std::string> parts;
  for (const FrontierPoint& p : r.frontier)
    if (p.budget != r.optimisation.budget) {
      const PairedDifference& d = r.finalists[p.finalist].from_best;
      parts.push_back(fmt::format("with {}: {}", million(p.budget),
                                  p.finalist == 0 || d.is_same() ? "the same mix"
                                  : d.can_be_told_from_zero()    ? in_figures(d, r.optimisation.aim)
                                                                 : "nothing that can be told"));
    }
  return parts.empty() ? ""
                       : fmt::format("Instead of {} million Rp a ward: {}.",
                                     million(r.optimisation.budget), fmt::join(parts, "; "));
}

std::string answer(const OptimisationResult& r) {
  std::string text = best_in_words(r);
  for (const std::string& more : {top_in_words(r), frontier_in_words(r)})
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
  const std::string unit = r.optimisation.aim.unit();
  FigureColumn baseline{"as it was", "", {}}, best{"best mix", "", {}},
      cost{r.optimisation.counts_simulated ? "costs alone" : "spends", "million Rp a ward", {}},
      as_good{"as good as the best", "", {}}, down{"moved down alone", unit, {}},
      up{"moved up alone", unit, {}};
  std::vector<std::string> rows;
  for (std::size_t l = 0; l < r.levers.size(); ++l) {
    const Lever& lever = r.levers[l];
    rows.push_back(lever.label());
    baseline.figures.push_back(in_words(lever.baseline_text));
    best.figures.push_back(in_words(lever.text_of(r.best().mix[l]), Tone::strong));
    cost.figures.push_back(plain_figure(lever.cost_at(r.best().mix[l])));
    as_good.figures.push_back(in_words(top_in_words(lever, r.top[l])));
    for (const bool is_up : {false, true}) {
      const Finalist* one = moved_alone(r, l, is_up);
      (is_up ? up : down).figures.push_back(one ? gain_figure(one->from_best) : Figure{});
    }
  }
  return blocks(rows, {baseline, best, cost, as_good, down, up}, look);
}

std::string frontier_block(const OptimisationResult& r, Look look) {
  std::vector<std::string> rows;
  FigureColumn gain{r.optimisation.aim.name(), r.optimisation.aim.unit(), {}},
      spent{"spends", "million Rp a ward", {}}, cost{"simulated cost", "million Rp a ward", {}};
  std::vector<FigureColumn> columns;
  for (const Lever& lever : r.levers) columns.push_back({lever.label(), "", {}});
  for (const FrontierPoint& p : r.frontier) {
    const Finalist& one = r.finalists[p.finalist];
    rows.push_back(million(p.budget) + " million Rp");
    gain.figures.push_back(gain_figure(one.value));
    spent.figures.push_back(plain_figure(std::abs(one.spending) < 1 ? 0 : one.spending));
    Figure simulated = plain_figure(one.cost.difference);
    simulated.low = one.cost.low / 1000, simulated.high = one.cost.high / 1000;
    cost.figures.push_back(simulated);
    for (std::size_t l = 0; l < r.levers.size(); ++l)
      columns[l].figures.push_back(in_words(r.levers[l].text_of(one.mix[l])));
  }
  columns.insert(columns.begin(), {gain, cost});
  if (!r.optimisation.counts_simulated) columns.insert(columns.begin() + 1, spent);
  return blocks(rows, std::move(columns), look);
}

std::string outcomes_block(const Experiment& experiment, const OptimisationResult& r, Look look) {
  std::vector<FigureColumn> columns;
  for (std::size_t k = 0; k < experiment.outcomes.size(); ++k) {
    const OutcomeInfo& info = outcomes()[*outcome_index(experiment.outcomes[k])];
    columns.push_back({stamped(experiment.facts, info.name),
                       unit_of(info).name,
                       {difference_figure(r.best().outcomes[k], info)}});
  }
  return blocks({"best mix"}, std::move(columns), look);
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

}  // namespace

std::string optimisation_table(const Experiment& experiment, const OptimisationResult& r,
                               Look look) {
  const auto heading = [&](const std::string& words) {
    return "\n" + toned(words, Tone::strong, look.colour) + "\n";
  };
  std::string text =
      toned(experiment.title.empty() ? experiment.name : experiment.title, Tone::strong,
            look.colour) +
      fmt::format(
          "\n{} mixes in the same {} worlds, {} of them and of their neighbours in {} fresh "
          "ones, seed {}\n",
          r.candidates.size(), experiment.replicates, r.finalists.size(), r.fresh_worlds,
          experiment.seed);
  text += heading(fmt::format("Month {}, {}: the best mix for {} million Rp a ward",
                              r.optimisation.aim.month, r.optimisation.aim.name(),
                              million(r.optimisation.budget))) +
          levers_block(r, look) + "\n" + paragraph(best_in_words(r), look);
  if (const std::string words = top_in_words(r); !words.empty()) text += paragraph(words, look);
  text += heading("What it does to the outcomes, against the baseline") +
          outcomes_block(experiment, r, look);
  if (r.frontier.size() > 1)
    text += heading("What other budgets would buy") + frontier_block(r, look) + "\n" +
            paragraph(frontier_in_words(r), look);
  return text + "\n" +
         paragraph(
             "Differences are against the baseline or, where a lever is moved alone, against "
             "the best mix; paired world by world, with 95 % intervals, in worlds that had no "
             "part in the choice. As good: settings among mixes for this budget that can't "
             "be told from the best. ≈ 0: can't be told from zero. " +
                 std::string{r.optimisation.counts_simulated
                                 ? "Budgets hold in what is simulated, with the unit costs of "
                                   "[costs]; what a lever costs alone is what moving it from the "
                                   "baseline did, with all that follows."
                                 : "Budgets hold by the levers' unit costs; the simulated cost has "
                                   "all consequences, too."},
             look);
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
