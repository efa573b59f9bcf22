#include "sim/designs/value_of_information.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/exact.hpp"
#include "sim/base/nested.hpp"
#include "sim/base/statistics.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr std::size_t redraws = 200;  // of the regression's coefficients
constexpr double told = 0.95;

// Every other package's net benefit over that of the best on average, by package.
struct Gains {
  std::size_t best;
  std::vector<std::size_t> packages;       // the others
  std::vector<std::vector<double>> gains;  // by those, draw by draw
};

Gains gains_of(const NetBenefits& benefits) {
  Gains all{best_on_average(benefits), {}, {}};
  for (std::size_t v = 0; v < benefits.size(); ++v) {
    if (v == all.best) continue;
    all.packages.push_back(v);
    all.gains.push_back(benefits[v]);
    for (std::size_t i = 0; i < benefits[v].size(); ++i)
      all.gains.back()[i] -= benefits[all.best][i];
  }
  return all;
}

// Mean of the maxima over packages (0 for the best on average), less the maximum of their means.
double value_of(const std::vector<std::vector<double>>& fitted) {
  if (fitted.empty()) return 0;
  double known = 0, unknown = 0;
  const std::size_t n = fitted[0].size();
  for (std::size_t i = 0; i < n; ++i) {
    double most = 0;
    for (const auto& one : fitted) most = std::max(most, one[i]);
    known += most;
  }
  for (const auto& one : fitted)
    unknown = std::max(unknown, std::accumulate(one.begin(), one.end(), 0.0));
  return std::max(0.0, (known - unknown) / static_cast<double>(n));
}

std::vector<std::vector<double>> fitted_of(const std::vector<SmoothFit>& fits) {
  std::vector<std::vector<double>> all;
  for (const SmoothFit& fit : fits) all.push_back(fit.fitted);
  return all;
}

std::vector<SmoothFit> fits_of(const Smoother& smoother,
                               const std::vector<std::vector<double>>& gains) {
  std::vector<SmoothFit> fits;
  for (const auto& gain : gains) fits.push_back(smoother.fit(gain));
  return fits;
}

// The root (Cholesky's) of how what is left of one package goes along with what is left of another:
// they share the worlds, and the package that they are held against.
std::vector<std::vector<double>> root_of_correlations(
    const std::vector<SmoothFit>& fits, const std::vector<std::vector<double>>& gains) {
  std::vector<std::vector<double>> left(fits.size()), root(fits.size());
  for (std::size_t v = 0; v < fits.size(); ++v) {
    left[v] = gains[v];
    double squares = 0;
    for (std::size_t i = 0; i < left[v].size(); ++i) {
      left[v][i] -= fits[v].fitted[i];
      squares += left[v][i] * left[v][i];
    }
    for (double& x : left[v]) x *= squares > 0 ? 1 / std::sqrt(squares) : 0;
  }
  for (std::size_t v = 0; v < fits.size(); ++v)
    for (std::size_t w = 0; w <= v; ++w) {
      double x = std::inner_product(left[v].begin(), left[v].end(), left[w].begin(), 0.0);
      for (std::size_t k = 0; k < w; ++k) x -= root[v][k] * root[w][k];
      root[v].push_back(v == w              ? std::sqrt(std::max(x, 1e-9))
                        : root[w][w] > 1e-4 ? x / root[w][w]
                                            : 0);
    }
  return root;
}

double normal_of(Stream& random) { return normal_quantile(random.uniform() + 0x1p-25); }

// The value under coefficients as they may be, given the values (Strong, Oakley & Brennan 2014).
std::vector<double> redrawn_values(const Smoother& smoother, const std::vector<SmoothFit>& fits,
                                   const std::vector<std::vector<double>>& gains, Stream& random) {
  const SmoothBasis& basis = smoother.basis();
  const auto root = root_of_correlations(fits, gains);
  const std::size_t n = gains[0].size(), others = fits.size();
  std::vector<double> values, dice(others);
  // What differs from the fit: by package, how far a normal deviate moves it.
  const auto move = [&](auto& fitted, const auto& width, const auto& column) {
    for (double& z : dice) z = normal_of(random);
    for (std::size_t v = 0; v < others; ++v) {
      const double z = std::inner_product(root[v].begin(), root[v].end(), dice.begin(), 0.0);
      const double step = z * width(v);
      for (std::size_t i = 0; i < n; ++i) fitted[v][i] += step * column(i);
    }
  };
  // Columns in which nothing could be seen to differ add nothing.
  std::vector<std::size_t> seen;
  for (std::size_t j = 0; j < basis.columns.size(); ++j)
    for (std::size_t v = 0; v < others; ++v)
      if (smoother.variance_of(fits[v], j) * basis.squares[j] > 1e-3 * fits[v].noise) {
        seen.push_back(j);
        break;
      }
  for (std::size_t r = 0; r < redraws; ++r) {
    auto fitted = fitted_of(fits);
    move(
        fitted, [&](std::size_t v) { return std::sqrt(fits[v].noise / static_cast<double>(n)); },
        [](std::size_t) { return 1.0; });
    for (const std::size_t j : seen)
      move(
          fitted, [&](std::size_t v) { return std::sqrt(smoother.variance_of(fits[v], j)); },
          [&](std::size_t i) { return basis.columns[j][i]; });
    values.push_back(value_of(fitted));
  }
  return values;
}

// The value where the draws' net benefits are dealt out anew, all packages' alike.
std::vector<double> dealt_values(const Smoother& smoother,
                                 const std::vector<std::vector<double>>& gains, Stream& random) {
  std::vector<double> values;
  std::vector<std::size_t> order(gains[0].size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto dealt = gains;
  for (std::size_t r = 0; r < Informed::deals; ++r) {
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
    for (std::size_t v = 0; v < gains.size(); ++v)
      for (std::size_t i = 0; i < order.size(); ++i) dealt[v][i] = gains[v][order[i]];
    values.push_back(value_of(fitted_of(fits_of(smoother, dealt))));
  }
  return values;
}

}  // namespace

std::size_t best_on_average(const NetBenefits& benefits) {
  std::size_t best = 0;
  double most = 0;
  for (std::size_t v = 0; v < benefits.size(); ++v) {
    const double sum = std::accumulate(benefits[v].begin(), benefits[v].end(), 0.0);
    if (v == 0 || sum > most) best = v, most = sum;
  }
  return best;
}

double value_of_knowing(const Smoother& smoother, const NetBenefits& benefits,
                        std::vector<std::size_t>* best) {
  const Gains all = gains_of(benefits);
  const auto fitted = fitted_of(fits_of(smoother, all.gains));
  if (best) {
    best->assign(benefits.empty() ? 0 : benefits[0].size(), all.best);
    for (std::size_t i = 0; i < best->size(); ++i) {
      double most = 0;
      for (std::size_t v = 0; v < fitted.size(); ++v)
        if (fitted[v][i] > most) most = fitted[v][i], (*best)[i] = all.packages[v];
    }
  }
  return value_of(fitted);
}

Informed informed_by(const Smoother& smoother, const NetBenefits& benefits, std::uint64_t seed) {
  Informed informed;
  informed.value = value_of_knowing(smoother, benefits, &informed.best);
  const Gains all = gains_of(benefits);
  const std::size_t n = informed.best.size();
  informed.probability.assign(benefits.size(), 0.0);
  for (const std::size_t v : informed.best) ++informed.probability[v];
  for (double& p : informed.probability) p /= static_cast<double>(n);
  if (all.gains.empty() || smoother.basis().empty()) return informed;
  informed.changes = 1 - informed.probability[all.best];
  const std::vector<SmoothFit> fits = fits_of(smoother, all.gains);
  const Dice dice{seed, 0};
  Stream random{dice, "value_of_information"};
  const Summary redrawn = summary_of(redrawn_values(smoother, fits, all.gains, random));
  informed.bias = redrawn.mean - informed.value;
  // Of the draws, too: what is gained in each of them.
  std::vector<double> gained(n, 0.0);
  for (const SmoothFit& fit : fits)
    for (std::size_t i = 0; i < n; ++i) gained[i] = std::max(gained[i], fit.fitted[i]);
  informed.standard_error =
      std::hypot(redrawn.sd, summary_of(gained).sd / std::sqrt(static_cast<double>(n)));
  Stream dealer{dice, "value_of_information.deals"};
  informed.dealt = dealt_values(smoother, all.gains, dealer);
  informed.chance = quantile_of(informed.dealt, told);
  return informed;
}

void judge_together(const std::vector<Informed*>& several) {
  std::vector<double> largest(Informed::deals, 0.0);
  for (const Informed* one : several)
    for (std::size_t r = 0; r < one->dealt.size(); ++r)
      largest[r] = std::max(largest[r], one->dealt[r]);
  const double chance = quantile_of(largest, told);
  for (Informed* one : several) one->chance = chance;
}

}  // namespace swadaya
