// What models may leave behind: numbers within their limits, and numbers of households and groups
// that are there. Whatever breaks them is the model's that has just acted, a plug-in's too: no such
// value becomes a figure, and nothing is looked up by it.
#pragma once

#include <cstddef>
#include <string>

#include "sim/month/lanes.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

// "group 3 (founded by household 17): cohesion is nan, and must be within 0 and 1"; "" where all
// that a ward carries is in order.
std::string fault_in(const Ward& ward, const Owned& owned);

// Throw std::range_error with what is wrong: with what a pass writes into a column of one chunk,
// what a ward carries, and all columns.
void check_cells(Lanes& lanes, Column column, const Chunk& chunk, std::size_t packs);
void check_ward(const Ward& ward, const Owned& owned);
void check_columns(const Lanes& lanes);

}  // namespace swadaya
