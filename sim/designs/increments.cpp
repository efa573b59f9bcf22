#include "sim/designs/increments.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

#include "sim/designs/frontier.hpp"
#include "sim/results/comparison.hpp"

namespace swadaya {

namespace {

double gain_of(const PairedDifference& d, const OutcomeInfo& info) {
  return d.difference * info.good_in_one();
}

// Places on the frontier, the cheapest first: of those that are alike the first alone.
std::vector<std::size_t> frontier_of(std::size_t from, const std::vector<std::size_t>& better,
                                     const PackagesCompared& packages, const OutcomeInfo& info) {
  std::vector<Option> options(1);
  for (const std::size_t p : better) {
    Option option;
    option.effect = gain_of(packages.difference(from, p), info);
    option.cost = packages.extra_cost(from, p);
    options.push_back(option);
  }
  rank_options(options);
  std::vector<std::size_t> order;
  for (const auto& place : places_on_frontier(options))
    if (place.front() > 0) order.push_back(better[place.front() - 1]);
  return order;
}

// The knee: which step lies furthest above the straight line to the last one. Of a ladder that
// saves money to its end, the last.
void choose(Increments& ladder, const OutcomeInfo& info) {
  double gain = 0, cost = 0;
  for (const Increment& step : ladder.steps) gain += gain_of(step.effect, info), cost += step.cost;
  ladder.worth = ladder.steps.size() - 1;
  ladder.price = cost / gain;
  if (cost <= 0) return;
  double so_far = 0, spent = 0, most = 1e-9;
  for (std::size_t k = 0; k + 1 < ladder.steps.size(); ++k) {
    so_far += gain_of(ladder.steps[k].effect, info), spent += ladder.steps[k].cost;
    const double above = so_far / gain - spent / cost;
    if (above > most) most = above, ladder.worth = k;
  }
}

}  // namespace

Increments increments_from(std::size_t from, const PackagesCompared& packages) {
  const OutcomeInfo& info = outcomes()[packages.outcome];
  Increments ladder;
  ladder.from = from;
  if (info.name.starts_with("cost_") || !std::isfinite(packages.costs[from]) ||
      packages.is_elsewhere(from))
    return ladder;
  std::vector<std::size_t> better;
  for (std::size_t p = 0; p < packages.costs.size(); ++p)
    if (p != from && !packages.is_elsewhere(p) && std::isfinite(packages.costs[p]) &&
        is_better(packages.difference(from, p), info))
      better.push_back(p);
  // One that can't be told from a cheaper step is left out, and the frontier drawn anew.
  for (bool is_settled = false; !is_settled;) {
    ladder.steps.clear();
    is_settled = true;
    std::size_t before = from;
    for (const std::size_t p : frontier_of(from, better, packages, info)) {
      const PairedDifference effect = packages.difference(before, p);
      if (!is_better(effect, info)) {
        std::erase(better, p);
        ladder.no_more.push_back(p);
        is_settled = false;
        break;
      }
      ladder.steps.push_back({p, effect, packages.extra_cost(before, p)});
      before = p;
    }
  }
  if (!ladder.steps.empty()) choose(ladder, info);
  return ladder;
}

std::vector<Sample> samples_of(const Results& results, const std::vector<int>& months,
                               const std::vector<std::size_t>& variants) {
  std::vector<Sample> samples;
  for (const std::size_t v : variants) samples.push_back(results.sample(v, months));
  return samples;
}

PackagesCompared packages_compared(const Results& results, const std::vector<Sample>& samples,
                                   int month, std::size_t outcome,
                                   const std::vector<std::size_t>& variants) {
  const std::size_t cost = *outcome_index("cost_kRp");
  PackagesCompared all;
  all.outcome = outcome, all.month = month;
  for (const Sample& sample : samples)
    all.costs.push_back(
        &sample == &samples.front()
            ? 0
            : paired_difference(samples[0].values(month, cost), sample.values(month, cost))
                  .difference);
  for (const std::size_t v : variants) all.elsewhere.push_back(!results.is_in_same_worlds(v));
  using Pair = std::pair<std::size_t, std::size_t>;
  auto known = std::make_shared<std::map<Pair, PairedDifference>>();
  all.difference = [&samples, &results, variants, known, month, outcome, draws = results.draws(),
                    controls = results.controls()](std::size_t from, std::size_t to) {
    const auto [at, is_new] = known->try_emplace({from, to});
    if (!is_new) return at->second;
    std::size_t apart = results.baseline();  // of the two, one that isn't in the baseline's worlds
    for (const std::size_t place : {from, to})
      if (!results.is_in_same_worlds(variants[place])) apart = variants[place];
    at->second = outcome_difference(results, apart, outcome, samples[from].values(month, outcome),
                                    samples[to].values(month, outcome), draws, controls);
    return at->second;
  };
  return all;
}

}  // namespace swadaya
