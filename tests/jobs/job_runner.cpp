#include "sim/jobs/job_runner.hpp"

#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string two_variants =
    std::string{small_ward} +
    "[experiment]\nreplicates = 2\nseed = 4\n[[variant]]\nname = \"a\"\n"
    "[[variant]]\nname = \"b\"\nset = { \"socialization.meetings\" = 6 }\n";

std::vector<Series> run_one(const Experiment& e, const Job& job, Order inside = Order::one_by_one) {
  Histories histories{{job}};
  JobRunner runner{e, all_models(), inside, histories};
  std::vector<Series> got;
  JobRunner::Sinks sinks;
  sinks.series = [&](const Job&, const std::vector<Series>& series) { got = series; };
  EXPECT_TRUE(runner.run(job, sinks, [] { return true; }));
  return got;
}

}  // namespace

TEST(JobRunner, GivesTheSeriesOfItsReplicatesWorld) {
  const Experiment e = experiment_from(two_variants, {"time.months=6"});
  const auto got = run_one(e, {1, {0, 1}, 0});
  ASSERT_EQ(got.size(), 2u);
  const World world = world_of(e.variants[0].scenario, 4, 1);
  const std::vector<const Scenario*> variants{&e.variants[0].scenario, &e.variants[1].scenario};
  const auto expected = run(world, variants, all_models(), Order::one_by_one, [] { return true; });
  EXPECT_TRUE(same_bits(got[0], expected[0]));
  EXPECT_TRUE(same_bits(got[1], expected[1]));
  EXPECT_FALSE(same_bits(got[0], got[1]));
  EXPECT_TRUE(same_bits(run_one(e, {1, {0, 1}, 0}, Order::parallel)[1], got[1]));
}

TEST(JobRunner, TakesTheWorldsThatAVariantBeginsWith) {
  Experiment e = experiment_from(two_variants, {"time.months=6"});
  const Series second = run_one(e, {1, {0}, 0})[0];
  e.variants[0].first_world = 1;
  EXPECT_TRUE(same_bits(run_one(e, {0, {0}, 0})[0], second));
}

TEST(JobRunner, AStoppedJobHasNoSeries) {
  const Experiment e = experiment_from(two_variants, {"time.months=6"});
  const Job job{0, {0, 1}, 0};
  Histories histories{{job}};
  JobRunner runner{e, all_models(), Order::one_by_one, histories};
  JobRunner::Sinks sinks;
  sinks.series = [](const Job&, const std::vector<Series>&) { ADD_FAILURE(); };
  int months = 0;
  EXPECT_FALSE(runner.run(job, sinks, [&] { return ++months < 4; }));
}

TEST(JobRunner, KeepsWhereAReplicateStandsAtTheCheckpoint) {
  Experiment e = experiment_from(small_ward, {"time.months=6"});
  const Series plain = run_one(e, {0, {0}, 0})[0];
  e.checkpoint = 4;
  const Job job{0, {0}, 0};
  Histories histories{{job}};
  JobRunner runner{e, all_models(), Order::one_by_one, histories};
  JobRunner::Sinks sinks;
  Series got;
  std::optional<History> kept;
  sinks.series = [&](const Job&, const std::vector<Series>& series) { got = series[0]; };
  sinks.keep = [&](std::uint32_t, const World&, const History& history) { kept = history; };
  EXPECT_TRUE(runner.run(job, sinks, [] { return true; }));
  EXPECT_TRUE(same_bits(got, plain));
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->month, 4);
}

}  // namespace swadaya
