#include "sim/jobs/jobs.hpp"

#include <fmt/format.h>
#include <tuple>

#include "tests/stage.hpp"

namespace swadaya {

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

TEST(Jobs, PutWorldsThatDifferIntoJobsOfTheirOwn) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 1\n[sweep.parameters]\n\"world.poor\" = { low = 0.1, high = 0.3, steps = 3 }\n"
      "\"lending.norm\" = [0.1, 0.2]\n");
  const std::vector<Job> jobs = jobs_of(e);
  ASSERT_EQ(jobs.size(), 3u);
  for (const Job& job : jobs) EXPECT_EQ(job.variants.size(), 2u);
}

// One by one the same as in a list, and what is done left out of jobs and of their costs.
TEST(Jobs, AreNumberedWithoutAList) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 3\n[sweep.parameters]\n\"world.poor\" = [0.1, 0.3]\n"
      "\"lending.norm\" = [0.1, 0.2, 0.3]\n");
  const std::vector<Job> all = jobs_of(e);
  const JobsLeft fresh{e, {}};
  ASSERT_EQ(fresh.planned(), all.size());
  EXPECT_EQ(fresh.count(), all.size());
  double cost = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Job job = fresh.job(i);
    EXPECT_EQ(std::tie(job.replicate, job.variants, job.world),
              std::tie(all[i].replicate, all[i].variants, all[i].world));
    EXPECT_EQ(fresh.in_world_of(job), 1u);
    cost += cost_of(job, e);
  }
  EXPECT_DOUBLE_EQ(fresh.cost_of_all(), cost);
  const std::size_t a = all[0].variants[0], b = all[0].variants[1], c = all[0].variants[2];
  const JobsLeft rest{e, {{a, 1}, {b, 1}, {c, 1}, {b, 2}}};
  EXPECT_EQ(rest.count(), all.size() - 1);
  EXPECT_FALSE(rest.has(2));
  EXPECT_EQ(rest.cost(2), 0);
  EXPECT_EQ(rest.job(4).variants, (std::vector<std::size_t>{a, c}));
  EXPECT_DOUBLE_EQ(rest.cost_of_all(),
                   cost - 2 * cost_of(all[2], e) + cost_of({2, {a, c}, all[4].world}, e));
}

// A million worlds of twenty variants cost nothing before they run.
TEST(Jobs, OfAMillionWorldsTakeNoRoom) {
  Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\n[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 20 }\n");
  e.replicates = 1'000'000;
  const JobsLeft jobs{e, {{3, 999'999}}};
  EXPECT_EQ(jobs.count(), 2'000'000u);
  EXPECT_EQ(jobs.of_a_replicate().size(), 2u);
  EXPECT_EQ(jobs.job(1'999'999).replicate, 999'999u);
  EXPECT_EQ(jobs.job(1'999'998).variants.size(), 15u);
}

// v variants of a job cost 4 + v a household and month, and drawing the world 32 a household.
TEST(Jobs, CostMoreTogetherThanOneButLessThanApart) {
  const auto cost_of_a_month = [](std::size_t variants) {
    const Job job{0, std::vector<std::size_t>(variants, 0), 0};
    const auto over = [&](int months) {
      return cost_of(job, experiment_from(small_ward, {fmt::format("time.months={}", months)}));
    };
    const double a_month = (over(40) - over(30)) / 10;
    EXPECT_DOUBLE_EQ(over(30) - 30 * a_month, 240 * 32.0) << variants;
    return a_month;
  };
  EXPECT_DOUBLE_EQ(cost_of_a_month(1), 240 * 5.0);
  EXPECT_DOUBLE_EQ(cost_of_a_month(3), 240 * 7.0);
  EXPECT_DOUBLE_EQ(cost_of_a_month(16), 240 * 20.0);
}

TEST(Jobs, RunInBatchesThatFitIntoAPackAndLeaveNobody) {
  for (std::size_t n = 1; n <= 100; ++n) {  // a job has up to 16
    std::size_t left = n;
    while (left > 0) {
      const std::size_t batch = batch_of(left);
      ASSERT_TRUE(batch >= 1 && batch <= left && batch <= 16) << n;
      left -= batch;
    }
  }
}

}  // namespace swadaya
