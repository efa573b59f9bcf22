#include "sim/month/ties.hpp"

#include <gtest/gtest.h>

namespace swadaya {

// Sixteen side by side, taken apart again: the same ties in the same order, filled up with the row
// behind the last.
TEST(TiesOfPacks, AreTheSameTies) {
  constexpr std::uint32_t rows = 64;
  std::vector<Tie> list;
  for (Household h = 0; h < 40; ++h)  // the last pack but one has few, the last none
    for (Household step = 1; step <= h % 6; ++step)
      if (h + 3 * step < 44) list.push_back({h, h + 3 * step});
  const Ties ties = ties_of(rows, list);
  const TiesOfPacks packs = in_packs(ties);
  ASSERT_EQ(packs.start.size(), rows / 16 + 1);
  EXPECT_EQ(packs.start[0], 0u);
  for (Household h = 0; h < rows; ++h) {
    const std::size_t begin = packs.start[h / 16], end = packs.start[h / 16 + 1];
    std::size_t longest = 0;
    for (Household k = h / 16 * 16; k < h / 16 * 16 + 16; ++k)
      longest = std::max(longest, ties.of(k).size());
    ASSERT_EQ(end - begin, 16 * longest) << h;
    std::vector<Household> own;
    for (std::size_t at = begin + h % 16; at < end; at += 16) own.push_back(packs.neighbour[at]);
    std::vector<Household> expected(ties.of(h).begin(), ties.of(h).end());
    expected.resize(longest, rows);
    EXPECT_EQ(own, expected) << h;
  }
  EXPECT_EQ(packs.start.back(), packs.neighbour.size());
}

TEST(TiesOfPacks, MayBeNone) {
  const TiesOfPacks packs = in_packs(ties_of(32, {}));
  EXPECT_EQ(packs.start, (std::vector<std::uint32_t>{0, 0, 0}));
  EXPECT_TRUE(packs.neighbour.empty());
}

}  // namespace swadaya
