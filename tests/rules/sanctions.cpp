#include "sim/rules/sanctions.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

Bare<Sanctions> sanctions(const Values& settings = {}) {
  return Bare<Sanctions>{world_by_hand({}), settings, Sanctions::First{0.2, "a test"}};
}

}  // namespace

TEST(Sanctions, GrowByAFactorUpToTheMost) {
  for (const double growth : {1.0, 1.5, 2.0}) {
    Bare<Sanctions> bare = sanctions({{"rule.growth", growth}, {"rule.most", 1.0}});
    for (int n = 1; n <= 12; ++n)
      EXPECT_NEAR(bare.rule().of(n), std::min(1.0, 0.2 * std::pow(growth, n - 1)), 1e-12)
          << growth << " " << n;
  }
}

TEST(Sanctions, AreNeverAboveTheMostEvenForAFirstOffence) {
  EXPECT_EQ(sanctions({{"rule.most", 0.1}}).rule().of(1), 0.1);
}

TEST(Sanctions, CountMissesOfTheAbleAndForgiveACleanRecord) {
  Bare<Sanctions> bare = sanctions({{"rule.forgiven", 4.0}});
  Member m;
  m.balance = 100;
  m.unwilling = true;
  for (int n = 1; n <= 3; ++n) {
    bare.rule().count_offences(m);
    EXPECT_EQ(m.offences, n);
    EXPECT_NEAR(bare.rule().next(m), 0.2 * std::pow(2, n), 1e-12);
  }
  m.unwilling = false;
  for (int clean = 1; clean <= 3; ++clean) bare.rule().count_offences(m);
  EXPECT_EQ(m.offences, 3);  // a month short of forgiven
  m.unwilling = true;
  bare.rule().count_offences(m);
  EXPECT_EQ(m.offences, 4);
  m.unwilling = false;
  for (int clean = 1; clean <= 3; ++clean) bare.rule().count_offences(m);
  EXPECT_EQ(m.offences, 4);  // the clean months begin anew
  bare.rule().count_offences(m);
  EXPECT_EQ(m.offences, 0);
  EXPECT_NEAR(bare.rule().next(m), 0.2, 1e-12);
}

// What was missed is paid: whoever owes nothing does nothing wrong.
TEST(Sanctions, CountNothingOfWhoOwesNothing) {
  Bare<Sanctions> bare = sanctions();
  Member m;
  m.unwilling = true;
  bare.rule().count_offences(m);
  EXPECT_EQ(m.offences, 0);
}

}  // namespace swadaya
