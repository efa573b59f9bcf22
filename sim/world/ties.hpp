// Ties between households.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace swadaya {

using Household = std::uint32_t;  // number of a household's row

// Undirected ties in compressed rows: the neighbours of h, ascending, are neighbour[start[h]] ..
// neighbour[start[h + 1] - 1].
struct Ties {
  std::vector<std::uint32_t> start;  // one entry per household, and one more
  std::vector<Household> neighbour;  // each tie stands twice
  std::span<const Household> of(Household h) const {
    return {neighbour.data() + start[h], neighbour.data() + start[h + 1]};
  }
  bool joined(Household a, Household b) const;
};

// The leading eigenvector of the ties among rows first .. last - 1, of unit length and without
// negative entries; one value per row. By powers of A + I, which bipartite networks don't upset.
std::vector<double> leading_eigenvector(const Ties& ties, Household first, Household last);

struct Tie {
  Household a, b;
};

// Compressed rows of an undirected list; self-ties and repetitions fall out.
Ties ties_of(std::uint32_t rows, const std::vector<Tie>& list);

}  // namespace swadaya
