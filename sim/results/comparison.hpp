// From the store to figures: each variant against the baseline, paired by replicate; series.csv and
// comparison.csv.
#pragma once

#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// Whether an effect is for the better for certain.
bool is_better(const PairedDifference& effect, const OutcomeInfo& info);
// kRp for one unit of change in the good direction, of shares for one percentage point. Not a
// number where the change can't be told from zero, is for the worse, or is itself a cost.
double cost_per_unit(const PairedDifference& effect, double kRp, const OutcomeInfo& info);

// One outcome of one variant at a month, against the baseline in the same worlds.
struct Compared {
  std::size_t variant, outcome;
  int month;
  PairedDifference effect;
  double cost_difference;  // kRp a ward
  double cost_per_unit;    // kRp a ward; as above
};

// What it costs to reach the poor.
struct Served {
  std::size_t variant;
  int month;
  double cost_per_household;  // kRp: mean cost over mean number of poor households served; not a
                              // number where none
  double cost_per_extra_household;  // kRp: the same of the differences from the baseline, where
                                    // more are served for certain
};

// By variant (the baseline left out), month and outcome; of these variants, or of all.
std::vector<Compared> comparison_of(const Results& store, const std::vector<int>& months,
                                    const std::vector<std::size_t>& variants = {});
// By variant (the baseline too) and month.
std::vector<Served> served_by(const Results& store, const std::vector<int>& months);
// Every twelfth month, those shown, and the last.
std::vector<int> months_compared(int last, const std::vector<int>& shown);

// variant, month, outcome, n, mean, sd, q05, q25, q50, q75, q95
std::string series_csv(const Results& store);
// Each variant against the baseline at these months.
std::string comparison_csv(const Results& store, const std::vector<int>& months);

std::string series_csv(const Experiment& experiment, const Results& store);
std::string comparison_csv(const Experiment& experiment, const Results& store);

}  // namespace swadaya
