// A run that is cut into parts, for job arrays: which of its runs are whose.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// Number 1 to `of`.
struct Part {
  std::uint32_t number = 1, of = 1;
  bool operator==(const Part&) const = default;
};

// "2/8". Throws BadInput, which names --parts.
Part part_in(const std::string& text);
std::string text_of(const Part& part);
// Whether number `index` of things that are dealt out one by one, from 0, is this part's.
inline bool is_of(const Part& part, std::size_t index) {
  return index % part.of + 1 == part.number;
}

// In how many parts it can be cut at most, so that each has something.
std::size_t most_parts(const Experiment& experiment);
// What the other parts run, by variant, then replicate. Whole replicates are dealt out, one by one,
// so that all variants of a world stay together; where there are fewer of them than parts, jobs.
std::vector<Finished> of_others(const Experiment& experiment, const Part& part);

}  // namespace swadaya
