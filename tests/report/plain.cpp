// What a report says without its script.
#include "sim/report/plain.hpp"

#include "sim/report/pages.hpp"
#include "tests/report/made_up.hpp"

namespace swadaya {

namespace {

std::string plain_of(const std::string& toml, const std::string& language) {
  const MadeUpFolder folder{toml};
  return plain_html(report_data(folder.reported()), "", language);
}

}  // namespace

TEST(Plain, EscapesWhatUsersNamed) {
  EXPECT_EQ(escaped_text("a < b > c & \"d\""), "a &lt; b &gt; c &amp; &quot;d&quot;");
}

TEST(Plain, TitlesAreInTheLanguageWhereThereIsOne) {
  const nlohmann::json both{{"title", "Two"}, {"title_id", "Dua"}, {"name", "two"}};
  EXPECT_EQ(title_in("en", both, "title"), "Two");
  EXPECT_EQ(title_in("id", both, "title"), "Dua");
  EXPECT_EQ(title_in("id", {{"title", "One"}, {"title_id", ""}}, "title"), "One");
  EXPECT_EQ(title_in("id", {{"title", ""}, {"name", "none"}}, "title"), "none");
}

TEST(Plain, HasTitleAnswerAndTheTableOfEveryMonthShown) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const std::string html = plain_of(three_variants("Three <b>"), "en");
  EXPECT_TRUE(has(html, "<h1>Three &lt;b&gt;</h1>"));
  // Recovery of made_up(): 0.1 + 0.1 v, 0.001 a month, and 0.01 w (v + 1) in world w of four.
  EXPECT_TRUE(has(html, "By month 20 c raises true recovery by 23.0 points [")) << html;
  EXPECT_TRUE(has(html, ": from 13.5 % to 36.5 %.")) << html;
  EXPECT_TRUE(has(html, "<caption>At a glance, month 20</caption>")) << html;
  EXPECT_TRUE(has(html, "<th scope=\"row\">c</th><td>+23.0 [")) << html;
  EXPECT_FALSE(has(html, "<script"));
}

TEST(Plain, SpeaksIndonesianWithDecimalCommas) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const std::string html = plain_of(three_variants("Three"), "id");
  EXPECT_TRUE(has(html, "Sampai bulan 20 c menaikkan pengembalian sebenarnya sebesar 23,0 poin ["))
      << html;
  EXPECT_FALSE(has(html, "{"));
}

TEST(Plain, SaysWhatTheTerminalSaysOfADesignAsText) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const MadeUpFolder folder{three_variants("Three")};
  const std::string html = plain_html(report_data(folder.reported()), "1 < 2\n", "en");
  EXPECT_TRUE(has(html, "<pre lang=\"en\">1 &lt; 2\n</pre>"));
  std::string long_text;
  for (int line = 0; line < 20'000; ++line) long_text += "a line\n";
  const std::string cut = plain_html(report_data(folder.reported()), long_text, "en");
  EXPECT_LT(cut.size(), 70'000u);
  EXPECT_TRUE(has(cut, "a line\nThe rest is in the CSV files beside this one.\n</pre>"));
}

}  // namespace swadaya
