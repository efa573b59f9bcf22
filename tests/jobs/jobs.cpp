#include <atomic>
#include <mutex>

#include "sim/base/parallel.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

// A run cut short must leave the first replicates whole, not some of each: what is under way are
// neighbours.
TEST(Jobs, AreBegunInOrderOnAnyNumberOfThreads) {
  const std::size_t count = 400;
  for (const std::size_t threads : {1, 2, 5}) {
    std::atomic<std::size_t> begun = 0;
    std::atomic<bool> in_order = true;
    with_threads(threads, [&] {
      for_each(count, Order::parallel, [&](std::size_t i) {
        const std::size_t position = begun++;
        if (i > position + threads || position > i + threads) in_order = false;
      });
    });
    EXPECT_TRUE(in_order) << threads;
    EXPECT_EQ(begun, count);
  }
}

// 240 households over 30 months, of which three variants share ten.
TEST(Jobs, CountTheHouseholdMonthsThatFiguresSay) {
  const std::string experiment =
      std::string{small_ward} +
      "[experiment]\nreplicates = 5\nbranch_at = 10\n[[variant]]\n"
      "name = \"a\"\n[[variant]]\nname = \"b\"\n[[variant]]\nname = \"c\"\n";
  EXPECT_EQ(household_months_of(experiment_from(experiment)), 5.0 * 240 * (10 + 3 * 20));
  const std::string households = file_with("households.csv", "id\n1\n2\n3\n");
  EXPECT_FALSE(household_months_of(
      experiment_from("[world]\nfrom = \"files\"\nhouseholds = \"" + households + "\"\n")));
}

TEST(Jobs, LeaveABalancedDesignWhenStopped) {
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

TEST(Jobs, TellTheShareOfTheirCost) {
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

TEST(Jobs, PutWorldsThatDifferIntoJobsOfTheirOwn) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 1\n[sweep.parameters]\n\"world.poor\" = { low = 0.1, high = 0.3, steps = 3 }\n"
      "\"lending.norm\" = [0.1, 0.2]\n");
  const std::vector<Job> jobs = jobs_of(e);
  ASSERT_EQ(jobs.size(), 3u);
  for (const Job& job : jobs) EXPECT_EQ(job.variants.size(), 2u);
}

TEST(Launch, IsReadFromWhatLaunchersSay) {
  const auto with = [](const std::vector<std::pair<const char*, const char*>>& variables) {
    for (const auto& [name, value] : variables) setenv(name, value, 1);
    const Launch found = launch();
    for (const auto& [name, value] : variables) unsetenv(name);
    return std::pair{found.processes, found.number};
  };
  EXPECT_EQ(with({}), (std::pair{1, 0}));
  EXPECT_EQ(with({{"OMPI_COMM_WORLD_SIZE", "4"}, {"OMPI_COMM_WORLD_RANK", "3"}}),
            (std::pair{4, 3}));
  EXPECT_EQ(with({{"PMI_SIZE", "2"}, {"PMI_RANK", "1"}}), (std::pair{2, 1}));
  EXPECT_EQ(with({{"SLURM_STEP_NUM_TASKS", "16"}, {"SLURM_PROCID", "5"}}), (std::pair{16, 5}));
  // A batch script: one process, however many tasks it may start.
  EXPECT_EQ(with({{"SLURM_NTASKS", "16"}, {"SLURM_PROCID", "0"}}), (std::pair{1, 0}));
  EXPECT_EQ(with({{"OMPI_COMM_WORLD_SIZE", "many"}}), (std::pair{1, 0}));
}

}  // namespace swadaya
