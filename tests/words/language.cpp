#include "sim/words/language.hpp"

#include <gtest/gtest.h>

namespace swadaya {

namespace {
constexpr Language english, indonesian = Language::indonesian();
}

TEST(Language, SaysTheEnglishFormatOrItsIndonesian) {
  EXPECT_EQ(english.say("Month {}, {}", 36, "recovery"), "Month 36, recovery");
  EXPECT_EQ(indonesian.say("Month {}, {}", 36, "recovery"), "Bulan 36, recovery");
  EXPECT_EQ(english.counted(1u, "{} world", "{} worlds"), "1 world");
  EXPECT_EQ(english.counted(2u, "{} world", "{} worlds"), "2 worlds");
  EXPECT_EQ(indonesian.counted(1u, "{} world", "{} worlds"), "1 dunia");
  EXPECT_EQ(indonesian.say("nobody said this in Indonesian"), "nobody said this in Indonesian");
}

TEST(Language, WritesCountsAndFractionsAsItsReadersDo) {
  const std::size_t many = 10450;
  EXPECT_EQ(english.say("{} worlds", many), "10450 worlds");
  EXPECT_EQ(indonesian.say("{} worlds", many), "10.450 dunia");
  EXPECT_EQ(indonesian.say("{} worlds", std::uint32_t{1000000}), "1.000.000 dunia");
  EXPECT_EQ(indonesian.say("{:.3g} %", 12.25), "12,2%");
  EXPECT_EQ(indonesian.say("{:+.3g} points", -0.5), "-0,5 poin");
  // Years and months are no counts, and texts are as they are.
  EXPECT_EQ(indonesian.say("month {}", 1200), "bulan 1200");
  EXPECT_EQ(indonesian.say("1 replicate, seed {}\n", "20010"), "1 ulangan, benih 20010\n");
}

TEST(Language, WritesNumbersByThemselves) {
  EXPECT_EQ(english.decimal(1234.55), "1234.6");
  EXPECT_EQ(indonesian.decimal(1234.55), "1.234,6");
  EXPECT_EQ(indonesian.decimal(-1234567.0, 0), "-1.234.570");  // of six digits
  EXPECT_EQ(english.decimal_signed(0.25, 2), "+0.25");
  EXPECT_EQ(indonesian.decimal_signed(0.25, 2), "+0,25");
  EXPECT_EQ(indonesian.number("{:.3g}", 2.5e9), "2,5e+09");
  EXPECT_EQ(in_indonesian_notation("999"), "999");
  EXPECT_EQ(in_indonesian_notation("+1000"), "+1.000");
  EXPECT_EQ(in_indonesian_notation("nan"), "nan");
}

TEST(Language, TakesTheTitleInItWhereThereIsOne) {
  EXPECT_EQ(english.title("Audits", "Audit"), "Audits");
  EXPECT_EQ(indonesian.title("Audits", "Audit"), "Audit");
  EXPECT_EQ(indonesian.title("Audits", ""), "Audits");
}

}  // namespace swadaya
