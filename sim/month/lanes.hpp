// What a job's variants share while they step side by side: the world, the columns and the marks of
// the month.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/month/columns.hpp"
#include "sim/month/ties.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

struct Lanes {
  const World& world;
  std::uint32_t count;  // 1, 2, 4, 8 or 16
  int month = 0;
  Columns columns;
  TiesOfPacks ties_of_packs;                                // of one lane; else empty
  std::vector<std::vector<std::vector<Household>>> marked;  // by chunk, then by mark * count + lane
};

}  // namespace swadaya
