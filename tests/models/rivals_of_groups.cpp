// Known answers of rival models that work on groups, boards and offices.
#include <algorithm>
#include <cmath>

#include "tests/models/small_worlds.hpp"

namespace swadaya {

// K17: p = theta / 2, theta ~ U(0, 100), an instalment of 10 and of 20.
TEST(BesleyCoate, RepaysAsTheGameSays) {
  struct Case {
    const char *high, *liability, *social;
    double repaid;
  };
  for (const Case& c : {Case{"10", "individual", "0", 0.8}, Case{"10", "joint", "0", 0.88},
                        Case{"10", "joint", "10", 0.96}, Case{"5", "individual", "0", 0.6},
                        Case{"5", "joint", "0", 0.52}, Case{"5", "joint", "10", 0.84}}) {
    Lent lent{"besley-coate",
              std::string{"penalty = 0\nhigh = "} + c.high + "\nliability = \"" + c.liability +
                  "\"\nsocial = " + c.social + "\n",
              2, 5000};
    lent.all_groups(1, 1);
    lent.months(1);
    EXPECT_NEAR(lent.share_paid(), c.repaid, 4 * std::sqrt(c.repaid * (1 - c.repaid) / 5000))
        << c.high << c.liability << c.social;
  }
}

TEST(BesleyCoate, StandsAndFallsTogether) {
  Lent lent{"besley-coate", "penalty = 0\nhigh = 4\n"};
  lent.months(1);
  for (const Group& group : lent.ward().groups) {
    std::size_t paid = 0;
    for (const Member& m : group.members) paid += m.overdue == 0 ? 1u : 0u;
    EXPECT_TRUE(paid == 0 || paid == group.members.size()) << paid;
  }
}

TEST(ImplicitJointLiability, PaysForMatesWhereTrustIsWorthAnInstalment) {
  double both = 0;  // E min(5, 2 K), K ~ binomial(5, 0.7)
  for (int k = 0; k <= 5; ++k)
    both += std::tgamma(6) / (std::tgamma(k + 1) * std::tgamma(6 - k)) * std::pow(0.7, k) *
            std::pow(0.3, 5 - k) * std::min(5, 2 * k);
  for (const auto& [cohesion, share] :
       std::vector<std::pair<double, double>>{{0.4, 0.7}, {0.6, both / 5}}) {
    Lent lent{"implicit-joint-liability",
              "success = 0.7\nno_next_loan = 3\nspread = 0\nsocial = 2\npenalty = 0\n", 5, 2000};
    lent.all_groups(cohesion, 0);
    lent.months(1);
    EXPECT_NEAR(lent.share_paid(), share, 4 * std::sqrt(0.25 / 10000)) << cohesion;
  }
}

TEST(ImplicitJointLiability, NeedsTheNextLoanToBeWorthIt) {  // lognormal: half lie below the median
  for (const auto& [worth, share] :
       std::vector<std::pair<std::string, double>>{{"1", 0.5}, {"2.7182818", 0.841345}}) {
    Lent lent{"implicit-joint-liability",
              "success = 1\nspread = 1\nsocial = 0\npenalty = 0\nno_next_loan = " + worth + "\n", 5,
              2000};
    lent.months(1);
    EXPECT_NEAR(lent.share_paid(), share, 4 * std::sqrt(share * (1 - share) / 10000)) << worth;
  }
}

TEST(RollRates, LetNoGhostRepay) {
  for (const char* model : {"roll-rates", "hazard", "besley-coate", "implicit-joint-liability"}) {
    Lent lent{model, "", 5, 1};
    lent.ward().groups[0].ghost = true;
    lent.months(12);
    EXPECT_EQ(lent.ward().repaid, 0) << model;
    EXPECT_GT(lent.ward().due, 0) << model;
  }
}

TEST(Assortative, SortsTheWillingByTheirChanceOfSuccess) {  // K21: partners are complements
  Steps run{scenario_from(small_ward, {"models.groups=assortative", "models.welfare=fixed",
                                       "groups.founding=0.5", "world.households_per_rt=400"})};
  const auto consumption = [&](const Member& m) {
    return run.now(column::log_consumption, m.household);
  };
  int compared = 0;
  for (int month = 1; month <= 24; ++month) {
    run.to(month);
    const auto& groups = run.ward().groups;
    for (const Group& a : groups)
      for (const Group& b : groups) {
        if (&a == &b || a.founded != month || b.founded != month) continue;
        if (run.ward().world.rw[a.founder] != run.ward().world.rw[b.founder]) continue;
        if (consumption(a.members[0]) < consumption(b.members[0])) continue;
        ++compared;  // the one group's worst off lives as well as the other's best off
        for (const Member& m : a.members)
          for (const Member& n : b.members) EXPECT_GE(consumption(m), consumption(n));
      }
  }
  EXPECT_GT(compared, 3);
}

TEST(GraduatedSanctions, GrowWithEachOffenceAndAreForgiven) {  // by the group and by the board
  for (const auto& [slot, first] :
       std::vector<std::pair<std::string, double>>{{"groups", 0.2}, {"supervision", 0.5}}) {
    Steps run{scenario_from(all_nulls, {"models." + slot + "=graduated-sanctions", "time.months=40",
                                        "groups.founding=0"})};
    Group group;
    for (Household h = 0; h < 3; ++h) {
      Member m;
      m.household = h;
      m.principal = m.balance = 100;
      m.unwilling = true;
      run.ward().fund.lend(100);
      group.members.push_back(m);
    }
    run.ward().add(group);
    const auto next = [&] {
      const Group& g = run.ward().groups[0];
      return slot == "groups" ? g.members[0].peer_sanction / g.cohesion : g.members[0].severity;
    };
    run.ward().groups[0].cohesion = 0.5;
    double sanction = first;
    for (int month = 1; month <= 6; ++month) {
      run.to(month);
      sanction = std::min(3.0, 2 * sanction);
      EXPECT_NEAR(next(), sanction, 1e-12) << slot << month;
    }
    for (Member& m : run.ward().groups[0].members) m.unwilling = false;
    run.to(14);
    EXPECT_NEAR(next(), 3, 1e-12) << slot;
    run.to(15);
    EXPECT_NEAR(next(), first, 1e-12) << slot;
  }
}

namespace {

const std::vector<std::string> all_for_works{"programme.loan_share=0", "groups.founding=0",
                                             "supervision.audit_probability=0",
                                             "supervision.base_audit=0"};

std::vector<std::string> with(std::vector<std::string> all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

// K24: nobody watches with (c/b)^(n / (n - 1)).
TEST(CommunityMonitoring, IsLeftToOthersMoreTheMoreThereAre) {
  for (const auto& [residents, nobody] : std::vector<std::pair<std::string, double>>{
           {"2", 0.04}, {"5", 0.133748061}, {"20", 0.183756242}}) {
    Steps run{scenario_from(
        all_nulls, with(all_for_works,
                        {"models.supervision=community-monitoring", "supervision.cost_wages=0.2",
                         "supervision.wages=1", "supervision.residents=" + residents}))};
    run.to(20);
    const Ward& ward = run.ward();
    EXPECT_GT(ward.leakable, 0);
    EXPECT_NEAR(ward.fund.flows().leaked / ward.leakable, 0.277 * nobody, 1e-9) << residents;
  }
}

// K23: 40 groups, 4 of them ghosts; 5 or 10 inspected, by lot or by risk.
TEST(RiskBasedAudits, FindGhostsAsOftenAsTheHypergeometricSays) {
  struct Case {
    const char *random, *inspected;
    double found;
  };
  constexpr std::uint32_t wards = 800;
  for (const Case& c :
       {Case{"1", "5", 0.427070795}, Case{"1", "10", 0.700131305}, Case{"0", "5", 1}}) {
    Steps run{scenario_from(
        all_nulls,
        {"models.supervision=risk-based-audits", "time.months=12", "groups.founding=0",
         "world.wards_per_area=" + std::to_string(wards), "world.rw_per_ward=1",
         "world.rt_per_rw=1", "world.households_per_rt=2", "supervision.audit_probability=1",
         "supervision.detects=1", "supervision.residents_find=0", "world.dishonest=0",
         std::string{"supervision.random="} + c.random,
         std::string{"supervision.groups_inspected="} + c.inspected})};
    for (std::uint32_t w = 0; w < wards; ++w)
      for (int g = 0; g < 40; ++g) {
        Group group;
        group.founder = run.ward(w).place().first;
        group.ghost = g % 10 == 3;
        group.members.push_back({});
        group.members[0].household = group.founder;
        run.ward(w).add(group);
      }
    for (int month = 1; month <= 12; ++month) {
      for (std::uint32_t w = 0; w < wards; ++w)
        for (Group& group : run.ward(w).groups) group.last_meeting = month - 1;  // none is idle
      run.to(month);
    }
    double found = 0;
    for (std::uint32_t w = 0; w < wards; ++w) {
      int ghosts = 0;
      for (const Group& group : run.ward(w).groups) ghosts += group.found_out ? 1 : 0;
      if (c.found == 1) {
        EXPECT_EQ(ghosts, 4);
      }
      found += ghosts > 0 ? 1 : 0;
    }
    EXPECT_NEAR(found / wards, c.found, 4 * std::sqrt(c.found * (1 - c.found) / wards) + 1e-12);
  }
}

// Whichever model pays the money out: trust falls by 5 % in each month in which a tranche is late,
// and an amnesty is believed by all once.
TEST(Coordination, MindsItsPromisesInEveryModel) {
  for (const char* model : {"on-time", "staged-delays", "queue", "shared-calendar"}) {
    const Scenario s = scenario_from(
        all_nulls, {std::string{"models.coordination="} + model, "coordination.late_costs=0.05",
                    "coordination.amnesty=0.5", "coordination.amnesty_month=20"});
    Steps run{s};
    run.to(19);
    EXPECT_EQ(run.now(column::grant_belief, 1), 0) << model;
    run.to(24);
    EXPECT_EQ(run.now(column::grant_belief, 1), 0.5) << model;
    int late = 0;
    for (int month = 1; month <= 24; ++month)
      late += std::any_of(run.ward().tranches.begin(), run.ward().tranches.end(),
                          [&](const Tranche& t) { return t.planned <= month && t.arrives > month; })
                  ? 1
                  : 0;
    EXPECT_EQ(late > 0, std::string{model} != "on-time");
    EXPECT_NEAR(double{run.ward().now(rt_column::trust, 0)}, 0.5 * std::pow(0.95, late), 1e-5)
        << model;
  }
}

// A leak found in month 12 keeps the ward out of the tranche of month 13 for two months; one found
// in month 24 out of that of month 30 for four. Who is bought finds nothing.
TEST(SupervisionByDegrees, KeepsTheWardOutOfTheNextTranche) {
  for (const auto& [collusion, months] : std::vector<std::pair<std::string, std::vector<double>>>{
           {"0", {9, 15, 34}}, {"1", {9, 13, 30}}}) {
    Steps run{scenario_from(
        all_nulls,
        {"models.supervision=graduated-sanctions", "supervision.audit_probability=1",
         "supervision.detects=1", "supervision.collusion=" + collusion, "time.months=36",
         "groups.founding=0", "programme.loan_share=0", "programme.tranche_months=[9, 13, 30]"})};
    run.to(36);
    for (std::size_t t = 0; t < 3; ++t)
      EXPECT_EQ(run.ward().tranches[t].arrives, months[t]) << collusion << t;
  }
}

// K26: an M/M/1 queue with 4 arrivals and 5 services a month takes 1 month, an M/M/3 queue with 4
// and 2 takes 0.2222 to wait and 0.5 to be served.
TEST(Queue, TakesAsLongAsErlangSays) {
  struct Case {
    const char *servers, *service;
    double months, sd;
  };
  constexpr std::uint32_t areas = 400;
  for (const Case& c : {Case{"1", "0.2", 1, 1}, Case{"3", "0.5", 0.722222, 0.65}}) {
    Steps run{scenario_from(
        all_nulls, {"models.coordination=queue", "time.months=360", "groups.founding=0",
                    "world.areas=" + std::to_string(areas), "world.rw_per_ward=1",
                    "world.rt_per_rw=1", "world.households_per_rt=1", "coordination.others=4",
                    "programme.exit=1", "programme.tranche_months=[120, 220, 320]",
                    std::string{"coordination.servers="} + c.servers,
                    std::string{"coordination.service="} + c.service})};
    run.to(360);
    double sum = 0;
    for (std::uint32_t w = 0; w < areas; ++w)
      for (const Tranche& tranche : run.ward(w).tranches) {
        EXPECT_TRUE(tranche.received);
        sum += tranche.arrives - tranche.planned;
      }
    EXPECT_NEAR(sum / (3 * areas), c.months, 4 * c.sd / std::sqrt(3.0 * areas)) << c.servers;
  }
}

namespace {

// How many months after its plan each tranche of 60 wards comes.
std::vector<double> delays_of_calendar(const std::vector<std::string>& set) {
  Steps run{scenario_from(
      all_nulls, with({"models.coordination=shared-calendar", "world.areas=60",
                       "world.rw_per_ward=1", "world.rt_per_rw=1", "world.households_per_rt=1",
                       "programme.tranche_months=[100, 300, 500]", "coordination.deadline=120"},
                      set))};
  std::vector<double> delays;
  for (std::uint32_t w = 0; w < 60; ++w)
    for (const Tranche& tranche : run.ward(w).tranches)
      delays.push_back(tranche.arrives - tranche.planned);
  return delays;
}

}  // namespace

TEST(SharedCalendar, ClosesTheGapAsTheDelayedEquationSays) {
  // Without staleness the gap falls as exp(-g t): it is found from the delay.
  const auto fresh =
      delays_of_calendar({"coordination.staleness=0", "coordination.correction=0.8"});
  const auto slower =
      delays_of_calendar({"coordination.staleness=0", "coordination.correction=0.4"});
  const auto stale =
      delays_of_calendar({"coordination.staleness=0.5", "coordination.correction=0.8"});
  int compared = 0;
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    EXPECT_NEAR(slower[i], 2 * fresh[i], 0.02);
    const double near = std::exp(-0.8 * fresh[i]);  // tolerance over the first gap
    if (fresh[i] == 0 || near < 0.3) continue;
    // By steps: 1 - g t up to the lag, then + g^2 (t - lag)^2 / 2; seen half a month later.
    double t = (1 - near) / 0.8;
    if (t > 0.5) t = 0.5 + (0.8 - std::sqrt(0.64 - 1.28 * (0.6 - near))) / 0.64;
    EXPECT_NEAR(stale[i], t + 0.5, 0.03) << near;
    ++compared;
  }
  EXPECT_GT(compared, 10);
}

TEST(SharedCalendar, DriftsApartBeyondHalfPi) {  // K27
  const auto gap = delays_of_calendar({"coordination.staleness=0", "coordination.correction=1"});
  const auto swings =
      delays_of_calendar({"coordination.staleness=1", "coordination.correction=1.5"});
  const auto drifts =
      delays_of_calendar({"coordination.staleness=1", "coordination.correction=1.65"});
  int compared = 0;
  for (std::size_t i = 0; i < gap.size(); ++i) {
    if (std::exp(gap[i]) < 3) continue;  // calendars that nearly agree at first
    EXPECT_LT(swings[i], 120);
    EXPECT_EQ(drifts[i], 120);
    ++compared;
  }
  EXPECT_GT(compared, 10);
}

}  // namespace swadaya
