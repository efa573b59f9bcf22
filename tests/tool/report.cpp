// `swadaya report`, from outside.
#include <filesystem>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ReportsAnExperimentAndOutlivesAReportThatCannotBeWritten) {
  const std::string file = file_with("small.toml", small_ward), out = fresh("out");
  EXPECT_EQ(program("run " + file + " --replicates 2 --out " + out).code, 0);
  const Outcome french = program("report " + out + " --lang fr"),
                nowhere = program("report " + out + "-none"),
                folder = program("report " + out + " --out " + out);
  EXPECT_EQ(french.code, 2) << french.text;
  EXPECT_EQ(nowhere.code, 2) << nowhere.text;
  EXPECT_EQ(folder.code, 2) << folder.text;
  std::filesystem::remove(out + "/report.html");
  std::filesystem::create_directories(out + "/report.html/in-the-way");
  const Outcome again = program("resume " + out);
  EXPECT_EQ(again.code, 0) << again.text;
  EXPECT_TRUE(has(again.text, "no report: ")) << again.text;
  EXPECT_TRUE(has(again.text, "results: ")) << again.text;
  EXPECT_FALSE(has(again.text, "\nreport: ")) << again.text;
}

}  // namespace swadaya
