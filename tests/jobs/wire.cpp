#include "sim/jobs/wire.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <mutex>

#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(Wire, CarriesAnExperimentThatRunsToTheSameBits) {
  Round round;
  round.number = 3;
  round.threads = 5;
  round.plugins = {"a.so", "b.so"};
  round.experiment = experiment_from(
      std::string{small_ward} +
      "[[event]]\nmonth = 9\nset = { \"socialization.attendance\" = 0.2 }\n"
      "[experiment]\nseed = 77\nreplicates = 2\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
      "set = { \"models.lending\" = \"hazard\" }\n[[variant]]\nname = \"c\"\n"
      "set = { \"world.poor\" = 0.3, \"programme.tranches\" = [0.5, 0.5], "
      "\"programme.tranche_months\" = [3, 8] }\n[[variant.event]]\nmonth = 12\n"
      "set = { \"lending.tau\" = 0.1 }\n[[variant]]\nname = \"d\"\nscale = { \"lending.norm\" = 0.5 }\n");
  const Round back = round_from(bytes_of(round));
  EXPECT_EQ(back.number, 3u);
  EXPECT_EQ(back.threads, 5u);
  EXPECT_EQ(back.plugins, round.plugins);
  ASSERT_EQ(back.experiment.variants.size(), 4u);
  for (std::size_t v = 0; v < 4; ++v) {
    EXPECT_EQ(back.experiment.variants[v].scales, round.experiment.variants[v].scales);
    EXPECT_EQ(back.experiment.variants[v].name, round.experiment.variants[v].name);
    EXPECT_EQ(back.experiment.variants[v].scenario.values,
              round.experiment.variants[v].scenario.values);
  }
  const auto series_of = [](const Experiment& experiment) {
    std::map<std::pair<std::size_t, std::uint32_t>, Series> all;
    std::mutex mutex;
    run_jobs(experiment, all_models(), {}, [&](const Job& job, const std::vector<Series>& some) {
      const std::lock_guard guard{mutex};
      for (std::size_t i = 0; i < some.size(); ++i) all[{job.variants[i], job.replicate}] = some[i];
    });
    return all;
  };
  const auto here = series_of(round.experiment), there = series_of(back.experiment);
  ASSERT_EQ(here.size(), 8u);
  ASSERT_EQ(there.size(), 8u);
  for (const auto& [place, series] : here) EXPECT_TRUE(same_bits(series, there.at(place)));
}

TEST(Wire, CarriesSeriesBitForBitAndFailuresInWords) {
  const Job job{4, {7, 9}, 7};
  Ended ended{2, 11, {}, {}};
  ended.series.push_back({job, {{1, {0.1, std::nan("1"), -0.0}}, {1, {1e-310, 3, 4}}}});
  ended.failures.push_back(
      {job, ModelFailure{"lending/hazard", "in `ward` of month 3", "why: so"}});
  const Ended back = ended_from(bytes_of(ended));
  EXPECT_EQ(back.round, 2u);
  EXPECT_EQ(back.number, 11u);
  ASSERT_EQ(back.series.size(), 1u);
  EXPECT_EQ(back.series[0].first.variants, job.variants);
  EXPECT_EQ(back.series[0].first.replicate, 4u);
  for (std::size_t i = 0; i < 2; ++i)
    EXPECT_TRUE(same_bits(back.series[0].second[i], ended.series[0].second[i]));
  ASSERT_EQ(back.failures.size(), 1u);
  EXPECT_STREQ(back.failures[0].second.what(), ended.failures[0].second.what());
  EXPECT_EQ(task_from(bytes_of(Task{1, 2, job})).job.world, 7u);
}

TEST(Wire, ThrowsTheSameErrorOnTheOtherSide) {
  const auto sent = [](const auto& error) {
    const Fault fault = fault_from(bytes_of(std::make_exception_ptr(error), 8));
    EXPECT_EQ(fault.round, 8u);
    raise(fault, "rank 3 on host");
  };
  try {
    sent(BadInput{Problem{"edges.csv", 3, 1, "from", "x", "must be a number", "or else"}});
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_STREQ(bad.what(), "edges.csv:3:1: from = x: must be a number; or else");
  }
  try {
    sent(MachineFailure{"the disk is full"});
    FAIL();
  } catch (const MachineFailure& failure) {
    EXPECT_STREQ(failure.what(), "rank 3 on host: the disk is full");
  }
  EXPECT_THROW(sent(std::bad_alloc{}), MachineFailure);
  EXPECT_THROW(sent(std::logic_error{"ours"}), std::logic_error);
}

TEST(Wire, RefusesAMessageThatIsCut) {
  Bytes bytes = bytes_of(Task{1, 2, {3, {4, 5}, 4}});
  bytes.resize(bytes.size() - 3);
  EXPECT_THROW(task_from(bytes), std::logic_error);
}

}  // namespace swadaya
