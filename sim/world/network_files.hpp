// Ties read from CSV or GraphML files.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "sim/world/network.hpp"

namespace swadaya {

struct FileNetwork {
  std::uint32_t households = 0;
  std::vector<Tie> ties;
};

// How files name a household: by the place in which its name holds, 0 where names hold everywhere,
// and the name.
using Identity = std::pair<double, double>;

// `select`: takes the rows of a three-column CSV whose first column is this; below 0 takes all.
// `number_of`: identity of each household -> its number; where it is empty, households are numbered
// as they first stand in the file. `by_place`: names hold within the place that the first of three
// columns gives. Throws BadInput.
FileNetwork network_of_file(const std::string& file, double select,
                            std::map<Identity, std::uint32_t> number_of, bool by_place);

}  // namespace swadaya
