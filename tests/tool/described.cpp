#include "sim/tool/described.hpp"

#include <gtest/gtest.h>

namespace swadaya::tool {

namespace {

// An option of the command with this name.
const DescribedOption& option(const DescribedCommand& command, const std::string& name) {
  for (const DescribedOption& one : command.options)
    if (one.names[0] == name) return one;
  ADD_FAILURE() << name;
  return command.options[0];
}

}  // namespace

TEST(Described, SaysWhatEachOptionTakes) {
  using Takes = DescribedOption::Takes;
  CLI::App app{"Program: what it does", "program"};
  std::string text;
  std::vector<std::string> all;
  int number = 0;
  bool flag = false;
  app.add_flag("--verbose", flag, "more");
  CLI::App* one = app.add_subcommand("one", "First");
  one->add_option("DIR", text, "a folder")->required()->expected(1);
  one->add_option("--format,-f", text, "of the file")->check(CLI::IsMember({"csv", "xlsx"}));
  one->add_option("--out", text, "place")->type_name("FILE.csv");
  one->add_option("--number", number, "how many")->check(CLI::Range(1, 9));
  one->add_option("--set", all, "again")->take_all()->expected(1);
  one->footer("Example: program one");
  CLI::App* two = app.add_subcommand("two", "Second");
  two->add_option("SCENARIO", all, "files")->required();

  const std::vector<DescribedCommand> program = described(app);
  ASSERT_EQ(program.size(), 3u);
  EXPECT_EQ(program[0].description, "Program: what it does");
  EXPECT_EQ(option(program[0], "--help").names, (std::vector<std::string>{"--help", "-h"}));
  EXPECT_EQ(option(program[0], "--verbose").takes, Takes::nothing);
  EXPECT_EQ(program[1].name, "one");
  EXPECT_EQ(program[1].footer, "Example: program one");
  const DescribedOption& folder = option(program[1], "DIR");
  EXPECT_TRUE(folder.has_place && folder.is_required && !folder.is_repeatable);
  EXPECT_EQ(folder.takes, Takes::folder);
  const DescribedOption& format = option(program[1], "--format");
  EXPECT_EQ(format.takes, Takes::one_of);
  EXPECT_EQ(format.choices, (std::vector<std::string>{"csv", "xlsx"}));
  EXPECT_EQ(format.names.back(), "-f");
  EXPECT_EQ(option(program[1], "--out").takes, Takes::file);
  EXPECT_EQ(option(program[1], "--number").takes, Takes::words);
  EXPECT_TRUE(option(program[1], "--number").choices.empty());
  EXPECT_TRUE(option(program[1], "--set").is_repeatable);
  EXPECT_TRUE(option(program[2], "SCENARIO").is_repeatable);
  EXPECT_EQ(option(program[2], "SCENARIO").takes, Takes::file);
}

}  // namespace swadaya::tool
