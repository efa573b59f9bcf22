#include "sim/base/notes.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace swadaya {

TEST(Notes, AreHeardOnceByWhoListens) {
  note("nobody listens");
  std::vector<std::string> heard;
  listen_to_notes([&](const std::string& line) { heard.push_back(line); });
  note("a"), note("b"), note("a");
  listen_to_notes({});
  note("c");
  EXPECT_EQ(heard, (std::vector<std::string>{"a", "b"}));
  listen_to_notes([&](const std::string& line) { heard.push_back(line); });
  note("a");
  listen_to_notes({});
  EXPECT_EQ(heard.size(), 3u);  // another listener hears it again
}

TEST(Notes, CountInWords) {
  EXPECT_EQ(grouped(7), "7");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(8703), "8,703");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "tie"), "1 tie");
  EXPECT_EQ(counted(0, "tie"), "0 ties");
}

}  // namespace swadaya
