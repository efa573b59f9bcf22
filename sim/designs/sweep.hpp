// A sweep: one scenario at many points of its parameters, in the same worlds.
#pragma once

#include <string>
#include <vector>

#include "sim/designs/entry.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

const Design& sweep_design();
// Adds a variant for each point of a draft's [sweep], named p1, p2, ... `seed`: of the experiment.
// Problems for whatever is wrong.
void expand_sweep(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                  std::uint64_t seed, std::vector<Problem>& problems);

// Keys in which the variants of an experiment differ, in order of the alphabet.
std::vector<std::string> swept_keys(const Experiment& experiment);

// What a key comes to over all points: "0.01 to 0.99", "false, true", or how many texts there are.
std::string span_text(const Experiment& experiment, const std::string& key,
                      const ParameterInfo& info);

// point, one column a swept key, outcome, month, n, mean, sd, low, high: 95 % interval of the mean.
std::string sweep_csv(const Experiment& experiment, const Results& store,
                      const Catalogue& catalogue);

// Rank correlation (Spearman's) over the points between each swept number and an outcome's `means`,
// one a point; not a number where either doesn't vary by more than rounding. By key.
std::vector<double> rank_correlations(const Experiment& experiment,
                                      const std::vector<std::string>& keys,
                                      const std::vector<double>& means);
// 95 % interval of Spearman's correlation over n points: Fisher's z with the standard error of
// Bonett & Wright (2000). Not numbers below four points. Of one among `looked_at` that shall all
// hold at once (Bonferroni).
struct CorrelationInterval {
  double low, high;
};
CorrelationInterval correlation_interval(double correlation, std::size_t n,
                                         std::size_t looked_at = 1);

}  // namespace swadaya
