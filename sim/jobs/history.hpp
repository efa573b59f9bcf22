// Histories that the jobs of one world share: run by the first that asks, forgotten behind the
// last, or where nobody knows which jobs will ask, behind those of newer worlds.
#pragma once

#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "sim/jobs/jobs.hpp"
#include "sim/month/simulation.hpp"

namespace swadaya {

class Histories {
 public:
  // `jobs`: all that will ask.
  explicit Histories(const std::vector<Job>& jobs);
  // `in_world_of`: how many will ask that are in this job's world.
  explicit Histories(std::function<std::size_t(const Job&)> in_world_of);
  // Keeps those of the `worlds` that were asked for first the latest, one at least.
  explicit Histories(std::size_t worlds);

  // Calls `run` unless the history is there; jobs of the same world wait for it meanwhile. nullptr
  // where it was stopped. What `run` throws, it throws at every job.
  std::shared_ptr<const History> of(const Job& job,
                                    const std::function<std::optional<History>()>& run);
  // To be called once a job that was known, whether or not it asked.
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
  std::shared_ptr<Shared> shared_by(const Job& job);
  std::mutex mutex_;  // over all below
  std::map<Key, std::shared_ptr<Shared>> all_;
  std::function<std::size_t(const Job&)> in_world_of_;  // none where nobody knows
  const std::size_t worlds_kept_;                       // 0 where all jobs are known
  std::deque<Key> order_;  // that worlds were first asked for, where they aren't
};

}  // namespace swadaya
