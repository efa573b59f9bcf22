#include "sim/base/parallel.hpp"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace swadaya {

TEST(Parallel, EachPieceIsDoneOnceInEveryOrder) {
  for (const Order order : {Order::one_by_one, Order::backwards, Order::parallel})
    for (const std::size_t count : {0u, 1u, 1000u}) {
      std::vector<std::atomic<int>> done(count);
      with_threads(4, [&] { for_each(count, order, [&](std::size_t i) { ++done[i]; }); });
      for (const auto& times : done) EXPECT_EQ(times, 1);
    }
}

TEST(Parallel, OrdersAreWhatTheySay) {
  std::vector<std::size_t> expected(20), seen;
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  for_each(20, Order::one_by_one, [&](std::size_t i) { seen.push_back(i); });
  EXPECT_EQ(seen, expected);
  seen.clear();
  for_each(20, Order::backwards, [&](std::size_t i) { seen.push_back(i); });
  EXPECT_EQ(seen, std::vector<std::size_t>(expected.rbegin(), expected.rend()));
  seen.clear();
  with_threads(1,
               [&] { for_each(20, Order::parallel, [&](std::size_t i) { seen.push_back(i); }); });
  EXPECT_EQ(seen, expected);  // begun in order
}

// A run cut short must leave the first replicates whole, not some of each: what is under way are
// neighbours.
TEST(Parallel, PiecesAreBegunInOrderOnAnyNumberOfThreads) {
  const std::size_t count = 400;
  for (const std::size_t threads : {1, 2, 5}) {
    std::atomic<std::size_t> begun = 0;
    std::atomic<bool> in_order = true;
    with_threads(threads, [&] {
      for_each(count, Order::parallel, [&](std::size_t i) {
        const std::size_t position = begun++;
        // All before it are begun but for those that other threads hold and haven't counted yet.
        if (i > position + threads) in_order = false;
      });
    });
    EXPECT_TRUE(in_order) << threads;
    EXPECT_EQ(begun, count);
  }
}

TEST(Parallel, TheFirstExceptionEndsItAndIsThrownOn) {
  for (const Order order : {Order::one_by_one, Order::backwards, Order::parallel}) {
    std::atomic<int> done = 0;
    const auto work = [&](std::size_t i) {
      if (i == 500) throw std::runtime_error{"piece 500"};
      ++done;
    };
    try {
      with_threads(1, [&] { for_each(1000, order, work); });
      ADD_FAILURE() << "nothing was thrown";
    } catch (const std::runtime_error& e) {
      EXPECT_STREQ(e.what(), "piece 500");
    }
    EXPECT_LE(done, 500);
  }
}

TEST(Parallel, GrantsTheThreadsThatAreAskedFor) {
  // Three that wait for each other meet only where three run at once.
  std::atomic<int> here = 0, met = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
  with_threads(3, [&] {
    for_each(3, Order::parallel, [&](std::size_t) {
      ++here;
      while (here < 3 && std::chrono::steady_clock::now() < end) std::this_thread::yield();
      met += here == 3 ? 1 : 0;
    });
  });
  EXPECT_EQ(met, 3);
  EXPECT_GE(threads_available(), 1u);
  EXPECT_GE(cores_of_machine(), threads_available());
}

}  // namespace swadaya
