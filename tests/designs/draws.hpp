// Draws of parameters whose distribution is known, and what knowing a normal one is worth.
#pragma once

#include <cmath>
#include <vector>

#include "sim/base/exact.hpp"
#include "sim/world/stream.hpp"
#include "tests/stage.hpp"

namespace swadaya {

// `n` quantiles of a standard normal in an order of chance, so that their mean and spread are its
// own; another order for each `who`.
inline std::vector<double> normal_draws(std::size_t n, std::uint32_t who) {
  std::vector<double> draws;
  for (std::size_t i = 0; i < n; ++i)
    draws.push_back(normal_quantile((static_cast<double>(i) + 0.5) / static_cast<double>(n)));
  const Dice dice{7, who};
  Stream random{dice, "test.draws"};
  for (std::size_t i = n; i > 1; --i)
    std::swap(draws[i - 1], draws[random.below(static_cast<std::uint32_t>(i))]);
  return draws;
}

// The same of two parameters together, evenly over the plane (additive recurrence by the plastic
// number; Roberts 2018), so that neither goes along with the other: `which` of them, 1 or 2.
inline std::vector<double> even_draws(std::size_t n, int which) {
  const double step = std::pow(1 / 1.3247179572447460, which);
  std::vector<double> draws;
  for (std::size_t i = 0; i < n; ++i) {
    const double at = 0.5 + step * static_cast<double>(i);
    draws.push_back(normal_quantile(at - std::floor(at)));
  }
  return draws;
}

// Of a gain that is normal: what knowing it is worth where one can take it or leave it (unit normal
// loss integral; Raiffa & Schlaifer 1961).
inline double normal_loss(double mean, double sd) {
  const double z = mean / sd;
  return mean * 0.5 * std::erfc(-z / std::sqrt(2.0)) +
         sd * std::exp(-z * z / 2) / std::sqrt(2 * M_PI) - std::max(0.0, mean);
}

}  // namespace swadaya
