// bundles.json of a comparison under several bundles, which has what the folders of the bundles
// don't say: their order, and what variants leave out in each.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/bundles.hpp"

namespace swadaya::tool {

inline const char* const bundles_file = "bundles.json";

bool holds_bundles(const std::string& folder);
// In their order.
std::vector<std::string> names_of_bundles(const std::string& folder);
// Gives a bundle, whose experiment was read from its own folder, what bundles.json says of it.
// Throws BadInput where that isn't of this experiment.
void complete(Bundle& bundle, const std::string& folder);
void write_bundles_file(const std::string& folder, const std::vector<Bundle>& bundles);

}  // namespace swadaya::tool
