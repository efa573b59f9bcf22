#include "sim/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <unistd.h>
#ifdef SWADAYA_PLAIN_THREADS
#include <exception>
#include <mutex>
#include <sched.h>
#include <thread>
#include <vector>
#else
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#endif

namespace swadaya {

namespace {

// One piece at a time to whoever is free: pieces are few and large.
#ifdef SWADAYA_PLAIN_THREADS
// For ThreadSanitizer, which sees races where there are none in a oneTBB that wasn't built with it.
thread_local std::size_t granted = 0;  // to this thread, for what it does in parallel; 0: all

void for_each_at_once(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto take = [&] {
    try {
      for (std::size_t i; (i = next++) < count;) work(i);
    } catch (...) {
      const std::lock_guard guard{mutex};
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  const std::size_t takers = std::min(count, granted == 0 ? threads_available() : granted);
  std::vector<std::thread> others;
  for (std::size_t taker = 1; taker < takers; ++taker)
    others.emplace_back([&] {
      granted = 1;
      take();
    });
  take();
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}
#else
void for_each_at_once(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto takers = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
  tbb::parallel_for(
      tbb::blocked_range<std::size_t>{0, std::min(count, takers), 1},
      [&](const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t taker = range.begin(); taker != range.end(); ++taker)
          for (std::size_t i; (i = next++) < count;) {
            if (tbb::is_current_task_group_canceling()) return;
            work(i);
          }
      },
      tbb::simple_partitioner{});
}
#endif

}  // namespace

void for_each(std::size_t count, Order order, const std::function<void(std::size_t)>& work) {
  switch (order) {
    case Order::one_by_one:
      for (std::size_t i = 0; i < count; ++i) work(i);
      return;
    case Order::backwards:
      for (std::size_t i = count; i-- > 0;) work(i);
      return;
    case Order::parallel:
      for_each_at_once(count, work);
  }
}

void with_threads(std::size_t threads, const std::function<void()>& work) {
  const std::size_t n = threads == 0 ? threads_available() : threads;
  // More threads than cores are granted too: results are tested for any number.
#ifdef SWADAYA_PLAIN_THREADS
  struct Granted {
    std::size_t before = granted;
    ~Granted() { granted = before; }
  } restored;
  granted = n;
  work();
#else
  const tbb::global_control limit{tbb::global_control::max_allowed_parallelism, n};
  tbb::task_arena arena{static_cast<int>(n)};
  arena.execute(work);
#endif
}

std::size_t cores_of_machine() {
  return static_cast<std::size_t>(std::max(sysconf(_SC_NPROCESSORS_ONLN), 1L));
}

std::size_t threads_available() {
#ifdef SWADAYA_PLAIN_THREADS
  cpu_set_t cores;
  const bool is_known = sched_getaffinity(0, sizeof cores, &cores) == 0;
  return is_known ? static_cast<std::size_t>(CPU_COUNT(&cores)) : cores_of_machine();
#else
  return static_cast<std::size_t>(tbb::info::default_concurrency());
#endif
}

}  // namespace swadaya
