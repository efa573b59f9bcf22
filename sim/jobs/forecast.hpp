// How far a list of jobs is, and how long the rest will take, from what the jobs so far took for
// their cost.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

namespace swadaya {

class Forecast {
 public:
  // `costs`: of each job, in any unit, in the order in which they begin. `slots`: how many run at a
  // time. `cost_after`: of what one slot does when all are through.
  Forecast(std::vector<double> costs, std::size_t slots, double cost_after);

  // `now`: seconds of any clock.
  void began(std::size_t job, double now);
  void ended(std::size_t job, double now);

  // Of the cost of all jobs, what has ended: 0 to 1.
  double share() const;
  // Infinite before the first job has ended.
  double seconds_left(double now) const;

 private:
  std::vector<double> costs_, began_;
  std::size_t slots_;
  double cost_after_, cost_of_all_ = 0;
  std::size_t next_ = 0;           // all before have begun
  std::set<std::size_t> running_;  // jobs
  double cost_ended_ = 0, seconds_ended_ = 0;
};

}  // namespace swadaya
