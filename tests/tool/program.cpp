// The command line as a whole, from outside.
#include <algorithm>
#include <sstream>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// An example that is the program's, and not the command's, helps nobody.
TEST(Program, GivesEachCommandItsOwnExample) {
  const std::string help = program("--help").text;
  std::istringstream lines{help.substr(help.find("Subcommands:"))};
  std::string line, name;
  std::getline(lines, line);
  int commands = 0;
  while (std::getline(lines, line) && line.starts_with("  ")) {
    if (line[2] == ' ') continue;
    std::istringstream{line} >> name;
    const std::string of_command = program(name + " --help").text;
    const std::size_t example = of_command.find("Example: ");
    EXPECT_TRUE(has(of_command.substr(std::min(example, of_command.size())), "swadaya " + name))
        << name;
    ++commands;
  }
  EXPECT_GT(commands, 20);
}

}  // namespace swadaya
