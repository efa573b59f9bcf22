#include "sim/jobs/history.hpp"

#include <algorithm>

namespace swadaya {

Histories::Histories(const std::vector<Job>& jobs) : worlds_kept_{0} {
  std::map<Key, std::size_t> counts;
  for (const Job& job : jobs) ++counts[{job.world, job.replicate}];
  in_world_of_ = [counts](const Job& job) { return counts.at({job.world, job.replicate}); };
}

Histories::Histories(std::function<std::size_t(const Job&)> in_world_of)
    : in_world_of_{std::move(in_world_of)}, worlds_kept_{0} {}

Histories::Histories(std::size_t worlds) : worlds_kept_{std::max<std::size_t>(1, worlds)} {}

std::shared_ptr<const History> Histories::of(const Job& job,
                                             const std::function<std::optional<History>()>& run) {
  std::shared_ptr<Shared> shared;
  {
    const std::lock_guard guard{mutex_};
    shared = shared_by(job);
  }
  const std::lock_guard guard{shared->running};
  if (!shared->has_run) {
    shared->has_run = true;
    try {
      if (auto history = run()) shared->history = std::make_shared<History>(std::move(*history));
    } catch (...) {
      shared->failure = std::current_exception();
    }
  }
  if (shared->failure) std::rethrow_exception(shared->failure);
  return shared->history;
}

// Made with the first job of a world that asks or ends.
std::shared_ptr<Histories::Shared> Histories::shared_by(const Job& job) {
  const Key world{job.world, job.replicate};
  auto& shared = all_[world];
  if (!shared) {
    shared = std::make_shared<Shared>();
    if (worlds_kept_ == 0)
      shared->jobs_left = in_world_of_(job);
    else
      order_.push_back(world);
  }
  if (worlds_kept_ == 0) return shared;
  const auto own = shared;  // another's place may go
  for (; order_.size() > worlds_kept_; order_.pop_front()) all_.erase(order_.front());
  return own;
}

void Histories::end(const Job& job) {
  const std::lock_guard guard{mutex_};
  if (worlds_kept_ != 0) return;
  // Nobody asked, and nobody else will.
  if (!all_.contains({job.world, job.replicate}) && in_world_of_(job) == 1) return;
  if (--shared_by(job)->jobs_left == 0) all_.erase({job.world, job.replicate});
}

}  // namespace swadaya
