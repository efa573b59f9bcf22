// Draws of parameters that an experiment's replicates take: of which file, and what they leave
// alone.
#pragma once

#include <map>
#include <set>
#include <string>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// What the command line and a bundle set: draws leave it as it is set.
std::set<std::string> held_still(const Overrides& overrides, const Draft& bundle);

// The parameters of all variants.
std::map<std::string, const ParameterInfo*> parameters_of(const Experiment& experiment,
                                                          const Catalogue& catalogue);

// Reads the sample that `asked` names, or else the experiment itself, and deals its draws out to
// the replicates; none where `asked` is "none". Throws BadInput with all that is wrong.
//
// A sample may say which models its draws are of, in columns such as "models.lending". Where what
// is held still puts another in their place, the draws aren't taken, and the posterior says why.
// `parameters`: what may be drawn.
void take_draws(Experiment& experiment, const std::string& asked, const std::set<std::string>& held,
                const std::map<std::string, const ParameterInfo*>& parameters);

}  // namespace swadaya
