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

// What binary numbers are nearest to can lie on either side of a tie; readers see the tie.
TEST(TextLayout, RoundsAHalfAsAHandDoes) {
  EXPECT_EQ(decimal(25.45), "25.5");
  EXPECT_EQ(decimal(100 * 0.2545), "25.5");
  EXPECT_EQ(decimal(100 * 0.2855), "28.6");
  EXPECT_EQ(decimal(-0.25), "-0.3");
  EXPECT_EQ(decimal(2.675, 2), "2.68");
  EXPECT_EQ(decimal(25.4499), "25.4");
  EXPECT_EQ(decimal(0.5, 0), "1");
  EXPECT_EQ(decimal_signed(25.45), "+25.5");
  EXPECT_EQ(decimal_signed(-0.04), "-0.0");  // which side of zero is worth knowing
  // Of six digits, as a page's data has them.
  EXPECT_EQ(decimal(25.449999999), "25.5");
  EXPECT_EQ(decimal(25.44996), "25.5");
}

}  // namespace swadaya
