#include "sim/jobs/jobs.hpp"

#include <fmt/format.h>

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
