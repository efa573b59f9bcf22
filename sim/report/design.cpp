#include <nlohmann/json.hpp>

#include "sim/designs/factorial.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/report/parts.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_pairs = 200;  // of parameters, the heaviest first

nlohmann::json interval_of(const PairedDifference& d) {
  return report_interval(d.difference, d.low, d.high);
}

nlohmann::json interval_of(const Index& index) {
  return report_interval(index.value, index.low, index.high);
}

}  // namespace

nlohmann::json report_interval(double estimate, double low, double high) {
  return {report_number(estimate), report_number(low), report_number(high)};
}

// levers: [name, title]; all: of an outcome and month the whole, the first's lead, levers by their
// share, of each lever { share, alone, average, last, kRp, kRp per unit, better }, and [a, b,
// interval] of every two.
nlohmann::json report_factorial(const Experiment& experiment, const Store& store) {
  nlohmann::json levers = nlohmann::json::array(), all = nlohmann::json::array();
  for (const StoredVariant& lever : levers_of(store))
    levers.push_back({lever.name, title_of(lever)});
  if (levers.empty()) return nullptr;
  const std::size_t cost = *outcome_index("cost_kRp");
  for (const int month : report_months(experiment)) {
    const FactorialEffects costs = factorial_effects(store, month, cost);
    for (const std::string& name : experiment.outcomes) {
      const std::size_t k = *outcome_index(name);
      const OutcomeInfo& info = outcomes()[k];
      const FactorialEffects e = factorial_effects(store, month, k);
      if (e.whole.n == 0) continue;
      nlohmann::json own = nlohmann::json::array(), pairs = nlohmann::json::array();
      for (std::size_t i = 0; i < e.levers.size(); ++i) {
        const LeverEffects& lever = e.levers[i];
        const double kRp = costs.levers[i].share.difference;
        own.push_back({{"share", interval_of(lever.share)},
                       {"alone", interval_of(lever.alone)},
                       {"average", interval_of(lever.average)},
                       {"last", interval_of(lever.last)},
                       {"kRp", report_number(kRp)},
                       {"per_unit", report_number(cost_per_unit(lever.share, kRp, info), 4)},
                       {"better", is_better(lever.share, info)}});
      }
      for (const Interaction& i : e.interactions)
        pairs.push_back({i.a, i.b, interval_of(i.effect)});
      all.push_back({{"outcome", k},
                     {"month", month},
                     {"whole", interval_of(e.whole)},
                     {"whole_kRp", report_number(costs.whole.difference)},
                     {"lead", interval_of(e.lead)},
                     {"ranking", e.ranking},
                     {"levers", std::move(own)},
                     {"interactions", std::move(pairs)}});
    }
  }
  return {{"kind", "factorial"}, {"levers", std::move(levers)}, {"all", std::move(all)}};
}

// all: of an outcome and month the parameters by their weight, of each { told, and size (mu* with
// its interval), mean, sd, chance, or first and total with theirs }, and of every two { a, b,
// index, told
// }.
nlohmann::json report_sensitivity(const Experiment& experiment, const Store& store) {
  const bool is_morris = experiment.design == "morris";
  nlohmann::json all = nlohmann::json::array();
  const int first_month = report_months(experiment).front();
  for (const Sensitivity& s : sensitivities(experiment, store)) {
    if (s.month < first_month) continue;
    nlohmann::json own = nlohmann::json::array(), pairs = nlohmann::json::array();
    for (std::size_t p = 0; p < experiment.parameters.size(); ++p) {
      nlohmann::json one{{"told", !may_be_chance(s, p)}};
      if (is_morris)
        one.update({{"size", interval_of(s.morris.size_interval[p])},
                    {"mean", report_number(s.morris.mean[p])},
                    {"sd", report_number(s.morris.sd[p])},
                    {"chance", report_number(s.morris.chance[p])}});
      else
        one.update(
            {{"first", interval_of(s.sobol.first[p])}, {"total", interval_of(s.sobol.total[p])}});
      own.push_back(std::move(one));
    }
    std::size_t count = 0, told = 0;
    for (const SecondOrder& pair : pairs_of(s)) {
      told += !may_be_chance(s, pair.index);
      if (++count > most_pairs) continue;
      pairs.push_back({{"a", pair.a},
                       {"b", pair.b},
                       {"index", interval_of(pair.index)},
                       {"told", !may_be_chance(s, pair.index)}});
    }
    all.push_back({{"outcome", s.outcome},
                   {"month", s.month},
                   {"noise", report_number(s.noise, 4)},
                   {"ranking", ranking_of(s)},
                   {"parameters", std::move(own)},
                   {"pairs", std::move(pairs)},
                   {"all_pairs", count},
                   {"told_pairs", told}});
  }
  return {{"kind", is_morris ? "morris" : "sobol"},
          {"parameters", experiment.parameters},
          {"blocks",
           experiment.variants.size() / block_of(experiment.design, experiment.parameters.size())},
          {"all", std::move(all)}};
}

nlohmann::json report_designed(const Experiment& experiment, const Store& store,
                               const Catalogue& catalogue) {
  if (experiment.design == "factorial") return report_factorial(experiment, store);
  if (experiment.design == "sweep") return report_sweep(experiment, store, catalogue);
  if (experiment.design == "calibration") return report_calibration(experiment, store);
  if (experiment.design == "optimisation") return report_optimisation(experiment, store);
  if (!experiment.parameters.empty()) return report_sensitivity(experiment, store);
  return nullptr;
}

}  // namespace swadaya
