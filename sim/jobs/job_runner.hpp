// Runs the jobs of one experiment in this process.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "sim/base/parallel.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/history.hpp"
#include "sim/jobs/jobs.hpp"
#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

class JobRunner {
 public:
  // Where a job's results go, from the thread that runs it.
  struct Sinks {
    std::function<void(const Job&, const std::vector<Series>&)> series;
    // Told of each variant that a model failed in by itself; without it the failure is thrown.
    std::function<void(const Job&, const ModelFailure&)> failed;
    // Given where a replicate stands after the month of `experiment.checkpoint`.
    std::function<void(std::uint32_t replicate, const World&, const History&)> keep;
  };

  // `inside`: whether the threads share one job. `histories`: of the months before the variants
  // part. Experiment, catalogue and histories must outlive the runner.
  JobRunner(const Experiment& experiment, const Catalogue& catalogue, Order inside,
            Histories& histories);
  // Any thread. `go_on` is asked each month; false where it said no.
  bool run(const Job& job, const Sinks& sinks, const std::function<bool()>& go_on);

 private:
  const Worlds& worlds_of(std::size_t variant);
  // A variant as it runs in the job's replicate; what is drawn for it stands in `drawn`.
  const Scenario& scenario_of(const Job& job, std::size_t variant,
                              std::deque<Scenario>& drawn) const;

  const Experiment& experiment_;
  const Catalogue& catalogue_;
  const Order inside_;
  Histories& histories_;
  std::optional<Checkpoint> checkpoint_;  // that the runs begin at
  std::mutex mutex_;                      // over the worlds
  std::map<std::size_t, Worlds> worlds_;
};

}  // namespace swadaya
