// Values that come in groups, as worlds do that share a draw of the parameters: how much of their
// spread lies between the groups' expectations (what isn't known) and how much within the groups
// (chance). One-way analysis of variance with random effects (Searle, Casella & McCulloch 1992).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/statistics.hpp"

namespace swadaya {

struct Interval {
  double low = nothing, high = nothing;

  bool has(double x) const { return low <= x && x <= high; }
};

// The values that are numbers, group by group in the order in which groups are first named.
class Nested {
 public:
  // `groups`: one entry a value.
  Nested(std::span<const double> values, std::span<const std::uint32_t> groups);

  std::size_t values() const { return n_; }
  std::size_t groups() const { return groups_.size(); }
  double mean() const { return mean_; }
  // Of the mean, over further groups and values: groups are drawn, not values (two groups or more).
  double standard_error() const;
  double degrees() const { return static_cast<double>(groups()) - 1; }

  // Variance components, unbiased for groups of any size. Not numbers where no group has two
  // values, or where there is one group alone: what lies between can't be told from what lies
  // within.
  double variance_within() const { return within_; }
  double variance_between() const { return between_; }  // below 0 by chance where there is little

  // What the standard deviation between groups may be, given these values: the root of its mean
  // square under a flat prior (Gelman 2006). Above the root of the component where that is little
  // beside the chance within: what isn't known of the spread widens it. Not a number of fewer than
  // five groups.
  double spread_between() const;

  // One value a group: its own mean, drawn to or pushed from the mean of all until their spread is
  // that of the expectations; groups' means lie further apart than expectations do, by the chance
  // of few values. Empty where the spread isn't known.
  std::vector<double> expectations() const;
  // One entry a value, drawn to the mean of all until their variance is that within groups: what
  // values of one group are like. Of groups of two nothing but the variance is known; the shape is
  // that of all values. Empty where the components aren't known.
  std::vector<double> within_one_group() const;

 private:
  std::vector<std::vector<double>> groups_;
  std::vector<double> means_;
  std::size_t n_ = 0;
  double mean_ = nothing, within_ = nothing, between_ = nothing;
};

// Where a further value would lie with probability `share`, each side alike: between the
// (n + 1) (1 - share) / 2 th value from either end, linear between them (type 6 of Hyndman & Fan
// 1996). Of fewer values than reach that far out, their ends. Not numbers of fewer than two.
Interval range_of(std::vector<double> values, double share = 0.9);
// The value below which a further one would lie with probability `p`, likewise.
double quantile_of(std::vector<double> values, double p);

}  // namespace swadaya
