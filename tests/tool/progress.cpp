// How far a run is, from outside.
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// A bar that is gone in the end; elsewhere nothing, before ten seconds have passed.
TEST(Program, DrawsABarOnATerminalOnly) {
  const std::string file = file_with("small.toml", "[time]\nmonths = 36\n");
  const std::string run =
      "run " + file + " --replicates 24 --threads 1 --overwrite --out " + fresh("o");
  const std::string wiped = "\r\033[K";
  const Outcome o = program_on_a_terminal(run, 80);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, wiped + "[")) << o.text;
  EXPECT_TRUE(has(o.text, " million household-months/s  ")) << o.text;
  EXPECT_TRUE(has(o.text, " s left" + wiped)) << o.text;
  EXPECT_FALSE(has(program_on_a_terminal(run + " --quiet", 80).text, wiped));
  EXPECT_FALSE(has(program(run).text, wiped));
}

}  // namespace swadaya
