#include "sim/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <unistd.h>

namespace swadaya {

void for_each(std::size_t count, Order order, const std::function<void(std::size_t)>& work) {
  switch (order) {
    case Order::one_by_one:
      for (std::size_t i = 0; i < count; ++i) work(i);
      return;
    case Order::backwards:
      for (std::size_t i = count; i-- > 0;) work(i);
      return;
    case Order::parallel:
      // One piece at a time to whoever is free: pieces are few and large.
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
}

void with_threads(std::size_t threads, const std::function<void()>& work) {
  const std::size_t n = threads == 0 ? threads_available() : threads;
  // More threads than cores are granted too: results are tested for any number.
  const tbb::global_control limit{tbb::global_control::max_allowed_parallelism, n};
  tbb::task_arena arena{static_cast<int>(n)};
  arena.execute(work);
}

std::size_t cores_of_machine() {
  return static_cast<std::size_t>(std::max(sysconf(_SC_NPROCESSORS_ONLN), 1L));
}

std::size_t threads_available() {
  return static_cast<std::size_t>(tbb::info::default_concurrency());
}

}  // namespace swadaya
