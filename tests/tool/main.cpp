// What the program makes of its arguments, from outside.
#include "sim/base/version.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ExitsWithTwoAndAReasonOnBadInput) {
  const std::string wrong = file_with("wrong.toml", "[lending]\nnorn = 1\n");
  for (const auto& [arguments, part] : std::vector<std::pair<std::string, std::string>>{
           {"validate " + wrong, "did you mean `lending.norm`"},
           {"run " + wrong, "wrong.toml:2:1"},
           {"run nowhere.toml", "there is no such file"},
           {"comapre x", "did you mean `compare`"},
           {"models strategic-repaymet", "did you mean `strategic-repayment`"},
           {"run " + file_with("ok.toml", small_ward) + " --out /dev/null/x", "can't be made"},
           {"run " + file_with("ok.toml", small_ward) + " --out " + wrong, "is a file"}}) {
    const Outcome o = program(arguments);
    EXPECT_EQ(o.code, 2) << arguments << "\n" << o.text;
    EXPECT_TRUE(has(o.text, part)) << o.text;
  }
}

TEST(Program, SaysItsVersionAndItsCommands) {
  const Outcome own = program("--version");
  EXPECT_EQ(own.code, 0);
  EXPECT_TRUE(has(own.text, version)) << own.text;
  EXPECT_EQ(program("").text, program("--help").text);
  for (const char* command : {"run", "compare", "sweep", "resume", "report", "explore", "models"})
    EXPECT_TRUE(has(program("--help").text, command)) << command;
}

TEST(Program, WarnsOfEventsAfterTheEnd) {
  const Outcome o =
      program("validate " +
              file_with("late.toml", std::string{small_ward} + "[[event]]\nmonth = 400\nset = { "
                                                               "\"lending.norm\" = 0 }\n"));
  EXPECT_EQ(o.code, 0);
  EXPECT_TRUE(has(o.text, "month 400 comes after the last month")) << o.text;
}

TEST(Program, TakesASettingOnce) {
  const std::string validate = "validate " + file_with("s.toml", "[time]\nmonths = 2\n");
  const auto twice = program(validate + " --set lending.norm=0.1 --set lending.norm=0.2");
  EXPECT_EQ(twice.code, 2);
  EXPECT_TRUE(has(twice.text, "--set: lending.norm = 0.2: is set twice, before to 0.1"))
      << twice.text;
  EXPECT_EQ(program(validate + " --set lending.norm=0.1 --set lending.norm=0.1").code, 0);
}

}  // namespace swadaya
