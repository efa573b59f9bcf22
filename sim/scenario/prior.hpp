// What is believed of a parameter before any data: a distribution cut off at the parameter's range.
#pragma once

#include <string>
#include <vector>

#include "sim/base/parameter.hpp"

namespace swadaya {

enum class Shape { uniform, normal, lognormal, beta };

struct Prior {
  std::string key;  // "lending.norm"
  Shape shape = Shape::uniform;
  double a = 0, b = 0;  // normal: mean, sd; lognormal: median, sd of the logarithm; beta: its two
                        // shape parameters, over the range
  Range range{0, 1};    // of the parameter; nothing lies outside

  double quantile(double u) const;     // u within (0, 1)
  double log_density(double x) const;  // -infinity outside the range
  double mean() const;
  double sd() const;
  // As a file says it: { distribution = "normal", mean = 0.5, sd = 0.1, low = 0, high = 1 }.
  std::string text() const;
};

}  // namespace swadaya
