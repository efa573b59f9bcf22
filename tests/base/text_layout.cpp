#include "sim/base/text_layout.hpp"

#include <gtest/gtest.h>

namespace swadaya {

TEST(TextLayout, CountsCharactersNotBytes) {
  EXPECT_EQ(width_of("KSM"), 3u);
  EXPECT_EQ(width_of("−½ €…"), 5u);
  EXPECT_EQ(width_of(""), 0u);
  EXPECT_EQ(left("é", 3) + "|", "é  |");
  EXPECT_EQ(right("é", 3), "  é");
  EXPECT_EQ(right("longer", 3), "longer");
}

TEST(TextLayout, CutsWithAnEllipsisAndNeverInsideACharacter) {
  EXPECT_EQ(shortened("short", 5), "short");
  EXPECT_EQ(shortened("longer", 5), "long…");
  EXPECT_EQ(shortened("ééé", 2), "é…");
  EXPECT_EQ(width_of(shortened("€€€€€€", 4)), 4u);
  EXPECT_EQ(shortened("ab", 1), "…");
  EXPECT_EQ(shortened("ab", 0), "");
}

TEST(TextLayout, EndsALineWithoutBlanks) {
  EXPECT_EQ(line_of("  a b  "), "  a b\n");
  EXPECT_EQ(line_of("   "), "\n");
  EXPECT_EQ(line_of(""), "\n");
}

TEST(TextLayout, BreaksLinesBetweenWords) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(lines_of("who has  repaid\nmay leave", 10), (Lines{"who has", "repaid may", "leave"}));
  EXPECT_EQ(lines_of("a longestword b", 5), (Lines{"a", "longestword", "b"}));
  EXPECT_EQ(lines_of("ää ää", 5), (Lines{"ää ää"}));
  EXPECT_EQ(lines_of("ää ää", 4), (Lines{"ää", "ää"}));
  EXPECT_EQ(lines_of("", 5), (Lines{""}));
}

TEST(TextLayout, ColoursOnlyWhereTheyAreWanted) {
  EXPECT_EQ(toned("x", Tone::good, Colour::plain), "x");
  EXPECT_EQ(toned("x", Tone::plain, Colour::ansi), "x");
  EXPECT_EQ(toned("x", Tone::strong, Colour::ansi), "\033[1mx\033[0m");
  EXPECT_NE(toned("x", Tone::good, Colour::ansi), toned("x", Tone::bad, Colour::ansi));
}

}  // namespace swadaya
