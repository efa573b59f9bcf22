// Summaries over replicates, in the order of the replicates; what is not a number is left out.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace swadaya {

inline constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

struct Summary {
  std::size_t n = 0;                    // finite values
  double mean = nothing, sd = nothing;  // sd with n - 1
  // Linear between order statistics (type 7 of Hyndman & Fan 1996).
  double q05 = nothing, q25 = nothing, q50 = nothing, q75 = nothing, q95 = nothing;
};
Summary summary_of(std::span<const double> values);

// The standard normal quantile at .975.
inline constexpr double normal_975 = 1.959963984540054;
// Whether all are 0 or 1.
bool are_yes_or_no(std::span<const double> values);

// Student's t below which the share `p` lies.
double students_t(double p, double degrees);

// Places in ascending order from 1; equals share the mean of theirs.
std::vector<double> midranks_of(const std::vector<double>& values);
// Pearson's; not a number where either doesn't vary.
double correlation(const std::vector<double>& x, const std::vector<double>& y);

// What one variant came to in the complete replicates, at some months.
class Sample {
 public:
  Sample(const std::vector<int>& months, std::size_t outcomes, std::size_t replicates);
  // One value per complete replicate, in their order; not a number where there is none.
  // Empty for a month that was not asked for.
  std::span<const double> values(int month, std::size_t outcome) const;
  void set(int month, std::size_t outcome, std::size_t replicate, double value);

 private:
  std::size_t outcomes_, replicates_;
  std::vector<int> position_;   // by month: among those asked for, or -1
  std::vector<double> values_;  // by position, outcome, replicate
};

}  // namespace swadaya
