#include "sim/designs/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/designs/constant.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/network.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

struct Rows {  // outcomes by row: f(A), f(B), f(A with dimension d from B), f(B with d from A)
  std::vector<double> a, b;
  std::vector<std::vector<double>> ab, ba;  // ba: empty without second order
  std::vector<std::vector<double>> chance;  // by index, in the order of `indices_of`
};

// Indices of the rows named, some perhaps several times; first and total by dimension, then every
// two, and what chance makes of each.
struct Indices {
  std::vector<double> value, chance;
  double mean = 0, variance = 0;
};

Indices indices_of(const Rows& rows, const std::vector<std::size_t>& chosen) {
  const auto n = static_cast<double>(chosen.size());
  Indices indices;
  double &mean = indices.mean, &variance = indices.variance;
  for (const std::size_t i : chosen) mean += (rows.a[i] + rows.b[i]) / (2 * n);
  for (const std::size_t i : chosen)
    variance +=
        ((rows.a[i] - mean) * (rows.a[i] - mean) + (rows.b[i] - mean) * (rows.b[i] - mean)) /
        (2 * n);
  // Below this it is rounding.
  const bool varies = variance > rounding * rounding * mean * mean;
  const auto add = [&](const auto& of_row) {  // the mean of what a row comes to
    const std::vector<double>& chance = rows.chance[indices.value.size()];
    double sum = 0, by_chance = 0;
    for (const std::size_t i : chosen) sum += of_row(i), by_chance += chance[i];
    indices.value.push_back(varies ? sum / n / variance : nothing);
    indices.chance.push_back(varies ? by_chance / n / variance : nothing);
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
  return indices;
}

// Of two means over the same worlds, from their values there.
double covariance_of_means(const std::vector<double>& x, const std::vector<double>& y) {
  double n = 0, mean_x = 0, mean_y = 0, sum = 0;
  const auto each = [&](const auto& work) {
    for (std::size_t r = 0; r < x.size(); ++r)
      if (std::isfinite(x[r]) && std::isfinite(y[r])) work(x[r], y[r]);
  };
  each([&](double p, double q) { ++n, mean_x += p, mean_y += q; });
  mean_x /= n, mean_y /= n;
  each([&](double p, double q) { sum += (p - mean_x) * (q - mean_y); });
  return n > 1 ? sum / (n - 1) / n : nothing;
}

std::vector<double> minus(std::vector<double> x, const std::vector<double>& y) {
  for (std::size_t r = 0; r < x.size(); ++r) x[r] -= y[r];
  return x;
}

// One more row's: the terms of `indices_of`, of what the worlds differ by.
void add_chance(Rows& rows, const std::vector<double>& a, const std::vector<double>& b,
                const std::vector<const std::vector<double>*>& ab,
                const std::vector<const std::vector<double>*>& ba) {
  std::vector<std::vector<double>> from_a, from_b;  // by dimension: of the exchange
  for (const auto* one : ab) from_a.push_back(minus(*one, a));
  for (const auto* one : ba) from_b.push_back(minus(*one, b));
  auto index = rows.chance.begin();
  const std::size_t k = ab.size();
  const bool doubled = !ba.empty();
  for (std::size_t d = 0; d < k; ++d) {
    const double one = covariance_of_means(b, from_a[d]);
    (index++)->push_back(doubled ? (one + covariance_of_means(a, from_b[d])) / 2 : one);
  }
  for (std::size_t d = 0; d < k; ++d) {
    const double one = covariance_of_means(from_a[d], from_a[d]) / 2;
    (index++)->push_back(doubled ? (one + covariance_of_means(from_b[d], from_b[d]) / 2) / 2 : one);
  }
  for (std::size_t d = 0; d < ba.size(); ++d)
    for (std::size_t e = d + 1; e < k; ++e)
      (index++)->push_back(
          (covariance_of_means(from_b[d], from_a[e]) + covariance_of_means(from_b[e], from_a[d])) /
          2);
}

// The rows whose points all have an outcome.
Rows rows_of(const std::vector<std::vector<double>>& outcomes, std::size_t n, std::size_t k) {
  Rows rows;
  const std::size_t parts = outcomes.size() / n;
  const bool doubled = parts == 2 * k + 2;
  rows.ab.resize(k);
  rows.ba.resize(doubled ? k : 0);
  rows.chance.resize(2 * k + (doubled ? k * (k - 1) / 2 : 0));
  std::vector<double> means;
  for (const std::vector<double>& values : outcomes) means.push_back(summary_of(values).mean);
  for (std::size_t i = 0; i < n; ++i) {
    bool whole = true;
    for (std::size_t part = 0; part < parts; ++part)
      whole = whole && std::isfinite(means[part * n + i]);
    if (!whole) continue;
    rows.a.push_back(means[i]);
    rows.b.push_back(means[n + i]);
    std::vector<const std::vector<double>*> ab, ba;
    for (std::size_t d = 0; d < k; ++d) {
      rows.ab[d].push_back(means[(d + 2) * n + i]);
      ab.push_back(&outcomes[(d + 2) * n + i]);
      if (!doubled) continue;
      rows.ba[d].push_back(means[(k + d + 2) * n + i]);
      ba.push_back(&outcomes[(k + d + 2) * n + i]);
    }
    add_chance(rows, outcomes[i], outcomes[n + i], ab, ba);
  }
  return rows;
}

double quantile(std::vector<double> sorted, double share) {
  std::sort(sorted.begin(), sorted.end());
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

SobolIndices sobol_indices(const std::vector<std::vector<double>>& outcomes, std::size_t n,
                           std::size_t dimensions, std::uint64_t seed, std::size_t resamples) {
  const Rows rows = rows_of(outcomes, n, dimensions);
  std::vector<std::size_t> all(rows.a.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const Indices estimate = indices_of(rows, all);
  // By index: the resamples' own, and what they are beyond chance.
  std::vector<std::vector<double>> spread(estimate.value.size()), beyond(spread.size());
  const Dice dice{seed, 0};
  Stream random{dice, "sensitivity.bootstrap"};
  for (std::size_t r = 0; r < resamples && !all.empty(); ++r) {
    std::vector<std::size_t> chosen(all.size());
    for (std::size_t& i : chosen) i = random.below(static_cast<std::uint32_t>(all.size()));
    const Indices one = indices_of(rows, chosen);
    for (std::size_t k = 0; k < one.value.size(); ++k) {
      if (std::isfinite(one.value[k])) spread[k].push_back(one.value[k]);
      if (const double rest = one.value[k] - one.chance[k]; std::isfinite(rest))
        beyond[k].push_back(rest);
    }
  }
  const auto end = [](const std::vector<double>& values, double share) {
    return values.empty() ? nothing : quantile(values, share);
  };
  const auto index = [&](std::size_t k) {
    return Index{estimate.value[k], end(spread[k], 0.025), end(spread[k], 0.975),
                 estimate.chance[k], end(beyond[k], 0.025)};
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
  result.mean = estimate.mean;
  result.variance = estimate.variance;
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
    result.mean.push_back(n > 0 ? mean : nothing);
    result.mean_size.push_back(n > 0 ? size : nothing);
    result.size_interval.push_back({d.difference, d.low, d.high});
    result.sd.push_back(n > 1 ? std::sqrt(squares / (n - 1)) : nothing);
  }
  return result;
}

}  // namespace swadaya
