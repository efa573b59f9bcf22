#include "sim/designs/choice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();

// By world: which group it is of, numbered from 0.
std::vector<std::size_t> numbered(std::span<const std::uint32_t> groups, std::size_t& count) {
  std::unordered_map<std::uint32_t, std::size_t> place;
  std::vector<std::size_t> all;
  for (const std::uint32_t group : groups)
    all.push_back(place.try_emplace(group, place.size()).first->second);
  count = place.size();
  return all;
}

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double x : values) sum += x;
  return sum;
}

// Means of a difference in effects and in costs, and how closely they are known: groups are drawn,
// not worlds.
struct MeanDifference {
  double effect = 0, cost = 0, var_effect = 0, var_cost = 0, covariance = 0;
};

MeanDifference difference_of(const Cases& worlds, const std::vector<std::size_t>& group,
                             std::size_t groups, std::size_t from, std::size_t to) {
  const auto n = static_cast<double>(worlds.size()), g = static_cast<double>(groups);
  MeanDifference d;
  d.effect = (sum_of(worlds.effects[to]) - sum_of(worlds.effects[from])) / n;
  d.cost = (sum_of(worlds.costs[to]) - sum_of(worlds.costs[from])) / n;
  std::vector<std::pair<double, double>> sums(groups);
  for (std::size_t w = 0; w < worlds.size(); ++w) {
    sums[group[w]].first += worlds.effects[to][w] - worlds.effects[from][w] - d.effect;
    sums[group[w]].second += worlds.costs[to][w] - worlds.costs[from][w] - d.cost;
  }
  const double scale = g / (g - 1) / (n * n);
  for (const auto& [effect, cost] : sums) {
    d.var_effect += scale * effect * effect;
    d.var_cost += scale * cost * cost;
    d.covariance += scale * effect * cost;
  }
  return d;
}

template <class Each>
void each_ranked(const Cases& cases, const Each& each) {
  std::vector<Option> options(cases.options());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (std::size_t v = 0; v < options.size(); ++v)
      options[v].effect = cases.effects[v][i], options[v].cost = cases.costs[v][i];
    rank_options(options);
    each(options);
  }
}

}  // namespace

Cases resampled_means(const Cases& worlds, std::span<const std::uint32_t> groups, std::size_t times,
                      std::uint32_t which) {
  std::size_t count = 0;
  const std::vector<std::size_t> group = numbered(groups, count);
  const std::size_t options = worlds.options();
  Cases means{std::vector<std::vector<double>>(options), std::vector<std::vector<double>>(options)};
  if (count < 2) return means;
  // A row a group: its effects and costs, summed, and how many worlds it has.
  const std::size_t width = 2 * options + 1;
  std::vector<double> sums(count * width), sum(width);
  for (std::size_t w = 0; w < worlds.size(); ++w) {
    double* row = &sums[group[w] * width];
    for (std::size_t v = 0; v < options; ++v)
      row[2 * v] += worlds.effects[v][w], row[2 * v + 1] += worlds.costs[v][w];
    row[width - 1] += 1;
  }
  const Dice dice{1, which};
  Stream random{dice, "choice.resampled"};
  for (std::size_t i = 0; i < times; ++i) {
    std::fill(sum.begin(), sum.end(), 0.0);
    for (std::size_t k = 0; k < count; ++k) {
      const double* row = &sums[random.below(static_cast<std::uint32_t>(count)) * width];
      for (std::size_t c = 0; c < width; ++c) sum[c] += row[c];
    }
    for (std::size_t v = 0; v < options; ++v) {
      means.effects[v].push_back(sum[2 * v] / sum[width - 1]);
      means.costs[v].push_back(sum[2 * v + 1] / sum[width - 1]);
    }
  }
  return means;
}

std::vector<double> mean_net_benefit(const Cases& cases, double price) {
  std::vector<double> all;
  const auto n = static_cast<double>(cases.size());
  for (std::size_t v = 0; v < cases.options(); ++v)
    all.push_back(n > 0 ? (price * sum_of(cases.effects[v]) - sum_of(cases.costs[v])) / n
                        : nothing);
  return all;
}

std::vector<double> share_best(const Cases& cases, double price) {
  if (cases.size() == 0) return std::vector<double>(cases.options(), nothing);
  std::vector<double> wins(cases.options()), benefit(cases.options());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (std::size_t v = 0; v < benefit.size(); ++v) benefit[v] = cases.net_benefit(v, i, price);
    const double best = *std::max_element(benefit.begin(), benefit.end());
    const auto ties = static_cast<double>(std::count(benefit.begin(), benefit.end(), best));
    for (std::size_t v = 0; v < benefit.size(); ++v) wins[v] += benefit[v] == best ? 1 / ties : 0;
  }
  for (double& x : wins) x /= static_cast<double>(cases.size());
  return wins;
}

std::vector<double> share_on_frontier(const Cases& cases) {
  if (cases.size() == 0) return std::vector<double>(cases.options(), nothing);
  std::vector<double> on(cases.options());
  each_ranked(cases, [&](const std::vector<Option>& options) {
    for (std::size_t v = 0; v < options.size(); ++v)
      on[v] += options[v].standing == Dominance::frontier ? 1 : 0;
  });
  for (double& x : on) x /= static_cast<double>(cases.size());
  return on;
}

double share_with_frontier(const Cases& cases, const std::vector<Option>& options) {
  if (cases.size() == 0) return nothing;
  double same = 0;
  each_ranked(cases, [&](const std::vector<Option>& ranked) {
    bool is_same = true;
    for (std::size_t v = 0; v < ranked.size(); ++v)
      is_same = is_same && (ranked[v].standing == Dominance::frontier) ==
                               (options[v].standing == Dominance::frontier);
    same += is_same ? 1 : 0;
  });
  return same / static_cast<double>(cases.size());
}

double value_of_knowing(const Cases& cases, double price) {
  if (cases.size() == 0) return nothing;
  const std::vector<double> means = mean_net_benefit(cases, price);
  const auto chosen =
      static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
  double gained = 0;  // over the choice, so that nothing is lost in the differences of large sums
  for (std::size_t i = 0; i < cases.size(); ++i) {
    double most = 0;
    for (std::size_t v = 0; v < cases.options(); ++v)
      most = std::max(most, cases.net_benefit(v, i, price) - cases.net_benefit(chosen, i, price));
    gained += most;
  }
  return gained / static_cast<double>(cases.size());
}

Interval ratio_over(const Cases& cases, std::size_t from, std::size_t to, double ratio,
                    double share) {
  const std::size_t n = cases.size();
  if (n < 2 || !std::isfinite(ratio)) return {};
  // Prices at which a case changes its mind: towards the dearer option where that does more.
  std::vector<std::pair<double, int>> turns;
  int wins = 0;  // at the ratio itself, just below it
  for (std::size_t i = 0; i < n; ++i) {
    const double effect = cases.effects[to][i] - cases.effects[from][i],
                 cost = cases.costs[to][i] - cases.costs[from][i];
    const double turn = effect == 0 ? nothing : cost / effect;
    if (effect == 0 ? cost < 0 : effect > 0 ? turn < ratio : turn >= ratio) ++wins;
    if (effect != 0) turns.emplace_back(turn, effect > 0 ? 1 : -1);
  }
  std::sort(turns.begin(), turns.end());
  // As many cases as may lie beyond either end: the k th from it is the end (type 6, rounded out).
  const int beyond =
      std::max(1, static_cast<int>((static_cast<double>(n) + 1) * (1 - share) / 2)) - 1;
  const auto here = std::lower_bound(turns.begin(), turns.end(), std::pair{ratio, -2});
  Interval range{-no_bound, no_bound};
  int below = wins;
  for (auto at = here; at != turns.begin();) {
    below -= (--at)->second;
    if (below > beyond) continue;
    range.low = at->first;
    break;
  }
  int above = wins;
  for (auto at = here; at != turns.end(); ++at) {
    above += at->second;
    if (above < static_cast<int>(n) - beyond) continue;
    range.high = at->first;
    break;
  }
  if (wins <= beyond) range.low = ratio;
  if (wins >= static_cast<int>(n) - beyond) range.high = ratio;
  return range;
}

Interval fieller(const Cases& worlds, std::span<const std::uint32_t> groups, std::size_t from,
                 std::size_t to, double share) {
  std::size_t count = 0;
  const std::vector<std::size_t> group = numbered(groups, count);
  if (count < 2) return {};
  const MeanDifference d = difference_of(worlds, group, count, from, to);
  const double t = students_t((1 + share) / 2, static_cast<double>(count) - 1);
  // Prices at which the net benefit can't be told from 0: a price^2 - 2 b price + c <= 0.
  const double a = d.effect * d.effect - t * t * d.var_effect,
               b = d.effect * d.cost - t * t * d.covariance,
               c = d.cost * d.cost - t * t * d.var_cost;
  const double root = std::sqrt(std::max(0.0, b * b - a * c));
  if (a > 0) return {(b - root) / a, (b + root) / a};
  // Above the larger root, and below the smaller one, where the ratio isn't.
  const double larger = a < 0 ? (b - root) / a : c / (2 * b);
  const bool is_above = b * b > a * c && d.effect * larger <= d.cost;
  return {is_above ? larger : -no_bound, no_bound};
}

}  // namespace swadaya
