// The outcomes of groups, funds and costs, from the wards of one variant.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/month/ward.hpp"

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

struct Households {  // of the world
  double all, elite;
};
void record_groups(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards,
                   const Households& households, int month);

}  // namespace swadaya
