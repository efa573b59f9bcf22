#include "sim/base/simultaneous.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "sim/base/paired.hpp"

namespace swadaya {

namespace {

constexpr std::size_t turns = 2000;  // of chance
constexpr double all_means = 0.95, all_draws = 0.9;

// Of one comparison: by draw (or world), the sum of its worlds' deviations from the mean.
std::vector<double> deviations_of(const std::vector<double>& differences, double mean,
                                  const std::vector<std::size_t>& group, std::size_t groups) {
  std::vector<double> sums(groups, 0.0);
  for (std::size_t w = 0; w < differences.size(); ++w)
    if (std::isfinite(differences[w])) sums[group[w]] += differences[w] - mean;
  return sums;
}

// Numbered from 0 in their order; each world is its own where there are no draws.
std::vector<std::size_t> groups_of(std::size_t worlds, std::span<const std::uint32_t> draws) {
  std::map<std::uint32_t, std::size_t> place;
  std::vector<std::size_t> group(worlds);
  for (std::size_t w = 0; w < worlds; ++w)
    group[w] = draws.empty() ? w : place.try_emplace(draws[w], place.size()).first->second;
  return group;
}

// Student's t of the furthest comparison, that is passed in one of twenty turns.
double critical_t(const std::vector<std::vector<double>>& deviations, std::size_t groups) {
  std::vector<double> lengths;
  for (const auto& own : deviations)
    lengths.push_back(std::sqrt(std::inner_product(own.begin(), own.end(), own.begin(), 0.0)));
  std::mt19937_64 random{1};
  std::vector<double> furthest, signs(groups);
  const auto n = static_cast<double>(groups);
  for (std::size_t turn = 0; turn < turns; ++turn) {
    for (double& sign : signs) sign = (random() >> 63) != 0 ? 1 : -1;
    double most = 0;
    for (std::size_t j = 0; j < deviations.size(); ++j)
      if (lengths[j] > 0)
        most = std::max(most, std::abs(std::inner_product(signs.begin(), signs.end(),
                                                          deviations[j].begin(), 0.0)) /
                                  lengths[j]);
    // Of a sum that is measured by the deviations about zero to one that is by those about its
    // mean.
    furthest.push_back(most * std::sqrt((n - 1) / std::max(n - most * most, 1e-9)));
  }
  return quantile_of(std::move(furthest), all_means);
}

std::vector<Interval> of_means(const std::vector<std::vector<double>>& differences,
                               std::span<const std::uint32_t> draws, const Controls& controls) {
  const std::vector<std::size_t> group = groups_of(differences[0].size(), draws);
  const std::size_t groups = group.empty() ? 0 : *std::max_element(group.begin(), group.end()) + 1;
  std::vector<PairedDifference> single;
  std::vector<std::vector<double>> deviations;
  for (const auto& own : differences) {
    single.push_back(paired_difference(std::vector<double>(own.size(), 0.0), own, draws, controls));
    deviations.push_back(deviations_of(draws.empty() ? controls.freed(own) : own,
                                       single.back().difference, group, groups));
  }
  std::vector<Interval> all(differences.size());
  if (groups < 2) return all;
  const double critical = critical_t(deviations, groups);
  for (std::size_t j = 0; j < all.size(); ++j) {
    if (!std::isfinite(single[j].standard_error)) continue;
    // Never narrower than alone, as chance of few turns may have it.
    const Interval& alone = single[j].monte_carlo;
    const double half = critical * single[j].standard_error;
    all[j] = {std::min(single[j].difference - half, alone.low),
              std::max(single[j].difference + half, alone.high)};
  }
  return all;
}

// As far out, by rank, as nine draws in ten need that lie within in every comparison (Besag, Green,
// Higdon & Mengersen 1995): so each has the shape of its own draws.
std::vector<Interval> over_draws(const std::vector<Nested>& nested) {
  std::vector<std::vector<double>> expected;
  std::vector<double> furthest;  // by draw: its rank from the nearer end, the furthest of all
  for (const Nested& own : nested) {
    expected.push_back(own.expectations());
    const auto n = static_cast<double>(expected.back().size());
    const std::vector<double> ranks = midranks_of(expected.back());
    furthest.resize(ranks.size(), 0.0);
    for (std::size_t k = 0; k < ranks.size(); ++k)
      furthest[k] = std::max({furthest[k], ranks[k], n + 1 - ranks[k]});
  }
  const double rank = quantile_of(furthest, all_draws);
  std::vector<Interval> all;
  for (const auto& own : expected) {
    const double share = 2 * rank / (static_cast<double>(own.size()) + 1) - 1;
    all.push_back(range_of(own, std::clamp(share, all_draws, 1.0)));
  }
  return all;
}

}  // namespace

std::vector<Interval> simultaneous(const std::vector<std::vector<double>>& differences,
                                   std::span<const std::uint32_t> draws, const Controls& controls) {
  if (differences.empty()) return {};
  if (!draws.empty()) {
    std::vector<Nested> nested;
    for (const auto& own : differences) nested.emplace_back(own, draws);
    const auto told = [](const Nested& own) { return std::isfinite(own.spread_between()); };
    if (std::all_of(nested.begin(), nested.end(), told)) return over_draws(nested);
  }
  return of_means(differences, draws, controls);
}

std::vector<bool> not_told_from_best(const std::vector<std::vector<double>>& values, double sign,
                                     std::span<const std::uint32_t> draws,
                                     const Controls& controls) {
  const std::size_t n = values.size();
  std::vector<double> means;
  for (const auto& own : values)
    means.push_back(sign * summary_of(draws.empty() ? controls.freed(own) : own).mean);
  std::size_t best = 0;
  for (std::size_t i = 1; i < n; ++i)
    if (means[i] > means[best] || !std::isfinite(means[best])) best = i;
  std::vector<std::vector<double>> differences;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      std::vector<double> own;
      for (std::size_t w = 0; w < values[i].size(); ++w) own.push_back(values[i][w] - values[j][w]);
      differences.push_back(std::move(own));
      pairs.emplace_back(i, j);
    }
  const std::vector<Interval> bands = simultaneous(differences, draws, controls);
  std::vector<bool> equals(n, false);
  if (n > 0) equals[best] = true;
  for (std::size_t p = 0; p < pairs.size(); ++p)
    if (pairs[p].first == best || pairs[p].second == best)
      equals[pairs[p].first == best ? pairs[p].second : pairs[p].first] =
          !(bands[p].low > 0 || bands[p].high < 0);
  return equals;
}

}  // namespace swadaya
