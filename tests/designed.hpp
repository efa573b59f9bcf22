// Experiments with a design, over made-up outcomes.
#pragma once

#include "tests/stored.hpp"

namespace swadaya {

inline std::string experiment_with(const std::string& design, int replicates = 3) {
  return std::string{small_ward} + "[experiment]\nreplicates = " + std::to_string(replicates) +
         "\noutcomes = [\"recovery\"]\nmonths_shown = [12]\n" + design;
}

inline double setting(const Values& values, const std::string& key) {
  return std::get<double>(values.at(key));
}

}  // namespace swadaya
