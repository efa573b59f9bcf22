#include "sim/world/sobol.hpp"

#include <boost/random/sobol.hpp>
#include <string>

#include "sim/base/error.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

std::uint32_t reversed(std::uint32_t x) {
  x = (x >> 1 & 0x55555555u) | (x & 0x55555555u) << 1;
  x = (x >> 2 & 0x33333333u) | (x & 0x33333333u) << 2;
  x = (x >> 4 & 0x0f0f0f0fu) | (x & 0x0f0f0f0fu) << 4;
  x = (x >> 8 & 0x00ff00ffu) | (x & 0x00ff00ffu) << 8;
  return x >> 16 | x << 16;
}

// Each bit of the reversed number is changed by a hash of those below it: a nested uniform
// permutation (Laine & Karras 2011, constants of Burley 2020).
std::uint32_t scrambled(std::uint32_t x, std::uint32_t seed) {
  x = reversed(x);
  x ^= x * 0x3d20adeau;
  x += seed;
  x *= (seed >> 16) | 1u;
  x ^= x * 0x05526c56u;
  x ^= x * 0x53a22864u;
  return reversed(x);
}

}  // namespace

Points sobol_points(std::size_t n, std::size_t dimensions, std::uint64_t seed) {
  constexpr std::size_t most = 3667;  // dimensions with direction numbers
  if (dimensions > most)
    throw BadInput{Problem{"", 0, 0, "", std::to_string(dimensions),
                           "Sobol's sequence has at most 3667 dimensions",
                           "use a Latin hypercube"}};
  const Dice dice{seed, 0};
  Stream random{dice, "design.sobol"};
  std::vector<std::uint32_t> seeds(dimensions);
  for (std::uint32_t& s : seeds) s = random();
  Points points(n, std::vector<double>(dimensions));
  if (dimensions == 0) return points;
  using Sequence = boost::random::sobol_engine<std::uint32_t, 32>;
  Sequence sequence{dimensions};
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t d = 0; d < dimensions; ++d) {
      // Boost leaves out the origin, without which 2^m points aren't evenly spread.
      const std::uint32_t x = i == 0 ? 0 : sequence();
      points[i][d] = static_cast<double>(scrambled(x, seeds[d])) * 0x1p-32;
    }
  return points;
}

}  // namespace swadaya
