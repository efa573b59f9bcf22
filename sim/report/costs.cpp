// What the report tells of costs and effects.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/cost_effectiveness.hpp"
#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_cloud = 4000;       // points of one chart
constexpr std::size_t most_in_clouds = 60000;  // of all together
constexpr std::size_t most_cases = 100;        // that a budget is spent in

// Variants in the order of the page.
using VariantsShown = std::vector<std::size_t>;

// Null where there is no interval; without a bound an end is null.
nlohmann::json range_json(const Interval& range) {
  if (std::isnan(range.low)) return nullptr;
  return {report_number(range.low), report_number(range.high)};
}

nlohmann::json options_json(const CostEffectiveness& c, const VariantsShown& order) {
  nlohmann::json all = nlohmann::json::array();
  for (const std::size_t v : order) {
    const Option& option = c.options[v];
    const Sureness& sure = c.sureness[v];
    const auto twin = std::find(order.begin(), order.end(), c.same_as[v]);
    nlohmann::json same = nullptr;
    if (c.same_as[v] != v && twin != order.end()) same = twin - order.begin();
    // At the middle of the prices for which it is the choice.
    const Interval prices = c.prices_of(v);
    const bool is_choice = option.standing == Dominance::frontier;
    const Acceptability middle = c.at((prices.low + prices.high) / 2);
    const Option& discounted = (c.discounted.empty() ? c.options : c.discounted)[v];
    all.push_back({report_number(option.effect), report_number(option.cost),
                   static_cast<int>(option.standing), report_number(option.icer),
                   range_json(sure.ratio), report_number(sure.on_frontier, 3), same,
                   is_choice ? report_number(middle.best[v], 3) : nullptr,
                   is_choice ? report_number(middle.best_by_world[v], 3) : nullptr,
                   report_number(discounted.cost), static_cast<int>(discounted.standing),
                   report_number(discounted.icer), report_number(c.members_time[v])});
  }
  return all;
}

nlohmann::json curve_json(const CostEffectiveness& c, const VariantsShown& order) {
  nlohmann::json curve = nlohmann::json::array();
  for (const Acceptability& a : c.curve) {
    nlohmann::json chances = nlohmann::json::array();
    for (const std::size_t v : order) chances.push_back(report_number(a.best[v], 3));
    curve.push_back(
        {report_number(a.willingness, 6), std::move(chances), report_number(a.evpi, 4)});
  }
  return curve;
}

// What a budget may be spent on: options that are on the frontier in any case, the baseline first,
// with effects and costs beyond it in cases that are equally likely.
nlohmann::json budget_json(const CostEffectiveness& c, const VariantsShown& order) {
  const Cases& all = c.over == Over::parameters ? c.by_draw : c.of_means;
  const std::size_t stride = (all.size() + most_cases - 1) / most_cases;
  const auto place_in = [&](std::size_t v) {
    return static_cast<std::size_t>(std::find(c.counted.begin(), c.counted.end(), c.same_as[v]) -
                                    c.counted.begin());
  };
  const std::size_t base = place_in(order[0]);
  nlohmann::json options = nlohmann::json::array(), effects = nlohmann::json::array(),
                 costs = nlohmann::json::array();
  for (std::size_t i = 0; i < order.size() && base < c.counted.size(); ++i) {
    const std::size_t own = place_in(order[i]);
    const bool is_twin = c.same_as[order[i]] != order[i] && i > 0;
    if (own == c.counted.size() || is_twin) continue;
    if (i > 0 && !(c.sureness[order[i]].on_frontier > 0) &&
        c.options[order[i]].standing != Dominance::frontier)
      continue;
    nlohmann::json gains = nlohmann::json::array(), more = nlohmann::json::array();
    for (std::size_t k = 0; k < all.size(); k += std::max<std::size_t>(stride, 1)) {
      gains.push_back(report_number(all.effects[own][k] - all.effects[base][k], 5));
      more.push_back(report_number(all.costs[own][k] - all.costs[base][k], 5));
    }
    options.push_back(i), effects.push_back(std::move(gains)), costs.push_back(std::move(more));
  }
  return {{"options", options}, {"effects", effects}, {"costs", costs}};
}

// Differences from the baseline in the first of all worlds; of variants in other wards none.
nlohmann::json cloud_json(const CostEffectiveness& c, const Cases& cases,
                          const VariantsShown& order, std::size_t worlds) {
  nlohmann::json cloud = nlohmann::json::array();
  for (std::size_t i = 0; i < order.size(); ++i) {
    nlohmann::json points = nlohmann::json::array();
    const bool is_elsewhere = c.options[order[i]].standing == Dominance::elsewhere;
    for (std::size_t w = 0; i > 0 && !is_elsewhere && w < worlds; ++w) {
      const double effect = cases.effects[order[i]][w] - cases.effects[order[0]][w],
                   more = cases.costs[order[i]][w] - cases.costs[order[0]][w];
      if (std::isfinite(effect) && std::isfinite(more))
        points.push_back({report_number(effect, 4), report_number(more, 4)});
    }
    cloud.push_back(std::move(points));
  }
  return cloud;
}

}  // namespace

nlohmann::json report_costs(const Experiment& experiment, const Store& store) {
  nlohmann::json all = nlohmann::json::array();
  const std::size_t variants = store.variants().size();
  const VariantsShown order = report_variants(experiment, store);
  const std::vector<int> months = report_months(experiment);
  const std::size_t charts = months.size() * experiment.outcomes.size(),
                    most = std::min(most_cloud, most_in_clouds / std::max<std::size_t>(1, charts));
  const std::size_t worlds =
      std::min(store.complete_replicates(), std::max<std::size_t>(most / variants, 1));
  const Costing costing{store, months, experiment.accounting};
  for (const int month : months)
    for (const std::string& name : experiment.outcomes) {
      if (name.starts_with("cost_")) continue;
      const std::size_t k = *outcome_index(name);
      const CostEffectiveness c = costing.of(month, k);
      all.push_back({{"month", month},
                     {"outcome", k},
                     {"over", c.over == Over::parameters ? "parameters" : "simulation"},
                     {"adds_up", adds_up(k)},
                     {"cases", c.over == Over::parameters ? c.by_draw.size() : c.worlds},
                     {"same", report_number(c.same_frontier, 3)},
                     {"options", options_json(c, order)},
                     {"cloud", cloud_json(c, costing.worlds(month, k), order, worlds)},
                     {"curve", curve_json(c, order)},
                     {"budget", budget_json(c, order)},
                     {"marks", c.marks}});
    }
  return all;
}

}  // namespace swadaya
