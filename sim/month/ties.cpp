#include "sim/month/ties.hpp"

#include <algorithm>

namespace swadaya {

TiesOfPacks in_packs(const Ties& ties) {
  const auto rows = static_cast<std::uint32_t>(ties.start.size() - 1);
  TiesOfPacks packs{{0}, {}};
  packs.neighbour.reserve(ties.neighbour.size() * 3 / 2);
  for (Household first = 0; first < rows; first += pack_width) {
    std::size_t longest = 0;
    for (Household k = 0; k < pack_width; ++k)
      longest = std::max(longest, ties.of(first + k).size());
    const std::size_t begin = packs.neighbour.size();
    packs.neighbour.resize(begin + longest * pack_width, rows);
    for (Household k = 0; k < pack_width; ++k) {
      std::size_t at = begin + k;
      for (const Household n : ties.of(first + k)) packs.neighbour[at] = n, at += pack_width;
    }
    packs.start.push_back(static_cast<std::uint32_t>(packs.neighbour.size()));
  }
  return packs;
}

}  // namespace swadaya
