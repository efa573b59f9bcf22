// The outcomes recorded each month: names, units and definitions with their denominators.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace swadaya {

struct OutcomeInfo {
  std::string name;        // "participation_poor"
  std::string unit;        // "share", "kRp", "groups a ward"
  std::string definition;  // with its denominator
  bool higher_is_better = true;
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
