#include "sim/world/ties.hpp"

#include <algorithm>
#include <cmath>

namespace swadaya {

bool Ties::joined(Household a, Household b) const {
  const auto neighbours = of(a);
  return std::binary_search(neighbours.begin(), neighbours.end(), b);
}

Ties ties_of(std::uint32_t rows, const std::vector<Tie>& list) {
  Ties ties;
  ties.start.assign(std::size_t{rows} + 1, 0);
  for (const Tie& tie : list)
    if (tie.a != tie.b) ++ties.start[tie.a + 1], ++ties.start[tie.b + 1];
  for (std::uint32_t h = 0; h < rows; ++h) ties.start[h + 1] += ties.start[h];
  ties.neighbour.resize(ties.start[rows]);
  std::vector<std::uint32_t> end(ties.start.begin(), ties.start.end() - 1);
  for (const Tie& tie : list)
    if (tie.a != tie.b) ties.neighbour[end[tie.a]++] = tie.b, ties.neighbour[end[tie.b]++] = tie.a;

  // Each row ascending and each neighbour once; rows close up over what falls out.
  std::uint32_t kept = 0;
  for (std::uint32_t h = 0; h < rows; ++h) {
    const std::uint32_t first = ties.start[h], last = end[h];
    std::sort(ties.neighbour.begin() + first, ties.neighbour.begin() + last);
    ties.start[h] = kept;
    for (std::uint32_t e = first; e < last; ++e)
      if (e == first || ties.neighbour[e] != ties.neighbour[e - 1]) {
        const Household n = ties.neighbour[e];
        if (kept == ties.start[h] || ties.neighbour[kept - 1] != n) ties.neighbour[kept++] = n;
      }
  }
  ties.start[rows] = kept;
  ties.neighbour.resize(kept);
  ties.neighbour.shrink_to_fit();
  return ties;
}

std::vector<double> leading_eigenvector(const Ties& ties, Household first, Household last) {
  constexpr int most_rounds = 20000;
  constexpr double still = 1e-13;  // length of the last step
  const std::size_t n = last - first;
  std::vector<double> x(n, 1 / std::sqrt(std::max(1.0, static_cast<double>(n)))), next(n);
  for (int round = 0; round < most_rounds; ++round) {
    double squares = 0;
    for (Household h = first; h < last; ++h) {
      double sum = x[h - first];
      for (const Household m : ties.of(h))
        if (m >= first && m < last) sum += x[m - first];
      next[h - first] = sum;
      squares += sum * sum;
    }
    const double length = std::sqrt(squares);
    double moved = 0;
    for (std::size_t i = 0; i < n; ++i) {
      next[i] /= length;
      moved += (next[i] - x[i]) * (next[i] - x[i]);
    }
    x.swap(next);
    if (moved < still * still) break;
  }
  return x;
}

}  // namespace swadaya
