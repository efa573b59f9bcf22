// Experiments whose replicates take draws of a sample.
#pragma once

#include <string>

#include "sim/designs/experiment.hpp"
#include "tests/stage.hpp"

namespace swadaya {

// A file of an experiment over draws of `csv`.
inline std::string file_over(const std::string& csv, std::uint32_t replicates = 12) {
  file_with("draws.csv", csv);
  return file_with("over.toml", std::string{small_ward} +
                                    "[experiment]\nposterior = \"draws.csv\"\nreplicates = " +
                                    std::to_string(replicates) +
                                    "\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
                                    "set = { \"lending.norm\" = 0.6 }\n");
}

inline Experiment over(const std::string& csv, std::uint32_t replicates = 12) {
  return read_experiment(file_over(csv, replicates), all_models(), {});
}

}  // namespace swadaya
