#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/paired.hpp"
#include "sim/designs/mix_search.hpp"
#include "sim/designs/optimisation.hpp"

namespace swadaya {

namespace {

// Reads what a search that has ended left in its store.
class Report {
 public:
  Report(const Experiment& experiment, const Results& store)
      : experiment_{experiment},
        store_{store},
        search_{experiment, store, reading(experiment, store)} {}

  OptimisationResult result() {
    if (!search_.go())
      throw BadInput{Problem{store_.folder(), 0, 0, "", "",
                             "holds an optimisation that hasn't ended",
                             "swadaya resume " + store_.folder()}};
    if (search_.finalists.empty())
      throw BadInput{
          Problem{store_.folder(), 0, 0, "", "",
                  fmt::format("no mix has an outcome ({}) at month {}",
                              search_.optimisation().aim.name(), search_.optimisation().aim.month),
                  "another outcome or month"}};
    OptimisationResult r;
    r.optimisation = search_.optimisation();
    r.levers = search_.space().levers();
    r.frontier = search_.frontier;
    r.fresh_worlds = search_.blocks() * experiment_.replicates;
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
    for (std::size_t b = 0; b < search_.blocks(); ++b) {
      const auto own = values(search_.first_finalist + b * (search_.finalists.size() + 1) + offset);
      all.insert(all.end(), own.begin(), own.end());
    }
    return all;
  }
  std::vector<double> outcome_of(std::size_t variant, std::size_t outcome) const {
    const int month = search_.optimisation().aim.month;
    const Sample sample = store_.sample_so_far(variant, {month});
    const auto values = sample.values(month, outcome);
    return {values.begin(), values.end()};
  }

  void add_candidates(OptimisationResult& r) const {
    const std::size_t cost = *outcome_index("cost_kRp");
    const auto baseline = search_.values_of(experiment_.baseline),
               baseline_cost = outcome_of(experiment_.baseline, cost);
    for (std::size_t t = 0; t < search_.searched.tried.size(); ++t) {
      const Tried& one = search_.searched.tried[t];
      const std::size_t variant = search_.stored[t];
      r.candidates.push_back({{one.mix, search_.spending(one.mix),
                               paired_difference(baseline, search_.values_of(variant)),
                               summary_of(search_.values_of(variant)).sd,
                               paired_difference(baseline_cost, outcome_of(variant, cost))},
                              one.generation});
    }
  }

  void add_finalists(OptimisationResult& r) const {
    const std::size_t cost = *outcome_index("cost_kRp");
    const auto value = [&](std::size_t v) { return search_.values_of(v); };
    const auto of = [&](std::size_t outcome) {
      return [this, outcome](std::size_t v) { return outcome_of(v, outcome); };
    };
    const auto baseline = fresh(0, value), best = fresh(1, value),
               baseline_cost = fresh(0, of(cost));
    std::vector<std::vector<double>> shown;
    for (const std::string& name : experiment_.outcomes)
      shown.push_back(fresh(0, of(*outcome_index(name))));
    for (std::size_t f = 0; f < search_.finalists.size(); ++f) {
      const Contender& one = search_.finalists[f];
      const auto own = fresh(f + 1, value);
      Finalist finalist{
          {one.mix, search_.spending(one.mix), paired_difference(baseline, own), summary_of(own).sd,
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
  MixSearch search_;
};

}  // namespace

OptimisationResult optimisation_result(const Experiment& experiment, const Results& store) {
  return Report{experiment, store}.result();
}

}  // namespace swadaya
