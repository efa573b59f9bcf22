#include "sim/rules/promises.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

// Trust in an RT after so many months, from `first` on, in which two tranches are promised for
// months 3 and 5, and come in 6 and 5.
double trust_after(int months, const Values& settings, double first = 0.5) {
  Bare<Promises> bare{world_by_hand({.rts = 3}), settings};
  bare.set({{"programme.tranches", std::vector<double>{0.5, 0.5}}});
  Ward& ward = bare.ward();
  ward.set_all(rt_column::trust, static_cast<float>(first));
  ward.tranches = {{3, 6, 0, false}, {5, 5, 0, false}};
  for (int month = 1; month <= months; ++month) {
    for (Tranche& tranche : ward.tranches) tranche.received = tranche.arrives <= month;
    bare.rule().month(bare.at(month), ward);
  }
  return double{ward.now(rt_column::trust, 2)};
}

}  // namespace

// Late in months 3, 4 and 5; two that are late at once cost no more than one.
TEST(Promises, CostTrustInEachMonthInWhichATrancheIsLate) {
  const Values costly{{"rule.late_costs", 0.1}};
  for (const auto& [months, late] :
       std::vector<std::pair<int, int>>{{2, 0}, {3, 1}, {5, 3}, {6, 3}, {40, 3}})
    EXPECT_NEAR(trust_after(months, costly), 0.5 * std::pow(0.9, late), 1e-6) << months;
  EXPECT_EQ(trust_after(40, {{"rule.late_costs", 0.0}}, 0.3), double{0.3f}) << "to the bit";
}

TEST(Promises, OfATrancheThatIsTakenOffTheListAreNoneAnyMore) {
  Bare<Promises> bare{world_by_hand({}), {{"rule.late_costs", 0.1}}};
  bare.ward().set_all(rt_column::trust, 0.5f);
  bare.ward().tranches = {{3, 3, 0, true}, {5, 99, 0, false}};
  bare.set({{"programme.tranches", std::vector<double>{1.0}}});
  bare.rule().month(bare.at(6), bare.ward());
  EXPECT_EQ(bare.ward().now(rt_column::trust, 0), 0.5f);
  bare.set({{"programme.tranches", std::vector<double>{0.5, 0.5}}});
  bare.rule().month(bare.at(7), bare.ward());
  EXPECT_NEAR(double{bare.ward().now(rt_column::trust, 0)}, 0.45, 1e-6);
}

TEST(Promises, AreWorthMoreTrustWhereLurahBoardAndOfficeMeet) {
  Bare<Promises> bare{world_by_hand({}), {{"rule.linkage_trust", 0.2}, {"costs.linkage", 50.0}}};
  bare.rule().month(bare.at(1), bare.ward());
  EXPECT_EQ(bare.ward().linked_trust, 0);
  EXPECT_EQ(bare.ward().spent.total(), 0);
  bare.set({{"rule.linkage", 1.0}});
  for (int month = 2; month <= 5; ++month) bare.rule().month(bare.at(month), bare.ward());
  EXPECT_EQ(bare.ward().linked_trust, 0.2);
  EXPECT_EQ(bare.ward().spent.coordination, 4 * 50);
  bare.set({{"rule.linkage", 0.0}});
  bare.rule().month(bare.at(6), bare.ward());
  EXPECT_EQ(bare.ward().linked_trust, 0);
}

namespace {

// Beliefs of a household that knows and of one that doesn't, 0.2 each at first, after months in
// which `amnesty` stands as given.
std::pair<float, float> beliefs_after(const std::vector<double>& amnesty, double from = 0) {
  Bare<Promises> bare{world_by_hand({}), {{"rule.amnesty_month", from}}};
  Ward& ward = bare.ward();
  for (const Household h : {1u, 2u}) ward.set(column::grant_belief, h, 0.2f);
  ward.set(column::informed, 1, 1);
  for (std::size_t i = 0; i < amnesty.size(); ++i) {
    bare.set({{"rule.amnesty", amnesty[i]}});
    bare.rule().month(bare.at(static_cast<int>(i) + 1), ward);
  }
  return {ward.now(column::grant_belief, 1), ward.now(column::grant_belief, 2)};
}

}  // namespace

// Of what is left to 1, and once each time that it rises: 1 - 0.8 (1 - s).
TEST(Promises, OfAnAmnestyAreHeardOnceByWhoKnows) {
  const auto left = [](double share) { return 1 - double{share}; };
  EXPECT_NEAR(left(beliefs_after({0, 0.3, 0.3, 0.3}).first), 0.8 * 0.7, 1e-6);
  EXPECT_NEAR(left(beliefs_after({0, 0.3, 0, 0, 0.3}).first), 0.8 * 0.7 * 0.7, 1e-6) << "twice";
  EXPECT_NEAR(left(beliefs_after({0.1, 0.3, 0.2}).first), 0.8 * 0.9 * 0.7, 1e-6) << "it rises";
  EXPECT_NEAR(left(beliefs_after({0, 1}).first), 0, 1e-6);
  for (const std::vector<double>& any : {std::vector<double>{0, 0, 0}, {0, 0.5, 1}})
    EXPECT_EQ(beliefs_after(any).second, 0.2f) << "who doesn't know of the programme";
  EXPECT_EQ(beliefs_after({0, 0, 0}).first, 0.2f) << "to the bit";
}

TEST(Promises, OfAnAmnestyWaitForTheirMonth) {
  const std::vector<double> stands(9, 0.5);
  EXPECT_EQ(beliefs_after({stands.begin(), stands.begin() + 6}, 7).first, 0.2f);
  EXPECT_NEAR(double{beliefs_after({stands.begin(), stands.begin() + 7}, 7).first}, 0.6, 1e-6);
  EXPECT_NEAR(double{beliefs_after(stands, 7).first}, 0.6, 1e-6);
}

}  // namespace swadaya
