#include "sim/world/philox.hpp"

#include <gtest/gtest.h>

#include "sim/world/dice.hpp"

namespace swadaya {

TEST(Philox, RollsSixteenBlocksAsOneByOne) {
  const SixteenBlocks blocks =
      philox_sixteen({0xfffffff8u, 7, 0x13198a2eu, 3}, {0xa4093822u, 0x299f31d0u});
  for (std::uint32_t k = 0; k < 16; ++k) {
    const auto one = philox({0xfffffff8u + k, 7, 0x13198a2eu, 3}, {0xa4093822u, 0x299f31d0u});
    for (std::size_t w = 0; w < 4; ++w) EXPECT_EQ(blocks.word[w][k], one[w]);
  }
}

// kat_vectors of Random123, philox4x32 10, each in a place of its own.
TEST(Philox, AgreesWithThePublishedVectors) {
  const SixteenBlocks zeros = philox_sixteen({0xfffffffdu, 0, 0, 0}, {0, 0});
  EXPECT_EQ(zeros.word[0][3], 0x6627e8d5u);
  EXPECT_EQ(zeros.word[1][3], 0xe169c58du);
  EXPECT_EQ(zeros.word[2][3], 0xbc57ac4cu);
  EXPECT_EQ(zeros.word[3][3], 0x9b00dbd8u);
  const SixteenBlocks digits_of_pi = philox_sixteen(
      {0x243f6a88u - 15, 0x85a308d3u, 0x13198a2eu, 0x03707344u}, {0xa4093822u, 0x299f31d0u});
  EXPECT_EQ(digits_of_pi.word[0][15], 0xd16cfe09u);
  EXPECT_EQ(digits_of_pi.word[3][15], 0x24126ea1u);
}

}  // namespace swadaya
