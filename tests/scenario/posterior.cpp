#include "sim/scenario/posterior.hpp"

#include "sim/base/statistics.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/drawn.hpp"

namespace swadaya {

namespace {

std::vector<std::vector<Series>> series_by_variant(const Experiment& e) {
  std::vector<std::vector<Series>> all(e.variants.size(), std::vector<Series>(e.replicates));
  run_jobs(e, all_models(), {}, [&](const Job& job, const std::vector<Series>& series) {
    for (std::size_t i = 0; i < job.variants.size(); ++i)
      all[job.variants[i]][job.replicate] = series[i];
  });
  return all;
}

const char* const two = "weight,socialization.q_other,lending.norm\n3,0.001,0.1\n1,0.2,0.9\n";

}  // namespace

TEST(Posterior, GivesEachReplicateADrawByItsWeight) {
  const Experiment e = over(two, 400);
  const Posterior& p = e.posterior;
  EXPECT_EQ(p.keys, (std::vector<std::string>{"socialization.q_other", "lending.norm"}));
  const auto first = std::count(p.draws.begin(), p.draws.end(), std::size_t{0});
  EXPECT_NEAR(static_cast<double>(first), 300, 4);  // evenly, not by chance
  EXPECT_EQ(std::get<double>(p.values(0).at("lending.norm")), p.sample.points[p.draws[0]][1]);
  // More replicates leave the first ones as they are.
  const Experiment less = over(two, 50);
  EXPECT_TRUE(
      std::equal(less.posterior.draws.begin(), less.posterior.draws.end(), p.draws.begin()));
}

TEST(Posterior, MovesAllVariantsOfAReplicateAlikeButForWhatTheySetThemselves) {
  const Experiment e = over(two);
  const auto all = series_by_variant(e);
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    const Values draw = e.posterior.values(r);
    for (const std::size_t v : {0u, 1u}) {
      Experiment alone = experiment_from(small_ward);
      alone.variants[0].scenario.values["socialization.q_other"] = draw.at("socialization.q_other");
      alone.variants[0].scenario.values["lending.norm"] =
          v == 0 ? draw.at("lending.norm") : Value{0.6};
      alone.variants[0].first_world = r;
      alone.replicates = 1;
      EXPECT_TRUE(same_bits(all[v][r], series_by_variant(alone)[0][0])) << v << ", " << r;
    }
  }
}

TEST(Posterior, WidensWhatReplicatesSpreadOver) {
  Experiment e = over(two);
  const auto spread = [](const Experiment& experiment) {
    std::vector<double> values;
    const auto all = series_by_variant(experiment);
    for (const Series& s : all[0]) values.push_back(value(s, 12, "informed"));
    return summary_of(values).sd;
  };
  const double with = spread(e);
  e.posterior = {};
  EXPECT_GT(with, 2 * spread(e));
}

TEST(Posterior, IsReadBackToTheBit) {
  WeightedSample sample;
  sample.points = {{1.0 / 3, 0.1 + 0.2}, {2.0 / 7, 1e-17}};
  sample.weights = {0.1, 2.0 / 3};
  const std::string csv = posterior_csv({"lending.norm", "lending.erosion"}, sample,
                                        {{"models.lending", "repayment-odds"}});
  EXPECT_TRUE(csv.starts_with("weight,lending.norm,lending.erosion,models.lending\n0.1,")) << csv;
  const Posterior p = over(csv).posterior;
  EXPECT_EQ(p.sample.points, sample.points);
  EXPECT_EQ(p.sample.weights, sample.weights);
  EXPECT_EQ(posterior_csv(p.keys, p.sample, p.models), csv);
}

TEST(Posterior, SaysWhatIsWrongWithItsFile) {
  for (const auto& [csv, part] : std::vector<std::pair<std::string, std::string>>{
           {"weight,lending.norn\n1,0.5\n", "nearest: lending.norm"},
           {"lending.norm\n0.5\nx\n", "draws.csv:3"},
           {"lending.norm\n99\n", "between 0 and 6"},
           {"weight,lending.norm\n-1,0.5\n", "must be a number from 0"},
           {"weight\n1\n", "a column a parameter"},
           {"world.sigma\n0.5\n", "what worlds are drawn from"},
           {"supervision.published\n1\n", "isn't a number"},
           {"lending.norm,models.targeting\n1,community-ranking\n1,random\n", "draws.csv:3"}}) {
    std::string said;
    try {
      over(csv);
    } catch (const BadInput& bad) {
      said = bad.what();
    }
    EXPECT_TRUE(has(said, part)) << csv << said;
  }
}

TEST(Posterior, LeavesAloneWhatOnlyCountsTheDraws) {
  const Posterior p = over("\"\",Weight,lending.norm\n1,3,0.1\n2,1,0.9\n").posterior;
  EXPECT_EQ(p.keys, (std::vector<std::string>{"lending.norm"}));
  EXPECT_EQ(p.sample.weights, (std::vector<double>{3, 1}));
  EXPECT_TRUE(has(said_by([&] { over("weight,lending.norm,lending.norm\n1,0.1,0.2\n"); }),
                  "lending.norm: two columns of the file have this name"));
}

}  // namespace swadaya
