// The outcomes of loans by their age and of those who had them, from the wards of one variant.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "sim/month/recording_groups.hpp"
#include "sim/month/ward.hpp"

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

void record_borrowers(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards,
                      const Alike& alike, int month);

}  // namespace swadaya
