#include "sim/tables/same_money.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "sim/base/csv.hpp"
#include "sim/designs/same_money.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

// Of the packages that these wards may choose between.
std::vector<std::pair<std::size_t, ForTheSame>> all_for_the_same(const Experiment& experiment,
                                                                 const Results& results) {
  std::vector<std::pair<std::size_t, ForTheSame>> all;
  const std::size_t outcome = *outcome_index(experiment.answer), cost = *outcome_index("cost_kRp");
  const int month = experiment.months_shown.front();
  const auto values = [&](std::size_t variant, std::size_t k) {
    return results.values(variant, month, k);
  };
  const std::vector<std::uint32_t> draws = results.draws();
  const Controls controls = results.controls();
  const auto base = values(results.baseline(), outcome),
             base_cost = values(results.baseline(), cost);
  for (std::size_t v = 0; v < results.variants().size(); ++v)
    if (v != results.baseline() && results.is_in_same_worlds(v))
      all.emplace_back(
          v, for_the_same(static_cast<double>(experiment.same_money), base, values(v, outcome),
                          base_cost, values(v, cost), draws, controls));
  return all;
}

}  // namespace

std::string same_money_table(const Experiment& experiment, const Results& results, Look look) {
  if (experiment.same_money == 0 || results.variants().size() < 2) return "";
  const OutcomeInfo& info = outcomes()[*outcome_index(experiment.answer)];
  const Language in = look.language;
  const std::string money = in.number("{:.4g}", static_cast<double>(experiment.same_money) / 1e3);
  std::vector<std::string> rows;
  FigureColumn as_it_is{stamped(experiment.facts, info.name, in), unit_of(info, in).name, {}},
      for_all{in.say("for {} more", money), unit_of(info, in).name, {}},
      cost{in.say("extra cost"), in.say("million Rp a ward"), {}},
      reach{in.say("reaches"), in.say("of wards"), {}};
  reach.digits = 0;
  const auto base = results.values(results.baseline(), experiment.months_shown.front(),
                                   *outcome_index(info.name));
  const Controls controls = results.controls();
  const auto packages = all_for_the_same(experiment, results);
  if (packages.empty()) return "";
  for (const auto& [v, same] : packages) {
    rows.push_back(title_of(results.variants()[v], in));
    as_it_is.figures.push_back(difference_figure(
        difference_from(
            results, v, base,
            results.values(v, experiment.months_shown.front(), *outcome_index(info.name)),
            results.draws(), controls),
        info));
    for_all.figures.push_back(difference_figure(same.effect, info));
    cost.figures.push_back(plain_figure(same.extra_cost));
    Figure share;
    share.estimate = 100 * same.reach, share.sign = in.say(" %");
    reach.figures.push_back(share);
  }
  return look.strong(in.say("For the same extra money, {} million Rp a ward, by month {}", money,
                            experiment.months_shown.front())) +
         "\n" + blocks(rows, {as_it_is, for_all, cost, reach}, look) +
         paragraph(in.say("A package that costs more reaches fewer wards; one that costs less "
                          "leaves money over. The first column is the package as it is.") +
                       left_out_of_choice(results, in),
                   look);
}

nlohmann::json same_money_json(const Experiment& experiment, const Results& results) {
  if (experiment.same_money == 0 || results.variants().size() < 2) return {};
  nlohmann::json all = nlohmann::json::array();
  for (const auto& [v, same] : all_for_the_same(experiment, results))
    all.push_back({{"variant", results.variants()[v].name},
                   {"extra_cost_kRp", json_number(same.extra_cost)},
                   {"reach", json_number(same.reach)},
                   {"difference", json_number(same.effect.difference)},
                   {"low", json_number(same.effect.low)},
                   {"high", json_number(same.effect.high)},
                   {"told", same.effect.can_be_told_from_zero()}});
  return {{"kRp", experiment.same_money},
          {"outcome", experiment.answer},
          {"month", experiment.months_shown.front()},
          {"packages", std::move(all)}};
}

}  // namespace swadaya
