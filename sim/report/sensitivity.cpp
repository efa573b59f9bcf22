#include <nlohmann/json.hpp>

#include "sim/designs/sensitivity_design.hpp"
#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_pairs = 200;  // of parameters, the heaviest first

nlohmann::json interval_of(const Index& index) {
  return report_interval(index.value, index.low, index.high);
}

}  // namespace

// all: of an outcome and month the parameters by their weight, of each { told, and size (mu* with
// its interval), mean, sd, or first and total with theirs; and what chance makes of mu* or total },
// and of every two { a, b, index, told }. What is the same at every point has no numbers.
nlohmann::json report_sensitivity(const Experiment& experiment, const Store& store,
                                  const Catalogue&) {
  const bool is_morris = goes_in_walks(experiment);
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
        one.update({{"first", interval_of(s.sobol.first[p])},
                    {"total", interval_of(s.sobol.total[p])},
                    {"chance", report_number(s.sobol.total[p].chance, 4)}});
      own.push_back(std::move(one));
    }
    std::size_t count = 0, told = 0;
    for (const SecondOrder& pair : pairs_of(s)) {
      told += !may_be_chance(pair.index);
      if (++count > most_pairs) continue;
      pairs.push_back({{"a", pair.a},
                       {"b", pair.b},
                       {"index", interval_of(pair.index)},
                       {"told", !may_be_chance(pair.index)}});
    }
    all.push_back({{"outcome", s.outcome},
                   {"month", s.month},
                   {"constant", s.is_constant},
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

}  // namespace swadaya
