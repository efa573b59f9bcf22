#include "sim/base/paired.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace swadaya {

namespace {

constexpr double confidence = 0.95;  // of Monte Carlo intervals

struct Pairs {
  std::vector<double> a, b, difference;
  std::vector<std::uint32_t> draws;  // each pair its own where parameters are taken as known
  std::vector<double> pseudo;        // by Controls; the differences themselves where they can't
};

Pairs pairs_of(std::span<const double> baseline, std::span<const double> variant,
               std::span<const std::uint32_t> draws, const Controls& controls) {
  std::vector<double> all(std::min(baseline.size(), variant.size()));
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = variant[i] - baseline[i];
  const std::vector<double> freed = draws.empty() ? controls.freed(all) : all;
  Pairs pairs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!std::isfinite(baseline[i]) || !std::isfinite(variant[i])) continue;
    pairs.a.push_back(baseline[i]);
    pairs.b.push_back(variant[i]);
    pairs.difference.push_back(all[i]);
    pairs.draws.push_back(draws.empty() ? static_cast<std::uint32_t>(i) : draws[i]);
    pairs.pseudo.push_back(freed[i]);
  }
  return pairs;
}

// How far a mean is from the truth by chance, squared.
double squared_error(const Nested& nested) {
  return nested.standard_error() * nested.standard_error();
}

double average(const std::vector<double>& x) {
  return x.empty() ? nothing
                   : std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

// Bonett & Price 2012, "Adjusted Wald confidence interval for a difference of binomial proportions
// based on paired data": one more pair of each unequal kind, of n + 2.
Interval of_matched_pairs(const std::vector<double>& differences) {
  const double n = static_cast<double>(differences.size()) + 2;
  const auto count = [&](double x) {
    return static_cast<double>(std::count(differences.begin(), differences.end(), x));
  };
  const double more = (count(1) + 1) / n, less = (count(-1) + 1) / n;
  const double half = normal_975 * std::sqrt((more + less - (more - less) * (more - less)) / n);
  return {std::max(-1.0, more - less - half), std::min(1.0, more - less + half)};
}

}  // namespace

PairedDifference paired_difference(std::span<const double> baseline,
                                   std::span<const double> variant,
                                   std::span<const std::uint32_t> draws, const Controls& controls) {
  const Pairs pairs = pairs_of(baseline, variant, draws, controls);
  PairedDifference p;
  p.n = pairs.difference.size();
  p.unequal = p.n - static_cast<std::size_t>(
                        std::count(pairs.difference.begin(), pairs.difference.end(), 0.0));
  p.baseline_mean = average(pairs.a), p.variant_mean = average(pairs.b);
  p.difference = average(pairs.pseudo);
  if (p.n < 2) return p;
  const Nested nested{pairs.pseudo, pairs.draws}, plain{pairs.difference, pairs.draws};
  p.standard_error = nested.standard_error();
  p.variance_cut = p.standard_error > 0 ? squared_error(plain) / squared_error(nested) : 1;
  if (nested.groups() >= 2) {
    const double half = students_t((1 + confidence) / 2, nested.degrees()) * p.standard_error;
    p.monte_carlo = {p.difference - half, p.difference + half};
  }
  if (draws.empty() && p.unequal > 0 && are_yes_or_no(pairs.a) && are_yes_or_no(pairs.b))
    p.monte_carlo = of_matched_pairs(pairs.difference);
  p.parameters = range_of(plain.expectations());
  p.luck = range_of(draws.empty() ? pairs.difference : plain.within_one_group());
  p.luck.low += p.difference - plain.mean(), p.luck.high += p.difference - plain.mean();
  p.ward = range_of(pairs.difference, 0.8);
  const Interval& shown = p.is_over_parameters() ? p.parameters : p.monte_carlo;
  p.low = shown.low, p.high = shown.high;
  return p;
}

bool PairedDifference::rests_on_few() const { return swadaya::rests_on_few(unequal, n); }

bool PairedDifference::is_simulated_too_little() const {
  constexpr double small = 1.0 / 3;
  return is_over_parameters() && monte_carlo.high - monte_carlo.low > small * (high - low);
}

double share_unseen(std::size_t n) {
  return n == 0 ? 1 : 1 - std::pow(1 - confidence, 1 / static_cast<double>(n));
}

}  // namespace swadaya
