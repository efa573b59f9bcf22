// What a job's variants share while they step side by side: the world, the columns and the marks of
// the month.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/month/columns.hpp"
#include "sim/month/ties.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

// What the models of a job own beside columns of households and RTs.
struct Owned {
  std::vector<double> first_of_groups, first_of_wards;  // values, by column
  std::uint32_t area_columns, area_lists;
};

struct Lanes {
  const World& world;
  std::uint32_t count;  // 1, 2, 4, 8 or 16
  int month = 0;
  Columns columns;
  TiesOfPacks ties_of_packs;                                // of one lane; else empty
  std::vector<std::vector<std::vector<Household>>> marked;  // by chunk, then by mark * count + lane
  Owned owned;
};

}  // namespace swadaya
