#include "sim/designs/mix_search.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "sim/designs/lever_prices.hpp"
#include "sim/month/outcome.hpp"

namespace swadaya {

namespace {

// "meetings 1.2, list on"
std::string title_of(const LeverSpace& space, const Mix& mix) {
  std::string title;
  for (std::size_t l = 0; l < mix.size(); ++l)
    title += fmt::format("{}{} {}", l ? ", " : "", space.levers()[l].name,
                         space.levers()[l].text_of(mix[l]));
  return title;
}

}  // namespace

MixSearch::MixSearch(const Experiment& experiment, const Results& store, NextVariants next)
    : experiment_{experiment},
      store_{store},
      next_{std::move(next)},
      optimisation_{optimisation_of(experiment)},
      space_{experiment.levers} {
  std::set<int> months{experiment.months_shown.begin(), experiment.months_shown.end()};
  months.insert(optimisation_.aim.month);
  months_.assign(months.begin(), months.end());
}

bool MixSearch::go() {
  const std::vector<double> baseline = values_of(experiment_.baseline);
  if (optimisation_.counts_simulated && !price_levers()) return false;
  searched =
      search_mixes(space_, search(), [&](std::size_t generation, const std::vector<Mix>& mixes) {
        return evaluated(generation, mixes, baseline);
      });
  if (searched.stopped) return false;
  return choose() ? run_finalists() : true;
}

std::size_t MixSearch::blocks() const {
  return (optimisation_.fresh_worlds + experiment_.replicates - 1) / experiment_.replicates;
}

std::vector<double> MixSearch::values_of(std::size_t variant) const {
  return optimisation_.aim.values(store_.sample_so_far(variant, {optimisation_.aim.month}));
}

BudgetSearch MixSearch::search() {
  BudgetSearch s = optimisation_.search(experiment_.seed);
  if (optimisation_.counts_simulated) s.excess = [this](std::size_t t) { return excess_of(t); };
  return s;
}

std::vector<double> MixSearch::costs_of(std::size_t variant) const {
  static const std::size_t cost = *outcome_index("cost_kRp");
  const Sample sample = store_.sample_so_far(variant, {optimisation_.aim.month});
  const auto values = sample.values(optimisation_.aim.month, cost);
  return {values.begin(), values.end()};
}

PairedDifference MixSearch::cost_of(std::size_t variant) const {
  return paired_difference(costs_of(experiment_.baseline), costs_of(variant));
}

double MixSearch::excess_of(std::size_t tried) {
  constexpr double upper = 1.645;
  for (std::size_t t = excess_.size(); t <= tried; ++t) {
    const PairedDifference d = cost_of(stored[t]);
    const double error = std::isfinite(d.standard_error) ? d.standard_error : 0;
    excess_.push_back(d.difference + upper * error - space_.spending(mixes_[t]));
  }
  return excess_[tried];
}

bool MixSearch::price_levers() {
  std::vector<std::pair<LeverSpace, Mix>> alone;  // all else as in the baseline
  for (const Lever& lever : space_.levers())
    for (const double setting : settings_of(lever))
      alone.emplace_back(LeverSpace{{lever}}, Mix{setting});
  const auto first = next_(alone.size(),
                           [&] {
                             std::vector<Variant> variants;
                             for (std::size_t i = 0; i < alone.size(); ++i)
                               variants.push_back(variant_of(alone[i].first, alone[i].second,
                                                             fmt::format("price-{}", i + 1), 0));
                             return variants;
                           },
                           {optimisation_.aim.month});
  if (!first) return false;
  std::vector<double> costs;
  for (std::size_t i = 0; i < alone.size(); ++i) costs.push_back(cost_of(*first + i).difference);
  space_ = LeverSpace{priced(space_.levers(), costs)};
  check_budgets(space_, optimisation_.search(0).budgets);
  return true;
}

Variant MixSearch::variant_of(const LeverSpace& space, const Mix& mix, const std::string& name,
                              std::uint32_t first_world) const {
  Variant variant;
  variant.name = name;
  variant.title = title_of(space, mix);
  variant.scenario = experiment_.variants[experiment_.baseline].scenario;
  for (const auto& [key, value] : space.values(mix)) {
    variant.scenario.values[key] = value;
    variant.sets.insert(key);  // no draw of a posterior moves it
  }
  const OtherCost other = space.other_cost(mix);
  for (const auto& [key, more] :
       {std::pair{"costs.lump", other.lump}, {"costs.monthly", other.monthly}})
    if (more != 0) {
      double& value = std::get<double>(variant.scenario.values[key]);
      value = std::max(0.0, value + more);
      variant.sets.insert(key);
    }
  variant.first_world = first_world;
  return variant;
}

std::vector<double> MixSearch::evaluated(std::size_t generation, const std::vector<Mix>& mixes,
                                         const std::vector<double>& baseline) {
  std::vector<double> values;
  const auto first = next_(
      mixes.size(),
      [&] {
        std::vector<Variant> variants;
        for (std::size_t m = 0; m < mixes.size(); ++m)
          variants.push_back(
              variant_of(space_, mixes[m], fmt::format("g{}-m{}", generation + 1, m + 1), 0));
        return variants;
      },
      months_);
  if (!first) return values;
  for (std::size_t m = 0; m < mixes.size(); ++m) {
    stored.push_back(*first + m);
    mixes_.push_back(mixes[m]);
    const PairedDifference d = paired_difference(baseline, values_of(*first + m));
    // Where most worlds have no figure, the rest says little.
    values.push_back(2 * d.n > experiment_.replicates ? d.difference : nothing);
  }
  return values;
}

bool MixSearch::choose() {
  if (searched.tried.empty()) return false;
  const ResponseSurface surface = surface_of(space_, searched);
  prices_.emplace(prices_of(space_, search(), searched));
  std::vector<double> budgets = optimisation_.search(0).budgets;
  const std::size_t best = best_within(*prices_, searched, surface, budgets[0]);
  if (best == searched.tried.size()) return false;
  const std::size_t none = space_.levers().size();
  finalists.push_back({searched.tried[best].mix, none});
  std::sort(budgets.begin(), budgets.end());
  for (const double budget : budgets) {
    const std::size_t at = best_within(*prices_, searched, surface, budget);
    if (at == searched.tried.size()) continue;
    frontier.push_back({budget, at, place_of(searched.tried[at].mix)});
  }
  for (const Contender& one : contenders(
           *prices_, surface,
           {finalists[0].mix, optimisation_.budget, optimisation_.rivals, experiment_.seed})) {
    const std::size_t at = place_of(one.mix);
    if (at != 0) finalists[at].lever = one.lever;
  }
  return true;
}

std::size_t MixSearch::place_of(const Mix& mix) {
  const auto at = std::find_if(finalists.begin(), finalists.end(),
                               [&](const Contender& one) { return one.mix == mix; });
  if (at == finalists.end()) {
    finalists.push_back({mix, space_.levers().size()});
    return finalists.size() - 1;
  }
  return static_cast<std::size_t>(at - finalists.begin());
}

bool MixSearch::run_finalists() {
  const auto first = next_(
      blocks() * (finalists.size() + 1),
      [&] {
        std::vector<Variant> variants;
        for (std::size_t b = 0; b < blocks(); ++b) {
          const auto world = static_cast<std::uint32_t>(b + 1) * experiment_.replicates;
          Variant baseline = experiment_.variants[experiment_.baseline];
          baseline.name = fmt::format("fresh{}-baseline", b + 1);
          baseline.first_world = world;
          variants.push_back(std::move(baseline));
          for (std::size_t f = 0; f < finalists.size(); ++f)
            variants.push_back(variant_of(space_, finalists[f].mix,
                                          fmt::format("fresh{}-f{}", b + 1, f + 1), world));
        }
        return variants;
      },
      months_);
  first_finalist = first.value_or(0);
  return first.has_value();
}

Search optimisation_search(const Experiment& experiment) {
  const Optimisation o = optimisation_of(experiment);
  std::size_t options = 0;
  for (const Lever& lever : experiment.levers)
    options += std::max<std::size_t>(2, lever.options.size());
  const std::size_t finalists = 2 + o.frontier.size() + options + o.rivals,
                    fresh = (o.fresh_worlds / experiment.replicates + 1) * experiment.replicates;
  const std::size_t priced = o.counts_simulated ? options : 0;
  return {(o.candidates + priced) * experiment.replicates + finalists * fresh,
          [&experiment](Generations& generations) {
            return MixSearch{experiment, generations.store(), running(generations)}.go();
          }};
}

}  // namespace swadaya
