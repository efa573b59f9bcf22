// From the sums of a month to its outcomes.
#pragma once

#include <vector>

#include "sim/month/tally.hpp"

namespace swadaya {

// One value per outcome, not a number until it is set; what isn't finite then is a
// std::range_error.
class OutcomeRow {
 public:
  OutcomeRow();
  void set(const char* outcome, double value);
  // Not a number where there is nothing to divide by.
  void share(const char* outcome, double numerator, double denominator);
  const std::vector<double>& values() const { return values_; }

 private:
  std::vector<double> values_;
};

// In the order of outcomes(). Throws std::range_error as OutcomeRow does.
std::vector<double> outcomes_of(const Tally& tally, const ConsumptionBins& bins);

}  // namespace swadaya
