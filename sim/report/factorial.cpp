#include "sim/designs/factorial.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

nlohmann::json interval_of(const PairedDifference& effect, const OutcomeInfo& info, int steps = 1) {
  const PairedDifference d = difference_within(effect, info, steps);
  return report_interval(d.difference, d.low, d.high);
}

// [name, title] and, where there is one, the title in Indonesian.
nlohmann::json lever_json(const StoredVariant& lever, const Experiment& experiment) {
  nlohmann::json json{lever.name, title_of(lever)};
  for (const Variant& variant : experiment.variants)
    if (variant.name == lever.name && !variant.title_id.empty()) json.push_back(variant.title_id);
  return json;
}

}  // namespace

// levers: [name, title, title in Indonesian where there is one]; over_parameters: what lows and
// highs are; all: of an outcome and month the whole, the first's lead, levers by their share, of
// each lever { share, alone, average, last, kRp, kRp per unit, better }, and [a, b, interval] of
// every two.
nlohmann::json report_factorial(const Experiment& experiment, const Store& store,
                                const Catalogue&) {
  nlohmann::json levers = nlohmann::json::array(), all = nlohmann::json::array();
  for (const StoredVariant& lever : levers_of(store))
    levers.push_back(lever_json(lever, experiment));
  if (levers.empty()) return nullptr;
  bool over_parameters = false;
  const std::size_t cost = *outcome_index("cost_kRp");
  for (const int month : report_months(experiment)) {
    const FactorialEffects costs = factorial_effects(store, month, cost);
    for (const std::string& name : experiment.outcomes) {
      const std::size_t k = *outcome_index(name);
      const OutcomeInfo& info = outcomes()[k];
      const FactorialEffects e = factorial_effects(store, month, k);
      if (e.whole.n == 0) continue;
      over_parameters = over_parameters || e.whole.is_over_parameters();
      nlohmann::json own = nlohmann::json::array(), pairs = nlohmann::json::array();
      for (std::size_t i = 0; i < e.levers.size(); ++i) {
        const LeverEffects& lever = e.levers[i];
        const double kRp = costs.levers[i].share.difference;
        own.push_back({{"share", interval_of(lever.share, info)},
                       {"alone", interval_of(lever.alone, info)},
                       {"average", interval_of(lever.average, info)},
                       {"last", interval_of(lever.last, info)},
                       {"kRp", report_number(kRp)},
                       {"per_unit", report_number(cost_per_unit(lever.share, kRp, info), 4)},
                       {"better", is_better(lever.share, info)}});
      }
      for (const Interaction& i : e.interactions)
        pairs.push_back({i.a, i.b, interval_of(i.effect, info, 2)});
      all.push_back({{"outcome", k},
                     {"month", month},
                     {"constant", e.is_constant},
                     {"whole", interval_of(e.whole, info)},
                     {"whole_kRp", report_number(costs.whole.difference)},
                     {"lead", interval_of(e.lead, info, 2)},
                     {"ranking", e.ranking},
                     {"levers", std::move(own)},
                     {"interactions", std::move(pairs)}});
    }
  }
  return {{"kind", "factorial"},
          {"levers", std::move(levers)},
          {"over_parameters", over_parameters},
          {"all", std::move(all)}};
}

}  // namespace swadaya
