#include "sim/jobs.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "sim/checkpoint.hpp"
#include "sim/history.hpp"
#include "sim/pack.hpp"
#include "sim/parallel.hpp"

namespace swadaya {

namespace {

// Everything that chance is drawn from.
bool share_a_world(const Scenario& a, const Scenario& b) {
  const auto of_world = [](const std::string& key) {
    return key.starts_with("world.") || key.starts_with("network.");
  };
  for (const auto& [key, value] : a.values)
    if (of_world(key) && b.values.at(key) != value) return false;
  return a.models == b.models && a.months == b.months;
}

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

// What is left of n variants goes in batches of a power of two. A batch of v lanes costs about 4 +
// v (the dice, the neighbours' numbers and the world are shared), so nine go as 8 + 1, and fifteen
// as 16.
std::size_t batch_of(std::size_t n) {
  std::size_t power = 1;
  while (power * 2 <= n && power < 16) power *= 2;
  const auto cost = [](std::size_t v) { return 4.0 + static_cast<double>(v); };
  double split = 0;
  for (std::size_t left = n, v = power; left > 0; v /= 2)
    if (left >= v) split += cost(v), left -= v;
  return power < 16 && cost(power * 2) < split ? n : power;
}

std::string place_of(const Job& job, const Experiment& experiment) {
  return fmt::format("replicate {} of seed {}, variants from `{}`", job.replicate, experiment.seed,
                     experiment.variants[job.variants[0]].name);
}

}  // namespace

std::vector<Job> jobs_of(const Experiment& experiment) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    const auto at = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return share_a_world(experiment.variants[group[0]].scenario, experiment.variants[v].scenario);
    });
    at == groups.end() ? groups.push_back({v}) : at->push_back(v);
  }
  std::vector<Job> jobs;
  for (std::uint32_t replicate = 0; replicate < experiment.replicates; ++replicate)
    for (const auto& group : groups)
      for (std::size_t first = 0; first < group.size(); first += pack_width) {
        const std::size_t last = std::min(group.size(), first + pack_width);
        const auto begin = group.begin();
        jobs.push_back({replicate,
                        {begin + static_cast<std::ptrdiff_t>(first),
                         begin + static_cast<std::ptrdiff_t>(last)},
                        group[0]});
      }
  return jobs;
}

namespace {

// How many variants run together never shows in their results, so any part of a job may be missing.
std::vector<Job> jobs_left(const Experiment& experiment, const Work& work) {
  std::vector<Job> jobs = jobs_of(experiment);
  for (Job& job : jobs)
    std::erase_if(job.variants, [&](std::size_t v) { return work.is_done(v, job.replicate); });
  std::erase_if(jobs, [](const Job& job) { return job.variants.empty(); });
  return jobs;
}

class Runner {
 public:
  using Sink = std::function<void(const Job&, const std::vector<Series>&)>;
  Runner(const Experiment& experiment, const Catalogue& catalogue, const Work& work,
         const Sink& sink)
      : experiment_{experiment},
        catalogue_{catalogue},
        work_{work},
        sink_{sink},
        jobs_{jobs_left(experiment, work)},
        histories_{jobs_},
        threads_{work.threads == 0 ? threads_available() : work.threads},
        by_job_{jobs_.size() >= threads_} {
    if (!experiment.from.empty()) checkpoint_.emplace(experiment.from);
    std::vector<bool> checked(experiment.variants.size(), !experiment.branch_at);
    for (const Job& job : jobs_) {
      if (!worlds_.contains(job.world))
        worlds_.try_emplace(job.world, experiment.variants[job.world].scenario.values,
                            experiment.seed);
      for (const std::size_t v : job.variants) {
        if (!checked[v] && !share_history(experiment.variants[job.world].scenario,
                                          experiment.variants[v].scenario, *experiment.branch_at))
          throw std::logic_error{
              fmt::format("variant `{}` doesn't share the months before month {}",
                          experiment.variants[v].name, *experiment.branch_at + 1)};
        checked[v] = true;
      }
    }
  }

  bool run() {
    with_threads(threads_, [&] {
      for_each(jobs_.size(), by_job_ ? Order::parallel : Order::one_by_one,
               [&](std::size_t j) { one(jobs_[j]); });
    });
    return !stopped_;
  }

 private:
  bool go_on() const { return !stopped_ && work_.go_on(); }

  void one(const Job& job) {
    if (!go_on()) {
      stopped_ = true;
      return;
    }
    try {
      const World world = worlds_.at(job.world).draw(job.replicate);
      try {
        finish(world, job);
      } catch (const ModelFailure& failure) {
        if (!work_.failed) throw failure.in(place_of(job, experiment_));
        one_by_one(world, job);
      }
      histories_.end(job);
    } catch (const std::logic_error& error) {
      throw std::logic_error{place_of(job, experiment_) + ": " + error.what()};
    }
    const std::lock_guard guard{mutex_};
    if (!stopped_) work_.progress(++done_, jobs_.size());
  }

  // Of variants that ran together only those that fail alone too are lost.
  void one_by_one(const World& world, const Job& job) {
    for (const std::size_t variant : job.variants) {
      const Job alone{job.replicate, {variant}, job.world};
      try {
        finish(world, alone);
      } catch (const ModelFailure& failure) {
        work_.failed(alone, failure.in(place_of(alone, experiment_)));
      }
    }
  }

  // What the job's variants go on from; nullptr where they begin at the start, or were stopped.
  std::shared_ptr<const History> past_of(const Course& course, const Job& job) {
    std::shared_ptr<const History> past;
    if (checkpoint_)
      past = std::make_shared<History>(checkpoint_->history(job.replicate, course.world));
    const auto until = experiment_.branch_at ? experiment_.branch_at : experiment_.checkpoint;
    if (!until) return past;
    const Scenario& first = experiment_.variants[job.world].scenario;
    past = histories_.of(job, [&] { return history_of(course, first, *until, past.get()); });
    if (!past)
      stopped_ = true;
    else if (experiment_.checkpoint)
      work_.keep(job.replicate, course.world, *past);
    return past;
  }

  void finish(const World& world, const Job& job) {
    const std::function<bool()> asked = [&] { return go_on(); };
    const Course course{world, catalogue_, by_job_ ? Order::one_by_one : Order::parallel, asked};
    const auto past = past_of(course, job);
    if (stopped_) return;
    std::vector<Series> all;
    for (std::size_t at = 0; at < job.variants.size();) {
      const std::size_t count = batch_of(job.variants.size() - at);
      std::vector<const Scenario*> lanes;
      for (std::size_t k = 0; k < count; ++k)
        lanes.push_back(&experiment_.variants[job.variants[at + k]].scenario);
      auto series = swadaya::run(course, lanes, past.get());
      if (series.empty()) {
        stopped_ = true;
        return;
      }
      for (Series& s : series) all.push_back(std::move(s));
      at += count;
    }
    sink_(job, all);
  }

  const Experiment& experiment_;
  const Catalogue& catalogue_;
  const Work& work_;
  const Sink& sink_;
  const std::vector<Job> jobs_;
  Histories histories_;
  std::optional<Checkpoint> checkpoint_;  // that the runs begin at
  const std::size_t threads_;
  const bool by_job_;  // many jobs keep all threads busy one each; few jobs share all threads
  std::map<std::size_t, Worlds> worlds_;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

}  // namespace

bool run_jobs(const Experiment& experiment, const Catalogue& catalogue, const Work& work,
              const std::function<void(const Job&, const std::vector<Series>&)>& sink) {
  return Runner{experiment, catalogue, work, sink}.run();
}

}  // namespace swadaya
