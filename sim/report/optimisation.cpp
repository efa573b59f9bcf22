#include "sim/designs/optimisation.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_tried = 2000;  // mixes of the search in a chart

nlohmann::json interval_of(const PairedDifference& d) {
  return report_interval(d.difference, d.low, d.high);
}

// From the low end of a lever's range to its high end, 0 to 1.
double place_of(const Lever& lever, double setting) {
  if (!lever.is_range())
    return setting / static_cast<double>(std::max<std::size_t>(lever.options.size(), 2) - 1);
  return lever.high > lever.low ? (setting - lever.low) / (lever.high - lever.low) : 0;
}

// [what it says, place in its range] by lever.
nlohmann::json mix_json(const OptimisationResult& r, const Mix& mix) {
  nlohmann::json all = nlohmann::json::array();
  for (std::size_t l = 0; l < mix.size(); ++l)
    all.push_back({r.levers[l].text_of(mix[l]), report_number(place_of(r.levers[l], mix[l]), 4)});
  return all;
}

nlohmann::json result_json(const OptimisationResult& r, const Finalist& one) {
  return {{"mix", mix_json(r, one.mix)},
          {"spending", report_number(one.spending)},
          {"value", interval_of(one.value)},
          {"kRp", interval_of(one.cost)},
          {"from_best", interval_of(one.from_best)}};
}

nlohmann::json lever_json(const OptimisationResult& r, std::size_t l) {
  const Lever& lever = r.levers[l];
  nlohmann::json as_good = nlohmann::json::array(), moved = nlohmann::json::array();
  for (const double setting : r.top[l].settings)
    as_good.push_back({lever.text_of(setting), report_number(place_of(lever, setting), 4)});
  for (const Finalist& one : r.finalists)
    if (one.lever == l) moved.push_back({lever.text_of(one.mix[l]), interval_of(one.from_best)});
  const double best = r.best().mix[l];
  nlohmann::json json{
      {"title", lever.label()},          {"key", lever.key},
      {"baseline", lever.baseline_text}, {"baseline_place", nullptr},
      {"is_range", lever.is_range()},    {"spends", report_number(lever.cost_at(best))},
      {"as_good", std::move(as_good)},   {"moved", std::move(moved)},
      {"is_flat", r.top[l].is_flat}};
  if (!lever.title_id.empty()) json["title_id"] = lever.title_id;
  if (lever.is_range())
    json.update({{"baseline_place", report_number(place_of(lever, lever.baseline), 4)},
                 {"low", lever.text_of(lever.low)},
                 {"high", lever.text_of(lever.high)}});
  return json;
}

}  // namespace

// In the aim's own unit, higher is better. levers: of the best mix, with the settings that can't be
// told to be worse; frontier: the best mix for each budget; others: mixes for the budget that ran
// again in fresh worlds; tried: [spending or simulated cost, gain] in the worlds of the search;
// outcomes: what the best mix does to those shown.
nlohmann::json report_optimisation(const Experiment& experiment, const Store& store,
                                   const Catalogue&) {
  const OptimisationResult r = optimisation_result(experiment, store);
  const Aim& aim = r.optimisation.aim;
  nlohmann::json parts = nlohmann::json::array(), levers = nlohmann::json::array(),
                 frontier = nlohmann::json::array(), others = nlohmann::json::array(),
                 tried = nlohmann::json::array(), shown = nlohmann::json::array();
  for (const Aim::Part& part : aim.parts)
    parts.push_back({part.outcome, report_number(part.weight)});
  for (std::size_t l = 0; l < r.levers.size(); ++l) levers.push_back(lever_json(r, l));
  for (const FrontierPoint& p : r.frontier) {
    nlohmann::json point = result_json(r, r.finalists[p.finalist]);
    point["budget"] = report_number(p.budget);
    point["is_best"] = p.finalist == 0 || r.finalists[p.finalist].from_best.is_same();
    point["chosen"] = report_number(r.candidates[p.candidate].value.difference);
    frontier.push_back(std::move(point));
  }
  for (std::size_t f = 1; f < r.finalists.size(); ++f) {
    const Finalist& one = r.finalists[f];
    if (one.spending > r.optimisation.budget) continue;
    nlohmann::json row = result_json(r, one);
    row["is_as_good"] = one.is_as_good();
    others.push_back(std::move(row));
  }
  const std::size_t stride = (r.candidates.size() + most_tried - 1) / most_tried;
  for (std::size_t c = 0; c < r.candidates.size(); c += std::max<std::size_t>(stride, 1))
    tried.push_back({report_number(r.optimisation.counts_simulated ? r.candidates[c].cost.difference
                                                                   : r.candidates[c].spending,
                                   4),
                     report_number(r.candidates[c].value.difference, 4)});
  for (std::size_t k = 0; k < experiment.outcomes.size(); ++k) {
    const std::size_t outcome = *outcome_index(experiment.outcomes[k]);
    const PairedDifference d = difference_within(r.best().outcomes[k], outcomes()[outcome]);
    shown.push_back({outcome, interval_of(d)});
  }
  return {{"kind", "optimisation"},
          {"parts", std::move(parts)},
          {"month", aim.month},
          {"budget", report_number(r.optimisation.budget)},
          {"counts_simulated", r.optimisation.counts_simulated},
          {"candidates", r.candidates.size()},
          {"fresh_worlds", r.fresh_worlds},
          {"best", result_json(r, r.best())},
          {"chosen", report_number(r.candidates[r.point().candidate].value.difference)},
          {"levers", std::move(levers)},
          {"frontier", std::move(frontier)},
          {"others", std::move(others)},
          {"tried", std::move(tried)},
          {"outcomes", std::move(shown)}};
}

}  // namespace swadaya
