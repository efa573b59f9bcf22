#include "sim/tool/sitting.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <utility>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/tables/presentation.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

std::atomic<bool> asked_to_stop = false;

// The first Ctrl-C lets running months end; the second one kills. A terminal that is closed says so
// more than once.
void stop(int signal) {
  asked_to_stop = true;
  if (signal != SIGHUP) std::signal(signal, SIG_DFL);
}

// Reading a row of all outcomes back and writing what the tables make of it, as `cost_of` counts:
// about 5 us against 18 ns for a household, month and lane.
double cost_of_tables(const Experiment& experiment, double replicates) {
  constexpr double of_a_row = 280;
  const bool every_month = writes_every_month(experiment);
  return of_a_row * static_cast<double>(experiment.variants.size()) * replicates *
         (every_month ? experiment.variants[0].scenario.months + 1.0
                      : 2.0 * static_cast<double>(experiment.months_shown.size()));
}

std::size_t runs_left(const Experiment& experiment, std::size_t searched, std::size_t stored) {
  const std::size_t all = experiment.variants.size() * experiment.replicates + searched;
  return all - std::min(all, stored);
}

// In household-months; of a search or a part, of what is left of it.
std::optional<double> work_of(const Experiment& experiment, bool is_some, std::size_t runs) {
  auto all = household_months_of(experiment);
  if (all && is_some)
    *all *= static_cast<double>(runs) /
            static_cast<double>(experiment.variants.size() * experiment.replicates);
  return all;
}

Job in_store(Job job, std::size_t first) {
  for (std::size_t& variant : job.variants) variant += first;
  return job;
}

}  // namespace

std::size_t threads_of(const Options& options) {
  std::size_t all = 0;
  for (const Process& rank : options.ranks->all())
    all += options.threads == 0 ? rank.threads : options.threads;
  return all;
}

void Failures::add(const Job& job, const ModelFailure& failure) {
  const std::lock_guard guard{mutex_};
  for (const std::size_t variant : job.variants) all_.push_back({variant, job.replicate, failure});
}

std::vector<FailedRun> Failures::runs(const Store& store) {
  sort();
  std::vector<FailedRun> runs;
  for (const One& one : all_)
    runs.push_back({store.variants()[one.variant].name, one.replicate, one.failure.what()});
  return runs;
}

void Failures::raise() {
  sort();
  throw all_.front().failure;
}

void Failures::sort() {
  std::sort(all_.begin(), all_.end(), [](const One& a, const One& b) {
    return a.replicate != b.replicate ? a.replicate < b.replicate : a.variant < b.variant;
  });
}

Sitting::Sitting(const Experiment& experiment, const Options& options, Store& store,
                 std::size_t searched, std::vector<Finished> elsewhere)
    : experiment_{experiment},
      options_{options},
      threads_{threads_of(options)},
      store_{store},
      stored_{store.finished()},
      elsewhere_{std::move(elsewhere)},
      is_search_{searched > 0},
      runs_{runs_left(experiment, searched, stored_.size() + elsewhere_.size())},
      progress_{options.quiet ? Progress::Show::nothing : Progress::Show::what_fits,
                work_of(experiment, is_search_ || !elsewhere_.empty(), runs_)} {
  asked_to_stop = false;
  std::signal(SIGINT, stop);
  std::signal(SIGTERM, stop);
  if (std::signal(SIGHUP, stop) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);  // `nohup`
  if (!options.max_time.empty())
    end_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                              std::chrono::duration<double>(seconds_in(options.max_time)));
}

bool Sitting::was_interrupted() { return asked_to_stop; }

bool Sitting::may_go_on() const {
  if (asked_to_stop) return false;
  if (!end_) return true;
  const auto now = Clock::now();
  return now + std::chrono::duration_cast<Clock::duration>(for_tables(now)) < *end_;
}

// What the tables of what is stored will take, at the speed of the jobs so far: half of the time at
// most, so that some jobs are done in any sitting.
std::chrono::duration<double> Sitting::for_tables(Clock::time_point now) const {
  const std::chrono::duration<double> passed = now - begun_, half = (*end_ - begun_) / 2;
  const double done = cost_done_;
  // A search that is stopped has no tables, and a part never has.
  if (is_search_ || !elsewhere_.empty() || done <= 0) return {};
  const double runs = static_cast<double>(stored_.size()) + static_cast<double>(runs_done_),
               replicates = runs / static_cast<double>(experiment_.variants.size()),
               seconds_per_cost = passed.count() * static_cast<double>(threads_) / done;
  return std::min(half, std::chrono::duration<double>(seconds_per_cost *
                                                      cost_of_tables(experiment_, replicates)));
}

bool Sitting::run(const Experiment& experiment, const Catalogue& catalogue, std::size_t first,
                  const std::vector<int>& months) {
  std::unique_ptr<CheckpointWriter> checkpoint;
  if (experiment.checkpoint)
    checkpoint =
        std::make_unique<CheckpointWriter>(store_.folder(), header_of(experiment, catalogue));
  const std::size_t count = experiment.variants.size();
  std::size_t left = count * experiment.replicates;
  Work work;
  work.threads = options_.threads;
  work.ranks = options_.ranks;
  for (const auto& [variant, replicate] : stored_) {
    if (variant < first || variant >= first + count) continue;
    --left;
    if (!checkpoint || checkpoint->has(replicate))
      work.done.push_back({variant - first, replicate});
  }
  work.done.insert(work.done.end(), elsewhere_.begin(), elsewhere_.end());
  work.keep = [&](std::uint32_t replicate, const World& world, const History& history) {
    checkpoint->add(replicate, world, history);
  };
  work.go_on = [&] { return may_go_on(); };
  work.failed = [&](const Job& job, const ModelFailure& failure) {
    failures.add(in_store(job, first), failure);
  };
  work.progress = [&](const Advance& advance) {
    progress_.update(is_search_ ? of_search(advance, left) : advance);
  };
  if (!is_search_ && elsewhere_.empty())
    work.cost_after = cost_of_tables(experiment, experiment.replicates);
  const bool finished =
      run_jobs(experiment, catalogue, work, [&](const Job& job, const std::vector<Series>& series) {
        // Stored already, where only its place in the checkpoint was lost.
        if (!checkpoint || !is_stored(first, job.replicate))
          store_.add(job.replicate, in_store(job, first).variants, series, months);
        cost_done_ += cost_of(job, experiment);
        runs_done_ += job.variants.size();
      });
  done_ += left;
  if (checkpoint && checkpoint->finish() && !options_.json && !options_.quiet)
    tell("checkpoint: {}\n", checkpoint->file());
  return finished;
}

RunUntilStopped Sitting::aside(const Catalogue& catalogue) const {
  return [&](const Experiment& experiment, const auto& sink) {
    Work work;
    work.threads = options_.threads;
    work.ranks = options_.ranks;
    work.go_on = [&] { return may_go_on(); };
    return run_jobs(experiment, catalogue, work, sink);
  };
}

// How far the whole search is when a generation is that far; it may end sooner than foreseen.
Advance Sitting::of_search(const Advance& generation, std::size_t left) const {
  const double done = static_cast<double>(done_) + generation.share * static_cast<double>(left);
  const double share = std::min(1.0, done / static_cast<double>(std::max<std::size_t>(1, runs_)));
  const double passed = std::chrono::duration<double>(Clock::now() - begun_).count();
  return {static_cast<std::size_t>(done), runs_, share,
          [=] { return share > 0 ? passed / share - passed : 0.0; }, "runs"};
}

bool Sitting::is_stored(std::size_t variant, std::uint32_t replicate) const {
  return std::binary_search(stored_.begin(), stored_.end(), Finished{variant, replicate},
                            [](const Finished& a, const Finished& b) {
                              return a.variant != b.variant ? a.variant < b.variant
                                                            : a.replicate < b.replicate;
                            });
}

double seconds_in(const std::string& time) {
  char* end = nullptr;
  const double number = std::strtod(time.c_str(), &end);
  const std::string unit = end;
  const double seconds = unit.empty() || unit == "s" ? 1
                         : unit == "m"               ? 60
                         : unit == "h"               ? 3600
                         : unit == "d"               ? 86400
                                                     : 0;
  if (end == time.c_str() || seconds == 0 || !(number > 0) || !std::isfinite(number))
    throw BadInput{
        Problem{"", 0, 0, "--max-time", time, "must be a time such as 90s, 15m, 2h or 1d", ""}};
  return number * seconds;
}

}  // namespace swadaya::tool
