// One sitting at a results folder: runs what is missing until all is done, a signal comes or the
// time is up.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/designs/beside.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/store.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/progress.hpp"

namespace swadaya::tool {

// Of all ranks.
std::size_t threads_of(const Options& options);

// What models failed in, while the rest goes on.
class Failures {
 public:
  void add(const Job& job, const ModelFailure& failure);  // any thread
  bool any() const { return !all_.empty(); }
  // By replicate and variant, whichever thread was first.
  std::vector<FailedRun> runs(const Store& store);
  [[noreturn]] void raise();

 private:
  struct One {
    std::size_t variant;
    std::uint32_t replicate;
    ModelFailure failure;
  };
  void sort();
  std::mutex mutex_;
  std::vector<One> all_;
};

class Sitting {
 public:
  // `searched`: runs of a search at most, of a variant in a world, stored ones too; 0 for none.
  // `elsewhere`: that other parts run, by variant, then replicate.
  Sitting(const Experiment& experiment, const Options& options, Store& store, std::size_t searched,
          std::vector<Finished> elsewhere);

  // Runs what isn't stored yet of an experiment whose first variant is number `first` of the store,
  // and keeps these months of it (none said: all). False where it was stopped.
  bool run(const Experiment& experiment, const Catalogue& catalogue, std::size_t first,
           const std::vector<int>& months);
  // Runs an experiment of which nothing is stored.
  RunUntilStopped aside(const Catalogue& catalogue) const;
  // By a signal; else, where it was stopped, its time is up.
  static bool was_interrupted();

  Failures failures;

 private:
  using Clock = std::chrono::steady_clock;

  bool may_go_on() const;
  std::chrono::duration<double> for_tables(Clock::time_point now) const;
  Advance of_search(const Advance& generation, std::size_t left) const;
  bool is_stored(std::size_t variant, std::uint32_t replicate) const;

  const Experiment& experiment_;
  const Options& options_;
  const std::size_t threads_;
  Store& store_;
  const std::vector<Finished> stored_;  // before; by variant, then replicate
  const std::vector<Finished> elsewhere_;
  const bool is_search_;
  const std::size_t runs_;  // that are to be run, at most
  const Clock::time_point begun_ = Clock::now();
  std::size_t done_ = 0;
  std::atomic<double> cost_done_ = 0;  // of jobs
  std::atomic<std::size_t> runs_done_ = 0;
  Progress progress_;
  std::optional<Clock::time_point> end_;
};

// Seconds in "90", "90s", "15m", "2h" or "1d". Throws BadInput.
double seconds_in(const std::string& time);

}  // namespace swadaya::tool
