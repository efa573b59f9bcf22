// An experiment as jobs: one replicate of the variants that share a world, models and months.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Job {
  std::uint32_t replicate;
  std::vector<std::size_t> variants;  // indices into the experiment's; up to 16
  std::size_t world;                  // first of all variants that share its world
};

// Replicate by replicate over all groups of variants, so that a run cut short is balanced.
std::vector<Job> jobs_of(const Experiment& experiment);

// The same jobs, numbered from 0, without a list of them: millions may be planned of which a few
// are run. `done`: what need not run again; how many variants run together never shows in their
// results, so any part of a job may be missing. The experiment must outlive it.
class JobsLeft {
 public:
  JobsLeft(const Experiment& experiment, const std::vector<Finished>& done);

  // Numbers go up to this, and include jobs of which nothing is left.
  std::size_t planned() const { return batches_.size() * experiment_.replicates; }
  std::size_t count() const { return count_; }  // of those of which something is left
  bool has(std::size_t number) const;           // whether something is
  Job job(std::size_t number) const;
  double cost(std::size_t number) const;  // 0 where nothing is left
  double cost_of_all() const { return cost_of_all_; }
  // How many of them are in this job's world.
  std::size_t in_world_of(const Job& job) const;
  const std::vector<Job>& of_a_replicate() const { return batches_; }  // all of replicate 0

 private:
  const Experiment& experiment_;
  const std::vector<Job> batches_;
  std::vector<double> costs_;                                 // by batch
  std::map<std::size_t, std::vector<std::size_t>> of_world_;  // batches
  std::map<std::size_t, Job> begun_;  // by number: what is left of those that are done in part
  std::size_t count_ = 0;
  double cost_of_all_ = 0;
};

// How many of n variants that are left of a job run together next.
std::size_t batch_of(std::size_t n);
// Of a job, against others of the same experiment: 4 + v a household and month of v variants, and
// 32 a household for drawing the world.
double cost_of(const Job& job, const Experiment& experiment);

// Of a whole experiment, for rates: what variants share before they part counts once. No
// value where households come from files.
std::optional<double> household_months_of(const Experiment& experiment);

}  // namespace swadaya
