#include "sim/jobs/run_jobs.hpp"

// Jobs worked off by the threads of one process; tests/tool/ranks.cpp has several.
#include <atomic>
#include <mutex>
#include <set>

#include "sim/jobs/jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(RunJobs, LeaveABalancedDesignWhenStopped) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 8\n[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 32 }\n");
  Work work;
  work.threads = 2;
  std::mutex mutex;
  std::vector<int> stored(e.replicates, 0);
  std::atomic<int> left = 7;  // jobs, of 16
  work.go_on = [&] { return left > 0; };
  EXPECT_FALSE(run_jobs(e, all_models(), work, [&](const Job& job, const std::vector<Series>&) {
    const std::lock_guard guard{mutex};
    ++stored[job.replicate];
    --left;
  }));
  EXPECT_EQ(std::vector<int>(stored.begin(), stored.begin() + 3), (std::vector<int>{2, 2, 2}));
}

TEST(RunJobs, TellTheShareOfTheirCost) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 3\n[[variant]]\nname = \"small\"\n[[variant]]\nname = \"large\"\n"
      "set = { \"world.households_per_rt\" = 120 }\n");
  const std::vector<Job> jobs = jobs_of(e);
  ASSERT_EQ(jobs.size(), 6u);
  EXPECT_DOUBLE_EQ(cost_of(jobs[1], e), 3 * cost_of(jobs[0], e));
  Work work;
  work.threads = 1;
  std::vector<double> shares;
  work.progress = [&](const Advance& advance) {
    shares.push_back(advance.share);
    EXPECT_TRUE(std::isfinite(advance.seconds_left()));
  };
  EXPECT_TRUE(run_jobs(e, all_models(), work, [](const Job&, const std::vector<Series>&) {}));
  ASSERT_EQ(shares.size(), 6u);
  EXPECT_NEAR(shares[0], 1.0 / 12, 1e-12);
  EXPECT_NEAR(shares[1], 4.0 / 12, 1e-12);
  EXPECT_NEAR(shares[5], 1, 1e-12);
}

TEST(RunJobs, LeavesOutWhatIsDoneAndGivesTheRestTheSameBits) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
          "[experiment]\nreplicates = 3\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
          "set = { \"lending.norm\" = 0.1 }\n[[variant]]\nname = \"c\"\nset = { \"lending.norm\" = 0.9 }\n",
      {"time.months=6"});
  using Done = std::set<std::pair<std::size_t, std::uint32_t>>;
  const auto run_without = [&](const Done& done) {
    std::map<std::pair<std::size_t, std::uint32_t>, Series> all;
    std::mutex mutex;
    Work work;
    work.threads = 2;
    for (const auto& [v, r] : done) work.done.push_back({v, r});
    EXPECT_TRUE(run_jobs(e, all_models(), work, [&](const Job& job, const auto& series) {
      const std::lock_guard guard{mutex};
      for (std::size_t i = 0; i < series.size(); ++i)
        EXPECT_TRUE(all.emplace(std::pair{job.variants[i], job.replicate}, series[i]).second);
    }));
    return all;
  };
  const auto whole = run_without({});
  EXPECT_EQ(whole.size(), 9u);
  const Done done{{0, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}};
  const auto rest = run_without(done);
  EXPECT_EQ(rest.size(), 4u);
  for (const auto& [key, series] : rest) {
    EXPECT_FALSE(done.contains(key));
    EXPECT_TRUE(same_bits(series, whole.at(key)));
  }
}

TEST(RunJobs, WhatASinkThrowsEndsTheRun) {
  const Experiment e = experiment_from(small_ward + std::string{"[experiment]\nreplicates = 20\n"},
                                       {"time.months=3"});
  Work work;
  work.threads = 2;
  std::atomic<int> stored = 0;
  EXPECT_THROW(run_jobs(e, all_models(), work,
                        [&](const Job&, const std::vector<Series>&) {
                          if (++stored == 2) throw MachineFailure{"the disk is full"};
                        }),
               MachineFailure);
  EXPECT_LT(stored, 20);
}

}  // namespace swadaya
