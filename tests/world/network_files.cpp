#include "sim/world/network_files.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

namespace {

using Pairs = std::vector<std::pair<Household, Household>>;

Pairs pairs_of(const FileNetwork& network) {
  Pairs pairs;
  for (const Tie& tie : network.ties) pairs.emplace_back(tie.a, tie.b);
  return pairs;
}

}  // namespace

TEST(NetworkFiles, NumberHouseholdsAsTheyFirstStand) {
  const FileNetwork n =
      network_of_file(file_with("e.csv", "i,j\n30,10\n10,20\n30,20\n"), -1, {}, false);
  EXPECT_EQ(n.households, 3u);
  EXPECT_EQ(pairs_of(n), (Pairs{{0, 1}, {1, 2}, {0, 2}}));
}

TEST(NetworkFiles, TakeTheRowsThatAreSelected) {
  const std::string file = file_with("e.csv", "village,i,j\n1,5,6\n2,5,7\n1,6,8\n");
  EXPECT_EQ(pairs_of(network_of_file(file, 1, {}, false)), (Pairs{{0, 1}, {1, 2}}));
  EXPECT_EQ(network_of_file(file, -1, {}, false).ties.size(), 3u);
}

TEST(NetworkFiles, NamesMayHoldWithinTheirPlace) {
  const std::map<Identity, std::uint32_t> known{{{1, 5}, 0}, {{1, 6}, 1}, {{2, 5}, 2}, {{2, 6}, 3}};
  const FileNetwork n =
      network_of_file(file_with("e.csv", "rt,i,j\n2,5,6\n1,6,5\n"), -1, known, true);
  EXPECT_EQ(n.households, 4u);
  EXPECT_EQ(pairs_of(n), (Pairs{{2, 3}, {1, 0}}));
}

TEST(NetworkFiles, ReadGraphml) {
  const std::string text =
      "<graphml><graph><node id=\"x\"/><node id=\"y\"/><edge source=\"y\" target=\"x\"/>"
      "</graph></graphml>";
  const FileNetwork n = network_of_file(file_with("e.graphml", text), -1, {}, false);
  EXPECT_EQ(n.households, 2u);
  EXPECT_EQ(pairs_of(n), (Pairs{{1, 0}}));
  const auto one_household = [&] {
    network_of_file(file_with("e.graphml", text), -1, {{{0, 1}, 0}}, false);
  };
  EXPECT_TRUE(has(said_by(one_household), "there are 1 households"));
}

TEST(NetworkFiles, SayWhatIsWrong) {
  const std::map<Identity, std::uint32_t> known{{{0, 1}, 0}, {{0, 2}, 1}};
  EXPECT_TRUE(has(
      said_by([&] { network_of_file(file_with("e.csv", "i,j\n1,2\n1,9\n"), -1, known, false); }),
      "e.csv:3: j = 9: no such household"));
  EXPECT_TRUE(has(said_by([&] { network_of_file(file_with("e.csv", "i\n1\n"), -1, {}, false); }),
                  "e.csv:1: a file of ties has at least two columns"));
  EXPECT_TRUE(
      has(said_by([&] { network_of_file(file_with("e.csv", "i,j\n1,2\n"), -1, known, true); }),
          "columns, the first of them the RT"));
}

}  // namespace swadaya
