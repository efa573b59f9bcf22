// From a comparison to a search: the best combination of the packages that were compared, for a
// budget.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What is asked of an optimisation on the command line.
struct BudgetQuestion {
  double budget = 0;        // kRp a ward beyond the baseline
  std::size_t outcome = 0;  // that is to be as good as can be
  int month = 0;            // at which it counts
};

struct PackageSearch {
  Experiment experiment;  // with [optimisation]
  // "8 The five together: made of the others"
  std::vector<std::string> left_out{};
};

// Each package that was compared is a lever that one has or hasn't. No lever says a cost: what
// packages cost together is seldom the sum of what each costs alone, so the search goes by what it
// simulates. Left out is what is made of the others, what sets a parameter otherwise than another
// does, and what no lever can be: another model, a factor, an event. `file`: the experiment's.
// Throws BadInput with all that is wrong, and where no package is left.
PackageSearch search_over_packages(const std::string& file, const Experiment& compared,
                                   const BudgetQuestion& question, const Catalogue& catalogue,
                                   const Overrides& overrides);

// An experiment file with [optimisation] and another budget than it says.
Experiment with_budget(const std::string& file, double budget, const Catalogue& catalogue,
                       const Overrides& overrides);

}  // namespace swadaya
