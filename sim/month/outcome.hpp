// The outcomes recorded each month: names, units and definitions with their denominators.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace swadaya {

enum class UnitType { share, ratio, correlation, money, count, months };

struct OutcomeInfo {
  std::string name;        // "participation_poor"
  std::string unit;        // as it is printed: "share", "kRp a ward", "groups a ward"
  std::string definition;  // with its denominator
  bool higher_is_better = true;
  // What the unit means.
  UnitType type = UnitType::count;
  bool is_a_ward = false;          // a sum over wards, by their number
  bool is_always_defined = false;  // over all households or wards, of which there always are some
  bool is_difference = false;      // of two shares or logs: below 0 or above 1, too

  bool is_share() const { return type == UnitType::share; }
  // What costs are held against: of shares percentage points, of others the unit itself.
  double units_in_one() const { return is_share() ? 100 : 1; }
  // A change by one, in such units, as what is good of it.
  double good_in_one() const { return higher_is_better ? units_in_one() : -units_in_one(); }
};

const std::vector<OutcomeInfo>& outcomes();
std::optional<std::size_t> outcome_index(const std::string& name);

// Outcome series of one variant in one replicate, months + 1 rows (month 0 is the start), one
// column per outcome. Not a number where an outcome has no denominator (no groups, no loans due).
struct Series {
  int months = 0;
  std::vector<double> values;  // (months + 1) x outcomes().size(), row by row
  double at(int month, std::size_t outcome) const {
    return values[static_cast<std::size_t>(month) * outcomes().size() + outcome];
  }
};

}  // namespace swadaya
