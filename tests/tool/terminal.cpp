// What standard output is, from outside.
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, DrawsCurvesOnATerminalOnly) {
  const std::string file = file_with("small.toml", small_ward);
  const std::string run = "run " + file + " --replicates 3 --quiet --overwrite --out " + fresh("o");
  const std::string braille = "\u28c0";
  const Outcome wide = program_on_a_terminal(run, 110);
  EXPECT_EQ(wide.code, 0) << wide.text;
  EXPECT_TRUE(has(wide.text, braille)) << wide.text;
  EXPECT_TRUE(has(wide.text, "month 30")) << wide.text;
  EXPECT_TRUE(has(wide.text, "recovery, %")) << wide.text;
  EXPECT_TRUE(has(wide.text, "\033[2m")) << wide.text;
  EXPECT_FALSE(has(program_on_a_terminal(run + " --json", 110).text, braille));
  EXPECT_FALSE(has(program_on_a_terminal(run, 50).text, braille));
  const Outcome piped = program(run);
  EXPECT_FALSE(has(piped.text, braille));
  EXPECT_FALSE(has(piped.text, "\033["));
}

}  // namespace swadaya
