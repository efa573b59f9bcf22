#include "sim/designs/cost_effectiveness.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/designs/perfect_information.hpp"

namespace swadaya {

namespace {

constexpr std::size_t steps = 40;  // of the acceptability curve, besides what is marked

// Effects and costs of all variants in all complete worlds, and of which draw each world is.
struct Sampled {
  Cases cases;
  std::vector<std::uint32_t> groups;
  std::vector<std::size_t> worlds;  // of all, those that are kept
};

bool has_figures(const Cases& all, std::size_t v) {
  for (std::size_t w = 0; w < all.size(); ++w)
    if (std::isfinite(all.effects[v][w]) && std::isfinite(all.costs[v][w])) return true;
  return false;
}

// Keeps the variants that one ward can choose between and that have figures, in the worlds in which
// all of them do.
Sampled with_figures(const Sampled& all, const std::vector<bool>& elsewhere,
                     std::vector<std::size_t>& variants) {
  for (std::size_t v = 0; v < all.cases.options(); ++v)
    if (!elsewhere[v] && has_figures(all.cases, v)) variants.push_back(v);
  Sampled kept;
  kept.cases.effects.resize(variants.size());
  kept.cases.costs.resize(variants.size());
  for (std::size_t w = 0; w < all.cases.size(); ++w) {
    const bool whole = std::all_of(variants.begin(), variants.end(), [&](std::size_t v) {
      return std::isfinite(all.cases.effects[v][w]) && std::isfinite(all.cases.costs[v][w]);
    });
    if (!whole) continue;
    kept.groups.push_back(all.groups[w]);
    kept.worlds.push_back(w);
    for (std::size_t i = 0; i < variants.size(); ++i) {
      kept.cases.effects[i].push_back(all.cases.effects[variants[i]][w]);
      kept.cases.costs[i].push_back(all.cases.costs[variants[i]][w]);
    }
  }
  return kept;
}

// Of variants that are equal in every world, the first alone stays in `variants` and `cases`.
void merge_equals(Cases& cases, std::vector<std::size_t>& variants,
                  std::vector<std::size_t>& same_as) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const auto twin = std::find_if(kept.begin(), kept.end(), [&](std::size_t k) {
      return cases.effects[k] == cases.effects[i] && cases.costs[k] == cases.costs[i];
    });
    same_as[variants[i]] = variants[twin == kept.end() ? i : *twin];
    if (twin == kept.end()) kept.push_back(i);
  }
  for (std::size_t k = 0; k < kept.size(); ++k) {
    std::swap(cases.effects[k], cases.effects[kept[k]]);
    std::swap(cases.costs[k], cases.costs[kept[k]]);
    variants[k] = variants[kept[k]];
  }
  cases.effects.resize(kept.size()), cases.costs.resize(kept.size());
  variants.resize(kept.size());
}

double mean_of(const std::vector<double>& x) {
  return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

std::vector<Option> ranked(const CostEffectiveness& c) {
  std::vector<Option> options(c.counted.size());
  for (std::size_t i = 0; i < options.size(); ++i)
    options[i].effect = mean_of(c.freed.effects[i]), options[i].cost = mean_of(c.freed.costs[i]);
  rank_options(options);
  return options;
}

Cases pair_of(const Cases& all, std::size_t a, std::size_t b) {
  return {{all.effects[a], all.effects[b]}, {all.costs[a], all.costs[b]}};
}

std::vector<Sureness> sureness_of(const CostEffectiveness& c, const std::vector<Option>& options,
                                  const std::vector<std::uint32_t>& groups) {
  const std::vector<double> simulated = share_on_frontier(c.of_means);
  const std::vector<double> drawn = share_on_frontier(c.by_draw);
  const bool by_draw = c.over == Over::parameters;
  std::vector<Sureness> all;
  for (std::size_t i = 0; i < options.size(); ++i) {
    Sureness s{{}, {}, by_draw ? drawn[i] : simulated[i], simulated[i]};
    if (const auto from = options[i].next_cheaper) {
      s.ratio_simulated = fieller(c.freed, groups, *from, i);
      s.ratio =
          by_draw
              ? ratio_over(expectations_of(pair_of(c.by_world, *from, i), groups, Unsure::carried),
                           0, 1, options[i].icer)
              : s.ratio_simulated;
    }
    all.push_back(s);
  }
  return all;
}

// From options of `counted` to variants: those without figures are dominated.
void spread_out(CostEffectiveness& c, const std::vector<Option>& options,
                const std::vector<Sureness>& sureness, const std::vector<bool>& elsewhere) {
  Option without;
  without.effect = without.cost = nothing;
  without.standing = Dominance::dominated;
  c.options.assign(c.same_as.size(), without);
  c.sureness.assign(c.same_as.size(), {{}, {}, nothing, nothing});
  for (std::size_t v = 0; v < c.same_as.size(); ++v) {
    if (elsewhere[v]) c.options[v].standing = Dominance::elsewhere;
    const auto at = std::find(c.counted.begin(), c.counted.end(), c.same_as[v]);
    if (at == c.counted.end()) continue;
    const auto i = static_cast<std::size_t>(at - c.counted.begin());
    c.options[v] = options[i];
    if (options[i].next_cheaper) c.options[v].next_cheaper = c.counted[*options[i].next_cheaper];
    c.sureness[v] = sureness[i];
  }
}

void draw_curve(CostEffectiveness& c) {
  std::vector<double> marked{0}, prices;
  for (const std::size_t v : c.counted)
    if (std::isfinite(c.options[v].icer))
      for (const Interval range = c.prices_of(v);
           const double price : {range.low, (range.low + range.high) / 2, range.high})
        marked.push_back(price);
  for (const auto& place : places_on_frontier(c.options))
    if (const Interval range = c.prices_of(place.front()); range.low == 0)
      marked.push_back(range.high / 2);
  const double most = *std::max_element(marked.begin(), marked.end());
  prices = marked;
  for (std::size_t i = 0; most > 0 && i <= steps; ++i)
    prices.push_back(most * static_cast<double>(i) / double{steps});
  std::sort(prices.begin(), prices.end());
  prices.erase(std::unique(prices.begin(), prices.end()), prices.end());
  for (std::size_t i = 0; i < prices.size(); ++i) {
    c.curve.push_back(c.at(prices[i]));
    if (std::find(marked.begin(), marked.end(), prices[i]) != marked.end()) c.marks.push_back(i);
  }
}

}  // namespace

Acceptability CostEffectiveness::at(double willingness) const {
  const auto spread = [&](const std::vector<double>& by_option) {
    std::vector<double> all(same_as.size(), nothing);
    for (std::size_t v = 0; v < same_as.size(); ++v)
      if (const auto at = std::find(counted.begin(), counted.end(), same_as[v]);
          at != counted.end())
        all[v] = by_option[static_cast<std::size_t>(at - counted.begin())];
    return all;
  };
  Acceptability a{willingness,
                  spread(mean_net_benefit(freed, willingness)),
                  {},
                  spread(share_best(of_means, willingness)),
                  spread(share_best(by_world, willingness))};
  if (over == Over::parameters) {
    a.best = spread(share_best(by_draw, willingness));
    a.evpi = evpi(willingness);
  } else {
    a.best = a.best_simulated;
  }
  return a;
}

double CostEffectiveness::evpi(double willingness) const {
  return value_of_knowing(by_draw_as_likely, willingness);
}

Interval CostEffectiveness::prices_of(std::size_t variant) const {
  const double own = options[variant].icer, from = std::isfinite(own) ? std::max(own, 0.0) : 0;
  for (std::size_t v = 0; v < options.size(); ++v)
    if (const auto& next = options[v].next_cheaper;
        next && are_equal(options[*next], options[variant]))
      return {from, std::max(options[v].icer, 0.0)};
  return {from, 2 * from};
}

Costing::Costing(const Results& results, const std::vector<int>& months,
                 const Accounting& accounting)
    : accounting_{accounting},
      months_{months},
      baseline_{results.baseline()},
      draws_{results.draws()},
      controls_{results.controls()} {
  for (std::size_t k = 0; k < outcomes().size(); ++k)
    if (adds_up(k)) added_up_.push_back(k);
  for (std::size_t v = 0; v < results.variants().size(); ++v) {
    samples_.push_back(results.sample(v, months));
    elsewhere_.push_back(!results.is_in_same_worlds(v));
    if (accounting.discount > 0)
      discounted_.push_back(discounted_sums(results, v, months, added_up_, accounting.discount));
  }
}

namespace {

// In the good direction; money in the prices shown.
double scale_of(std::size_t outcome, const Accounting& accounting) {
  const OutcomeInfo& info = outcomes()[outcome];
  return info.good_in_one() * (info.type == UnitType::money ? accounting.factor() : 1);
}

// By variant: `values(variant, outcome)`, as effects and costs.
template <class Values>
Cases cases_of(std::size_t variants, std::size_t outcome, const Accounting& accounting,
               const Values& values) {
  const std::size_t cost = *outcome_index("cost_kRp"), own_time = *outcome_index("cost_groups_kRp");
  const double scale = scale_of(outcome, accounting), prices = accounting.factor();
  Cases all;
  for (std::size_t v = 0; v < variants; ++v) {
    const auto effects = values(v, outcome), costs = values(v, cost), time = values(v, own_time);
    all.effects.emplace_back(effects.begin(), effects.end());
    for (double& x : all.effects.back()) x *= scale;
    all.costs.emplace_back(costs.begin(), costs.end());
    for (std::size_t w = 0; w < costs.size(); ++w) {
      if (accounting.perspective == Accounting::programme) all.costs.back()[w] -= time[w];
      all.costs.back()[w] *= prices;
    }
  }
  return all;
}

std::vector<double> at_places(std::span<const double> values,
                              const std::vector<std::size_t>& worlds) {
  std::vector<double> all;
  for (const std::size_t w : worlds) all.push_back(values[w]);
  return all;
}

}  // namespace

Cases Costing::worlds(int month, std::size_t outcome) const {
  return cases_of(samples_.size(), outcome, accounting_,
                  [&](std::size_t v, std::size_t k) { return samples_[v].values(month, k); });
}

Cases Costing::discounted_worlds(int month, std::size_t outcome) const {
  const auto m =
      static_cast<std::size_t>(std::find(months_.begin(), months_.end(), month) - months_.begin());
  return cases_of(samples_.size(), outcome, accounting_, [&](std::size_t v, std::size_t k) {
    const auto at = std::find(added_up_.begin(), added_up_.end(), k);
    return at == added_up_.end()
               ? samples_[v].values(month, k)
               : std::span<const double>{
                     discounted_[v][m][static_cast<std::size_t>(at - added_up_.begin())]};
  });
}

CostEffectiveness Costing::of(int month, std::size_t outcome) const {
  Sampled all{worlds(month, outcome), draws_, {}};
  if (all.groups.empty()) {
    all.groups.resize(all.cases.size());
    std::iota(all.groups.begin(), all.groups.end(), 0u);
  }
  CostEffectiveness c;
  c.outcome = outcome, c.month = month;
  c.same_as.resize(samples_.size());
  std::iota(c.same_as.begin(), c.same_as.end(), std::size_t{0});
  Sampled kept = with_figures(all, elsewhere_, c.counted);
  c.by_world = std::move(kept.cases);
  c.worlds = c.by_world.size();
  c.draws = kept.groups;
  if (c.worlds == 0) c.counted.clear(), c.by_world = {};
  merge_equals(c.by_world, c.counted, c.same_as);
  const auto base = std::find(c.counted.begin(), c.counted.end(), c.same_as[baseline_]);
  c.freed = base == c.counted.end()
                ? c.by_world
                : freed(c.by_world, static_cast<std::size_t>(base - c.counted.begin()), kept.worlds,
                        scale_of(outcome, accounting_));
  c.of_means = resampled_means(c.freed, kept.groups);
  if (!draws_.empty()) {
    c.by_draw = expectations_of(c.by_world, kept.groups, Unsure::carried);
    c.by_draw_as_likely = expectations_of(c.by_world, kept.groups, Unsure::left_out);
  }
  if (c.by_draw.size() > 0) c.over = Over::parameters;
  const std::vector<Option> options = ranked(c);
  c.same_frontier = share_with_frontier(c.of_means, options);
  spread_out(c, options, sureness_of(c, options, kept.groups), elsewhere_);
  draw_curve(c);
  for (const Sample& sample : samples_)
    c.members_time.push_back(
        accounting_.factor() *
        mean_of(at_places(sample.values(month, *outcome_index("cost_groups_kRp")), kept.worlds)));
  if (!discounted_.empty()) discount(c, kept.worlds);
  return c;
}

Cases Costing::freed(const Cases& plain, std::size_t baseline,
                     const std::vector<std::size_t>& worlds, double scale) const {
  Cases all = plain;
  for (std::size_t i = 0; i < plain.options() && !worlds.empty(); ++i) {
    const std::vector<double>& base = plain.effects[baseline];
    std::vector<double> difference(worlds.back() + 1, nothing);
    for (std::size_t j = 0; j < worlds.size(); ++j)
      difference[worlds[j]] = (plain.effects[i][j] - base[j]) / scale;
    if (const auto pseudo = controls_.free(difference))
      for (std::size_t j = 0; j < worlds.size(); ++j)
        all.effects[i][j] = base[j] + scale * (*pseudo)[worlds[j]];
  }
  return all;
}

// Those that are equal undiscounted may differ in when they spend.
void Costing::discount(CostEffectiveness& c, const std::vector<std::size_t>& worlds) const {
  Cases all = discounted_worlds(c.month, c.outcome);
  for (std::size_t v = 0; v < all.options(); ++v) {
    all.effects[v] = at_places(all.effects[v], worlds);
    all.costs[v] = at_places(all.costs[v], worlds);
  }
  all = freed(all, baseline_, worlds, scale_of(c.outcome, accounting_));
  for (std::size_t v = 0; v < all.options(); ++v) {
    Option option;
    const bool is_known = std::isfinite(c.options[v].effect);
    option.effect = is_known ? mean_of(all.effects[v]) : nothing;
    option.cost = is_known ? mean_of(all.costs[v]) : nothing;
    c.discounted.push_back(option);
  }
  rank_options(c.discounted);
  for (std::size_t v = 0; v < c.discounted.size(); ++v)
    if (elsewhere_[v]) c.discounted[v].standing = Dominance::elsewhere;
}

}  // namespace swadaya
