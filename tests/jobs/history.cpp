#include "sim/jobs/history.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace swadaya {

// As a rank does that is handed one job after the other.
TEST(Histories, AreKeptForTheLatestWorldsWhereNobodyKnowsTheJobs) {
  Histories histories{2};
  std::size_t runs = 0;
  const auto asked = [&](std::uint32_t replicate) {
    const Job job{replicate, {0}, 0};
    EXPECT_TRUE(histories.of(job, [&] {
      ++runs;
      return std::optional<History>{History{}};
    }));
    histories.end(job);
    return runs;
  };
  EXPECT_EQ(asked(0), 1u);
  EXPECT_EQ(asked(1), 2u);
  EXPECT_EQ(asked(0), 2u);
  EXPECT_EQ(asked(1), 2u);
  EXPECT_EQ(asked(2), 3u);  // and 0 is gone
  EXPECT_EQ(asked(1), 3u);
  EXPECT_EQ(asked(0), 4u);
}

TEST(Histories, AreRunOnceAWorldAndForgottenBehindTheLastJob) {
  const Job first{0, {0}, 0}, second{0, {1}, 0}, other{1, {0}, 0};
  Histories histories{{first, second, other}};
  int runs = 0;
  const auto run = [&] {
    ++runs;
    return std::optional<History>{History{}};
  };
  std::weak_ptr<const History> shared = histories.of(first, run);
  EXPECT_EQ(histories.of(second, run), shared.lock());
  EXPECT_EQ(runs, 1);
  EXPECT_NE(histories.of(other, run), nullptr);
  EXPECT_EQ(runs, 2);
  histories.end(first);
  EXPECT_FALSE(shared.expired());
  histories.end(second);
  EXPECT_TRUE(shared.expired());
}

TEST(Histories, JobsOfAWorldWaitForTheOneThatRuns) {
  const std::vector<Job> jobs(4, Job{0, {0}, 0});
  Histories histories{jobs};
  std::atomic<int> runs = 0, got = 0;
  std::vector<std::thread> threads;
  for (const Job& job : jobs)
    threads.emplace_back([&] {
      got += histories.of(job, [&] {
        ++runs;
        std::this_thread::yield();
        return std::optional<History>{History{}};
      }) != nullptr;
    });
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(got, 4);
}

TEST(Histories, WhatEndedTheRunIsThrownAtEveryJob) {
  const Job first{0, {0}, 0}, second{0, {1}, 0};
  Histories histories{{first, second}};
  const auto fails = []() -> std::optional<History> { throw std::runtime_error{"month 3"}; };
  EXPECT_THROW(histories.of(first, fails), std::runtime_error);
  EXPECT_THROW(histories.of(second, [] { return std::optional<History>{History{}}; }),
               std::runtime_error);
  Histories stopped{{first}};
  EXPECT_EQ(stopped.of(first, [] { return std::optional<History>{}; }), nullptr);
}

}  // namespace swadaya
