// Runs an experiment's jobs: who works them off, what becomes of each one's series.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/jobs/jobs.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/month/simulation.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

class Ranks;  // sim/jobs/ranks.hpp

// How far the jobs of a run are.
struct Advance {
  std::size_t done, all;                 // jobs
  double share;                          // of their cost that is done
  std::function<double()> seconds_left;  // that the rest will take, `cost_after` too
  const char* of = "jobs";               // what is counted
};

struct Work {
  std::size_t threads = 0;  // of each process; 0: all
  // Other processes that take jobs too; this one leads them. nullptr: there are none.
  Ranks* ranks = nullptr;
  std::vector<Finished> done{};  // what is stored already and need not run again
  std::function<bool()> go_on = [] { return true; };  // asked each month
  // Given where a replicate stands after the month of `experiment.checkpoint` (any thread).
  std::function<void(std::uint32_t replicate, const World&, const History&)> keep = [](auto, auto&,
                                                                                       auto&) {};
  // Told of each variant and replicate in which a model failed, and the rest goes on (any thread).
  // Without it, `run_jobs` throws the first failure.
  std::function<void(const Job&, const ModelFailure&)> failed;
  std::function<void(const Advance&)> progress = [](auto&) {};  // after each job, one at a time
  double cost_after = 0;  // of what one thread does when all jobs are done, as `cost_of` counts
};

// Runs all jobs but for what is done and hands each one's series to `sink` (any thread). Jobs are
// begun in the order of `jobs_of`. What the variants of a world share before they part
// (`experiment.branch_at`) is run once a world on each rank that works for it; a run that keeps a
// checkpoint stays on this rank. False where it was stopped.
bool run_jobs(const Experiment& experiment, const Catalogue& catalogue, const Work& work,
              const std::function<void(const Job&, const std::vector<Series>&)>& sink);

}  // namespace swadaya
