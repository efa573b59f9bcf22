// An experiment as jobs: one replicate of the variants that share a world, models and months.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/catalogue.hpp"
#include "sim/error.hpp"
#include "sim/outcome.hpp"
#include "sim/scenario.hpp"
#include "sim/simulation.hpp"

namespace swadaya {

struct Job {
  std::uint32_t replicate;
  std::vector<std::size_t> variants;  // indices into the experiment's; up to 16
  std::size_t world;                  // first of all variants that share its world
};

// Replicate by replicate over all groups of variants, so that a run cut short is balanced.
std::vector<Job> jobs_of(const Experiment& experiment);

struct Work {
  std::size_t threads = 0;  // 0: all
  // What is stored already and need not run again.
  std::function<bool(std::size_t variant, std::uint32_t replicate)> is_done = [](auto, auto) {
    return false;
  };
  std::function<bool()> go_on = [] { return true; };  // asked each month
  // Given where a replicate stands after the month of `experiment.checkpoint` (any thread).
  std::function<void(std::uint32_t replicate, const World&, const History&)> keep = [](auto, auto&,
                                                                                       auto&) {};
  // Told of each variant and replicate in which a model failed, and the rest goes on (any thread).
  // Without it, `run_jobs` throws the first failure.
  std::function<void(const Job&, const ModelFailure&)> failed;
  std::function<void(std::size_t done, std::size_t all)> progress = [](auto, auto) {
  };  // after each job, one at a time
};

// Runs all jobs but for what is done and hands each one's series to `sink` (any thread). What the
// variants of a world share before they part (`experiment.branch_at`) is run once a world. False
// where it was stopped.
bool run_jobs(const Experiment& experiment, const Catalogue& catalogue, const Work& work,
              const std::function<void(const Job&, const std::vector<Series>&)>& sink);

}  // namespace swadaya
