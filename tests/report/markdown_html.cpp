#include "sim/report/markdown_html.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

TEST(MarkdownHtml, HasHeadingsParagraphsAndLists) {
  EXPECT_EQ(html_of("# A\n\none\ntwo\n\n- x\n- y\n  z\n"),
            "<h1>A</h1>\n<p>one\ntwo</p>\n<ul>\n<li>x</li>\n<li>y z</li>\n</ul>\n");
  EXPECT_EQ(html_of("# A\n# B\n"), "<h1>A</h1>\n<h1 class=\"part\">B</h1>\n");
}

TEST(MarkdownHtml, HasTablesWithAndWithoutAHead) {
  EXPECT_EQ(
      html_of("| a | b |\n|---|---|\n| 1 | x \\| y |\n"),
      "<table>\n<thead><tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>x | "
      "y</td></tr>\n</tbody></table>\n");
  EXPECT_FALSE(has(html_of("| | |\n|---|---|\n| 1 | 2 |\n"), "<thead>"));
}

TEST(MarkdownHtml, MarksUpInsideLines) {
  EXPECT_EQ(
      html_of("a *b* **c *d* e** `f<g` \\*h\\* 2 * 3 * 4\n"),
      "<p>a <em>b</em> <strong>c <em>d</em> e</strong> <code>f&lt;g</code> *h* 2 * 3 * 4</p>\n");
}

TEST(MarkdownHtml, TakesNothingForMarkup) {
  const std::string page = markdown_page("# <script>x</script>\n\n<img src=x>\n", "<b>\\<i\\>");
  EXPECT_FALSE(has(page, "<script") || has(page, "<img") || has(page, "<i>") || has(page, "<b>"));
  EXPECT_TRUE(has(page, "<h1>&lt;script&gt;x&lt;/script&gt;</h1>"));
}

// It asks nothing of a network and runs nothing.
TEST(MarkdownHtml, StandsAlone) {
  const std::string page = markdown_page("# A\n", "A");
  for (const char* part : {"http", "src=", "href=", "@import", "url("})
    EXPECT_FALSE(has(page, part)) << part;
  EXPECT_TRUE(has(page, "@media print"));
}

}  // namespace swadaya
