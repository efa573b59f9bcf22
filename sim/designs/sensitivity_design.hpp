// A sensitivity analysis as an experiment: its points, and what their outcomes say.
#pragma once

#include <string>
#include <vector>

#include "sim/designs/axes.hpp"
#include "sim/designs/entry.hpp"
#include "sim/designs/sensitivity.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

const Design& sensitivity_design();
// Adds a variant for each point of a draft's [sensitivity]; the experiment's `parameters` are then
// the dimensions of the design. `seed`: of the experiment.
void expand_sensitivity(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                        std::uint64_t seed, std::vector<Problem>& problems);

// Which of the methods an experiment's points are of: Morris's walks, else Sobol's; with pairs.
bool goes_in_walks(const Experiment& experiment);
bool asks_for_pairs(const Experiment& experiment);
// Points of a walk or row of such a design of k parameters; 0 of other designs.
std::size_t block_of(const std::string& design, std::size_t k);

// Of an outcome at a month, by the experiment's `parameters`.
struct Sensitivity {
  std::size_t outcome;
  int month;
  bool is_constant;  // the same at every point: nothing that was moved matters to it
  // Share of the variance between the points' means that chance within worlds makes, of any two of
  // them; along one parameter's steps, which share more of chance, it is mostly less.
  double noise;
  MorrisEffects morris;  // empty but for this method
  SobolIndices sobol;    // empty but for this method
};
std::vector<Sensitivity> sensitivities(const Experiment& experiment, const Results& store);

// Parameters by their weight in the outcome, the heaviest first; what isn't a number last.
std::vector<std::size_t> ranking_of(const Sensitivity& s);
// Whether what an index says could be chance: what it is beyond chance along its own steps reaches
// down to 0; where chance isn't known, the index itself does.
bool may_be_chance(const Index& index);
// Whether all that a parameter does could be: neither of its Sobol indices, nor its mu*, lies above
// chance.
bool may_be_chance(const Sensitivity& s, std::size_t parameter);
// Every two parameters, those first that do most together.
std::vector<SecondOrder> pairs_of(const Sensitivity& s);

// The share of the variance between points' means that is left from chance, from values by point
// and replicate: what remains of each value without its point's and its replicate's mean. Points
// that share worlds share most of chance; that part cancels and isn't counted. Not a number with
// fewer than two points or replicates.
double noise_share(const std::vector<std::vector<double>>& values);

}  // namespace swadaya
