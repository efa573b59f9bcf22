// Exit codes and last words, from outside.
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// A table that nobody gets is no success, whatever made it.
TEST(Program, SaysWhenItsOutputCannotBeWritten) {
  const std::string file = file_with("small.toml", small_ward);
  for (const std::string& command :
       {std::string{"schema"}, std::string{"models"}, "validate " + file,
        "run " + file + " --replicates 1 --quiet --json --out " + fresh("full")}) {
    const Outcome o = outcome_of("{ " SWADAYA_PROGRAM " " + command + " >/dev/full; }");
    EXPECT_EQ(o.code, 3) << command << o.text;
    EXPECT_TRUE(has(o.text, "the output can't be written")) << command << o.text;
    EXPECT_FALSE(has(o.text, "fault")) << o.text;
    // Where errors can't be told either, the exit code is.
    EXPECT_EQ(outcome_of("{ " SWADAYA_PROGRAM " schema >/dev/full 2>/dev/full; }").code, 3);
  }
}

}  // namespace swadaya
