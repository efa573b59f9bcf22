// Limits of the numbers that every model may read, and of outcomes.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include "sim/month/columns.hpp"
#include "sim/month/outcome.hpp"

namespace swadaya {

// kRp, or whatever else is counted: no run comes near to it.
inline constexpr double most_amount = 1e15;

// Of a column that every model may read; anything is within those of a model's own.
struct Limits {
  const char* name = "";
  float low = 0, high = 1;
  bool whole = false;

  bool hold(float value) const {
    const float more = whole ? 0.0f : slack;
    return value >= low - more && value <= high + more && (!whole || value == std::trunc(value));
  }
  static constexpr float slack = 1e-4f;  // shares are sums that were rounded
};
extern const std::array<Limits, column::count> limits_of_columns;
extern const std::array<Limits, rt_column::count> limits_of_rt_columns;
// nullptr for a model's own.
inline const Limits* limits_of(Column c) {
  return c.number < column::count ? &limits_of_columns[c.number] : nullptr;
}
inline const Limits* limits_of(RtColumn c) {
  return c.number < rt_column::count ? &limits_of_rt_columns[c.number] : nullptr;
}

// "nan, and must be within 0 and 1"; "" where the value is within its limits.
std::string fault_of(const Limits& limits, float value);

// The first of so many packs' cells that is outside; nothing where none is.
std::optional<std::size_t> first_outside(const Limits& limits, const float* cells,
                                         std::size_t packs);

// What is wrong with an outcome: "is infinite"; "" where nothing.
std::string fault_of(const OutcomeInfo& info, double x);

}  // namespace swadaya
