// What a scenario's runs come to beside stylised facts: verdicts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/designs/patterns.hpp"
#include "sim/jobs/jobs.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/month/simulation.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

enum class Verdict { holds, fails, not_measured };

// A fact holds until chance can't be the reason that its value lies outside the band: it fails
// where that is further away than two standard errors.
struct Finding {
  Pattern pattern;
  Measure measure{};
  Verdict verdict = Verdict::not_measured;
  bool on_the_edge = false;  // within two standard errors of an end of the band
  std::string why;           // not measured
  std::string why_id = {};   // the same in Indonesian, where the program says it
};

// Whether a value lies so far outside of a band that chance isn't the reason.
bool lies_outside(const Measure& measure, double low, double high);

// Runs all jobs of an experiment and hands each one's series over (any thread).
using RunAll =
    std::function<void(const Experiment& experiment,
                       const std::function<void(const Job&, const std::vector<Series>&)>& sink)>;

// Runs the scenario of `file` (of an experiment, its baseline) and what it must be changed to for
// the facts, in the same worlds, and holds them against it.
std::vector<Finding> findings_of(const std::string& file, const std::vector<Pattern>& patterns,
                                 const Catalogue& catalogue, const Overrides& overrides,
                                 const RunAll& run_all);

bool a_hard_one_fails(const std::vector<Finding>& findings);

}  // namespace swadaya
