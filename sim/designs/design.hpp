// Designs of computer experiments: points of the unit cube, each coordinate within [0, 1). What
// they mean as values of parameters is for others to say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/points.hpp"

namespace swadaya {

// Every combination of `levels[d]` values of dimension d, 0, 1, ... levels[d] - 1 as whole numbers;
// the last dimension runs fastest.
std::vector<std::vector<std::size_t>> full_grid(const std::vector<std::size_t>& levels);

// A Latin hypercube of n points, each of the n slices of every dimension hit once: the one of a
// number of random ones in which the two nearest points lie farthest apart (McKay, Beckman &
// Conover 1979; Johnson, Moore & Ylvisaker 1990). Of more than a thousand points distances are
// looked at among the first thousand.
Points latin_hypercube(std::size_t n, std::size_t dimensions, std::uint64_t seed);

// Says, where a count of Sobol points isn't a power of two, which ones are: between two of them the
// points fill their cube unevenly, and errors fall no faster than of random points (Owen 2022).
// `key`: what says the count.
void advise_power_of_two(const std::string& key, std::size_t points);

enum class Interactions { left_out, of_two };
// Saltelli's design of n (k + 2) points for first-order and total indices: n of A, n of B, then for
// each of the k dimensions n points of A with that dimension taken from B. For interactions of two,
// n (2 k + 2) points: for each dimension, n points of B with that dimension taken from A follow
// (Saltelli 2002).
Points saltelli_points(std::size_t n, std::size_t dimensions, std::uint64_t seed,
                       Interactions interactions = Interactions::left_out);

// One-at-a-time walks of Morris (1991) on a grid of p levels (even), each of k + 1 points; of four
// times as many random ones the `count` that lie farthest apart, chosen one after the other (after
// Campolongo, Cariboni & Saltelli 2007). Steps have length p / (2 (p - 1)); coordinates are within
// [0, 1], both ends included.
Points morris_walks(std::size_t count, std::size_t dimensions, std::size_t levels,
                    std::uint64_t seed);

}  // namespace swadaya
