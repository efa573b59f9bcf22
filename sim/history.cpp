#include "sim/history.hpp"

namespace swadaya {

Histories::Histories(const std::vector<Job>& jobs) {
  for (const Job& job : jobs) {
    auto& shared = all_[{job.world, job.replicate}];
    if (!shared) shared = std::make_shared<Shared>();
    ++shared->jobs_left;
  }
}

std::shared_ptr<const History> Histories::of(const Job& job,
                                             const std::function<std::optional<History>()>& run) {
  std::shared_ptr<Shared> shared;
  {
    const std::lock_guard guard{mutex_};
    shared = all_.at({job.world, job.replicate});
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

void Histories::end(const Job& job) {
  const std::lock_guard guard{mutex_};
  const auto at = all_.find({job.world, job.replicate});
  if (--at->second->jobs_left == 0) all_.erase(at);
}

}  // namespace swadaya
