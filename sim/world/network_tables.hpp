// Ties in tables: lists of them, and adjacency matrices.
#pragma once

#include "sim/world/file_network.hpp"

namespace swadaya {

// Households without a name known are numbered as they first stand in the file. Throws BadInput.
FileNetwork network_of_table(const TieFile& file, const KnownHouseholds& known);

}  // namespace swadaya
