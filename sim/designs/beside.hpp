// What a comparison's answer hangs on: the same interventions in the same kind of worlds under
// other assumptions.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/jobs/jobs.hpp"
#include "sim/month/simulation.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/bundles.hpp"

namespace swadaya {

// Effects on the outcome that interventions are ranked by, at the first month shown.
struct Answers {
  std::string under;  // the assumptions' title; "" for the comparison itself
  std::size_t worlds = 0;
  std::vector<PairedDifference> effects;  // by variant; the baseline's is of nothing
  std::vector<std::size_t> order;         // variants with a figure, the best first
  // By outcome shown, then variant: mean differences at the same month.
  std::vector<std::vector<double>> shown = {};
  std::string under_id = {};  // `under` in Indonesian, where the assumptions have such a title
};

// `experiment` must say what it is ranked by.
Answers answers_of(const Experiment& experiment, const Results& results, const std::string& under);

// Where the mean differences lie under these assumptions and the experiment's own, of the outcomes
// shown at the month of the ranking. Empty where nothing else was run.
std::vector<Structure> structure_of(const Experiment& experiment, const Results& results,
                                    const std::vector<Answers>& beside);

// The experiment under a bundle, as far as its ranking needs: until the month that it looks at,
// called by the bundle's title.
Experiment ranked_under(const Bundle& bundle);

// Runs one of these; nothing where it was stopped, of which `run` returns false.
using RunUntilStopped =
    std::function<bool(const Experiment& experiment,
                       const std::function<void(const Job&, const std::vector<Series>&)>& sink)>;
std::optional<Answers> answers_under(const Experiment& experiment, const RunUntilStopped& run);

}  // namespace swadaya
