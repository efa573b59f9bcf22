#include "sim/designs/optimisation.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <limits>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/paired.hpp"
#include "sim/designs/lever_prices.hpp"
#include "sim/results/labels.hpp"

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

// The search's runs in their order, run or read.
class Replay {
 public:
  Replay(const Experiment& experiment, const Results& store, NextVariants next)
      : experiment_{experiment},
        store_{store},
        next_{std::move(next)},
        optimisation_{optimisation_of(experiment)},
        space_{experiment.levers} {
    std::set<int> months{experiment.months_shown.begin(), experiment.months_shown.end()};
    months.insert(optimisation_.aim.month);
    months_.assign(months.begin(), months.end());
  }

  // False where it was stopped.
  bool go() {
    const std::vector<double> baseline = values_of(experiment_.baseline);
    if (optimisation_.counts_simulated && !price_levers()) return false;
    searched =
        search_mixes(space_, search(), [&](std::size_t generation, const std::vector<Mix>& mixes) {
          return evaluated(generation, mixes, baseline);
        });
    if (searched.stopped) return false;
    return choose() ? run_finalists() : true;
  }

  SearchResult searched;
  std::vector<std::size_t> stored;      // by mix tried: its number in the store
  std::vector<Contender> finalists;     // the best for the budget first
  std::vector<FrontierPoint> frontier;  // by budget, ascending
  std::size_t first_finalist = 0;       // in the store, behind its baseline

  // Blocks of fresh worlds, each with the baseline and all finalists.
  std::size_t blocks() const {
    return (optimisation_.fresh_worlds + experiment_.replicates - 1) / experiment_.replicates;
  }
  const LeverSpace& space() const { return space_; }
  // Once it has ended.
  double spending(const Mix& mix) const { return prices_->spending(mix); }
  const Optimisation& optimisation() const { return optimisation_; }
  std::vector<double> values_of(std::size_t variant) const {
    return optimisation_.aim.values(store_.sample_so_far(variant, {optimisation_.aim.month}));
  }

 private:
  BudgetSearch search() {
    BudgetSearch s = optimisation_.search(experiment_.seed);
    if (optimisation_.counts_simulated) s.excess = [this](std::size_t t) { return excess_of(t); };
    return s;
  }

  // --- what levers cost as simulated
  std::vector<double> costs_of(std::size_t variant) const {
    static const std::size_t cost = *outcome_index("cost_kRp");
    const Sample sample = store_.sample_so_far(variant, {optimisation_.aim.month});
    const auto values = sample.values(optimisation_.aim.month, cost);
    return {values.begin(), values.end()};
  }

  PairedDifference cost_of(std::size_t variant) const {
    return paired_difference(costs_of(experiment_.baseline), costs_of(variant));
  }

  // By what the mix was dearer than unit costs say, at most: the upper end of a one-sided interval
  // of 95 % over the worlds of the search, so that the budget holds in others.
  double excess_of(std::size_t tried) {
    constexpr double upper = 1.645;
    for (std::size_t t = excess_.size(); t <= tried; ++t) {
      const PairedDifference d = cost_of(stored[t]);
      const double error = std::isfinite(d.standard_error) ? d.standard_error : 0;
      excess_.push_back(d.difference + upper * error - space_.spending(mixes_[t]));
    }
    return excess_[tried];
  }

  // What one more of each lever costs, with all that follows from it. False where it was stopped.
  bool price_levers() {
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

  Variant variant_of(const LeverSpace& space, const Mix& mix, const std::string& name,
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

  std::vector<double> evaluated(std::size_t generation, const std::vector<Mix>& mixes,
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

  // The best for each budget, and what tells how flat the top is. False where nothing was found.
  bool choose() {
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

  // The finalist that is this mix, made where there is none.
  std::size_t place_of(const Mix& mix) {
    const auto at = std::find_if(finalists.begin(), finalists.end(),
                                 [&](const Contender& one) { return one.mix == mix; });
    if (at == finalists.end()) {
      finalists.push_back({mix, space_.levers().size()});
      return finalists.size() - 1;
    }
    return static_cast<std::size_t>(at - finalists.begin());
  }

  bool run_finalists() {
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

  const Experiment& experiment_;
  const Results& store_;
  const NextVariants next_;
  const Optimisation optimisation_;
  LeverSpace space_;              // with unit costs as simulated, where those count
  std::vector<Mix> mixes_;        // those tried, as `stored`
  std::vector<double> excess_;    // of them, as far as it was asked for
  std::optional<Prices> prices_;  // of a search that has ended
  std::vector<int> months_;
};

// Reads what a search that has ended left in its store.
class Report {
 public:
  Report(const Experiment& experiment, const Results& store)
      : experiment_{experiment},
        store_{store},
        replay_{experiment, store, reading(experiment, store)} {}

  OptimisationResult result() {
    if (!replay_.go())
      throw BadInput{Problem{store_.folder(), 0, 0, "", "",
                             "holds an optimisation that hasn't ended",
                             "swadaya resume " + store_.folder()}};
    if (replay_.finalists.empty())
      throw BadInput{
          Problem{store_.folder(), 0, 0, "", "",
                  fmt::format("no mix has an outcome ({}) at month {}",
                              replay_.optimisation().aim.name(), replay_.optimisation().aim.month),
                  "another outcome or month"}};
    OptimisationResult r;
    r.optimisation = replay_.optimisation();
    r.levers = replay_.space().levers();
    r.frontier = replay_.frontier;
    r.fresh_worlds = replay_.blocks() * experiment_.replicates;
    add_candidates(r);
    add_finalists(r);
    for (std::size_t l = 0; l < r.levers.size(); ++l) r.top.push_back(top_of(r, l));
    return r;
  }

 private:
  // The variant number `offset` of each block, one after the other.
  std::vector<double> fresh(
      std::size_t offset,
      const std::function<std::vector<double>(std::size_t variant)>& values) const {
    std::vector<double> all;
    for (std::size_t b = 0; b < replay_.blocks(); ++b) {
      const auto own = values(replay_.first_finalist + b * (replay_.finalists.size() + 1) + offset);
      all.insert(all.end(), own.begin(), own.end());
    }
    return all;
  }
  std::vector<double> outcome_of(std::size_t variant, std::size_t outcome) const {
    const int month = replay_.optimisation().aim.month;
    const Sample sample = store_.sample_so_far(variant, {month});
    const auto values = sample.values(month, outcome);
    return {values.begin(), values.end()};
  }

  void add_candidates(OptimisationResult& r) const {
    const std::size_t cost = *outcome_index("cost_kRp");
    const auto baseline = replay_.values_of(experiment_.baseline),
               baseline_cost = outcome_of(experiment_.baseline, cost);
    for (std::size_t t = 0; t < replay_.searched.tried.size(); ++t) {
      const Tried& one = replay_.searched.tried[t];
      const std::size_t variant = replay_.stored[t];
      r.candidates.push_back({{one.mix, replay_.spending(one.mix),
                               paired_difference(baseline, replay_.values_of(variant)),
                               summary_of(replay_.values_of(variant)).sd,
                               paired_difference(baseline_cost, outcome_of(variant, cost))},
                              one.generation});
    }
  }

  void add_finalists(OptimisationResult& r) const {
    const std::size_t cost = *outcome_index("cost_kRp");
    const auto value = [&](std::size_t v) { return replay_.values_of(v); };
    const auto of = [&](std::size_t outcome) {
      return [this, outcome](std::size_t v) { return outcome_of(v, outcome); };
    };
    const auto baseline = fresh(0, value), best = fresh(1, value),
               baseline_cost = fresh(0, of(cost));
    std::vector<std::vector<double>> shown;
    for (const std::string& name : experiment_.outcomes)
      shown.push_back(fresh(0, of(*outcome_index(name))));
    for (std::size_t f = 0; f < replay_.finalists.size(); ++f) {
      const Contender& one = replay_.finalists[f];
      const auto own = fresh(f + 1, value);
      Finalist finalist{
          {one.mix, replay_.spending(one.mix), paired_difference(baseline, own), summary_of(own).sd,
           paired_difference(baseline_cost, fresh(f + 1, of(cost)))},
          one.lever,
          paired_difference(best, own),
          {}};
      for (std::size_t k = 0; k < shown.size(); ++k)
        finalist.outcomes.push_back(
            paired_difference(shown[k], fresh(f + 1, of(*outcome_index(experiment_.outcomes[k])))));
      r.finalists.push_back(std::move(finalist));
    }
  }

  LeverTop top_of(const OptimisationResult& r, std::size_t lever) const {
    LeverTop top{{}, true};
    std::set<double> settings;
    std::size_t alone = 0;
    for (const Finalist& one : r.finalists) {
      if (one.spending > r.optimisation.budget) continue;
      if (one.is_as_good()) settings.insert(one.mix[lever]);
      if (one.lever == lever) ++alone, top.is_flat = top.is_flat && one.is_as_good();
    }
    top.settings.assign(settings.begin(), settings.end());
    // Where the budget keeps a lever from one of its ends, nothing is known of all its range.
    const Lever& own = r.levers[lever];
    const double first = own.is_range() ? std::min(own.cheapest(), own.dearest()) : 0,
                 last = own.is_range() ? std::max(own.cheapest(), own.dearest())
                                       : static_cast<double>(own.options.size() - 1);
    top.is_flat = top.is_flat && alone > 0 && settings.contains(first) && settings.contains(last);
    return top;
  }

  const Experiment& experiment_;
  const Results& store_;
  Replay replay_;
};

}  // namespace

BudgetSearch Optimisation::search(std::uint64_t seed) const {
  BudgetSearch s;
  s.budgets = {budget};
  for (const double other : frontier)
    if (std::find(s.budgets.begin(), s.budgets.end(), other) == s.budgets.end())
      s.budgets.push_back(other);
  s.candidates = candidates;
  s.seed = seed;
  return s;
}

const FrontierPoint& OptimisationResult::point() const {
  return *std::find_if(frontier.begin(), frontier.end(),
                       [&](const FrontierPoint& p) { return p.budget == optimisation.budget; });
}

std::string OptimisationResult::role(std::size_t finalist) const {
  if (finalist == 0) return "best";
  for (const FrontierPoint& p : frontier)
    if (p.finalist == finalist) return fmt::format("best for {:g}", p.budget);
  const Finalist& one = finalists[finalist];
  return one.lever < levers.size() ? "moved " + levers[one.lever].name : "rival";
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
            return Replay{experiment, generations.store(), running(generations)}.go();
          }};
}

OptimisationResult optimisation_result(const Experiment& experiment, const Results& store) {
  return Report{experiment, store}.result();
}

}  // namespace swadaya
