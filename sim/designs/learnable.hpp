// Whether an experiment's draws of the parameters can tell what is worth knowing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

inline constexpr std::size_t fewest_draws_learnt = 20;

// Why nothing can be learnt from an experiment, with what to do about it; none where it can.
struct NotLearnt {
  std::string rule, suggestion;
};
std::optional<NotLearnt> why_nothing_is_learnt(const Experiment& experiment,
                                               const Results& results);

}  // namespace swadaya
