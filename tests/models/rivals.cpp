// Known answers of rival models, by the numbers of evidence/behaviour 5.
#include <cmath>

#include "tests/models/small_worlds.hpp"

namespace swadaya {

namespace {

const std::string path_with_a_spur[] = {"1,0,0,1\n1,1,0,0\n1,2,0,0.5\n1,3,0,0.2\n",
                                        "1,0,1\n1,1,2\n1,1,3\n"};

}  // namespace

TEST(DeGroot, EndsAtTheMeanWeightedByTies) {  // K3: s_i = d_i / 2E
  Steps run{scenario_from(
      network(path_with_a_spur[0], path_with_a_spur[1]) +
      "[time]\nmonths = 200\n[models]\nattitude = \"degroot\"\nfacilitation = \"none\"\n[attitude]\npoor_shift = 0\n")};
  run.to(1);
  EXPECT_NEAR(run.attitude(1), 0.5 * 0 + 0.5 * (1 + 0.5 + 0.2) / 3, 1e-6);
  run.to(200);
  for (Household h = 0; h < 4; ++h) EXPECT_NEAR(run.attitude(h), (1 + 3 * 0 + 0.5 + 0.2) / 6, 1e-5);
}

TEST(BoundedConfidence, BringsAPairTogetherByDeffuantsFactor) {  // K5: gap (1 - 2 mu)^k
  Steps run{scenario_from(
      network("1,0,0,0.3\n1,1,0,0.7\n", "1,0,1\n") +
      "[time]\nmonths = 4\n[models]\nattitude = \"bounded-confidence\"\nfacilitation = \"none\"\n"
      "[attitude]\nrule = \"deffuant\"\nconfidence = 0.5\nconvergence = 0.3\n")};
  const double gaps[] = {0.4, 0.16, 0.064, 0.0256};
  for (int month = 0; month < 4; ++month) {
    run.to(month);
    EXPECT_NEAR(run.attitude(1) - run.attitude(0), gaps[month], 1e-6);
    EXPECT_NEAR(run.attitude(1) + run.attitude(0), 1, 1e-6);
  }
}

TEST(BoundedConfidence, AveragesTheLikeMindedOnly) {  // HK, by hand
  Steps run{scenario_from(
      network(path_with_a_spur[0], path_with_a_spur[1]) +
      "[time]\nmonths = 1\n[models]\nattitude = \"bounded-confidence\"\nfacilitation = \"none\"\n"
      "[attitude]\nconfidence = 0.5\n")};
  run.to(1);
  EXPECT_NEAR(run.attitude(0), 1, 1e-6);  // too far from its only tie
  EXPECT_NEAR(run.attitude(1), (0 + 0.5 + 0.2) / 3, 1e-6);
  EXPECT_NEAR(run.attitude(2), 0.25, 1e-6);
  EXPECT_NEAR(run.attitude(3), 0.1, 1e-6);
}

TEST(ThresholdOfNews, SpreadsAroundARingAsByHand) {  // K8: n = 100
  struct Case {
    int half, threshold;
    std::vector<int> seeds;
    std::vector<double> knowing;
  };
  for (const Case& c :
       {Case{2, 2, {0, 1}, {2, 4, 6, 8}}, Case{3, 2, {0, 1}, {2, 6, 10}},
        Case{3, 3, {0, 1, 2}, {3, 5, 7}}, Case{2, 1, {0}, {1, 5, 9}}, Case{2, 2, {0}, {1, 1, 1}}}) {
    std::string nodes, edges;
    for (int i = 0; i < 100; ++i) {
      const bool seed = std::find(c.seeds.begin(), c.seeds.end(), i) != c.seeds.end();
      nodes += "1," + std::to_string(i) + (seed ? ",1,0.5\n" : ",0,0.5\n");
      for (int k = 1; k <= c.half; ++k)
        edges += "1," + std::to_string(i) + "," + std::to_string((i + k) % 100) + "\n";
    }
    Steps run{scenario_from(
        network(nodes, edges) +
        "[time]\nmonths = 4\n[models]\nsocialization = \"threshold\"\n[socialization]\noutside = 0\nties = " +
        std::to_string(c.threshold) + "\n")};
    for (std::size_t month = 0; month < c.knowing.size(); ++month) {
      run.to(static_cast<int>(month));
      EXPECT_EQ(run.informed(), c.knowing[month]) << c.half << ", " << c.threshold << ", " << month;
    }
  }
}

TEST(Bass, FollowsTheClosedForm) {  // K2, a step a month: F(5 years) = 0.3312, F(10 years) = 0.8128
  const Scenario s = scenario_from(
      "[time]\nmonths = 120\n[world]\nrw_per_ward = 2\nrt_per_rw = 1\nhouseholds_per_rt = 50000\n[network]\ngenerator = \"none\"\n"
      "[models]\nsocialization = \"bass\"\nlending = \"none\"\n[socialization]\np = 0.0025\nq = 0.0316666667\n");
  const Series series = series_of({s})[0];
  EXPECT_NEAR(value(series, 60, "informed"), 0.331198642, 0.01);
  EXPECT_NEAR(value(series, 120, "informed"), 0.812803221, 0.01);
}

TEST(ThresholdOfJoining,
     ClimbsToGranovettersFixedPoint) {  // K6: sd 0.10 and 0.12 stay low, 0.13 takes all
  const auto share = [](const std::string& spread) {
    return value(
        series_of({scenario_from(
            "[time]\nmonths = 100\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 4000\n"
            "[network]\ngenerator = \"erdos-renyi\"\ndegree = 800\n[models]\nsocialization = \"everyone-knows\"\n"
            "participation = \"threshold\"\ngroups = \"random\"\nlending = \"none\"\n[groups]\nfounding = 0\n"
            "[participation]\nspread = " +
            spread + "\n")})[0],
        100, "participation");
  };
  EXPECT_NEAR(share("0.10"), 0.0076955, 0.006);
  EXPECT_LT(share("0.115"), 0.1);
  EXPECT_GT(share("0.14"), 0.9);
}

TEST(PlannedBehaviour, JoinsByItsIntention) {  // a closed form: attitude 0.6 alone, weight 1
  const Scenario s = scenario_from(
      "[time]\nmonths = 1\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 50000\n[network]\ngenerator = \"none\"\n"
      "[models]\nsocialization = \"everyone-knows\"\nattitude = \"fixed\"\nparticipation = \"planned-behaviour\"\n"
      "[participation]\nw_attitude = 0\nw_norm = 0\nw_control = 0\nsteepness = 5\nthreshold = 0.3\n");
  const double chance = 1 / (1 + std::exp(5 * 0.3));
  EXPECT_NEAR(value(series_of({s})[0], 1, "participation"), chance,
              4 * std::sqrt(chance * (1 - chance) / 50000));
}

namespace {

// 40 hours and no paper, for four visits a month.
const std::string four_visits =
    "facilitators = 1\nhours = 40\npaperwork = 0\nhours_per_visit = 10\nwards_served = 1\neta = 0.3\ndelta = 0.05\n";

}  // namespace

TEST(RandomVisits, KeepsMeanCapacityAtItsFixedPoint) {  // F3: 40 groups, four visits a month
  Visited ward{"random-visits", four_visits, 40};
  double mean = 0;
  const int burn_in = 200, months = 900;
  for (int month = 0; month < burn_in + months; ++month) {
    ward.month();
    if (month >= burn_in) mean += ward.mean_capacity() / months;
  }
  const double keeps = std::pow(1 - 0.3 / 40, 4);
  EXPECT_NEAR(mean, (1 - keeps) / (1 - 0.95 * keeps), 0.01);
}

TEST(NeedFirst, VisitsTheWeakestFirst) {
  Visited ward{"need-first",
               four_visits + "by_capacity = 1\nby_arrears = 0\nby_absence = 0\nmost_visits = 1\n",
               8};
  for (int g = 0; g < 8; ++g) ward.groups()[static_cast<std::size_t>(g)].capacity = 0.1 * g;
  ward.month();
  for (int g = 0; g < 8; ++g)
    EXPECT_EQ(ward.groups()[static_cast<std::size_t>(g)].visits, g < 4 ? 1 : 0) << g;
}

TEST(PhaseOut, HalvesTheHoursEveryHalfLife) {
  Visited ward{"phase-out", four_visits + "full_until = 0\nhalf_life = 6\nmost_visits = 4\n", 100};
  double hours = 0;
  for (int month = 1; month <= 60; ++month) {
    ward.month();
    hours += 40 * std::pow(0.5, month / 6.0);
    int visits = 0;
    for (const Group& group : ward.groups()) visits += group.visits;
    EXPECT_EQ(visits, static_cast<int>(hours / 10)) << month;  // ten hours a visit
  }
}

TEST(PeerCadre,
     LetsGraduatesVisitTheWeakest) {  // nine graduates, one other: a visit of half the quality
  Visited ward{"peer-cadre", "facilitators = 0\neta = 0.3\ndelta = 0\n", 10};
  for (Group& group : ward.groups()) group.capacity = 0.9;
  ward.groups()[4].capacity = 0.2;
  ward.month();
  EXPECT_NEAR(ward.groups()[4].capacity, 0.2 + 0.3 * 0.5 * 0.8, 1e-12);
  EXPECT_EQ(ward.groups()[3].visits, 0);
}

TEST(ProxyMeans,
     MissesThePoorAsABivariateNormalDoes) {  // K29: poverty = quota = 0.3, R2 = 0.25 and 0.5
  for (const auto& [accuracy, exclusion] : std::vector<std::pair<std::string, double>>{
           {"0", 0.7}, {"0.5", 0.477442}, {"0.70710678", 0.360423}, {"1", 0}}) {
    const Scenario s = scenario_from(
        "[time]\nmonths = 4\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20000\npoor = 0.3\nelite = 0\nsegregation = 0\n"
        "[network]\ngenerator = \"none\"\n[models]\ntargeting = \"proxy-means\"\n[targeting]\nquota = 0.3\n[welfare]\nchurn = 0\n",
        {"targeting.accuracy=" + accuracy});
    EXPECT_NEAR(value(series_of({s})[0], 4, "exclusion_error"), exclusion, 0.02) << accuracy;
  }
}

TEST(SelfTargeting, ListsWhoApplies) {  // a quota for all: who is missing has not come
  const Scenario s = scenario_from(
      "[time]\nmonths = 4\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20000\npoor = 0.3\nelite = 0\n"
      "[network]\ngenerator = \"none\"\n[models]\ntargeting = \"self-targeting\"\n[targeting]\nquota = 1\ndraw = 0.5\nordeal = 0\n");
  const double comes = 1 / (1 + std::exp(-0.5));
  EXPECT_NEAR(value(series_of({s})[0], 4, "exclusion_error"), 1 - comes,
              4 * std::sqrt(comes * (1 - comes) / 6000));
}

// K19: from current 0.275862 end in default if loans have no end; with 36 months, what is current
// then is paid, and a third of what is under watch defaults (0.2 / 0.6).
TEST(RollRates, EndInDefaultAsTheChainSays) {
  double current = 1, watch = 0, defaulted = 0;
  for (int month = 1; month <= 36; ++month) {
    defaulted += 0.2 * watch;
    const double stays = 0.85 * current + 0.4 * watch;
    watch = 0.08 * current + 0.4 * watch;
    current = stays;
  }
  EXPECT_NEAR(defaulted + watch / 3, 0.275862, 0.02);
  Lent lent{"roll-rates", ""};
  lent.months(100);
  EXPECT_NEAR(lent.share_that_owes(), defaulted + watch / 3, 4 * std::sqrt(0.276 * 0.724 / 1000));
}

TEST(Hazard, MissesInstalmentsAtItsChance) {  // cohesion and capacity 0, nobody in default at first
  Lent lent{"hazard", "a0 = -2\na_peers = 0\n"};
  lent.months(1);
  const double chance = 1 / (1 + std::exp(2.0));
  EXPECT_NEAR(1 - lent.ward().repaid / lent.ward().due, chance,
              4 * std::sqrt(chance * (1 - chance) / 1000));
}

TEST(TransitionChain,
     ComesToRestAtEntryOverEntryAndExit) {  // K30 with small steps: hazards of a year
  const Scenario s = scenario_from(
      "[time]\nmonths = 240\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20000\n[network]\ngenerator = \"none\"\n"
      "[models]\nwelfare = \"transition-chain\"\nsocialization = \"everyone-knows\"\nlending = \"none\"\n");
  // A chance a year of 0.05 is 1 - 0.95^(1/12) a month, and so on: the monthly chain's own share.
  const double falls = 1 - std::pow(0.95, 1 / 12.0), leaves = 1 - std::pow(0.7, 1 / 12.0);
  const double share = falls / (falls + leaves);
  EXPECT_NEAR(share, 0.142857, 0.02);
  EXPECT_NEAR(value(series_of({s})[0], 240, "poverty_headcount"), share,
              4 * std::sqrt(share * (1 - share) / 20000));
}

}  // namespace swadaya
