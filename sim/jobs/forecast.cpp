#include "sim/jobs/forecast.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>
#include <vector>

namespace swadaya {

Forecast::Forecast(Costs costs, std::size_t slots, double cost_after)
    : costs_{std::move(costs)}, slots_{std::max<std::size_t>(slots, 1)}, cost_after_{cost_after} {}

void Forecast::began(std::size_t job, double now) {
  running_.emplace_back(job, now);
  cost_begun_ += costs_.of(job);
  next_ = std::max(next_, job + 1);
}

void Forecast::ended(std::size_t job, double now) {
  cost_ended_ += costs_.of(job);
  const auto at = std::find_if(running_.begin(), running_.end(),
                               [job](const auto& one) { return one.first == job; });
  seconds_ended_ += now - at->second;
  running_.erase(at);
}

double Forecast::share() const { return costs_.all > 0 ? cost_ended_ / costs_.all : 1; }

double Forecast::seconds_left(double now) const {
  if (seconds_ended_ <= 0) return std::numeric_limits<double>::infinity();
  const double seconds_per_cost = seconds_ended_ / cost_ended_;
  // When each slot is free again: those that work on something, then the others.
  std::vector<double> free(slots_, 0);
  std::size_t slot = 0;
  for (const auto& [job, began] : running_) {
    const double rest = costs_.of(job) * seconds_per_cost - (now - began);
    if (slot < slots_) free[slot++] = std::max(rest, 0.0);
  }
  // The bulk of the waiting jobs spreads evenly; the last few go one by one to whichever slot is
  // free first, since a slot that ends with a large job keeps all waiting.
  const std::size_t few = std::min(costs_.count - next_, 16 * slots_);
  std::vector<double> last_costs;
  for (std::size_t job = costs_.count - few; job < costs_.count; ++job)
    last_costs.push_back(costs_.of(job));
  const double bulk =
      next_ + few == costs_.count
          ? 0
          : std::max(0.0, std::accumulate(last_costs.begin(), last_costs.end(),
                                          costs_.all - cost_begun_, std::minus<>{}));
  for (double& at : free) at += bulk * seconds_per_cost / static_cast<double>(slots_);
  std::priority_queue<double, std::vector<double>, std::greater<>> first{std::greater<>{}, free};
  double last = *std::max_element(free.begin(), free.end());
  for (const double cost : last_costs) {
    const double end = first.top() + cost * seconds_per_cost;
    first.pop();
    first.push(end);
    last = std::max(last, end);
  }
  return last + cost_after_ * seconds_per_cost;
}

}  // namespace swadaya
