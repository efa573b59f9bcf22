#include "sim/designs/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/network.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct Rows {  // outcomes by row: f(A), f(B), f(A with dimension d from B), f(B with d from A)
  std::vector<double> a, b;
  std::vector<std::vector<double>> ab, ba;  // ba: empty without second order
};

// Indices of the rows named, some perhaps several times; first and total by dimension, then every
// two, mean and variance.
std::vector<double> indices_of(const Rows& rows, const std::vector<std::size_t>& chosen) {
  const auto n = static_cast<double>(chosen.size());
  double mean = 0;
  for (const std::size_t i : chosen) mean += (rows.a[i] + rows.b[i]) / (2 * n);
  double variance = 0;
  for (const std::size_t i : chosen)
    variance +=
        ((rows.a[i] - mean) * (rows.a[i] - mean) + (rows.b[i] - mean) * (rows.b[i] - mean)) /
        (2 * n);
  std::vector<double> indices;
  const auto add = [&](const auto& of_row) {  // the mean of what a row comes to
    double sum = 0;
    for (const std::size_t i : chosen) sum += of_row(i);
    indices.push_back(variance > 0 ? sum / n / variance : not_a_number);
  };
  const std::vector<double>&a = rows.a, &b = rows.b;
  const bool doubled = !rows.ba.empty();
  for (std::size_t d = 0; d < rows.ab.size(); ++d)
    add([&, &ab = rows.ab[d]](std::size_t i) {
      const double one = (b[i] - mean) * (ab[i] - a[i]);
      return doubled ? (one + (a[i] - mean) * (rows.ba[d][i] - b[i])) / 2 : one;
    });
  for (std::size_t d = 0; d < rows.ab.size(); ++d)
    add([&, &ab = rows.ab[d]](std::size_t i) {
      const double one = (a[i] - ab[i]) * (a[i] - ab[i]) / 2;
      return doubled ? (one + (b[i] - rows.ba[d][i]) * (b[i] - rows.ba[d][i]) / 2) / 2 : one;
    });
  // The two exchanged points share dimension d of one matrix and e of the other, and nothing else:
  // what is left of their product, without what each exchange does alone, is the interaction.
  for (std::size_t d = 0; d < rows.ba.size(); ++d)
    for (std::size_t e = d + 1; e < rows.ba.size(); ++e)
      add([&](std::size_t i) {
        return ((rows.ba[d][i] - b[i]) * (rows.ab[e][i] - a[i]) +
                (rows.ba[e][i] - b[i]) * (rows.ab[d][i] - a[i])) /
               2;
      });
  indices.push_back(mean);
  indices.push_back(variance);
  return indices;
}

double quantile(std::vector<double> sorted, double share) {
  std::sort(sorted.begin(), sorted.end());
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

SobolIndices sobol_indices(const std::vector<double>& outcomes, std::size_t n,
                           std::size_t dimensions, std::uint64_t seed, std::size_t resamples) {
  Rows rows;
  const std::size_t parts = outcomes.size() / n;
  rows.ab.resize(dimensions);
  if (parts == 2 * dimensions + 2) rows.ba.resize(dimensions);
  for (std::size_t i = 0; i < n; ++i) {
    bool whole = true;
    for (std::size_t part = 0; part < parts; ++part)
      whole = whole && std::isfinite(outcomes[part * n + i]);
    if (!whole) continue;
    rows.a.push_back(outcomes[i]);
    rows.b.push_back(outcomes[n + i]);
    for (std::size_t d = 0; d < dimensions; ++d) rows.ab[d].push_back(outcomes[(d + 2) * n + i]);
    for (std::size_t d = 0; d < rows.ba.size(); ++d)
      rows.ba[d].push_back(outcomes[(dimensions + d + 2) * n + i]);
  }
  std::vector<std::size_t> all(rows.a.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const std::vector<double> estimate = indices_of(rows, all);
  std::vector<std::vector<double>> spread(estimate.size());
  const Dice dice{seed, 0};
  Stream random{dice, "sensitivity.bootstrap"};
  for (std::size_t r = 0; r < resamples && !all.empty(); ++r) {
    std::vector<std::size_t> chosen(all.size());
    for (std::size_t& i : chosen) i = random.below(static_cast<std::uint32_t>(all.size()));
    const std::vector<double> one = indices_of(rows, chosen);
    for (std::size_t k = 0; k < one.size(); ++k)
      if (std::isfinite(one[k])) spread[k].push_back(one[k]);
  }
  const auto index = [&](std::size_t k) {
    if (spread[k].empty()) return Index{estimate[k], not_a_number, not_a_number};
    return Index{estimate[k], quantile(spread[k], 0.025), quantile(spread[k], 0.975)};
  };
  SobolIndices result;
  for (std::size_t d = 0; d < dimensions; ++d) {
    result.first.push_back(index(d));
    result.total.push_back(index(dimensions + d));
  }
  std::size_t k = 2 * dimensions;
  for (std::size_t a = 0; a < rows.ba.size(); ++a)
    for (std::size_t b = a + 1; b < rows.ba.size(); ++b)
      result.second.push_back({a, b, index(k++)});
  result.mean = estimate[k];
  result.variance = estimate[k + 1];
  return result;
}

MorrisEffects morris_effects(const std::vector<std::vector<double>>& walks,
                             const std::vector<std::vector<double>>& outcomes,
                             std::size_t dimensions) {
  std::vector<std::vector<double>> effects(dimensions), errors(dimensions);
  std::vector<double> means;
  for (const std::vector<double>& values : outcomes) means.push_back(summary_of(values).mean);
  for (std::size_t p = 1; p < walks.size(); ++p) {
    if (p % (dimensions + 1) == 0) continue;  // the start of the next walk
    for (std::size_t d = 0; d < dimensions; ++d) {
      const double step = walks[p][d] - walks[p - 1][d];
      if (step == 0) continue;
      if (const double effect = (means[p] - means[p - 1]) / step; std::isfinite(effect))
        effects[d].push_back(effect);
      if (const double error =
              paired_difference(outcomes[p - 1], outcomes[p]).standard_error / step;
          std::isfinite(error))
        errors[d].push_back(error * error);
    }
  }
  MorrisEffects result;
  for (const std::vector<double>& squares_of_one : errors)
    result.chance.push_back(std::sqrt(2 / std::numbers::pi * summary_of(squares_of_one).mean));
  for (const std::vector<double>& of_one : effects) {
    const auto n = static_cast<double>(of_one.size());
    std::vector<double> sizes;
    for (const double e : of_one) sizes.push_back(std::abs(e));
    const PairedDifference d = paired_difference(std::vector<double>(sizes.size(), 0.0), sizes);
    double mean = 0, size = 0, squares = 0;
    for (const double e : of_one) mean += e / n, size += std::abs(e) / n;
    for (const double e : of_one) squares += (e - mean) * (e - mean);
    result.mean.push_back(n > 0 ? mean : not_a_number);
    result.mean_size.push_back(n > 0 ? size : not_a_number);
    result.size_interval.push_back({d.difference, d.low, d.high});
    result.sd.push_back(n > 1 ? std::sqrt(squares / (n - 1)) : not_a_number);
  }
  return result;
}

}  // namespace swadaya
