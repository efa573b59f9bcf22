// Made-up levers, and noise on what a mix of them comes to.
#pragma once

#include <cmath>
#include <limits>

#include "sim/scenario/levers.hpp"
#include "sim/world/dice.hpp"

namespace swadaya {

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

inline Lever range(const std::string& name, double unit_cost) {
  Lever lever;
  lever.name = lever.key = name;
  lever.high = 1;
  lever.unit_cost = unit_cost;
  return lever;
}

inline Lever flag(const std::string& name, double cost) {
  Lever lever;
  lever.name = name;
  lever.options = {{"off", {}, 0}, {"on", {{name, 1.0}}, cost}};
  return lever;
}

// Noise that hangs on the mix alone, as of a candidate in given worlds; normal, sd 1.
inline double noise_at(const Mix& mix) {
  double sum = 0;
  for (std::size_t l = 0; l < mix.size(); ++l) sum += mix[l] * static_cast<double>(7919 * (l + 1));
  const Dice dice{9, 0};
  return dice.normal({decision_key("test.noise")},
                     static_cast<std::uint32_t>(std::llround(sum * 1000)));
}

}  // namespace swadaya
