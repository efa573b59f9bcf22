#include "sim/month/recording_borrowers.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/month/outcome.hpp"
#include "sim/month/outcome_row.hpp"
#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Nothing : Declares {};

class Wards : public Bare<Nothing> {
 public:
  explicit Wards(World w, const Values& settings = {}) : Bare{std::move(w), settings} {}
  double outcome(const std::string& name, int month = 1) const {
    Tally tally;
    for (const auto& ward : wards()) add_borrowers_of(tally.sums, *ward, Alike{world}, month);
    return outcomes_of(tally, ConsumptionBins{0}).at(*outcome_index(name));
  }
  void borrows(Household h, int month, std::uint32_t number = 0) {
    ward(number).first_loans.push_back({h, month});
    ward(number).ever_borrowed[h - ward(number).place().first] = 1;
  }
};

// Log consumption of household h is h / 10.
World stairs(std::uint32_t wards = 1) {
  World w = world_by_hand({.wards = wards});
  for (Household h = 0; h < w.rows(); ++h) w.log_consumption[h] = static_cast<float>(h) / 10;
  return w;
}

}  // namespace

// Terms of ten months and twelve more: at month 25 loans of months 0 to 3 count.
TEST(RecordedBorrowers, RecoveryComparesLoansOfOneAge) {
  Wards wards{world_by_hand({.wards = 2}), {{"programme.tenor", 10.0}}};
  wards.ward(0).cohorts = {{.lent = 100, .repaid = 50},
                           {},
                           {},
                           {.lent = 200, .repaid = 190, .lent_second = 80, .repaid_second = 60},
                           {.lent = 1000, .repaid = 0, .lent_second = 1000, .repaid_second = 0}};
  wards.ward(1).cohorts = {{}, {.lent = 100, .repaid = 100}};
  EXPECT_TRUE(std::isnan(wards.outcome("recovery_12", 21)));
  EXPECT_NEAR(wards.outcome("recovery_12", 22), 0.5, 1e-12);
  EXPECT_NEAR(wards.outcome("recovery_12", 23), 150 / 200.0, 1e-12);
  EXPECT_TRUE(std::isnan(wards.outcome("default_of_loan_2", 24)));
  EXPECT_NEAR(wards.outcome("recovery_12", 25), 340 / 400.0, 1e-12);
  EXPECT_NEAR(wards.outcome("default_of_loan_2", 25), 20 / 80.0, 1e-12);
}

// Household 5 is compared with 3 and 6, as 4 borrows too; 15 with 14 alone; 9 owns a business and
// has nobody to be compared with.
TEST(RecordedBorrowers, GainIsHeldAgainstTheNextInConsumption) {
  World world = stairs();
  world.business[9] = 1;
  world.poor[4] = world.poor[5] = world.poor[3] = world.poor[6] = 1;
  world.female_head[15] = 1;
  Wards wards{std::move(world)};
  EXPECT_TRUE(std::isnan(wards.outcome("borrower_gain")));
  for (const Household h : {4u, 5u, 9u, 15u}) wards.borrows(h, 1);
  wards.ward().set(column::log_consumption, 5, 0.75f);
  wards.ward().set(column::log_consumption, 3, 0.2f);
  const double of_5 = 0.75 - (0.2 + 0.6) / 2, of_4 = 0.4 - (0.2 + 0.6) / 2, of_15 = 1.5 - 1.4;
  EXPECT_NEAR(wards.outcome("borrower_gain"), (of_4 + of_5 + of_15) / 3, 1e-6);
  EXPECT_NEAR(wards.outcome("borrower_gain_poor"), (of_4 + of_5) / 2, 1e-6);
  EXPECT_NEAR(wards.outcome("borrower_gain_women"), of_15, 1e-6);
}

TEST(RecordedBorrowers, GainComparesWithinAWard) {
  World world = stairs(2);
  for (Household h = 0; h < 15; ++h) world.surveyed[h] = 0;  // 15 is alone in its ward
  Wards wards{std::move(world)};
  wards.borrows(15, 1);
  EXPECT_TRUE(std::isnan(wards.outcome("borrower_gain")));
}

// One ward's first borrowers are the better off, in the other's all borrow at once.
TEST(RecordedBorrowers, OrderIsHeldAgainstConsumption) {
  Wards wards{stairs(3)};
  for (const Household h : {3u, 7u, 11u}) wards.borrows(h, 20 - static_cast<int>(h));
  for (const Household h : {17u, 18u}) wards.borrows(h, 4, 1);
  EXPECT_NEAR(wards.outcome("loan_order_correlation"), -1, 1e-12);
  for (const Household h : {33u, 35u, 34u}) wards.borrows(h, static_cast<int>(h), 2);
  EXPECT_NEAR(wards.outcome("loan_order_correlation"), 0, 1e-12);  // the mean of -1 and 1
}

// Money comes in the middle of month 9: it is there from month 10 on.
TEST(RecordedBorrowers, FoundingIsHeldAgainstTheMonthsBeforeTheMoney) {
  Wards wards{world_by_hand({})};
  wards.ward().tranches = {{9, 9.5, 100}, {13, 13, 100}};
  for (const int month : {6, 7, 9, 10, 11, 12, 13, 13, 14}) wards.group_of({0}).founded = month;
  wards.group_of({1}).ghost = true;
  wards.ward().groups.back().founded = 11;
  EXPECT_TRUE(std::isnan(wards.outcome("founding_after_money", 20)));
  wards.ward().tranches[0].received = true;
  EXPECT_TRUE(std::isnan(wards.outcome("founding_after_money", 12)));
  EXPECT_NEAR(wards.outcome("founding_after_money", 13), 4 / 2.0, 1e-12);
}

}  // namespace swadaya
