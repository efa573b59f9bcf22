// What a job's variants share while they step side by side: the world, the columns and the marks of
// the month.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/month/columns.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

// The ties of sixteen neighbouring rows side by side: tie j of row 16 p + k is at start[p] + 16 j +
// k; short rows are filled up with the row behind the last, whose columns stay 0. For a single
// variant, where sixteen households are summed at once.
struct TiesOfPacks {
  std::vector<std::uint32_t> start;
  std::vector<Household> neighbour;
};
TiesOfPacks in_packs(const Ties& ties);

struct Lanes {
  const World& world;
  std::uint32_t count;  // 1, 2, 4, 8 or 16
  int month = 0;
  Columns columns;
  TiesOfPacks ties_of_packs;                                // of one lane; else empty
  std::vector<std::vector<std::vector<Household>>> marked;  // by chunk, then by mark * count + lane
};

}  // namespace swadaya
