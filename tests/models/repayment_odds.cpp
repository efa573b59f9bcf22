#include <cmath>

#include "tests/models/small_worlds.hpp"

namespace swadaya {

namespace {

// Log odds of nothing but what is said; nobody is struck, covers or changes what they believe.
std::string odds_alone(const std::string& more) {
  const std::pair<const char*, const char*> all[] = {
      {"next_loan", "0"}, {"no_next_loan", "0"}, {"social", "0"},   {"penalty", "0"},
      {"norm", "0"},      {"ward_sd", "0"},      {"burden", "0"},   {"instalment", "0"},
      {"habit", "1"},     {"bankrupt", "0"},     {"moved", "0"},    {"died", "0"},
      {"cover", "0"},     {"erosion", "0"},      {"memory", "0.9"}, {"obeys", "0"}};
  std::string text = more;
  for (const auto& [name, value] : all)
    if (more.find(std::string{name} + " =") == std::string::npos)
      text += std::string{name} + " = " + value + "\n";
  return text;
}

}  // namespace

// Each term moves the log odds by its own size: of 2,000 asked once, the share that pays.
TEST(RepaymentOdds, AreTheSumOfTheirTerms) {
  const auto share_of = [](const std::string& settings, double cohesion, double ties) {
    Lent lent{"repayment-odds", odds_alone(settings), 5, 400};
    lent.all_groups(cohesion, ties);
    lent.months(1);
    return lent.share_paid();
  };
  const auto expect = [](double share, double log_odds) {
    const double p = 1 / (1 + std::exp(-log_odds));
    EXPECT_NEAR(share, p, 4 * std::sqrt(p * (1 - p) / 2000)) << log_odds;
  };
  expect(share_of("", 0, 0), 0);
  expect(share_of("instalment = 2\n", 0, 0), -2);
  expect(share_of("social = 6\n", 0.5, 0.4), 1.2);
  expect(share_of("no_next_loan = 0.7\nnext_loan = 5\n", 0, 0), 0.7);  // it was the last loan
  expect(share_of("norm = 3.2\ninstalment = 2\n", 0, 0), 1.2);  // nobody has heard of a grant
  expect(share_of("burden = 0.4\n", 0, 0), 0.4 * 0.8);  // 100 kRp against a first loan of 500
}

// Odds fall by `habit` with each month missed in a row, and recover with a payment.
TEST(RepaymentOdds, FallWithEachMonthMissedInARow) {
  Lent lent{"repayment-odds", odds_alone("habit = 0.5\n"), 5, 4000};
  lent.months(3);
  double asked[3] = {}, missed[3] = {};
  for (const Group& group : lent.ward().groups)
    for (const Member& m : group.members)
      for (int n = 0; n < 3; ++n)
        if (m.missed >= n) ++asked[n], missed[n] += m.missed > n ? 1 : 0;
  // In a row of three, of those behind by all three: 1/2, then odds 1/2, then 1/4.
  EXPECT_NEAR(missed[2] / 20000, 0.5 * (2.0 / 3) * 0.8, 4 * std::sqrt(0.25 / 20000));
}

// N8: with peers from all in default to all paying, Breza (2012) finds 10 to 15 points; the belief
// in the fund is how they act here.
TEST(RepaymentOdds, MoveByPeersAsMuchAsMeasured) {
  const Scenario defaults = scenario_from(small_ward);
  const auto number = [&](const char* key) { return std::get<double>(defaults.values.at(key)); };
  ASSERT_EQ(number("lending.tau"), 1);
  const auto share_of = [&](double seen) {
    return 1 / (1 + std::exp(-(number("lending.next_loan") * seen + number("lending.norm") -
                               number("lending.instalment"))));
  };
  const double points = 100 * (share_of(1) - share_of(0));
  EXPECT_GT(points, 5);
  EXPECT_LT(points, 20);
}

}  // namespace swadaya
