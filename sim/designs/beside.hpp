// What a comparison's answer hangs on: the same interventions in the same kind of worlds under
// other assumptions.
#pragma once

#include <string>
#include <vector>

#include "sim/base/statistics.hpp"
#include "sim/designs/findings.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/bundles.hpp"

namespace swadaya {

// Effects on the outcome that interventions are ranked by, at the first month shown.
struct Answers {
  std::string under;  // the bundle's title; "" for the comparison itself
  std::size_t worlds = 0;
  std::vector<PairedDifference> effects;  // by variant; the baseline's is of nothing
  std::vector<std::size_t> order;         // variants with a figure, the best first
};

// `experiment` must say what it is ranked by.
Answers answers_of(const Experiment& experiment, const Results& results, const std::string& under);

// Runs the experiment under each of the bundles, in its `beside_replicates` worlds.
std::vector<Answers> answers_beside(const std::vector<Bundle>& bundles, const RunAll& run_all);

}  // namespace swadaya
