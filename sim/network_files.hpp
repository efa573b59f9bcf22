// Ties read from CSV or GraphML files.
#pragma once

#include <map>
#include <string>

#include "sim/network.hpp"

namespace swadaya {

struct FileNetwork {
  std::uint32_t households = 0;
  std::vector<Tie> ties;
};

// `select`: takes the rows of a three-column CSV whose first column is this; below 0 takes all.
// `number_of`: identity of each household -> its number; where it is empty, households are numbered
// as they first stand in the file. Throws BadInput.
FileNetwork network_of_file(const std::string& file, double select,
                            std::map<double, std::uint32_t> number_of);

}  // namespace swadaya
