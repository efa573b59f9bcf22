// A network as a file gives it: its ties, the households that it may name, and what was read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/notes.hpp"
#include "sim/world/columns.hpp"
#include "sim/world/ties.hpp"

namespace swadaya {

struct FileNetwork {
  std::uint32_t households = 0;
  std::vector<Tie> ties;  // as they stand in the file, with repeats and self-ties
  Reading reading;        // what was read and what was left out
};

// Households that a file of ties may name.
struct KnownHouseholds {
  Identities number_of;      // nobody: whoever has a tie is one
  bool by_place = false;     // names hold within a place
  std::string place_column;  // and this is the heading of its column
  std::string outer_column;  // that of what the place is a part of, an RW; "" where none is known
  bool names_are_unique = true;  // whatever the place
  bool are_counted = false;      // they have no names: their numbers are from 0
};

struct TieFile {
  std::string file;
  double select = -1;    // takes the rows of a table whose first column is this; below 0 takes all
  Columns columns{};     // "from" and "to"; empty: by their usual names, or by their places
  std::string weight{};  // a column, or an attribute of edges; "": what weighs is left out
  double weight_above = 0;  // a row or edge that weighs this or less is no tie
};

// Puts it into words: "594 households, 8,703 ties; HOW; left out: WHAT"; repeats and self-ties are
// left out, too.
void describe(FileNetwork& network, const std::string& how, std::vector<std::string> left_out);
// Adds "12 rows that weigh 0 or less"; nothing where there are none.
void add_light(std::vector<std::string>& left_out, std::size_t light, const char* what,
               double above);
// Households by their names alone.
Identities without_places(const KnownHouseholds& known);
// How an identity calls a place: an RT of no RW, or one of an RW, which isn't that of another RW.
std::string place_called(const std::string& outer, const std::string& place);
// Households by their RT and name, whatever the RW; empty where that isn't one household each.
Identities without_outer_places(const KnownHouseholds& known);

}  // namespace swadaya
