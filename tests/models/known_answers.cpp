// Known answers of the default models, by the numbers of evidence/behaviour 5.
#include <Eigen/Dense>

#include "tests/stage.hpp"

namespace swadaya {

TEST(FriedkinJohnsen, EndsAtTheFixedPointOfTheLinearSystem) {  // K4's formula, on an undirected
                                                               // path 0-1-2 with a spur
  const std::string nodes =
      file_with("nodes.csv", "v,row,attitude\n1,0,1\n1,1,0\n1,2,0.5\n1,3,0.2\n");
  const std::string edges = file_with("edges.csv", "v,i,j\n1,0,1\n1,1,2\n1,1,3\n");
  const Scenario s = scenario_from(
      "[time]\nmonths = 60\n[world]\nfrom = \"files\"\nhouseholds = \"nodes.csv\"\nselect = 1\n"
      "[world.columns]\nattitude = \"attitude\"\n[network]\nedges = \"edges.csv\"\n[attitude]\nlambda = 0.7\npoor_shift = 0\n"
      "[models]\nfacilitation = \"none\"\n");
  const World world = world_of(s);
  const Scenario* one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  while (simulation.month() < 60) simulation.step();
  Eigen::Matrix4d w;
  w << 0, 1, 0, 0, 1 / 3.0, 0, 1 / 3.0, 1 / 3.0, 0, 1, 0, 0, 0, 1, 0, 0;
  const Eigen::Vector4d x0{1, 0, 0.5, 0.2};
  const Eigen::Vector4d x = (Eigen::Matrix4d::Identity() - 0.7 * w).inverse() * (0.3 * x0);
  for (Household h = 0; h < 4; ++h)
    EXPECT_NEAR(double{simulation.ward(0, 0).now(column::attitude, h)}, x[h], 1e-5);
}

TEST(Si, FollowsTheLogisticCurveOnACompleteGraph) {  // K1 with q = beta / N a month
  const Scenario s = scenario_from(
      "[time]\nmonths = 20\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 1000\n[network]\ngenerator = \"erdos-renyi\"\n"
      "degree = 999\n[models]\nsocialization = \"si\"\n[socialization]\nq = 0.0001\noutside = 0\n");
  double mean = 0, from = 0;
  for (std::uint32_t r = 0; r < 20; ++r) {
    World world = world_of(s, 5, r);
    for (Household h = 0; h < world.rows(); ++h) world.leader[h] = h < 50 ? 1.0f : 0.0f;
    const Scenario* one = &s;
    const auto series = run(world, {&one, 1}, all_models(), Order::one_by_one, [] { return true; });
    from = value(series[0], 0, "informed");
    mean += value(series[0], 20, "informed") / 20;
  }
  EXPECT_EQ(from, 0.05);
  // The discrete recursion i' = i + (1 - i)(1 - (1 - q)^(N i)).
  double i = 0.05;
  for (int t = 0; t < 20; ++t) i += (1 - i) * (1 - std::pow(1 - 0.0001, 1000 * i));
  EXPECT_NEAR(mean, i, 0.02);
}

TEST(WordOfMouth, SpreadsByTheRuleOfThePaper) {  // K10: path 0-1-2, who tells is not a participant;
                                                 // chance 1 - (1 - q) after a step
  file_with("nodes.csv", "v,row,leader\n1,0,1\n1,1,0\n1,2,0\n");
  file_with("edges.csv", "v,i,j\n1,0,1\n1,1,2\n");
  const Scenario s = scenario_from(
      "[time]\nmonths = 3\n[world]\nfrom = \"files\"\nhouseholds = \"nodes.csv\"\n[world.columns]\nleader = \"leader\"\n"
      "[network]\nedges = \"edges.csv\"\n[models]\nparticipation = \"plain-logit\"\n[socialization]\nq_participant = 0.3\nq_other = 0.3\n"
      "telling_lasts = inf\nmeetings = 0\nheads_tell = 0\n");
  double first = 0, second = 0;
  const int runs = 4000;
  for (std::uint32_t r = 0; r < runs; ++r) {
    const World world = world_of(s, 11, r);
    const Scenario* one = &s;
    const auto series = run(world, {&one, 1}, all_models(), Order::one_by_one, [] { return true; });
    first += value(series[0], 1, "informed") * 3 - 1;
    second += value(series[0], 2, "informed") * 3 - 1;
  }
  EXPECT_NEAR(first / runs, 0.3, 4 * std::sqrt(0.21 / runs));
  // After two months: node 1 with 0.51; node 2 with 0.3 * 0.3.
  EXPECT_NEAR(second / runs, 0.51 + 0.09, 4 * std::sqrt(0.4 / runs));
}

TEST(RoundRobin, KeepsCapacityAtItsFixedPointUnderMonthlyVisits) {  // K22: eta .3, delta .05, k = 1
  const Scenario s = scenario_from(
      "[world]\nrw_per_ward = 1\nrt_per_rw = 1\n[programme]\nexit = 1200\n[facilitation]\neta = 0.3\ndelta = 0.05\nmost_visits = 1\n"
      "after_disbursement = 1\nhours = 300\n");
  const World world = world_of(s);
  const Scenario* one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  Group group;
  group.founder = 0, group.rt = 0;
  group.members.resize(3);
  simulation.ward(0, 0).add(group);
  for (int month = 0; month < 200; ++month) simulation.step_slot(Slot::facilitation);
  EXPECT_NEAR(simulation.ward(0, 0).groups[0].capacity, 0.895522388, 1e-6);
}

TEST(StagedDelays, HasTheMeanAndTheTailOfAnErlang) {  // K26: four exponential stages of 2.5 months
  const Scenario s = scenario_from(
      "[world]\nwards_per_area = 1000\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 1\n[coordination]\nstages = 4\nstage_mean = 2.5\n"
      "shape = 1\n[network]\ngenerator = \"none\"\n");
  const World world = world_of(s);
  const Scenario* one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  double sum = 0, beyond = 0;
  for (std::uint32_t w = 0; w < 1000; ++w) {
    const Tranche& first = simulation.ward(w, 0).tranches[0];
    sum += first.arrives - first.planned;
    beyond += first.arrives - first.planned > 19.384141 ? 1 : 0;
  }
  EXPECT_NEAR(sum / 1000, 10, 4 * 5 / std::sqrt(1000.0));
  EXPECT_NEAR(beyond / 1000, 0.05, 4 * std::sqrt(0.05 * 0.95 / 1000));
}

struct Accuracy {
  std::string correlation;
  double exclusion;
};
std::ostream& operator<<(std::ostream& out, const Accuracy& a) {
  return out << "correlation " << a.correlation;
}

class RankingOfAKnownAccuracy : public testing::TestWithParam<Accuracy> {};

TEST_P(
    RankingOfAKnownAccuracy,
    MissesThePoorAsABivariateNormalDoes) {  // K29: poverty = quota = 0.3, one ranker who knows all
  const Scenario s = scenario_from(
      "[time]\nmonths = 4\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20000\npoor = 0.3\nelite = 0\nsegregation = 0\n"
      "[network]\ngenerator = \"none\"\n[targeting]\nrankers = 1\nknown_near = 1\nknown_far = 1\nquota = 0.3\n[welfare]\nchurn = 0\n",
      {"targeting.accuracy=" + GetParam().correlation});
  EXPECT_NEAR(value(series_of({s})[0], 4, "exclusion_error"), GetParam().exclusion, 0.02);
}

INSTANTIATE_TEST_SUITE_P(K29, RankingOfAKnownAccuracy,
                         testing::Values(Accuracy{"0", 0.7}, Accuracy{"0.5", 0.477442},
                                         Accuracy{"0.70710678", 0.360423}, Accuracy{"1", 0.0}));

TEST(RandomAudits, LeaksAsOlkenMeasured) {  // K25: 27.7 % at the base rate, 19.2 % where an audit
                                            // is sure and believed
  const std::string base =
      "[time]\nmonths = 12\n[programme]\ntranche_months = [1]\ntranches = [1]\n[models]\ncoordination = \"on-time\"\n[world]\nrw_per_ward = 1\n"
      "[supervision]\nannouncement = 1\nprior_years = 50\n";
  EXPECT_NEAR(value(series_of({scenario_from(base)})[0], 1, "leakage"), 0.277, 0.002);
  EXPECT_NEAR(
      value(series_of({scenario_from(base, {"supervision.audit_probability=1"})})[0], 1, "leakage"),
      0.192, 0.002);
}

// S20: half of leakage from wages, a quarter of the money, is stopped; half of that moves to
// materials, so that 15/16 leak: -1.7 points. Where nothing moves, 7/8: -3.5.
TEST(RandomAudits, MoveLeakageFromWagesToMaterialsUnderMonitoring) {
  const auto leaked = [](const std::vector<std::string>& set) {
    return value(
        series_of({scenario_from(
            "[time]\nmonths = 12\n[programme]\ntranche_months = [1]\ntranches = [1]\n[models]\n"
            "coordination = \"on-time\"\n[world]\nrw_per_ward = 1\n"
            "[supervision]\naudit_probability = 0\nbase_audit = 0\n",
            set)})[0],
        1, "leakage");
  };
  EXPECT_NEAR(leaked({}), 0.277, 1e-9);
  EXPECT_NEAR(leaked({"supervision.community_monitoring=1"}), 0.277 * 15 / 16, 1e-9);
  EXPECT_NEAR(leaked({"supervision.community_monitoring=1", "supervision.displaced=0"}),
              0.277 * 7 / 8, 1e-9);
}

TEST(StrategicRepayment, GetsEverythingBackFromThoseWhoMustAndNothingFromThoseWhoWont) {
  const std::vector<std::string> safe{"models.lending=strategic-repayment", "lending.bankrupt=0",
                                      "lending.moved=0", "lending.died=0", "world.dishonest=0"};
  auto must = safe, wont = safe;
  must.push_back("lending.next_loan=3"), must.push_back("lending.no_next_loan=1"),
      must.push_back("lending.norm=3");
  wont.push_back("lending.next_loan=0"), wont.push_back("lending.no_next_loan=0"),
      wont.push_back("lending.norm=0");
  wont.push_back("lending.social=0"), wont.push_back("lending.penalty=0"),
      wont.push_back("lending.ward_sd=0"), wont.push_back("lending.cover=0");
  const auto series = series_of({scenario_from(small_ward, must), scenario_from(small_ward, wont)});
  EXPECT_GT(value(series[0], 30, "recovery"), 0.999);
  EXPECT_LT(value(series[1], 30, "recovery"), 0.03);
  EXPECT_EQ(value(series[1], 30, "unwilling_share"), 1);
}

TEST(LogConsumption, KeepsTheSpreadOfTheCrossSection) {
  const Scenario s = scenario_from("[time]\nmonths = 120\n[models]\nlending = \"none\"\n");
  const Series series = series_of({s})[0];
  EXPECT_NEAR(value(series, 120, "gini"), value(series, 0, "gini"), 0.006);
}

TEST(PeerShare, SettlesAtTheMeanFieldsFixedPoint) {
  const Scenario s = scenario_from(
      "extends = \"" SWADAYA_SOURCE_DIR
      "/scenarios/teaching/participation.toml\"\n[time]\nmonths = 40\n[world]\nhouseholds_per_rt = 20000\n"
      "[network]\ngenerator = \"erdos-renyi\"\ndegree = 200\n",
      {"participation.b_share=2"});
  double m = 0.1;
  for (int i = 0; i < 200; ++i) {
    double mean = 0;
    for (int k = 0; k < 1000; ++k)
      mean += 1 / (1 + std::exp(2 - 2 * m - (2 * (k + 0.5) / 1000 - 1)));
    m = mean / 1000;
  }
  EXPECT_NEAR(value(series_of({s})[0], 40, "participation"), m, 0.015);
}

}  // namespace swadaya
