#include "sim/designs/equity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace swadaya {

namespace {

constexpr double told_apart = 1e-6;  // of the product of variances: the least determinant

constexpr std::array rates_of_all{"informed", "participation"};
constexpr std::array groups{"_poor", "_near_poor", "_others"};
constexpr std::array served_names{"poor_served", "near_poor_served", "others_served"};

double mean_at(const Sample& sample, int month, const std::string& name) {
  return summary_of(sample.values(month, *outcome_index(name))).mean;
}

// Every world's shares of all and of each group, of what is recorded by group.
void add_rates(std::vector<std::array<double, 4>>& rates, const Sample& sample, int month) {
  for (const std::string name : rates_of_all) {
    std::array<std::span<const double>, 4> columns{sample.values(month, *outcome_index(name))};
    for (std::size_t g = 0; g < groups.size(); ++g)
      columns[g + 1] = sample.values(month, *outcome_index(name + groups[g]));
    for (std::size_t w = 0; w < columns[0].size(); ++w) {
      std::array<double, 4> row{};
      for (std::size_t c = 0; c < row.size(); ++c) row[c] = columns[c][w];
      if (std::all_of(row.begin(), row.end(), [](double x) { return std::isfinite(x); }))
        rates.push_back(row);
    }
  }
}

}  // namespace

double equally_distributed_equivalent(std::span<const double> levels, std::span<const double> sizes,
                                      double epsilon) {
  const double all = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  double sum = 0;
  for (std::size_t g = 0; g < levels.size(); ++g) {
    if (!(levels[g] >= 0) || !(sizes[g] >= 0)) return nothing;
    if (sizes[g] == 0) continue;
    if (epsilon >= 1 && levels[g] == 0) return 0;
    sum += sizes[g] / all * (epsilon == 1 ? std::log(levels[g]) : std::pow(levels[g], 1 - epsilon));
  }
  if (!(all > 0)) return nothing;
  return epsilon == 1 ? std::exp(sum) : std::pow(sum, 1 / (1 - epsilon));
}

double atkinson_index(std::span<const double> levels, std::span<const double> sizes,
                      double epsilon) {
  double mean = 0, all = 0;
  for (std::size_t g = 0; g < levels.size(); ++g) mean += sizes[g] * levels[g], all += sizes[g];
  mean /= all;
  return mean > 0 ? 1 - equally_distributed_equivalent(levels, sizes, epsilon) / mean : nothing;
}

std::vector<double> implied_weights(std::span<const double> levels, double epsilon) {
  std::vector<double> weights;
  for (const double level : levels) weights.push_back(std::pow(levels[0] / level, epsilon));
  return weights;
}

ByConsumption group_sizes(const std::vector<std::array<double, 4>>& rates) {
  // of all - of others = poor (of poor - of others) + near-poor (of near-poor - of others)
  double pp = 0, nn = 0, pn = 0, pa = 0, na = 0;
  for (const auto& [all, poor, near, others] : rates) {
    const double p = poor - others, n = near - others, a = all - others;
    pp += p * p, nn += n * n, pn += p * n, pa += p * a, na += n * a;
  }
  const double determinant = pp * nn - pn * pn;
  if (!(determinant > told_apart * pp * nn)) return {nothing, nothing, nothing};
  const double poor = (nn * pa - pn * na) / determinant, near = (pp * na - pn * pa) / determinant;
  return {poor, near, 1 - poor - near};
}

std::vector<Equity> equity_of(const Results& results, int month, const Accounting& accounting) {
  std::vector<Sample> samples;
  std::vector<std::array<double, 4>> rates;
  for (std::size_t v = 0; v < results.variants().size(); ++v) {
    samples.push_back(results.sample(v, {month}));
    if (results.is_in_same_worlds(v)) add_rates(rates, samples.back(), month);
  }
  const ByConsumption common = group_sizes(rates);
  std::vector<Equity> all;
  for (const Sample& sample : samples) {
    ByConsumption sizes = common;
    if (!results.is_in_same_worlds(all.size())) {
      rates.clear();
      add_rates(rates, sample, month);
      sizes = group_sizes(rates);
    }
    Equity e{sizes, {}, mean_at(sample, month, "participation"), 0, 0, {}, 0};
    for (std::size_t g = 0; g < groups.size(); ++g) {
      e.participation[g] = mean_at(sample, month, std::string{"participation"} + groups[g]);
      e.served[g] = mean_at(sample, month, served_names[g]);
      e.weighted_served +=
          (accounting.equity_weights.empty() ? 1 : accounting.equity_weights[g]) * e.served[g];
    }
    const double aversion = accounting.inequality_aversion;
    e.equivalent = equally_distributed_equivalent(e.participation, sizes, aversion);
    e.atkinson = atkinson_index(e.participation, sizes, aversion);
    all.push_back(e);
  }
  return all;
}

}  // namespace swadaya
