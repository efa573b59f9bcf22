// From the store to figures: each variant against the baseline, paired by replicate; series.csv and
// comparison.csv.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What `low` and `high` of it are; of different wards it says so, too.
const char* interval_called(const PairedDifference& effect);
// Whether an effect is for the better for certain.
bool is_better(const PairedDifference& effect, const OutcomeInfo& info);
// kRp for one unit of change in the good direction, of shares for one percentage point. Not a
// number where the change can't be told from zero, is for the worse, or is itself a cost.
double cost_per_unit(const PairedDifference& effect, double kRp, const OutcomeInfo& info);

// Where other bundles of assumptions put a difference: from the lowest to the highest of their
// means, the experiment's own among them.
struct Structure {
  std::size_t variant, outcome;
  int month;
  Interval range;
};

// One outcome of one variant at a month, against the baseline in the same worlds.
struct Compared {
  std::size_t variant, outcome;
  int month;
  PairedDifference effect;
  // Holds together with those of all variants, outcomes shown and months shown; not numbers of
  // others, and of variants in different wards, which no world joins with the rest.
  Interval at_once{};
  Interval structure{};    // see above
  double cost_difference;  // kRp a ward
  double cost_per_unit;    // kRp a ward; as above
  // Hard facts about the outcome that the baseline misses: "S1 @24; S2 @144".
  std::string missed{};
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

// By complete replicate, the baseline's values and a variant's: pair by pair where the variant met
// the baseline's worlds, else of different wards.
PairedDifference difference_from(const Results& store, std::size_t variant,
                                 std::span<const double> baseline, std::span<const double> own,
                                 std::span<const std::uint32_t> draws, const Controls& controls);
// The same of an outcome, whose intervals stay inside what it can be (sim/results/labels.hpp).
PairedDifference outcome_difference(const Results& store, std::size_t variant, std::size_t outcome,
                                    std::span<const double> baseline, std::span<const double> own,
                                    std::span<const std::uint32_t> draws, const Controls& controls);
// By variant (the baseline left out), month and outcome; of these variants, or of all.
std::vector<Compared> comparison_of(const Results& store, const std::vector<int>& months,
                                    const std::vector<std::size_t>& variants = {});
// By variant (the baseline too) and month.
std::vector<Served> served_by(const Results& store, const std::vector<int>& months);
// Every twelfth month, those shown, and the last.
std::vector<int> months_compared(int last, const std::vector<int>& shown);

// variant, month, outcome, n, mean, sd, q05, q25, q50, q75, q95
std::string series_csv(const Results& store);
// The numbers of a difference as files name them, in their order; docs/uncertainty.md says what
// each is. Before them stand the names of variant and outcome, behind them what `low` and `high`
// are, and which hard facts the outcome misses.
struct ComparisonColumn {
  const char* name;
  double (*value)(const Compared& compared);
};
const std::vector<ComparisonColumn>& comparison_columns();
std::string comparison_csv(const Results& store, const std::vector<Compared>& compared);

std::string series_csv(const Experiment& experiment, const Results& store);
// Every twelfth month and those shown; with what holds at once, and where other bundles put it.
std::vector<Compared> comparison_of(const Experiment& experiment, const Results& store,
                                    const std::vector<Structure>& structure);

}  // namespace swadaya
