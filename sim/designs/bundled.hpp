// An experiment as it is read under each of several bundles of assumptions.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/bundles.hpp"

namespace swadaya {

// The experiment of these files under each bundle, in the order of the bundles. Throws BadInput
// with all that is wrong, also where two bundles share a name, a bundle is an experiment or runs
// another number of months, or a variant's setting has no meaning anywhere.
std::vector<Bundle> read_bundles(const std::vector<std::string>& files,
                                 const std::vector<std::string>& bundles,
                                 const Catalogue& catalogue, const Overrides& overrides);

}  // namespace swadaya
