#include "sim/jobs/run_jobs.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

#include "sim/base/parallel.hpp"
#include "sim/jobs/far_jobs.hpp"
#include "sim/jobs/forecast.hpp"
#include "sim/jobs/job_runner.hpp"
#include "sim/jobs/ranks.hpp"

namespace swadaya {

namespace {

// Whether two variants of a world have the same months up to this one.
bool share_history(const Scenario& a, const Scenario& b, int month) {
  const auto over = [month](const Event& event) { return event.month <= month; };
  const auto last = std::find_if_not(a.events.begin(), a.events.end(), over);
  return a.values == b.values &&
         std::equal(
             a.events.begin(), last, b.events.begin(),
             std::find_if_not(b.events.begin(), b.events.end(), over),
             [](const Event& x, const Event& y) { return x.month == y.month && x.set == y.set; });
}

void check_histories(const std::vector<Job>& jobs, const Experiment& experiment) {
  for (const Job& job : jobs)
    for (const std::size_t v : job.variants)
      if (!share_history(experiment.variants[job.world].scenario, experiment.variants[v].scenario,
                         *experiment.branch_at))
        throw std::logic_error{fmt::format("variant `{}` doesn't share the months before month {}",
                                           experiment.variants[v].name, *experiment.branch_at + 1)};
}

class Run {
 public:
  using Sink = std::function<void(const Job&, const std::vector<Series>&)>;
  Run(const Experiment& experiment, const Catalogue& catalogue, const Work& work, const Sink& sink)
      : experiment_{experiment},
        catalogue_{catalogue},
        work_{work},
        sink_{sink},
        jobs_{experiment, work.done},
        // States of runs don't travel, only series.
        has_others_{work.ranks && work.ranks->count() > 1 && jobs_.count() > 0 &&
                    !experiment.checkpoint},
        threads_{work.threads != 0 ? work.threads
                 : has_others_     ? work.ranks->all()[0].threads
                                   : threads_available()},
        // Many jobs keep all threads busy one each; few jobs share all threads.
        threads_share_jobs_{jobs_.count() < slots({work.threads, false})},
        forecast_{{jobs_.planned(), [this](std::size_t job) { return jobs_.cost(job); },
                   jobs_.cost_of_all()},
                  slots({work.threads, threads_share_jobs_}),
                  work.cost_after},
        runner_{experiment, catalogue, threads_share_jobs_ ? Order::parallel : Order::one_by_one,
                histories_} {
    if (experiment.branch_at) check_histories(jobs_.of_a_replicate(), experiment);
  }

  bool run() {
    has_others_ ? with_others() : alone();
    return done_ == jobs_.count();
  }

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t slots(FarJobs::How how) const {
    if (has_others_) return FarJobs::slots(*work_.ranks, how);
    return how.threads_share_jobs ? 1 : threads_;
  }
  bool goes_on() {
    if (!stopped_ && !work_.go_on()) stopped_ = true;
    return !stopped_ && !has_failed_;
  }

  // The next job in order. Any thread.
  std::optional<std::size_t> next() {
    if (waiting() == 0 || !goes_on()) return std::nullopt;
    while (true) {
      const std::size_t job = next_++;
      if (job >= jobs_.planned()) return std::nullopt;
      if (!jobs_.has(job)) continue;
      ++given_;
      return job;
    }
  }
  std::size_t waiting() const { return jobs_.count() - given_; }

  double now() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
  void began(std::size_t job) {
    const std::lock_guard guard{mutex_};
    forecast_.began(job, now());
  }
  void ended(std::size_t job) {
    const std::lock_guard guard{mutex_};
    forecast_.ended(job, now());
    ++done_;
    if (!stopped_)
      work_.progress(
          {done_, jobs_.count(), forecast_.share(), [&] { return forecast_.seconds_left(now()); }});
  }

  void alone() {
    with_threads(threads_, [&] {
      for_each(threads_share_jobs_ ? 1 : threads_, Order::parallel, [&](std::size_t) {
        try {
          while (const auto job = next()) {
            began(*job);
            if (runner_.run(jobs_.job(*job), {sink_, work_.failed, work_.keep},
                            [&] { return goes_on(); }))
              ended(*job);
          }
        } catch (...) {
          has_failed_ = true;
          throw;
        }
      });
    });
  }

  // This thread talks to the other ranks while the threads of this one work, too.
  void with_others() {
    FarJobs far{*work_.ranks, experiment_, {work_.threads, threads_share_jobs_}};
    fill(far);  // before this rank's own threads take what there is
    std::exception_ptr failure;
    std::atomic<bool> is_done_here = false;
    std::thread here{[&] {
      try {
        alone();
      } catch (...) {
        failure = std::current_exception();
      }
      is_done_here = true;
    }};
    try {
      while (!(is_done_here && far.handed_out() == 0) && goes_on()) {
        bool was_idle = true;
        while (const auto job = far.ended(begins_)) {
          was_idle = false;
          take(*job);
        }
        fill(far);
        if (was_idle) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    } catch (...) {
      has_failed_ = true;
      here.join();
      throw;
    }
    here.join();
    if (failure) std::rethrow_exception(failure);
  }

  void fill(FarJobs& far) {
    while (const int rank = far.next_rank(waiting())) {
      const auto job = next();
      if (!job) return;
      far.give(rank, *job, jobs_.job(*job), begins_);
    }
  }

  void take(const Ended& job) {
    if (!job.failures.empty() && !work_.failed) throw job.failures[0].second;
    for (const auto& [part, series] : job.series) sink_(part, series);
    for (const auto& [part, failure] : job.failures) work_.failed(part, failure);
    histories_.end(jobs_.job(job.number));
    ended(job.number);
  }

  const Experiment& experiment_;
  const Catalogue& catalogue_;
  const Work& work_;
  const Sink& sink_;
  const JobsLeft jobs_;
  const bool has_others_;
  const std::size_t threads_;
  const bool threads_share_jobs_;
  const Clock::time_point start_ = Clock::now();
  const std::function<void(std::size_t)> begins_ = [this](std::size_t job) { began(job); };
  std::mutex mutex_;  // over forecast and count
  Forecast forecast_;
  std::size_t done_ = 0;
  Histories histories_{[this](const Job& job) { return jobs_.in_world_of(job); }};
  JobRunner runner_;
  std::atomic<std::size_t> next_ = 0, given_ = 0;
  std::atomic<bool> stopped_ = false, has_failed_ = false;
};

}  // namespace

bool run_jobs(const Experiment& experiment, const Catalogue& catalogue, const Work& work,
              const std::function<void(const Job&, const std::vector<Series>&)>& sink) {
  return Run{experiment, catalogue, work, sink}.run();
}

}  // namespace swadaya
