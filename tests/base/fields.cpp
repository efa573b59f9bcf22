#include "sim/base/fields.hpp"

#include <gtest/gtest.h>

namespace swadaya {

TEST(Fields, ANumberIsOneToItsLastLetter) {
  EXPECT_EQ(number_of("0.5"), 0.5);
  EXPECT_EQ(number_of("-1e3"), -1000.0);
  for (const char* none : {"", " 1", "1 ", "0,5", "1e999", "nan", "inf", "12a", "0x10"})
    EXPECT_FALSE(number_of(none)) << none;
}

TEST(Fields, AreMissingInWordsOfPrograms) {
  for (const char* missing : {"", "NA", "n/a", "#N/A", "NaN", "NULL", "."})
    EXPECT_TRUE(is_missing(missing)) << missing;
  for (const char* there : {"0", "-9", "none", "N"}) EXPECT_FALSE(is_missing(there)) << there;
}

TEST(Fields, SayYesAndNo) {
  for (const char* yes : {"1", "1.0", "TRUE", "True", "t", "Yes", "y", "Ya"})
    EXPECT_EQ(yes_or_no(yes), true) << yes;
  for (const char* no : {"0", "FALSE", "f", "No", "n", "TIDAK"})
    EXPECT_EQ(yes_or_no(no), false) << no;
  for (const char* neither : {"", "2", "-9", "NA", "maybe"})
    EXPECT_FALSE(yes_or_no(neither)) << neither;
}

TEST(Fields, AreTrimmedOfBlanksAroundThem) {
  EXPECT_EQ(stripped(" \t a b\r\n"), "a b");
  EXPECT_EQ(stripped(" \n"), "");
}

TEST(Fields, LettersBecomeSmallFromAToZ) {
  EXPECT_EQ(lower_case("HH_Id \xC3\x89"), "hh_id \xC3\x89");
}

TEST(Fields, LettersAreUtf8) {
  for (const char* good : {"", "a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x8F\x98"})
    EXPECT_TRUE(is_utf8(good)) << good;
  // A byte alone, one too few, more than are needed, half of a pair, past the last letter.
  for (const char* bad : {"\xFF", "a\x80", "\xC3", "\xE2\x82", "\xC0\x80", "\xE0\x80\x80",
                          "\xED\xA0\x80", "\xF4\x90\x80\x80"})
    EXPECT_FALSE(is_utf8(bad));
  EXPECT_EQ(letter_at("a\xC3\xA9", 1), 2u);
}

}  // namespace swadaya
