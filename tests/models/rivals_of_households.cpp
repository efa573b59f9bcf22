// Known answers of rival models that households follow.
#include <cmath>

#include "tests/models/small_worlds.hpp"

namespace swadaya {

// K16: with a quarter of free riders and slope 0.8, belief what was seen: 0.6, 0.36, 0.216, ...
TEST(ConditionalCooperation, DecaysFromRoundToRound) {
  const Series s = series_of({scenario_from(
      "[time]\nmonths = 4\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 8000\n"
      "[network]\ngenerator = \"erdos-renyi\"\ndegree = 400\n[models]\nsocialization = \"everyone-knows\"\n"
      "participation = \"conditional-cooperation\"\ngroups = \"random\"\nlending = \"none\"\n[groups]\nfounding = 0\n"
      "[participation]\ncooperators = 0.75\nfree_riders = 0.25\nhump_shaped = 0\nslope = 0.8\nfirst_belief = 1\n"
      "heeds = 1\nkeeps = 0\nreview_every = 1\n")})[0];
  double expected = 1;
  for (int month = 1; month <= 4; ++month) {
    expected *= 0.6;
    EXPECT_NEAR(value(s, month, "participation"), expected,
                4 * std::sqrt(2 * expected * (1 - expected) / 8000))
        << month;
  }
}

TEST(Ordeal, IsWorthItAsOftenAsItsLogitSays) {
  const std::string ward =
      "[time]\nmonths = 1\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20000\n[network]\ngenerator = \"none\"\n"
      "[models]\nsocialization = \"everyone-knows\"\nattitude = \"fixed\"\nparticipation = \"ordeal\"\n"
      "[participation]\naccept_slope = 0\nbenefit = 2\ndistance = 0.5\nnoise = 0.5\n";
  const double chance = 1 / (1 + std::exp(-1.0));  // (0.5 x 2 - 0.5) / 0.5
  const Series near = series_of({scenario_from(ward, {"participation.cost=0"})})[0];
  EXPECT_NEAR(value(near, 1, "participation"), chance,
              4 * std::sqrt(chance * (1 - chance) / 20000));
  // Where time has to be spent, those whose time is worth more stay away.
  const Series costly = series_of({scenario_from(ward, {"participation.cost=1"})})[0];
  EXPECT_GT(value(costly, 1, "participation_poor"), value(costly, 1, "participation") + 0.1);
}

// A shortlist of half as much again: a score that says nothing misses a third of the poor, one that
// says all none.
TEST(Hybrid, ScoresOnlyTheShortlist) {
  for (const auto& [accuracy, exclusion] :
       std::vector<std::pair<std::string, double>>{{"0", 1 / 3.0}, {"1", 0}}) {
    const Scenario s = scenario_from(
        "[time]\nmonths = 4\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20000\npoor = 0.3\nelite = 0\nsegregation = 0\n"
        "[network]\ngenerator = \"none\"\n[models]\ntargeting = \"hybrid\"\n[targeting]\nquota = 0.3\naccuracy = 1\n"
        "known_near = 1\nknown_far = 1\nrankers = 1\n[welfare]\nchurn = 0\n",
        {"targeting.score_accuracy=" + accuracy});
    EXPECT_NEAR(value(series_of({s})[0], 4, "exclusion_error"), exclusion,
                4 * std::sqrt(exclusion * (1 - exclusion) / 6000) + 0.001)
        << accuracy;
  }
}

namespace {

// Two households a sd above and below the mean: assets of 0.65 and 0.15, no shocks.
Scenario two_on_the_edge(const std::vector<std::string>& set) {
  file_with("nodes.csv", "v,row,consumption\n1,0,100\n1,1,200\n");
  file_with("edges.csv", "v,i,j\n1,0,1\n");
  return scenario_from(
      "[world]\nfrom = \"files\"\nhouseholds = \"nodes.csv\"\n[world.columns]\nconsumption = \"consumption\"\n"
      "[network]\nedges = \"edges.csv\"\n[time]\nmonths = 1200\n[models]\nwelfare = \"asset-trap\"\nlending = \"none\"\n"
      "groups = \"random\"\n[groups]\nfounding = 0\n[welfare]\nshock = 0\nthreshold = 0.4\nspread = 0.25\nworth = 0.8\nk = 0.1\n",
      set);
}

}  // namespace

TEST(AssetTrap, SplitsHouseholdsAtTheThreshold) {
  Steps run{two_on_the_edge({})};
  const double poor = run.now(column::log_consumption, 0),
               rich = run.now(column::log_consumption, 1);
  run.to(1);
  const auto step = [](double b) { return 0.1 * b * (b - 0.4) * (1 - b); };
  EXPECT_NEAR(run.now(column::log_consumption, 0), poor + 0.8 * step(0.15), 1e-5);
  EXPECT_NEAR(run.now(column::log_consumption, 1), rich + 0.8 * step(0.65), 1e-5);
  run.to(1200);
  EXPECT_NEAR(run.now(column::log_consumption, 0), poor - 0.8 * 0.15, 1e-4);
  EXPECT_NEAR(run.now(column::log_consumption, 1), rich + 0.8 * 0.35, 1e-4);
}

TEST(AssetTrap, IsLeftWithALoanThatIsLargeEnough) {
  for (const double loan : {1000.0, 2500.0}) {  // of 5,000 kRp: assets at work 0.35 and 0.65
    Steps run{two_on_the_edge({})};
    const double before = run.now(column::log_consumption, 0);
    Group group;
    group.members.push_back({});
    group.members[0].principal = group.members[0].balance = loan;
    run.ward().fund.lend(loan);
    run.ward().add(group);
    run.to(60);
    if (loan > 0.25 * 5000)
      EXPECT_GT(run.now(column::log_consumption, 0), before);
    else
      EXPECT_LT(run.now(column::log_consumption, 0), before);
  }
}

// Household 2 hears from leaders 0 and 1, of whom only 1 takes part; 1 has three ties, 0 one, and
// in eigenvector centrality they stand as sqrt(2) - 1 to 1.
TEST(Endorsement, CountsTellersByTheirWeight) {
  file_with("nodes.csv", "v,row,leader,rooms\n1,0,1,0\n1,1,1,1\n1,2,0,0\n1,3,0,0\n1,4,0,0\n");
  file_with("edges.csv", "v,i,j\n1,0,2\n1,1,2\n1,1,3\n1,1,4\n");
  for (const auto& [weights, share] : std::vector<std::pair<std::string, double>>{
           {"one", 0.5}, {"degree", 0.75}, {"eigenvector", std::sqrt(0.5)}}) {
    Steps run{scenario_from(
        "[world]\nfrom = \"files\"\nhouseholds = \"nodes.csv\"\n[world.columns]\nleader = \"leader\"\nrooms = \"rooms\"\n"
        "[network]\nedges = \"edges.csv\"\n[time]\nmonths = 3\n[models]\nsocialization = \"endorsement\"\n"
        "participation = \"plain-logit\"\n[participation]\nb0 = -5\nb_rooms = 5\n[socialization]\nmeetings = 0\nheads_tell = 0\n"
        "q_participant = 0.99\nq_other = 0.99\nperiod = 3\ntelling_lasts = inf\nlambda = 2\n",
        {"socialization.weights=" + weights, "participation.b_poor=-3",
         "participation.b_business=0"})};
    run.ward().set(column::joined, 1, 1);
    run.to(3);
    if (run.now(column::informed, 2) == 0) continue;  // one time in 10,000
    ASSERT_EQ(run.now(column::joined, 0), 0);
    EXPECT_NEAR(run.now(column::endorsement, 2), 2 * share, 1e-5) << weights;
  }
}

// Half of the leaders take part; whoever hears from one who does joins with logistic(2) instead of
// 1/2.
TEST(Endorsement, AddsToTheLogOddsOfJoining) {
  std::string nodes, edges;
  constexpr int pairs = 4000;
  for (int i = 0; i < pairs; ++i) {
    nodes += "1," + std::to_string(2 * i) + ",1,0.5\n1," + std::to_string(2 * i + 1) + ",0,0.5\n";
    edges += "1," + std::to_string(2 * i) + "," + std::to_string(2 * i + 1) + "\n";
  }
  Steps run{scenario_from(
      network(nodes, edges) +
      "[time]\nmonths = 3\n[models]\nsocialization = \"endorsement\"\nparticipation = \"plain-logit\"\n"
      "[participation]\nb0 = 0\n[socialization]\nmeetings = 0\nheads_tell = 0\nq_participant = 0.99\nq_other = 0.99\n"
      "period = 3\ntelling_lasts = inf\nlambda = 2\n")};
  run.to(3);
  double heard = 0, joined = 0;
  for (Household h = 1; h < 2 * pairs; h += 2)
    heard += run.now(column::informed, h), joined += run.now(column::joined, h);
  const double chance = 0.5 * 0.5 + 0.5 / (1 + std::exp(-2.0));
  EXPECT_NEAR(joined / heard, chance, 4 * std::sqrt(chance * (1 - chance) / heard));
}

}  // namespace swadaya
