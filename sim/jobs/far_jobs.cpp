#include "sim/jobs/far_jobs.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <fmt/format.h>
#include <memory>
#include <mutex>
#include <thread>

#include "sim/base/parallel.hpp"
#include "sim/jobs/job_runner.hpp"
#include "sim/jobs/plugin.hpp"

namespace swadaya {

namespace {

enum Kind { round_begins = Ranks::end + 1, job_given, round_over, job_ended, rank_failed };

std::size_t slots_of(const Process& rank, FarJobs::How how) {
  if (how.threads_share_jobs) return 1;
  return how.threads == 0 ? rank.threads : how.threads;
}

std::shared_ptr<const Bytes> shared(Bytes bytes) {
  return std::make_shared<const Bytes>(std::move(bytes));
}

}  // namespace

FarJobs::FarJobs(Ranks& ranks, const Experiment& experiment, How how)
    : ranks_{ranks}, round_{++ranks.rounds} {
  const auto round = shared(
      bytes_of(Round{round_, how.threads, how.threads_share_jobs, ranks.plugins, experiment}));
  for (const Process& rank : ranks.all()) far_.push_back({slots_of(rank, how), {}});
  for (int to = 1; to < ranks.count(); ++to) ranks.send(to, round_begins, round);
}

FarJobs::~FarJobs() {
  for (int to = 1; to < ranks_.count(); ++to) ranks_.send(to, round_over, shared({}));
}

std::size_t FarJobs::slots(const Ranks& ranks, How how) {
  std::size_t all = 0;
  for (const Process& rank : ranks.all()) all += slots_of(rank, how);
  return all;
}

std::size_t FarJobs::handed_out() const {
  std::size_t all = 0;
  for (const Far& far : far_) all += far.jobs.size();
  return all;
}

int FarJobs::next_rank(std::size_t waiting) const {
  std::size_t slots = 0;
  for (const Far& far : far_) slots += far.slots;
  int least = 0;
  double least_load = 0;
  for (std::size_t r = 1; r < far_.size(); ++r) {
    const Far& far = far_[r];
    const std::size_t ahead = waiting > slots ? 1 + far.slots / 4 : 0;
    if (far.jobs.size() >= far.slots + ahead) continue;
    const double load = static_cast<double>(far.jobs.size()) / static_cast<double>(far.slots);
    if (least == 0 || load < least_load) least = static_cast<int>(r), least_load = load;
  }
  return least;
}

void FarJobs::give(int rank, std::size_t number, const Job& job,
                   const std::function<void(std::size_t)>& began) {
  Far& far = far_[static_cast<std::size_t>(rank)];
  far.jobs.push_back(number);
  if (far.jobs.size() <= far.slots) began(number);
  ranks_.send(rank, job_given, shared(bytes_of(Task{round_, number, job})));
}

std::optional<Ended> FarJobs::ended(const std::function<void(std::size_t)>& began) {
  while (const auto message = ranks_.received()) {
    if (message->kind == rank_failed) {
      const Fault fault = fault_from(message->bytes);
      if (fault.round != round_) continue;
      raise(fault, fmt::format("rank {} on {}", message->from,
                               ranks_.all()[static_cast<std::size_t>(message->from)].host));
    }
    Ended ended = ended_from(message->bytes);
    if (ended.round != round_) continue;  // of a round that was stopped
    Far& far = far_[static_cast<std::size_t>(message->from)];
    std::erase(far.jobs, ended.number);
    if (far.jobs.size() >= far.slots) began(far.jobs[far.slots - 1]);
    return ended;
  }
  return std::nullopt;
}

namespace {

// One round on a rank that serves: its threads work off what rank 0 sends, this thread talks.
class Serving {
 public:
  Serving(Ranks& ranks, Round round, const Catalogue& catalogue)
      : ranks_{ranks}, round_{std::move(round)}, catalogue_{catalogue} {}

  // False where rank 0 is done altogether.
  bool run() {
    std::thread computing{[&] { compute(); }};
    bool goes_on = true, is_over = false;
    while (!is_over) {
      bool was_idle = true;
      while (const auto message = ranks_.received()) {
        was_idle = false;
        if (message->kind == job_given) {
          const std::lock_guard guard{mutex_};
          waiting_.push_back(task_from(message->bytes));
          changed_.notify_one();
        } else {
          is_over = true;
          goes_on = message->kind != Ranks::end;
          break;
        }
      }
      for (auto& [kind, bytes] : finished()) {
        was_idle = false;
        ranks_.send(0, kind, shared(std::move(bytes)));
      }
      if (was_idle) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    {
      const std::lock_guard guard{mutex_};
      over_ = true;
      changed_.notify_all();
    }
    computing.join();
    return goes_on;
  }

 private:
  using Post = std::pair<int, Bytes>;

  void compute() {
    const std::size_t threads = own_threads();
    with_threads(threads, [&] {
      for_each(round_.threads_share_jobs ? 1 : threads, Order::parallel, [&](std::size_t) {
        while (const auto task = next()) try {
            one(*task);
          } catch (...) {
            post(rank_failed, bytes_of(std::current_exception(), round_.number));
          }
      });
    });
  }

  std::size_t own_threads() const {
    return round_.threads != 0 ? round_.threads
                               : ranks_.all()[static_cast<std::size_t>(ranks_.number())].threads;
  }

  void one(const Task& task) {
    Ended ended{round_.number, task.number, {}, {}};
    JobRunner::Sinks sinks;
    sinks.series = [&](const Job& job, const std::vector<Series>& series) {
      ended.series.emplace_back(job, series);
    };
    sinks.failed = [&](const Job& job, const ModelFailure& failure) {
      ended.failures.emplace_back(job, failure);
    };
    if (runner_.run(task.job, sinks, [&] { return !over_; })) post(job_ended, bytes_of(ended));
  }

  std::optional<Task> next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return over_ || !waiting_.empty(); });
    if (over_) return std::nullopt;
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    return task;
  }

  void post(int kind, Bytes bytes) {
    const std::lock_guard guard{mutex_};
    posts_.emplace_back(kind, std::move(bytes));
  }

  std::vector<Post> finished() {
    const std::lock_guard guard{mutex_};
    return std::exchange(posts_, {});
  }

  Ranks& ranks_;
  const Round round_;
  const Catalogue& catalogue_;
  // Jobs come world by world: those that its threads work on, and one that begins.
  Histories histories_{own_threads() + 1};
  JobRunner runner_{round_.experiment, catalogue_,
                    round_.threads_share_jobs ? Order::parallel : Order::one_by_one, histories_};
  std::mutex mutex_;  // over all below
  std::condition_variable changed_;
  std::deque<Task> waiting_;
  std::vector<Post> posts_;
  std::atomic<bool> over_ = false;
};

}  // namespace

void serve(Ranks& ranks, const std::function<std::vector<Entry>()>& own) {
  // Rank 0 takes signals and says when to stop; where it is gone, the launcher ends this.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::unique_ptr<const Catalogue> catalogue;
  std::vector<std::string> plugins;
  for (;;) {
    const auto message = ranks.received();
    if (!message) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      continue;
    }
    if (message->kind == Ranks::end) return;
    if (message->kind != round_begins) continue;  // a job or the end of a round that failed here
    std::uint64_t number = 0;
    try {
      Round round = round_from(message->bytes);
      number = round.number;
      if (!catalogue || plugins != round.plugins) {
        catalogue =
            std::unique_ptr<const Catalogue>(new Catalogue(catalogue_with(own(), round.plugins)));
        plugins = round.plugins;
      }
      if (!Serving{ranks, std::move(round), *catalogue}.run()) return;
    } catch (...) {
      ranks.send(0, rank_failed, shared(bytes_of(std::current_exception(), number)));
    }
  }
}

}  // namespace swadaya
