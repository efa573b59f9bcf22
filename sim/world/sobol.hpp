// Points that fill the unit cube evenly.
#pragma once

#include <cstdint>

#include "sim/base/points.hpp"

namespace swadaya {

// The first n points of Sobol's sequence (direction numbers of Joe & Kuo 2008), each dimension
// scrambled by a nested uniform permutation of its own (Owen 1995; hashed as in Burley 2020), so
// that estimates are unbiased and the even spread stays. Throws BadInput beyond 3667 dimensions.
Points sobol_points(std::size_t n, std::size_t dimensions, std::uint64_t seed);

}  // namespace swadaya
