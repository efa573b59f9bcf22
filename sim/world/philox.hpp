// Philox4x32-10 of Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3;
// sixteen blocks at a time, in vector registers. Random123 computes one block; tests hold the two
// against each other.
#pragma once

#include <array>
#include <cstdint>

namespace swadaya {

// Sixteen blocks: word w of block k is at [w][k].
struct alignas(64) SixteenBlocks {
  std::array<std::array<std::uint32_t, 16>, 4> word;
};

struct Counter {  // of the first block; the k-th has `first` + k in its place
  std::uint32_t first, second, third, fourth;
};

SixteenBlocks philox_sixteen(const Counter& counter, const std::array<std::uint32_t, 2>& key);

}  // namespace swadaya
