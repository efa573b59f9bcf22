// An experiment as jobs: one replicate of the variants that share a world, models and months.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Job {
  std::uint32_t replicate;
  std::vector<std::size_t> variants;  // indices into the experiment's; up to 16
  std::size_t world;                  // first of all variants that share its world
};

// Replicate by replicate over all groups of variants, so that a run cut short is balanced.
std::vector<Job> jobs_of(const Experiment& experiment);

// How many of n variants that are left of a job run together next.
std::size_t batch_of(std::size_t n);
// Of a job, against others of the same experiment: 4 + v a household and month of v variants, and
// 32 a household for drawing the world.
double cost_of(const Job& job, const Experiment& experiment);

// Of a whole experiment, for rates: what variants share before they part counts once. No
// value where households come from files.
std::optional<double> household_months_of(const Experiment& experiment);

}  // namespace swadaya
