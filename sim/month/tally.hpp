// What a month's outcomes are made of: sums over households, groups and wards of one variant, which
// add up over parts of a world that are run by themselves.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "sim/month/ward.hpp"

namespace swadaya {

// Adds all members of a struct that has nothing but doubles.
template <class AllDoubles>
void add_members_of(AllDoubles& sum, const AllDoubles& more) {
  static_assert(std::is_trivially_copyable_v<AllDoubles>);
  constexpr std::size_t count = sizeof(AllDoubles) / sizeof(double);
  auto a = std::bit_cast<std::array<double, count>>(sum);
  const auto b = std::bit_cast<std::array<double, count>>(more);
  for (std::size_t i = 0; i < count; ++i) a[i] += b[i];
  sum = std::bit_cast<AllDoubles>(a);
}

// Nothing but doubles.
struct Sums {
  // --- who is there
  double wards = 0, households = 0, surveyed = 0;
  double poor = 0, near_poor = 0, elite = 0;
  // --- households in some state
  double informed = 0, informed_poor = 0, informed_near_poor = 0, informed_elite = 0, belief = 0;
  double attitude = 0;
  double joined = 0, joined_poor = 0, joined_near_poor = 0, joined_elite = 0, passive_poor = 0;
  double listed = 0, listed_poor = 0, listed_near_poor = 0;
  double below_line = 0, gap = 0, severity = 0;
  double giant = 0, adopted = 0;  // households of the largest component; those of it that joined
  // --- groups and their members
  double founded = 0, members = 0, good = 0, looks_good = 0, self_help = 0;
  double real = 0, alive = 0, active = 0, dormant = 0, ghosts = 0;
  double cohesion = 0, capacity = 0, visits = 0;
  double met = 0, present = 0;
  double with_loan = 0, late = 0;
  double balance = 0, late_balance = 0, late_arrears = 0;  // reported book
  double true_balance = 0, overdue_real = 0, unwilling = 0, bankrupt = 0, lost = 0;  // true book
  double own_savings = 0, alive_members = 0;
  double savings = 0, loans = 0, borrower_capacity = 0, borrower_groups = 0;
  // --- wards and their funds
  double lent = 0, leaked = 0, capital = 0, due = 0, repaid = 0, missed = 0, written_off = 0;
  double suspended = 0, leakable = 0, lent_poor = 0, lent_bottom40 = 0, lent_real = 0;
  double delay = 0, tranches = 0;
  double left = 0, lent_first = 0, ghosts_found = 0, ghost_months = 0, lending = 0, outlasting = 0;
  Ward::Borrowers borrowers{};
  Activities spent{};
  Ranking ranking{};
  // --- loans by their age, and those who had them
  Cohort old_loans{};
  double gain = 0, gain_poor = 0, gain_women = 0;  // over the borrowers that somebody is like
  double compared = 0, compared_poor = 0, compared_women = 0;
  double loan_order = 0, ordered_wards = 0;
  double founded_before_money = 0, founded_after_money = 0;
};

// Equal steps of log consumption, in which households are counted for the Gini coefficient.
struct ConsumptionBins {
  static constexpr std::size_t count = 512;
  static constexpr float per_log = 64.0f;  // 1.6 % steps: the error of the Gini is below 1e-4
  float lowest;                            // log kRp per head, where the first begins
  std::vector<double> middle;              // of each, kRp per head

  explicit ConsumptionBins(float lowest_bin);
  // `households`: how many in each bin. 0 where nobody is counted.
  double gini(const std::vector<std::uint32_t>& households) const;
};

struct Tally {
  Sums sums;
  std::vector<std::uint32_t> consumption = std::vector<std::uint32_t>(ConsumptionBins::count, 0);

  // Of the next part of the world, by the same bins. Of equally large components the first counts.
  void add(const Tally& next);
};

}  // namespace swadaya
