// What ranks tell each other, as bytes: numbers bit for bit. Both sides are the same program.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/jobs/jobs.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/month/simulation.hpp"

namespace swadaya {

// What a rank needs to know before it can run jobs: of an experiment all that shows in its series.
struct Round {
  std::uint64_t number = 0;
  std::uint64_t threads = 0;        // 0: the rank's own share
  bool threads_share_jobs = false;  // all threads in one job at a time
  std::vector<std::string> plugins;
  Experiment experiment;
};

struct Task {
  std::uint64_t round = 0, number = 0;  // of the job, for whoever handed it out
  Job job;
};

// What has become of a job.
struct Ended {
  std::uint64_t round = 0, number = 0;
  std::vector<std::pair<Job, std::vector<Series>>> series;
  std::vector<std::pair<Job, ModelFailure>> failures;
};

Bytes bytes_of(const Round& round);
Bytes bytes_of(const Task& task);
Bytes bytes_of(const Ended& ended);
Round round_from(const Bytes& bytes);
Task task_from(const Bytes& bytes);
Ended ended_from(const Bytes& bytes);

// An error that ended a rank's work, to be thrown by another with the place where it happened.
Bytes bytes_of(const std::exception_ptr& error, std::uint64_t round);
struct Fault {
  std::uint64_t round = 0;
  enum class Kind : std::uint8_t { input, machine, memory, program } kind = Kind::program;
  std::vector<Problem> problems;
  std::string text;
};
Fault fault_from(const Bytes& bytes);
[[noreturn]] void raise(const Fault& fault, const std::string& place);

}  // namespace swadaya
