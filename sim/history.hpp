// Histories that the jobs of one world share: run by the first that asks, forgotten behind the
// last.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "sim/jobs.hpp"
#include "sim/simulation.hpp"

namespace swadaya {

class Histories {
 public:
  // `jobs`: all that will ask.
  explicit Histories(const std::vector<Job>& jobs);

  // Calls `run` unless the history is there; jobs of the same world wait for it meanwhile. nullptr
  // where it was stopped. What `run` throws, it throws at every job.
  std::shared_ptr<const History> of(const Job& job,
                                    const std::function<std::optional<History>()>& run);
  // To be called once a job, whether or not it asked.
  void end(const Job& job);

 private:
  struct Shared {
    std::mutex running;
    bool has_run = false;
    std::shared_ptr<const History> history;
    std::exception_ptr failure;
    std::size_t jobs_left = 0;
  };
  using Key = std::pair<std::size_t, std::uint32_t>;  // world and replicate
  std::mutex mutex_;                                  // over the map
  std::map<Key, std::shared_ptr<Shared>> all_;
};

}  // namespace swadaya
