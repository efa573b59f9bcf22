// Whether what stands in results.db is what was written: types, ranges and checksums of every row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/checksum.hpp"
#include "sim/results/database.hpp"
#include "sim/results/results.hpp"

namespace swadaya {

// What a run is of; all runs of a folder share it.
struct Plan {
  std::vector<StoredVariant> variants;
  std::size_t baseline = 0;
  std::uint32_t replicates = 0;
  std::uint64_t seed = 0;
  int months = 0;
  std::uint32_t worlds_per_draw = 0;  // 0: no draws
  std::uint32_t wards = 0;            // of a world; 0: nothing is known of them
};

// Of a run's rows, month by month.
class RowsChecksum {
 public:
  void month(std::int64_t month) { sum_.add(month); }
  void value(double x);
  std::string text() const { return sum_.text(); }

 private:
  Checksum sum_;
};

// Of what names and explains the rows: variants, plan, outcomes, and what made them.
std::string checksum_of_names(const Database& database);

// Throws BadInput, with table, column and value, where these aren't what was written.
Plan plan_in(const Database& database, const std::string& folder);

struct Damage {
  std::vector<Finished> runs;  // whose rows aren't those that were written, by variant
  bool has_strays = false;     // rows that are no run's of this plan
  std::string what;            // the first: "series.month is -3: no whole number from 0 to 36"
  bool any() const { return !runs.empty() || has_strays; }
};
Damage damage_of(const Database& database, const Plan& plan);
// Takes them out.
void remove_damage(const Database& database, const Plan& plan, const Damage& damage);

}  // namespace swadaya
