#include "sim/month/tally.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/month/outcome.hpp"
#include "sim/month/outcome_row.hpp"

namespace swadaya {

namespace {

double outcome(const Tally& tally, const char* name) {
  return outcomes_of(tally, ConsumptionBins{4}).at(*outcome_index(name));
}

Tally part(double households, double joined, double giant, double adopted) {
  Tally tally;
  tally.sums.households = households, tally.sums.joined = joined, tally.sums.wards = 1;
  tally.sums.giant = giant, tally.sums.adopted = adopted;
  return tally;
}

}  // namespace

TEST(Tally, OfPartsSharesAreOfAllTogether) {
  Tally all = part(100, 10, 80, 8);
  all.sums.borrowers.poor = 6, all.sums.ranking.placed[2] = 1, all.sums.spent.lump = 5;
  Tally next = part(300, 90, 80, 72);
  next.sums.borrowers.poor = 2, next.sums.ranking.asked[2] = 4, next.sums.spent.monthly = 2;
  all.add(next);
  EXPECT_EQ(outcome(all, "participation"), 0.25);
  EXPECT_EQ(outcome(all, "poor_served"), 4);
  EXPECT_EQ(outcome(all, "placed_two_steps"), 0.25);
  EXPECT_EQ(outcome(all, "cost_other_kRp"), 3.5);
}

TEST(Tally, HasOneLargestComponentTheFirstOfEquals) {
  Tally all = part(100, 0, 80, 8);
  all.add(part(100, 0, 80, 72));
  EXPECT_EQ(outcome(all, "adopted"), 0.1);
  all.add(part(100, 0, 90, 45));
  EXPECT_EQ(outcome(all, "adopted"), 0.5);
}

// Half of the households consume e times as much as the others: G = 1/2 - 1 / (1 + e).
TEST(Tally, CountsConsumptionOverAllParts) {
  const auto at = [](double log_consumption) {
    return static_cast<std::size_t>((log_consumption - 4) * double{ConsumptionBins::per_log});
  };
  Tally all, next;
  all.consumption[at(5)] = 30, all.consumption[at(6)] = 10;
  next.consumption[at(5)] = 20, next.consumption[at(6)] = 40;
  all.add(next);
  EXPECT_NEAR(outcome(all, "gini"), 0.5 - 1 / (1 + std::exp(1.0)), 1e-9);
}

TEST(Tally, AddsEveryMemberOfAStruct) {
  struct Three {
    double a = 1, b[2] = {2, 3};
  } sum;
  add_members_of(sum, Three{});
  EXPECT_EQ(sum.a, 2);
  EXPECT_EQ(sum.b[0], 4);
  EXPECT_EQ(sum.b[1], 6);
}

}  // namespace swadaya
