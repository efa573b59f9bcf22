// How far a list of jobs is, and how long the rest will take, from what the jobs so far took for
// their cost.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace swadaya {

class Forecast {
 public:
  // Of each job, in any unit, in the order in which they begin; all together. Asked for those that
  // begin and for the last few alone, as there may be millions.
  struct Costs {
    std::size_t count;
    std::function<double(std::size_t job)> of;
    double all;
  };
  // `slots`: how many run at a time. `cost_after`: of what one slot does when all are through.
  Forecast(Costs costs, std::size_t slots, double cost_after);

  // `now`: seconds of any clock.
  void began(std::size_t job, double now);
  void ended(std::size_t job, double now);

  // Of the cost of all jobs, what has ended: 0 to 1.
  double share() const;
  // Infinite before the first job has ended.
  double seconds_left(double now) const;

 private:
  Costs costs_;
  std::size_t slots_;
  double cost_after_;
  std::size_t next_ = 0;                                 // all before have begun
  std::vector<std::pair<std::size_t, double>> running_;  // jobs, and when they began
  double cost_begun_ = 0, cost_ended_ = 0, seconds_ended_ = 0;
};

}  // namespace swadaya
