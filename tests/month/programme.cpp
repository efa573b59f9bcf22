#include "sim/month/programme.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Nothing : Declares {};

const ParameterInfo& info_of(const std::vector<ParameterInfo>& all, const std::string& name) {
  for (const ParameterInfo& info : all)
    if (info.name == name) return info;
  throw std::logic_error{"no such key"};
}

// Sets the key to the end of its range that isn't its default; the member must show it.
template <class Settings, class Member>
void expect_read(const std::vector<ParameterInfo>& all, const char* section, const char* name,
                 Member member) {
  const ParameterInfo& info = info_of(all, name);
  const double before = std::get<double>(info.default_value);
  const double after = before == info.range.low ? info.range.high : info.range.low;
  Declare declare{section};
  const Declare::Making making{declare, 0};
  const Settings settings;
  EXPECT_EQ(static_cast<double>(settings.*member), before) << name;
  declare.set({{std::string{section} + "." + name, after}}, 0, 1);
  EXPECT_EQ(static_cast<double>(settings.*member), after) << name;
}

}  // namespace

TEST(Programme, IsReadByTheMemberOfEachKey) {
  const auto& all = programme_parameters();
  EXPECT_EQ(all.size(), 22u);
  const auto read = [&](const char* name, auto member) {
    expect_read<Programme>(all, "programme", name, member);
  };
  read("grant", &Programme::grant), read("loan_share", &Programme::loan_share);
  read("campaign_end", &Programme::campaign_end), read("listing", &Programme::listing);
  read("exit", &Programme::exit), read("first_loan", &Programme::first_loan);
  read("loan_growth", &Programme::loan_growth), read("loan_cap", &Programme::loan_cap);
  read("max_loans", &Programme::max_loans), read("tenor", &Programme::tenor);
  read("interest", &Programme::interest), read("savings_share", &Programme::savings_share);
  read("suspend_at", &Programme::suspend_at), read("fund_costs", &Programme::fund_costs);
  read("full_repayment_first", &Programme::full_repayment_first);
  read("saving_months", &Programme::saving_months), read("meetings", &Programme::meetings);
  read("meetings_after", &Programme::meetings_after);
  read("instalment_every", &Programme::instalment_every), read("grace", &Programme::grace);
}

// Ten months, every third: three shares at 3, 6 and 9, and the rest at 10.
TEST(Terms, FallDueAtTheEndOfEachIntervalAndOfTheTerm) {
  const Terms monthly{10};
  const Terms rare{10, 3};
  for (int age = 0; age <= 12; ++age) {
    EXPECT_EQ(monthly.due_at(age), age >= 1 && age <= 10 ? 1 : 0) << age;
    EXPECT_EQ(monthly.due_by(age), std::min(age, 10)) << age;
    EXPECT_EQ(rare.due_at(age), age == 10 ? 1 : age % 3 == 0 && age > 0 && age < 10 ? 3 : 0) << age;
  }
  EXPECT_EQ(rare.end(), 10);
  // After the term at the same interval, by the month as every third.
  for (int age = 1; age <= 30; ++age) {
    EXPECT_TRUE(monthly.asks_at(age)) << age;
    EXPECT_EQ(rare.asks_at(age), age < 10 ? age % 3 == 0 : (age - 10) % 3 == 0) << age;
  }
  EXPECT_EQ((Terms{10, 12}.due_by(9)), 0);  // an interval longer than the term: all at its end
  EXPECT_EQ((Terms{10, 12}.due_at(10)), 10);
}

TEST(Terms, AreShiftedByTheGrace) {
  for (const int every : {1, 3, 7})
    for (const int grace : {0, 2, 24}) {
      const Terms plain{10, every}, later{10, every, grace};
      EXPECT_EQ(later.end(), plain.end() + grace);
      for (int age = 1; age <= 40; ++age) {
        EXPECT_EQ(later.due_by(age + grace), plain.due_by(age)) << every << grace << age;
        EXPECT_EQ(later.asks_at(age + grace), plain.asks_at(age)) << age;
      }
      for (int age = 1; age <= grace; ++age) EXPECT_FALSE(later.asks_at(age)) << age;
    }
}

TEST(Programme, SaysItsTerms) {
  Declare declare{"programme"};
  const Declare::Making making{declare, 0};
  const Programme programme;
  declare.set(
      {{"programme.tenor", 12.0}, {"programme.instalment_every", 4.0}, {"programme.grace", 3.0}}, 0,
      1);
  const Terms terms = programme.terms();
  EXPECT_EQ(terms.tenor, 12);
  EXPECT_EQ(terms.every, 4);
  EXPECT_EQ(terms.grace, 3);
}

TEST(Programme, PlansAsManyTranchesAsMonthsAndTheWholeGrant) {
  const auto& shares =
      std::get<std::vector<double>>(info_of(programme_parameters(), "tranches").default_value);
  const auto& months = std::get<std::vector<double>>(
      info_of(programme_parameters(), "tranche_months").default_value);
  EXPECT_EQ(shares.size(), months.size());
  EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
}

TEST(Costs, AreReadByTheMemberOfEachKey) {
  const auto& all = cost_parameters();
  EXPECT_EQ(all.size(), 16u);
  const auto read = [&](const char* name, auto member) {
    expect_read<Costs>(all, "costs", name, member);
  };
  read("meeting", &Costs::meeting), read("messenger", &Costs::messenger);
  read("facilitator_hour", &Costs::facilitator_hour), read("visit", &Costs::visit);
  read("audit", &Costs::audit), read("publication", &Costs::publication);
  read("enforcement", &Costs::enforcement), read("loan_handling", &Costs::loan_handling);
  read("listing", &Costs::listing), read("verification", &Costs::verification);
  read("coordination", &Costs::coordination), read("group_meeting", &Costs::group_meeting);
  read("linkage", &Costs::linkage), read("lump", &Costs::lump);
  read("lump_month", &Costs::lump_month), read("monthly", &Costs::monthly);
}

// As models read them.
TEST(Programme, HoldsForTheWardsOfItsVariant) {
  Bare<Nothing> bare{world_by_hand({}), {{"programme.exit", 24.0}, {"costs.visit", 7.0}}};
  EXPECT_EQ(bare.ward().programme.exit, 24);
  EXPECT_EQ(bare.ward().costs.visit, 7);
  bare.set({{"programme.tranches", std::vector<double>{0.5, 0.5}}});
  EXPECT_EQ(bare.ward().programme.tranches.size(), 2u);
}

}  // namespace swadaya
