// Ties as a job of one variant walks them: of sixteen households side by side.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/pack.hpp"
#include "sim/world/ties.hpp"

namespace swadaya {

// The ties of sixteen neighbouring rows side by side: tie j of row 16 p + k is at start[p] + 16 j +
// k; short rows are filled up with the row behind the last, whose columns stay 0. For a single
// variant, where sixteen households are summed at once.
struct TiesOfPacks {
  std::vector<std::uint32_t> start;
  std::vector<Household> neighbour;
};
TiesOfPacks in_packs(const Ties& ties);

}  // namespace swadaya
