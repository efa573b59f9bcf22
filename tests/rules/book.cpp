#include "sim/rules/book.hpp"

#include <memory>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

// A ward before its first month, with one member who owes a fresh loan of 500 kRp.
class LoanBook : public testing::Test {
 protected:
  void lend(const std::vector<std::string>& set = {}) {
    scenario_ = scenario_from(small_ward, set);
    world_ = std::make_unique<World>(world_of(scenario_));
    one_ = &scenario_;
    simulation_ =
        std::make_unique<Simulation>(*world_, std::span{&one_, 1}, all_models(), Order::one_by_one);
    Group group;
    group.admitted = true;
    group.stage = Stage::active;
    group.members.resize(1);
    ward().fund.receive_grant(10000);
    ward().add(group);
    lend_to_groups(ward(), 1, 100);
  }
  Ward& ward() { return simulation_->ward(0, 0); }
  Member& member() { return ward().groups[0].members[0]; }

 private:
  Scenario scenario_;
  std::unique_ptr<World> world_;
  const Scenario* one_ = nullptr;
  std::unique_ptr<Simulation> simulation_;
};

}  // namespace

TEST_F(LoanBook, OwesNothingToTheBitOnceEveryInstalmentIsPaid) {
  for (int tenor = 1; tenor <= 36; ++tenor) {
    lend({"programme.tenor=" + std::to_string(tenor)});
    ASSERT_EQ(member().principal, 500) << tenor;
    for (int month = 0; month < tenor; ++month) {
      ASSERT_TRUE(member().owes()) << tenor;
      ASSERT_TRUE(fall_due(ward(), member()));
      pay_instalment(ward(), member());
    }
    EXPECT_FALSE(member().owes()) << tenor << ": " << member().balance;
    EXPECT_EQ(member().balance, 0) << tenor;
    EXPECT_EQ(member().overdue, 0) << tenor;
    EXPECT_FALSE(fall_due(ward(), member())) << tenor;
    EXPECT_NEAR(ward().repaid, 500, 1e-9) << tenor;
    EXPECT_NEAR(ward().due, 500, 1e-9) << tenor;
  }
}

TEST_F(LoanBook, FallsDueInEqualPartsAndPaysInterestFirst) {
  lend({"programme.tenor=10", "programme.interest=0.02"});
  fall_due(ward(), member());
  EXPECT_DOUBLE_EQ(member().overdue, 50);
  EXPECT_DOUBLE_EQ(member().interest_overdue, 10);
  fall_due(ward(), member());
  pay_instalment(ward(), member());  // 60 kRp: the interest of two months, then 40 of principal
  EXPECT_DOUBLE_EQ(member().interest_overdue, 0);
  EXPECT_DOUBLE_EQ(member().overdue, 60);
  EXPECT_DOUBLE_EQ(member().balance, 460);
  EXPECT_TRUE(member().behind(1, {10}));
  EXPECT_FALSE(member().behind(2, {10}));
}

// Every third month of ten: what falls due is paid, whatever month it is, and nothing is left.
TEST_F(LoanBook, FallsDueEveryFewMonthsWithTheInterestOfAsMany) {
  lend({"programme.tenor=10", "programme.interest=0.02", "programme.instalment_every=3"});
  std::vector<double> repaid, interest;
  for (int age = 1; age <= 10; ++age) {
    const bool asked = fall_due(ward(), member());
    EXPECT_EQ(asked, age == 3 || age == 6 || age == 9 || age == 10) << age;
    interest.push_back(member().interest_overdue);
    if (asked) pay_instalment(ward(), member());
    repaid.push_back(ward().repaid);
    EXPECT_EQ(member().overdue, 0) << age;
    EXPECT_EQ(member().interest_overdue, 0) << age;
  }
  EXPECT_EQ(repaid, (std::vector<double>{0, 0, 150, 150, 150, 300, 300, 300, 450, 500}));
  EXPECT_EQ(interest, (std::vector<double>{0, 0, 30, 0, 0, 30, 0, 0, 30, 10}));
  EXPECT_FALSE(member().owes());
}

// The same two months later, with as much interest in all.
TEST_F(LoanBook, FallsDueAfterTheGrace) {
  const auto by_month = [&](const std::vector<std::string>& set) {
    lend(set);
    std::vector<std::pair<double, double>> owed;
    for (int age = 1; age <= 16; ++age) {
      const bool asked = fall_due(ward(), member());
      owed.emplace_back(member().overdue, member().interest_overdue);
      if (asked) pay_instalment(ward(), member());
    }
    EXPECT_FALSE(member().owes());
    return owed;
  };
  for (const std::string every : {"1", "4"}) {
    const std::vector<std::string> plain{"programme.tenor=10", "programme.interest=0.02",
                                         "programme.instalment_every=" + every};
    std::vector<std::string> later = plain;
    later.push_back("programme.grace=2");
    const auto before = by_month(plain), after = by_month(later);
    EXPECT_EQ(after[0], std::pair(0.0, 0.0));
    EXPECT_EQ(after[1], std::pair(0.0, 0.0));
    for (std::size_t i = 0; i + 2 < after.size(); ++i) EXPECT_EQ(after[i + 2], before[i]) << i;
  }
}

TEST_F(LoanBook, KeepsWhatCameBackWithinAYearOfTheTermAfterTheGrace) {
  lend({"programme.tenor=10", "programme.interest=0", "programme.grace=2"});
  for (int age = 1; age <= 30; ++age) {
    fall_due(ward(), member());
    if (age == 3 || age == 24 || age == 25) pay_instalment(ward(), member());
  }
  EXPECT_NEAR(ward().cohorts[1].repaid, 100, 1e-9);
}

// A missed instalment of three months enters the reported book once, as much as it was; in months
// in which nothing falls due nothing more does.
TEST_F(LoanBook, ReportsOnceWhatFellDueAtOnce) {
  lend({"programme.tenor=10", "programme.interest=0", "programme.instalment_every=3"});
  for (int age = 1; age <= 5; ++age)
    if (fall_due(ward(), member())) miss_instalment(ward(), 0, member(), age + 3);
  ASSERT_EQ(ward().missed.size(), 1u);
  report_missed(ward(), 6, 0, Decision{1, 0});
  EXPECT_DOUBLE_EQ(member().reported_overdue, 150);
  EXPECT_EQ(arrears(ward()), 1);  // three months' shares, in their third month
  EXPECT_TRUE(in_default(ward(), member()));
  // It is caught up by paying one instalment, as soon as the next is to be paid.
  EXPECT_TRUE(fall_due(ward(), member()));
  EXPECT_DOUBLE_EQ(member().overdue, 300);
  EXPECT_TRUE(in_default(ward(), member()));
  pay_instalment(ward(), member());
  EXPECT_FALSE(in_default(ward(), member()));
  EXPECT_DOUBLE_EQ(ward().repaid, 150);
}

// A term of ten months: what comes in the 22nd month of the loan counts, what comes later doesn't.
TEST_F(LoanBook, KeepsWhatCameBackWithinAYearOfTheTerm) {
  lend({"programme.tenor=10", "programme.interest=0"});
  ASSERT_EQ(ward().cohorts.size(), 2u);  // lent in month 1
  EXPECT_EQ(ward().cohorts[1].lent, 500);
  EXPECT_EQ(ward().lent_first, 500);
  ASSERT_EQ(ward().first_loans.size(), 1u);
  EXPECT_EQ(ward().first_loans[0].month, 1);
  for (int age = 1; age <= 30; ++age) {
    fall_due(ward(), member());
    if (age == 2 || age == 22 || age == 23) pay_instalment(ward(), member());
  }
  EXPECT_NEAR(ward().cohorts[1].repaid, 100, 1e-9);
  EXPECT_NEAR(ward().repaid, 150, 1e-9);
  pay_off(ward(), member());
  lend_to_groups(ward(), 31, 100);
  EXPECT_EQ(member().loans, 2);
  EXPECT_EQ(ward().cohorts[31].lent_second, member().principal);
  EXPECT_EQ(ward().cohorts[1].lent_second, 0);
  pay_off(ward(), member());
  EXPECT_NEAR(ward().cohorts[31].repaid_second, ward().cohorts[31].lent, 1e-9);
  EXPECT_EQ(ward().lent_first, 500);
  EXPECT_EQ(ward().first_loans.size(), 1u);
}

TEST_F(LoanBook, PaysOffAllThatIsOwed) {
  lend();
  fall_due(ward(), member());
  pay_off(ward(), member());
  EXPECT_FALSE(member().owes());
  EXPECT_DOUBLE_EQ(ward().repaid, 500);
}

TEST_F(LoanBook, LocksAShareOfALoanAndTakesItForTheUnable) {
  lend({"programme.savings_share=0.05", "programme.tenor=10"});
  EXPECT_DOUBLE_EQ(member().savings, 25);
  fall_due(ward(), member());
  pay_from_savings(ward(), member());
  EXPECT_DOUBLE_EQ(member().savings, 0);
  EXPECT_DOUBLE_EQ(member().balance, 475);
}

TEST_F(LoanBook, ReportsAMissWhenItShowsAndAnAuditAtOnce) {
  lend({"programme.tenor=10"});
  fall_due(ward(), member());
  miss_instalment(ward(), 0, member(), 4);
  report_missed(ward(), 3, 0, Decision{1, 0});
  EXPECT_EQ(member().reported_overdue, 0);
  report_missed(ward(), 4, 0, Decision{1, 0});
  EXPECT_DOUBLE_EQ(member().reported_overdue, 50);
  fall_due(ward(), member());
  correct_reports(ward());
  EXPECT_DOUBLE_EQ(member().reported_overdue, 100);
  pay_off(ward(), member());
  EXPECT_EQ(member().reported_overdue, 0);  // never more than the true book
}

TEST_F(LoanBook, HidesAMissThatIsRescheduledAway) {
  lend();
  fall_due(ward(), member());
  miss_instalment(ward(), 0, member(), 4);
  report_missed(ward(), 4, 1, Decision{1, 0});
  EXPECT_EQ(member().reported_overdue, 0);
  EXPECT_TRUE(ward().missed.empty());
}

TEST_F(LoanBook, LendsNothingWhileSuspendedOrOwed) {
  lend();
  fall_due(ward(), member());
  lend_to_groups(ward(), 2, 100);
  EXPECT_EQ(member().loans, 1);
  pay_off(ward(), member());
  ward().open = 0;
  lend_to_groups(ward(), 3, 100);
  EXPECT_EQ(member().loans, 1);
  ward().open = 1;
  lend_to_groups(ward(), 4, 100);
  EXPECT_EQ(member().loans, 2);
  EXPECT_DOUBLE_EQ(member().principal, 750);  // half as much again
}

// What is written off is in the true book alone, until it is paid or an audit puts it back.
TEST_F(LoanBook, WritesOffInTheReportedBookAlone) {
  lend({"programme.tenor=10", "programme.interest=0"});
  for (int month = 0; month < 10; ++month) fall_due(ward(), member());
  correct_reports(ward());
  EXPECT_EQ(arrears(ward()), 1);
  write_off(ward(), member());
  EXPECT_DOUBLE_EQ(ward().written_off, 500);
  EXPECT_DOUBLE_EQ(ward().reported_missed, 0);
  EXPECT_DOUBLE_EQ(ward().groups[0].reported_balance(), 0);
  EXPECT_DOUBLE_EQ(ward().groups[0].balance(), 500);
  EXPECT_EQ(arrears(ward()), 0);
  miss_instalment(ward(), 0, member(), 4);
  report_missed(ward(), 4, 0, Decision{1, 0});
  EXPECT_DOUBLE_EQ(ward().reported_missed, 0);
  pay_instalment(ward(), member());
  EXPECT_DOUBLE_EQ(ward().repaid, 50);
  EXPECT_DOUBLE_EQ(ward().written_off, 450);
  correct_reports(ward());
  EXPECT_FALSE(member().written_off);
  EXPECT_DOUBLE_EQ(ward().written_off, 0);
  EXPECT_DOUBLE_EQ(ward().reported_missed, 450);
  EXPECT_EQ(arrears(ward()), 1);
}

// What isn't due yet when a loan is written off falls due there.
TEST_F(LoanBook, WritesOffWhatFallsDueLater) {
  lend({"programme.tenor=10"});
  fall_due(ward(), member());
  write_off(ward(), member());
  fall_due(ward(), member());
  EXPECT_DOUBLE_EQ(ward().written_off, 100);
  pay_off(ward(), member());
  EXPECT_DOUBLE_EQ(ward().written_off, 0);
}

// A member who has repaid can leave, whatever rounding makes of the tenor.
TEST(GroupsWhereEverybodyPays, SurviveSmoothlyInTheTenor) {
  std::vector<Scenario> variants;
  for (const int tenor : {8, 9, 10, 11, 12, 15})
    variants.push_back(scenario_from(
        "", {"models.lending=hazard", "lending.a0=-8", "time.months=60", "groups.leaving=0.3",
             "programme.max_loans=1", "programme.tenor=" + std::to_string(tenor)}));
  const World worlds[] = {world_of(variants[0], 1, 0), world_of(variants[0], 1, 1),
                          world_of(variants[0], 1, 2), world_of(variants[0], 1, 3)};
  std::vector<const Scenario*> pointers;
  for (const Scenario& variant : variants) pointers.push_back(&variant);
  std::vector<double> survival(variants.size(), 0.0);
  for (const World& world : worlds) {
    const auto all = run(world, pointers, all_models(), Order::one_by_one, [] { return true; });
    for (std::size_t v = 0; v < all.size(); ++v)
      survival[v] += value(all[v], 60, "group_survival") / 4;
  }
  for (std::size_t v = 1; v < survival.size(); ++v)
    EXPECT_NEAR(survival[v], survival[v - 1], 0.06) << v;
}

}  // namespace swadaya
