// Ties read from files: tables of ties, adjacency matrices, GraphML.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/world/columns.hpp"
#include "sim/world/ties.hpp"

namespace swadaya {

struct FileNetwork {
  std::uint32_t households = 0;
  std::vector<Tie> ties;  // as they stand in the file, with repeats and self-ties
  std::string read;       // what was read and what was left out, in words
};

// Households that a file of ties may name.
struct KnownHouseholds {
  Identities number_of;          // nobody: whoever has a tie is one
  bool by_place = false;         // names hold within a place
  std::string place_column;      // and this is the heading of its column
  bool names_are_unique = true;  // whatever the place
  bool are_counted = false;      // they have no names: their numbers are from 0
};

struct TieFile {
  std::string file;
  double select = -1;  // takes the rows of a table whose first column is this; below 0 takes all
  Columns columns;     // "from" and "to"; empty: by their usual names, or by their places
};

// Households without a name known are numbered as they first stand in the file. Throws BadInput.
FileNetwork network_of_file(const TieFile& file, const KnownHouseholds& known);

}  // namespace swadaya
