// The command line as a whole, from outside.
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// Each command says how it is called.
TEST(Program, HasAnExampleForEveryCommandThatReadsResults) {
  for (const char* command :
       {"resume", "merge", "export", "report", "learn", "dossier", "completion", "man"})
    EXPECT_TRUE(has(program(std::string{command} + " --help").text, "Example: ")) << command;
}

}  // namespace swadaya
