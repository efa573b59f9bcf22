#include "sim/report/markdown_html.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

TEST(MarkdownHtml, HasTablesListsAndLetters) {
  const std::string html =
      html_of("# A\n\n- x\n- *y*\n\n| a | b |\n|---|---|\n| 1 | x \\| `f<g` |\n");
  for (const char* part : {"<h1>A</h1>", "<li>x</li>", "<em>y</em>", "<th>a</th>", "<td>1</td>",
                           "<td>x | <code>f&lt;g</code></td>"})
    EXPECT_TRUE(has(html, part)) << part << "\n" << html;
}

TEST(MarkdownHtml, TakesNoElementFromAText) {
  const std::string page = markdown_page("# <script>x</script>\n\n<img src=x>\n", "\\<i\\> *a*");
  EXPECT_FALSE(has(page, "<script") || has(page, "<img") || has(page, "<i>")) << page;
  EXPECT_TRUE(has(page, "<h1>&lt;script&gt;x&lt;/script&gt;</h1>")) << page;
  EXPECT_TRUE(has(page, "<title>&lt;i&gt; a</title>")) << page;
}

// It asks nothing of a network and runs nothing.
TEST(MarkdownHtml, StandsAlone) {
  const std::string page = markdown_page("# A\n", "A");
  for (const char* part : {"http", "src=", "href=", "@import", "url("})
    EXPECT_FALSE(has(page, part)) << part;
  EXPECT_TRUE(has(page, "@media print"));
}

}  // namespace swadaya
