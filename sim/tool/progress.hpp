// How far a long run is: a bar on a terminal, a line now and then elsewhere; an object a second
// where JSON is asked for.
#pragma once

#include <chrono>
#include <optional>

#include "sim/jobs/run_jobs.hpp"

namespace swadaya::tool {

class Progress {
 public:
  enum class Show { nothing, what_fits };
  // `household_months`: of the whole run, where they are known.
  Progress(Show show, std::optional<double> household_months);
  ~Progress();
  void update(const Advance& advance);

 private:
  void tell_numbers(const Advance& advance, double passed) const;
  using Clock = std::chrono::steady_clock;
  bool shows_, terminal_;
  std::optional<double> household_months_;
  Clock::time_point start_ = Clock::now(), last_ = start_;
  bool drawn_ = false;
};

}  // namespace swadaya::tool
