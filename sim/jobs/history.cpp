#include "sim/jobs/history.hpp"

#include <algorithm>

namespace swadaya {

Histories::Histories(const std::vector<Job>& jobs) : worlds_kept_{0} {
  for (const Job& job : jobs) {
    auto& shared = all_[{job.world, job.replicate}];
    if (!shared) shared = std::make_shared<Shared>();
    ++shared->jobs_left;
  }
}

Histories::Histories(std::size_t worlds) : worlds_kept_{std::max<std::size_t>(1, worlds)} {}

std::shared_ptr<const History> Histories::of(const Job& job,
                                             const std::function<std::optional<History>()>& run) {
  std::shared_ptr<Shared> shared;
  {
    const std::lock_guard guard{mutex_};
    shared = shared_by({job.world, job.replicate});
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

std::shared_ptr<Histories::Shared> Histories::shared_by(const Key& world) {
  if (worlds_kept_ == 0) return all_.at(world);
  auto& shared = all_[world];
  if (!shared) {
    shared = std::make_shared<Shared>();
    order_.push_back(world);
  }
  const auto own = shared;  // another's place may go
  for (; order_.size() > worlds_kept_; order_.pop_front()) all_.erase(order_.front());
  return own;
}

void Histories::end(const Job& job) {
  const std::lock_guard guard{mutex_};
  if (worlds_kept_ != 0) return;
  const auto at = all_.find({job.world, job.replicate});
  if (--at->second->jobs_left == 0) all_.erase(at);
}

}  // namespace swadaya
