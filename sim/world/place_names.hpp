// What the RW and RT of a ward are called, where somebody else names them: on a map.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"

namespace swadaya {

struct PlaceNames {
  std::vector<std::string> rws, rts;  // in the order of the world; RTs of an RW together
  std::vector<std::uint32_t> rw_of_rt;
};

// Of the first ward: as a file of households names them, else numbers from 1, of RTs within their
// RW. Throws BadInput where the file can't be read.
PlaceNames place_names_of(const Values& values);

// Whether two names are the same place's: 3 and 003 are, and a and A.
bool is_same_place(const std::string& a, const std::string& b);

}  // namespace swadaya
