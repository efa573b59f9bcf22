// On a clock of the test's own: jobs take what they cost, slots take the next job when they are
// free.
#include "sim/jobs/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace swadaya {

namespace {

struct Stretch {
  double share_of_time;  // gone when asked
  double off;            // |said - true| / true
};

Forecast::Costs costs_of(const std::vector<double>& costs) {
  return {costs.size(), [costs](std::size_t job) { return costs.at(job); },
          std::accumulate(costs.begin(), costs.end(), 0.0)};
}

// Plays jobs on slots, `seconds` a unit of cost, and asks after each job that ends.
std::vector<Stretch> played(const std::vector<double>& costs, std::size_t slots, double after,
                            double seconds) {
  Forecast forecast{costs_of(costs), slots, after};
  struct Busy {
    double until;
    std::size_t job;
  };
  std::vector<Busy> busy;
  std::vector<std::pair<double, double>> said;  // when, and what
  std::size_t next = 0;
  double now = 5;
  while (next < costs.size() || !busy.empty()) {
    while (busy.size() < slots && next < costs.size()) {
      forecast.began(next, now);
      busy.push_back({now + costs[next] * seconds, next});
      ++next;
    }
    const auto first = std::min_element(
        busy.begin(), busy.end(), [](const Busy& a, const Busy& b) { return a.until < b.until; });
    now = first->until;
    forecast.ended(first->job, now);
    busy.erase(first);
    said.emplace_back(now, forecast.seconds_left(now));
  }
  const double end = now + after * seconds;
  std::vector<Stretch> all;
  for (const auto& [when, left] : said)
    if (end > when)
      all.push_back({(when - 5) / (end - 5), std::abs(left - (end - when)) / (end - when)});
  return all;
}

double worst_after_a_tenth(const std::vector<Stretch>& all) {
  double worst = 0;
  for (const Stretch& s : all)
    if (s.share_of_time >= 0.1) worst = std::max(worst, s.off);
  return worst;
}

}  // namespace

TEST(Forecast, KnowsNothingBeforeTheFirstJobHasEnded) {
  Forecast forecast{costs_of({1, 1}), 1, 0};
  forecast.began(0, 0);
  EXPECT_TRUE(std::isinf(forecast.seconds_left(3)));
  EXPECT_EQ(forecast.share(), 0);
  forecast.ended(0, 4);
  EXPECT_EQ(forecast.share(), 0.5);
  EXPECT_DOUBLE_EQ(forecast.seconds_left(4), 4);
  forecast.began(1, 4);
  EXPECT_DOUBLE_EQ(forecast.seconds_left(5), 3);
  EXPECT_DOUBLE_EQ(forecast.seconds_left(100), 0);  // a job that takes longer than it ought to
}

TEST(Forecast, IsRightForEqualJobsOnManySlots) {
  for (const std::size_t slots : {1, 2, 8, 64})
    EXPECT_LT(worst_after_a_tenth(played(std::vector<double>(100, 3.0), slots, 0, 0.7)), 0.05)
        << slots;
}

TEST(Forecast, WeighsJobsOfUnequalSizeByTheirCost) {
  // Large worlds last, hundred times the small ones: counting jobs would be wrong by far.
  std::vector<double> costs(200, 1.0);
  costs.insert(costs.end(), 50, 100.0);
  for (const std::size_t slots : {1, 2, 8})
    EXPECT_LT(worst_after_a_tenth(played(costs, slots, 0, 0.01)), 0.05) << slots;
  std::mt19937 random{3};
  std::lognormal_distribution<double> size{0, 1};
  for (int round = 0; round < 20; ++round) {
    std::vector<double> any(300);
    for (double& cost : any) cost = size(random);
    EXPECT_LT(worst_after_a_tenth(played(any, 4, 0, 2)), 0.05);
  }
}

TEST(Forecast, CountsWhatComesAfterTheJobs) {
  EXPECT_LT(worst_after_a_tenth(played(std::vector<double>(50, 1.0), 2, 10, 1)), 0.05);
}

// However many jobs wait, the last few alone are looked at.
TEST(Forecast, AsksForTheCostsOfFewJobs) {
  std::size_t asked = 0;
  Forecast forecast{{1'000'000'000, [&](std::size_t) { return ++asked, 2.0; }, 2e9}, 4, 0};
  forecast.began(0, 0);
  forecast.ended(0, 1);
  EXPECT_NEAR(forecast.seconds_left(1), 999'999'999 / 4.0, 1);
  EXPECT_LT(asked, 100u);
}

TEST(Forecast, SpreadsALongListEvenly) {
  std::vector<double> costs(5000, 1.0);
  for (std::size_t i = 0; i < costs.size(); i += 7) costs[i] = 5;
  EXPECT_LT(worst_after_a_tenth(played(costs, 8, 0, 1)), 0.2);
}

}  // namespace swadaya
