// Sums over the loans of a ward by their age, and over those who had them.
#pragma once

#include <vector>

#include "sim/month/tally.hpp"

namespace swadaya {

// Whom a household is compared with: those of its ward that are as poor by the programme's measure
// and own a business or don't, as it does; among them those next to it in long-run consumption.
class Alike {
 public:
  explicit Alike(const World& world);
  // The mean log consumption of the nearest household below and the nearest above that never
  // borrowed; of one of them where the other isn't there, and not a number without any.
  double consumption_of_others(const Ward& ward, Household borrower) const;

 private:
  bool belong_together(Household a, Household b) const;

  const World& world_;
  std::vector<Household> order_;      // those surveyed, the alike in a row
  std::vector<std::uint32_t> place_;  // in it, by row
};

void add_borrowers_of(Sums& sums, const Ward& ward, const Alike& alike, int month);

}  // namespace swadaya
