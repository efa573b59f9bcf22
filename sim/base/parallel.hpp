// Independent pieces of work, in any order and on any thread: their results must not show which.
#pragma once

#include <cstddef>
#include <functional>

namespace swadaya {

enum class Order {
  one_by_one,
  backwards,  // the last first: tests use it to prove that order doesn't matter
  parallel,   // begun in order, each by whoever is free
};

// Calls `work(i)` for each i below `count`. The first exception ends it and is thrown on.
void for_each(std::size_t count, Order order, const std::function<void(std::size_t)>& work);

// Runs `work` with at most this many threads (0: all that the machine has) for whatever it does in
// parallel.
void with_threads(std::size_t threads, const std::function<void()>& work);
std::size_t threads_available();  // that this process may use
std::size_t cores_of_machine();   // whoever may use them

}  // namespace swadaya
