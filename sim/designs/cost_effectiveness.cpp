#include "sim/designs/cost_effectiveness.hpp"

#include <algorithm>
#include <cmath>

namespace swadaya {

namespace {

constexpr std::size_t steps = 40;  // of the acceptability curve

// Mean cost and effect of each variant, and all of them by world.
struct Sampled {
  std::vector<std::vector<double>> effects, costs;
};

Sampled sampled(const Results& store, int month, std::size_t outcome) {
  const double scale = outcomes()[outcome].good_in_one();
  const std::size_t cost = *outcome_index("cost_kRp");
  Sampled all;
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v, {month});
    const auto effects = sample.values(month, outcome), costs = sample.values(month, cost);
    all.effects.emplace_back(effects.begin(), effects.end());
    for (double& x : all.effects.back()) x *= scale;
    all.costs.emplace_back(costs.begin(), costs.end());
  }
  return all;
}

}  // namespace

void rank_options(std::vector<Option>& options) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < options.size(); ++i) {
    options[i].standing = Dominance::dominated;
    options[i].icer = nothing;
    if (std::isfinite(options[i].effect) && std::isfinite(options[i].cost)) order.push_back(i);
  }
  // By cost, of equals the one that does more first; then only what does more than all cheaper
  // ones.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return options[a].cost != options[b].cost ? options[a].cost < options[b].cost
                                              : options[a].effect > options[b].effect;
  });
  const auto ratio = [&](std::size_t from, std::size_t to) {
    return (options[to].cost - options[from].cost) / (options[to].effect - options[from].effect);
  };
  std::vector<std::size_t> hull;
  for (const std::size_t i : order) {
    if (!hull.empty() && options[i].effect <= options[hull.back()].effect) continue;
    // Ratios rise along the frontier; where one doesn't, the option before it is left out.
    while (hull.size() > 1 && ratio(hull.back(), i) <= ratio(hull[hull.size() - 2], hull.back())) {
      options[hull.back()].standing = Dominance::extendedly_dominated;
      hull.pop_back();
    }
    options[i].standing = Dominance::frontier;
    hull.push_back(i);
  }
  for (std::size_t k = 1; k < hull.size(); ++k) options[hull[k]].icer = ratio(hull[k - 1], hull[k]);
}

Acceptability acceptability_at(double willingness, const std::vector<std::vector<double>>& effects,
                               const std::vector<std::vector<double>>& costs) {
  const std::size_t variants = effects.size();
  Acceptability a{willingness, std::vector<double>(variants, 0.0),
                  std::vector<double>(variants, 0.0), 0};
  double worlds = 0, best_known = 0;
  std::vector<double> benefit(variants);
  for (std::size_t w = 0; variants > 0 && w < effects[0].size(); ++w) {
    for (std::size_t v = 0; v < variants; ++v)
      benefit[v] = willingness * effects[v][w] - costs[v][w];
    if (!std::all_of(benefit.begin(), benefit.end(), [](double b) { return std::isfinite(b); }))
      continue;
    const double best = *std::max_element(benefit.begin(), benefit.end());
    const auto ties = static_cast<double>(std::count(benefit.begin(), benefit.end(), best));
    for (std::size_t v = 0; v < variants; ++v) {
      a.net_benefit[v] += benefit[v];
      a.probability[v] += benefit[v] == best ? 1 / ties : 0;
    }
    best_known += best, ++worlds;
  }
  for (double& x : a.net_benefit) x = worlds > 0 ? x / worlds : nothing;
  for (double& x : a.probability) x = worlds > 0 ? x / worlds : nothing;
  a.evpi = worlds > 0
               ? best_known / worlds - *std::max_element(a.net_benefit.begin(), a.net_benefit.end())
               : nothing;
  return a;
}

CostEffectiveness cost_effectiveness_of(const Results& store, int month, std::size_t outcome) {
  const Sampled all = sampled(store, month, outcome);
  CostEffectiveness c{outcome, month, {}, {}};
  for (std::size_t v = 0; v < all.effects.size(); ++v) {
    Option option;
    option.effect = summary_of(all.effects[v]).mean;
    option.cost = summary_of(all.costs[v]).mean;
    c.options.push_back(option);
  }
  rank_options(c.options);
  double highest = 0;
  for (const Option& option : c.options)
    if (std::isfinite(option.icer)) highest = std::max(highest, option.icer);
  for (std::size_t i = 0; i <= (highest > 0 ? steps : 0); ++i)
    c.curve.push_back(acceptability_at(2 * highest * static_cast<double>(i) / double{steps},
                                       all.effects, all.costs));
  return c;
}

}  // namespace swadaya
