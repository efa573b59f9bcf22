// Jobs on other ranks: rank 0 hands them out, the others serve.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "sim/jobs/jobs.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/jobs/wire.hpp"
#include "sim/month/behaviour.hpp"

namespace swadaya {

// One experiment's jobs on the other ranks, seen from rank 0 (from the thread that made the ranks).
class FarJobs {
 public:
  struct How {
    std::size_t threads;      // of each rank; 0: its own share
    bool threads_share_jobs;  // where there are fewer jobs than threads
  };
  FarJobs(Ranks& ranks, const Experiment& experiment, How how);
  ~FarJobs();  // tells the others that it's over: they drop what they still work on
  FarJobs(const FarJobs&) = delete;
  FarJobs& operator=(const FarJobs&) = delete;

  // How many jobs all ranks, this one too, work on at a time.
  static std::size_t slots(const Ranks& ranks, How how);

  std::size_t handed_out() const;
  // The rank that ought to get the next job, the least busy one first: with `waiting` jobs left,
  // some are sent ahead so that none waits for the post; with few left, none is, so that all have
  // some. 0 where nobody needs one.
  int next_rank(std::size_t waiting) const;
  // `began` is told of a job when its rank comes to it.
  void give(int rank, std::size_t number, const Job& job,
            const std::function<void(std::size_t)>& began);
  // A job that has ended, if any. Throws what ended a rank's work.
  std::optional<Ended> ended(const std::function<void(std::size_t)>& began);

 private:
  struct Far {
    std::size_t slots = 1;
    std::deque<std::size_t> jobs;  // numbers, in the order in which they were given
  };
  Ranks& ranks_;
  std::uint64_t round_;
  std::vector<Far> far_;  // by rank; the first is this one's and empty
};

// What the other ranks do until rank 0 is done: `own` makes the program's own models.
void serve(Ranks& ranks, const std::function<std::vector<Entry>()>& own);

}  // namespace swadaya
