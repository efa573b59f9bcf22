#include "sim/designs/survey.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace swadaya {

namespace {

constexpr std::size_t most_counted =
    2000;                   // people, of which each number of answers is gone through
constexpr int means = 400;  // findings that are gone through beyond

// By number of yeses from 0, how likely it is.
std::vector<double> beta_binomial(std::size_t people, double share, double luck_variance) {
  const double p = std::clamp(share, 1e-6, 1 - 1e-6), n = static_cast<double>(people);
  // Luck can't be more than all or nothing.
  const double most = 0.98 * p * (1 - p);
  const bool has_luck = luck_variance > 1e-9 * most;
  const double size = has_luck ? p * (1 - p) / std::min(luck_variance, most) - 1 : 0;
  const double a = p * size, b = (1 - p) * size;
  double log = has_luck
                   ? std::lgamma(n + b) + std::lgamma(size) - std::lgamma(n + size) - std::lgamma(b)
                   : n * std::log(1 - p);
  std::vector<double> likely;
  for (std::size_t i = 0; i <= people; ++i) {
    likely.push_back(std::exp(log));
    const auto x = static_cast<double>(i);
    log += i == people ? 0
           : has_luck  ? std::log((n - x) * (a + x) / ((x + 1) * (b + n - x - 1)))
                       : std::log((n - x) * p / ((x + 1) * (1 - p)));
  }
  return likely;
}

}  // namespace

Survey::Survey(Observable observable, const NetBenefits& benefits)
    : observable_{std::move(observable)} {
  if (observable_.is_share)
    for (double& p : observable_.expected) p = std::clamp(p, 0.0, 1.0);
  const Smoother smoother{spline_basis(observable_.expected)};
  limit_ = value_of_knowing(smoother, benefits);
  const std::size_t best = best_on_average(benefits);
  for (std::size_t v = 0; v < benefits.size(); ++v) {
    if (v == best) continue;
    std::vector<double> gain = benefits[v];
    for (std::size_t i = 0; i < gain.size(); ++i) gain[i] -= benefits[best][i];
    gains_.push_back(smoother.fit(gain).fitted);
  }
}

template <class Each>
void Survey::each_count(std::size_t people, double wards, const Each& each) const {
  std::vector<std::vector<double>> likely;  // by draw, number of yeses
  const double luck = observable_.luck_sd * observable_.luck_sd / wards;
  for (const double p : observable_.expected) likely.push_back(beta_binomial(people, p, luck));
  std::vector<double> of_draw(likely.size());
  for (std::size_t x = 0; x <= people; ++x) {
    for (std::size_t j = 0; j < likely.size(); ++j) of_draw[j] = likely[j][x];
    each(of_draw);
  }
}

template <class Each>
void Survey::each_mean(std::size_t people, double wards, const Each& each) const {
  const auto& expected = observable_.expected;
  std::vector<double> sd;
  for (const double m : expected)
    sd.push_back(
        std::sqrt((observable_.is_share ? m * (1 - m) : std::pow(observable_.person_sd, 2)) /
                      static_cast<double>(people) +
                  std::pow(observable_.luck_sd, 2) / wards));
  const double widest = *std::max_element(sd.begin(), sd.end());
  const double low = *std::min_element(expected.begin(), expected.end()) - 5 * widest,
               high = *std::max_element(expected.begin(), expected.end()) + 5 * widest;
  const double step = (high - low) / means;
  std::vector<double> of_draw(expected.size());
  const auto below = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
  for (int k = 0; k < means; ++k) {
    const double from = low + k * step, to = from + step;
    for (std::size_t j = 0; j < of_draw.size(); ++j)
      of_draw[j] = sd[j] > 0
                       ? below((to - expected[j]) / sd[j]) - below((from - expected[j]) / sd[j])
                       : from <= expected[j] && expected[j] < to;
    each(of_draw);
  }
}

double Survey::value(std::size_t people, double wards) const {
  if (gains_.empty() || people == 0) return 0;
  const auto n = static_cast<double>(observable_.expected.size());
  double known = 0, unknown = 0;
  const auto add = [&](const std::vector<double>& likely) {
    double most = 0;
    for (const auto& gain : gains_)
      most = std::max(most, std::inner_product(gain.begin(), gain.end(), likely.begin(), 0.0));
    known += most;
  };
  if (observable_.is_share && people <= most_counted)
    each_count(people, wards, add);
  else
    each_mean(people, wards, add);
  for (const auto& gain : gains_)
    unknown = std::max(unknown, std::accumulate(gain.begin(), gain.end(), 0.0));
  // Rounding apart, no study is worth more than knowing.
  return std::clamp((known - unknown) / n, 0.0, limit_);
}

}  // namespace swadaya
