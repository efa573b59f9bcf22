#include "sim/rules/lending.hpp"

#include <cmath>

#include "tests/models/small_worlds.hpp"

namespace swadaya {

// After t months of a constant hazard the part e^(-h t) is able; of those struck, the causes stand
// in proportion to their hazards.
TEST(Strikes, FollowTheirHazards) {
  Lent lent{"strategic-repayment",
            "bankrupt = 0.03\nmoved = 0.015\ndied = 0.005\nnext_loan = 3\nno_next_loan = 1\n"
            "norm = 3\ntau = 0.02\n",
            5, 4000};
  lent.months(6);
  double n = 0, able = 0, bankrupt = 0, moved = 0;
  for (const Group& group : lent.ward().groups)
    for (const Member& m : group.members) {
      ++n;
      able += m.fate == Fate::able;
      bankrupt += m.fate == Fate::bankrupt;
      moved += m.fate == Fate::moved;
    }
  const double expected = std::exp(-0.05 * 6);
  EXPECT_NEAR(able / n, expected, 4 * std::sqrt(expected * (1 - expected) / n));
  EXPECT_NEAR(bankrupt / (n - able), 0.6, 4 * std::sqrt(0.24 / (n - able)));
  EXPECT_NEAR(moved / (n - able), 0.3, 4 * std::sqrt(0.21 / (n - able)));
}

// Also those who have nothing to pay yet; they miss nothing, and nobody asks them.
TEST(Strikes, HitInMonthsInWhichNothingFallsDue) {
  for (const auto& [model, more] :
       {std::pair<std::string, std::string>{"repayment-odds", "able = 0\n"},
        {"strategic-repayment", ""}}) {
    Lent lent{model,
              "bankrupt = 0.05\nmoved = 0.04\ndied = 0.01\n" + more,
              5,
              400,
              {"programme.grace=24"}};
    lent.months(6);
    double n = 0, able = 0;
    for (const Group& group : lent.ward().groups)
      for (const Member& m : group.members) {
        ++n, able += m.fate == Fate::able;
        EXPECT_EQ(m.missed, 0);
        EXPECT_FALSE(m.unwilling);
      }
    const double expected = std::exp(-0.1 * 6);
    EXPECT_NEAR(able / n, expected, 4 * std::sqrt(expected * (1 - expected) / n)) << model;
    EXPECT_EQ(lent.ward().due, 0) << model;
    EXPECT_TRUE(lent.ward().missed.empty()) << model;
  }
}

// With nobody able to pay nothing is covered; the memory of payment halves with memory 0.5.
TEST(Lending, GhostsOweAndNeverPay) {
  Lent lent{"hazard", "a0 = -8\na_capacity = 0\na_cohesion = 0\na_watch = 0\na_peers = 0\n", 5,
            100};
  for (Group& group : lent.ward().groups) group.ghost = true;
  lent.months(3);
  EXPECT_EQ(lent.ward().repaid, 0);
  EXPECT_GT(lent.ward().due, 0);
}

TEST(DefaultShare, CountsBorrowersOfRealGroupsOnly) {
  Lent lent{"hazard", "", 5, 2};
  std::vector<Group>& groups = lent.ward().groups;
  EXPECT_EQ(default_share(lent.ward()), 0);
  for (Member& m : groups[0].members) m.fate = Fate::moved;
  EXPECT_EQ(default_share(lent.ward()), 0.5);
  groups[0].ghost = true;
  EXPECT_EQ(default_share(lent.ward()), 0);
}

}  // namespace swadaya
