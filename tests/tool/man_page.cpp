#include "sim/tool/man_page.hpp"

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(ManPage, NoLetterOfATextIsACommand) {
  tool::DescribedOption out;
  out.names = {"--out"}, out.value = "FILE";
  out.description = ".hidden 'x' a\\b -1";
  const std::string page = tool::man_page(
      {{"", "Program: does - things", "", {}}, {"one", "'First", "Example:\n.x", {out}}});
  EXPECT_TRUE(has(page, ".SH NAME\nswadaya \\- does \\- things\n")) << page;
  EXPECT_TRUE(has(page, "\n\\&.hidden 'x' a\\eb \\-1\n")) << page;
  EXPECT_TRUE(has(page, "\n\\&'First.\n")) << page;
  EXPECT_TRUE(has(page, "\n\\&.x\n")) << page;
  EXPECT_TRUE(has(page, "\\fB\\-\\-out\\fR \\fIFILE\\fR")) << page;
}

// Of the program itself, as groff reads it.
TEST(ManPage, HasEveryCommandAndReadsWithoutAWarning) {
  const std::string page = program("man").text;
  EXPECT_TRUE(page.starts_with(".TH SWADAYA 1 "));
  for (const char* part : {".SS run\n", ".SS merge\n", ".SS check\\-model\n", "\\-\\-overwrite",
                           "Example: swadaya export", ".SH EXIT STATUS\n", "Keys of [sweep]"})
    EXPECT_TRUE(has(page, part)) << part;
  if (outcome_of("command -v groff").code != 0) GTEST_SKIP() << "no groff here";
  const std::string file = file_with("swadaya.1", page);
  const Outcome o = outcome_of("groff -man -Tutf8 -ww -z " + file);
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.text, "");
}

}  // namespace swadaya
