// What a search for the best mix is after: outcomes at a month, each by its weight.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/results/results.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

// What is to be as high as it can: outcomes at a month, each by its weight. Shares count in
// percentage points and money in million rupiah, as in tables; weights are positive and each
// outcome counts in its good direction.
struct Aim {
  struct Part {
    std::size_t outcome;
    double weight;
  };
  std::vector<Part> parts;
  int month = 0;

  bool is_one_outcome() const { return parts.size() == 1 && parts[0].weight == 1; }
  std::string name(Language in = {}) const;  // "recovery", or "recovery + 0.5 poor served"
  std::string unit(Language in = {}) const;  // "points"; "" of several outcomes
  double factor(const Part& part) const;     // of the outcome as it is stored
  // One value a replicate, from a sample that has the month.
  std::vector<double> values(const Sample& sample) const;
};

}  // namespace swadaya
