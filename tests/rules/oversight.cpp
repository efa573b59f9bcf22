#include "sim/rules/oversight.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/rules/book.hpp"
#include "tests/bare.hpp"

namespace swadaya {

namespace {

// What boards report less for fear of audits says what they believe.
double belief_of(const Ward& ward) { return 1 - ward.window_dressing_factor; }

double spread(double share, double n) { return 4 * std::sqrt(share * (1 - share) / n); }

// With cash for a ghost group, and 1,000 kRp that wait to be spent on works.
void give_money(Ward& ward) {
  ward.fund.receive_grant(10000);
  ward.for_works = 1000;
}

}  // namespace

// The first belief weighs `prior_years` of evidence; each month adds a twelfth of a year, of the
// other wards a part of it, and what was seen fades.
TEST(Oversight, BelievesInAuditsByWhatIsSeenAndHeard) {
  Bare<Oversight> bare{world_by_hand({.wards = 3}),
                       {{"rule.audit_probability", 0.5},
                        {"rule.base_audit", 0.1},
                        {"rule.announcement", 0.25},
                        {"rule.prior_years", 2.0},
                        {"rule.heard", 0.4},
                        {"rule.forgetting", 0.05}}};
  for (std::uint32_t w = 0; w < 3; ++w) bare.rule().begin(bare.ward(w));
  EXPECT_NEAR(belief_of(bare.ward()), 0.2, 1e-12);
  for (int month = 1; month <= 20; ++month)
    bare.rule().learn(bare.area, {month == 8 ? 1.0 : 0.0, 0, 0});
  const double years = (1 + 0.4 * 2) / 12 * (1 - std::pow(0.95, 20)) / 0.05;
  const double seen = std::pow(0.95, 12);
  EXPECT_NEAR(belief_of(bare.ward(0)), (2 * 0.2 + seen) / (2 + years), 1e-12);
  EXPECT_NEAR(belief_of(bare.ward(1)), (2 * 0.2 + 0.4 * seen) / (2 + years), 1e-12);
}

// At the base rate of audits `leakage` of it; with more of them a part that falls exponentially.
TEST(Oversight, LeaksLessWhereAuditsAreExpected) {
  for (const double expected : {0.04, 0.5, 1.0}) {
    Bare<Oversight> bare{world_by_hand({}),
                         {{"rule.audit_probability", expected},
                          {"rule.announcement", 1.0},
                          {"rule.leakage", 0.3},
                          {"rule.deterrence", 0.4}}};
    bare.rule().begin(bare.ward());
    give_money(bare.ward());
    bare.rule().month(bare.at(1), bare.ward(), {});
    EXPECT_NEAR(bare.ward().fund.flows().leaked, 300 * std::exp(-0.4 * (expected - 0.04)), 1e-9);
    EXPECT_EQ(bare.ward().for_works, 0);
  }
}

// Wages are a quarter; whoever else watches keeps parts of them and of materials from leaking, and
// may take fear of audits away.
TEST(Oversight, LeaksWhatOthersDoNotWatch) {
  Bare<Oversight> bare{world_by_hand({}),
                       {{"rule.audit_probability", 0.54},
                        {"rule.announcement", 1.0},
                        {"rule.leakage", 0.4},
                        {"rule.deterrence", 2.0},
                        {"rule.wages", 0.25}}};
  bare.rule().begin(bare.ward());
  give_money(bare.ward());
  bare.rule().month(bare.at(1), bare.ward(), {.wages = 0.2, .materials = 0.6, .fear = 0.5});
  EXPECT_NEAR(bare.ward().fund.flows().leaked,
              400 * std::exp(-2 * (0.27 - 0.04)) * (0.25 * 0.2 + 0.75 * 0.6), 1e-9);
}

// Wages w, of whose leakage a part e is stopped and a part `displaced` of that moves: materials
// leak 1 + displaced e w / (1 - w) as much. No materials, no place to move to.
TEST(Oversight, LeaksFromMaterialsWhatIsKeptFromWages) {
  const auto leaked = [](double wages, double displaced) {
    Bare<Oversight> bare{
        world_by_hand({}),
        {{"rule.audit_probability", 0.04}, {"rule.leakage", 0.4}, {"rule.wages", wages}}};
    bare.rule().begin(bare.ward());
    give_money(bare.ward());
    bare.rule().month(bare.at(1), bare.ward(), {.wages = 0.4, .displaced = displaced});
    return bare.ward().fund.flows().leaked;
  };
  const double w = 0.3, e = 0.6;
  for (const double displaced : {0.0, 0.5, 1.0})
    EXPECT_NEAR(leaked(w, displaced),
                400 * (w * (1 - e) + (1 - w) * (1 + displaced * e * w / (1 - w))), 1e-9);
  EXPECT_NEAR(leaked(w, 1), 400, 1e-9) << "all of it moves";
  EXPECT_NEAR(leaked(1, 0.5), 400 * 0.4, 1e-9);
}

TEST(Oversight, BringsBackAPartOfWhatLeakedOnce) {
  Bare<Oversight> bare{world_by_hand({}), {{"rule.recovers", 0.5}, {"rule.leakage", 0.2}}};
  bare.rule().begin(bare.ward());
  give_money(bare.ward());
  bare.rule().month(bare.at(1), bare.ward(), {});
  bare.rule().recover_leaks(bare.ward());
  bare.rule().recover_leaks(bare.ward());
  EXPECT_NEAR(bare.ward().fund.flows().recovered, 100, 1e-9);
  EXPECT_NEAR(bare.ward().fund.imbalance(), 0, 1e-9);
}

// Dishonest boards of 2,000 wards: ghosts come at the rate g e^(-b p); elsewhere none.
TEST(Oversight, GhostsComeToDishonestBoardsThatFearNoAudit) {
  for (const double p : {0.0, 0.3}) {
    World world = world_by_hand({.wards = 2000});
    for (std::uint32_t w = 0; w < 1900; ++w) world.dishonest[w] = 1;
    Bare<Oversight> bare{std::move(world),
                         {{"rule.audit_probability", p},
                          {"rule.announcement", 1.0},
                          {"rule.ghosts", 0.8},
                          {"rule.ghosts_deterred", 2.0},
                          {"rule.ghost_size", 4.0},
                          {"rule.residents_find", 0.0},
                          {"programme.first_loan", 500.0}}};
    double made = 0;
    for (std::uint32_t w = 0; w < 2000; ++w) {
      Ward& ward = bare.ward(w);
      bare.rule().begin(ward);
      ward.fund.receive_grant(w < 1700 ? 2000 : 1999);  // four loans, or a little less
      ward.open = w >= 1600 && w < 1700 ? 0 : 1;
      bare.rule().month(bare.at(1), ward, {});
      EXPECT_TRUE(w < 1600 || ward.groups.empty()) << w;
      for (const Group& group : ward.groups) {
        ++made;
        EXPECT_TRUE(group.ghost);
        EXPECT_EQ(group.members.size(), 4u);
        for (const Member& m : group.members) EXPECT_EQ(m.household / 16, w);
      }
    }
    const double expected = 1 - std::exp(-0.8 * std::exp(-2 * p));
    EXPECT_NEAR(made / 1600, expected, spread(expected, 1600)) << p;
  }
}

TEST(Oversight, ResidentsFindGhostsAndTrustIsLostAndHeals) {
  Bare<Oversight> bare{world_by_hand({.rts = 125}),
                       {{"rule.residents_find", 1.2},
                        {"rule.first_trust", 0.5},
                        {"rule.trust_lost", 0.0},
                        {"rule.trust_heals", 0.1}}};
  bare.rule().begin(bare.ward());
  for (Household h = 0; h < 2000; ++h) bare.group_of({h}).ghost = h % 2 == 0;
  bare.rule().month(bare.at(1), bare.ward(), {});
  double found = 0;
  for (const Group& group : bare.ward().groups) {
    found += group.found_out ? 1 : 0;
    EXPECT_EQ(group.found_out, group.stage == Stage::dissolved);
    EXPECT_TRUE(group.ghost || !group.found_out);
  }
  EXPECT_NEAR(found / 1000, 1 - std::exp(-0.1), spread(1 - std::exp(-0.1), 1000));

  bare.set({{"rule.trust_lost", 0.2}, {"rule.residents_find", 0.0}});
  bare.rule().find_out(bare.ward(), bare.ward().groups[0]);
  EXPECT_NEAR(double{bare.ward().now(rt_column::trust, 7)}, 0.4, 1e-6);
  for (int month = 2; month <= 6; ++month) bare.rule().month(bare.at(month), bare.ward(), {});
  EXPECT_NEAR(double{bare.ward().now(rt_column::trust, 7)}, 0.5 - 0.1 * std::pow(0.9, 5), 1e-6);
}

TEST(Oversight, TrustHealsFurtherWhereOfficesMeet) {
  for (const auto& [linked, goal] :
       std::vector<std::pair<double, float>>{{0, 0.7f}, {0.1, 0.8f}, {0.5, 1.0f}}) {
    Bare<Oversight> bare{
        world_by_hand({}),
        {{"rule.published", 1.0}, {"rule.open_trust", 0.7}, {"rule.trust_heals", 1.0}}};
    bare.rule().begin(bare.ward());
    bare.ward().linked_trust = linked;
    bare.rule().month(bare.at(1), bare.ward(), {});
    EXPECT_FLOAT_EQ(bare.ward().now(rt_column::trust, 0), goal);
  }
}

// A chance a year is that of not being passed over in any of its months; a sure audit comes once.
TEST(Oversight, AuditsComeAtTheirChanceAYear) {
  Bare<Oversight> bare{world_by_hand({.wards = 2000}), {{"costs.audit", 5000.0}}};
  double visited = 0, audits = 0, paid = 0;
  for (std::uint32_t w = 0; w < 2000; ++w) {
    int comes = 0, surely = 0;
    for (int month = 1; month <= 12; ++month) {
      comes += bare.rule().audit_comes(bare.at(month), bare.ward(w), 0.3);
      surely += bare.rule().audit_comes(bare.at(month), bare.ward(w), 1);
    }
    EXPECT_EQ(surely, 1);
    visited += comes > 0 ? 1 : 0;
    audits += comes + surely, paid += bare.ward(w).spent.supervision;
  }
  EXPECT_NEAR(visited / 2000, 0.3, spread(0.3, 2000));
  EXPECT_EQ(paid, 5000 * audits);
}

TEST(Oversight, AuditsDetectByChanceWhatIsOpen) {
  Bare<Oversight> bare{world_by_hand({.wards = 4000}), {{"rule.detects", 0.8}}};
  for (const double open : {1.0, 0.25}) {
    double found = 0;
    for (std::uint32_t w = 0; w < 4000; ++w)
      found += bare.rule().audit_detects(bare.ward(w), open) ? 1 : 0;
    EXPECT_NEAR(found / 4000, 0.8 * open, spread(0.8 * open, 4000)) << open;
  }
}

TEST(Oversight, ClearingUpMakesTheReportTrueAndEndsGhosts) {
  Bare<Oversight> bare{world_by_hand({})};
  bare.rule().begin(bare.ward());
  bare.group_of({0, 1, 2}).members[1].overdue = 40;
  bare.group_of({3, 4, 5}).ghost = true;
  bare.at(7);
  bare.rule().clear_up(bare.ward());
  EXPECT_EQ(bare.ward().groups[0].members[1].reported_overdue, 40);
  EXPECT_FALSE(bare.ward().groups[0].found_out);
  EXPECT_TRUE(bare.ward().groups[1].found_out);
  EXPECT_EQ(bare.ward().ghosts_found, 1);
  EXPECT_EQ(bare.ward().ghost_months, 7);  // made in month 0
}

// Hung out in public, the list costs, more of defaulters are confronted, and trust heals further.
TEST(Oversight, PublishingTheListIsPaidAndSeen) {
  Bare<Oversight> bare{world_by_hand({}),
                       {{"rule.confronts", 0.05},
                        {"rule.confronts_published", 0.5},
                        {"rule.first_trust", 0.5},
                        {"rule.open_trust", 0.7},
                        {"rule.trust_heals", 1.0},
                        {"costs.publication", 100.0},
                        {"costs.enforcement", 20.0}}};
  bare.rule().begin(bare.ward());
  EXPECT_EQ(bare.ward().detection, 0.05);
  Group& group = bare.group_of({0, 1, 2});
  for (const std::size_t m : {0u, 2u})
    group.members[m].balance = 10, group.members[m].fate = Fate::bankrupt;
  bare.rule().month(bare.at(1), bare.ward(), {});
  EXPECT_EQ(bare.ward().spent.supervision, 0);
  bare.set({{"rule.published", 1.0}});
  bare.rule().learn(bare.area, {0});
  EXPECT_EQ(bare.ward().detection, 0.5);
  bare.rule().month(bare.at(2), bare.ward(), {});
  EXPECT_NEAR(bare.ward().spent.supervision, 100 + 2 * 0.5 * 20, 1e-9);
  EXPECT_NEAR(double{bare.ward().now(rt_column::trust, 0)}, 0.7, 1e-6);
  bare.ward().borrowers_known = false;  // the list is lost
  bare.rule().learn(bare.area, {0});
  EXPECT_EQ(bare.ward().detection, 0);
}

namespace {

// kRp for going to see these debtors in `months`, each with a chance of 0.4 a month.
double paid_for(const std::vector<Fate>& debtors, double most_visits, int months) {
  Bare<Oversight> bare{world_by_hand({}),
                       {{"rule.published", 1.0},
                        {"rule.confronts_published", 0.4},
                        {"rule.most_visits", most_visits},
                        {"costs.publication", 0.0},
                        {"costs.enforcement", 20.0}}};
  bare.rule().begin(bare.ward());
  Group& group = bare.group_of({0, 1, 2, 3, 4});
  for (std::size_t m = 0; m < debtors.size(); ++m) {
    Member& debtor = group.members[m];
    debtor.fate = debtors[m];
    debtor.principal = debtor.balance = debtor.overdue = 100;
  }
  for (int month = 1; month <= months; ++month) bare.rule().month(bare.at(month), bare.ward(), {});
  return bare.ward().spent.supervision;
}

}  // namespace

// As expected 0.4 a month until it is `most_visits` times, 2.5 months each.
TEST(Oversight, DebtorsAreConfrontedSoOftenAtMost) {
  const std::vector<Fate> two{Fate::able, Fate::bankrupt};
  EXPECT_NEAR(paid_for(two, 3, 7), 2 * 7 * 0.4 * 20, 1e-9);
  EXPECT_NEAR(paid_for(two, 3, 8), 2 * 3 * 20, 1e-9);
  EXPECT_NEAR(paid_for(two, 3, 144), 2 * 3 * 20, 1e-9);
  EXPECT_EQ(paid_for(two, 0, 144), 0);
  EXPECT_NEAR(paid_for(two, 1200, 144), 2 * 144 * 0.4 * 20, 1e-6) << "every month, as if unlimited";
  EXPECT_EQ(paid_for({Fate::died, Fate::moved}, 1200, 144), 0);
}

TEST(Oversight, ANewDebtIsConfrontedAnew) {
  Bare<Oversight> bare{world_by_hand({}),
                       {{"rule.published", 1.0},
                        {"rule.confronts_published", 1.0},
                        {"rule.most_visits", 2.0},
                        {"costs.publication", 0.0},
                        {"costs.enforcement", 20.0}}};
  bare.rule().begin(bare.ward());
  Member& m = bare.group_of({0, 1, 2}).members[0];
  int month = 0;
  for (const double paid : {40.0, 80.0}) {
    m.principal = m.balance = m.overdue = 100;
    for (int k = 0; k < 5; ++k) bare.rule().month(bare.at(++month), bare.ward(), {});
    EXPECT_NEAR(bare.ward().spent.supervision, paid, 1e-9);
    m.balance = m.overdue = 0;
    bare.rule().month(bare.at(++month), bare.ward(), {});
  }
}

}  // namespace swadaya
