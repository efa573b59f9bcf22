// The manual page, from outside.
#include <set>
#include <sstream>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// Lines that begin like a request are text all the same, and hyphens are those of options.
TEST(ManPage, NoLetterOfATextIsARequest) {
  std::istringstream lines{program("man").text};
  const std::set<std::string> requests{".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi"};
  for (std::string line; std::getline(lines, line);) {
    EXPECT_FALSE(line.starts_with('\'')) << line;
    if (line.starts_with('.')) {
      EXPECT_TRUE(requests.contains(line.substr(0, 3))) << line;
    }
  }
}

// As groff reads it.
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
