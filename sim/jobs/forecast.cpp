#include "sim/jobs/forecast.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace swadaya {

Forecast::Forecast(std::vector<double> costs, std::size_t slots, double cost_after)
    : costs_{std::move(costs)},
      began_(costs_.size(), 0),
      slots_{std::max<std::size_t>(slots, 1)},
      cost_after_{cost_after} {
  for (const double cost : costs_) cost_of_all_ += cost;
}

void Forecast::began(std::size_t job, double now) {
  began_[job] = now;
  running_.insert(job);
  next_ = std::max(next_, job + 1);
}

void Forecast::ended(std::size_t job, double now) {
  running_.erase(job);
  cost_ended_ += costs_[job];
  seconds_ended_ += now - began_[job];
}

double Forecast::share() const { return cost_of_all_ > 0 ? cost_ended_ / cost_of_all_ : 1; }

double Forecast::seconds_left(double now) const {
  if (seconds_ended_ <= 0) return std::numeric_limits<double>::infinity();
  const double seconds_per_cost = seconds_ended_ / cost_ended_;
  // When each slot is free again: those that work on something, then the others.
  std::vector<double> free(slots_, 0);
  std::size_t slot = 0;
  for (const std::size_t job : running_) {
    const double rest = costs_[job] * seconds_per_cost - (now - began_[job]);
    if (slot < slots_) free[slot++] = std::max(rest, 0.0);
  }
  // The bulk of the waiting jobs spreads evenly; the last few go one by one to whichever slot is
  // free first, since a slot that ends with a large job keeps all waiting.
  const std::size_t few = std::min(costs_.size() - next_, 16 * slots_);
  double bulk = 0;
  for (std::size_t job = next_; job < costs_.size() - few; ++job) bulk += costs_[job];
  for (double& at : free) at += bulk * seconds_per_cost / static_cast<double>(slots_);
  std::priority_queue<double, std::vector<double>, std::greater<>> first{std::greater<>{}, free};
  double last = *std::max_element(free.begin(), free.end());
  for (std::size_t job = costs_.size() - few; job < costs_.size(); ++job) {
    const double end = first.top() + costs_[job] * seconds_per_cost;
    first.pop();
    first.push(end);
    last = std::max(last, end);
  }
  return last + cost_after_ * seconds_per_cost;
}

}  // namespace swadaya
