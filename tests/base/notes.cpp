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

TEST(Notes, KeepTheLastReadingOfAFileAndSayAllOfItWhereThatIsWanted) {
  std::vector<std::string> heard;
  const auto listener = [&](const std::string& line) { heard.push_back(line); };
  listen_to_notes(listener);
  note(Reading{.file = "a.csv", .words = "", .rows = 1});
  note(Reading{.file = "a.csv",
               .words = "2 households",
               .rows = 2,
               .used = {"id", "head from h"},
               .left = {"x"},
               .defaults = {"size 4"}});
  EXPECT_EQ(heard, (std::vector<std::string>{"a.csv: 2 households"}));
  listen_to_notes(listener, true);
  note(Reading{.file = "b.csv", .words = "", .rows = 3, .used = {"i", "j"}});
  listen_to_notes({});
  EXPECT_EQ(heard.back(), "b.csv: 3 rows; used: i, j");
  std::vector<std::string> files;
  for (const Reading& reading : readings())
    if (reading.file == "a.csv" || reading.file == "b.csv") files.push_back(text_of(reading));
  EXPECT_EQ(files,
            (std::vector<std::string>{
                "a.csv: 2 rows; used: id, head from h; left alone: x; taken as given: size 4",
                "b.csv: 3 rows; used: i, j"}));
}

}  // namespace swadaya
