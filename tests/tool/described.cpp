// What the command line says of itself, as the manual page and the scripts of shells have it.
#include <sstream>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

// The line of fish's script for this option of a command.
std::string line_of(const std::string& command, const std::string& option) {
  static const std::string script = program("completion fish").text;
  std::istringstream lines{script};
  for (std::string line; std::getline(lines, line);)
    if (has(line, "from " + command + "'") && has(line, " -l " + option + " ")) return line;
  return "";
}

}  // namespace

TEST(Described, SaysWhatEachOptionTakes) {
  EXPECT_TRUE(has(line_of("export", "format"), " -x -a 'csv netcdf xlsx' ")) << "one of these";
  EXPECT_TRUE(has(line_of("export", "out"), " -r -F ")) << "a file";
  EXPECT_TRUE(has(line_of("run", "out"), " -x -a '(__fish_complete_directories)' ")) << "a folder";
  EXPECT_EQ(line_of("run", "posterior"), "") << "not of run";
  EXPECT_TRUE(has(line_of("compare", "posterior"), " -r -F ")) << "FILE.csv|none";
  EXPECT_TRUE(has(line_of("run", "overwrite"), " -l overwrite -d ")) << "nothing";
  EXPECT_TRUE(has(line_of("run", "replicates"), " -x -d ")) << "a number";
  EXPECT_EQ(line_of("models", "overwrite"), "");
}

TEST(Described, SaysWhatHasAPlaceAndHowOften) {
  const std::string page = program("man").text;
  for (const char* usage : {"\\fBswadaya run\\fR [\\fIoptions\\fR] \\fISCENARIO\\fR ...\n",
                            "\\fBswadaya resume\\fR [\\fIoptions\\fR] \\fIDIR\\fR\n",
                            "\\fBswadaya models\\fR [\\fIoptions\\fR] [\\fINAME\\fR]\n",
                            "\\fBswadaya report\\fR [\\fIoptions\\fR] \\fIDIR\\fR ...\n"})
    EXPECT_TRUE(has(page, usage)) << usage;
  EXPECT_TRUE(has(page, "\\fB\\-\\-help\\fR, \\fB\\-h\\fR"));
  EXPECT_TRUE(has(page, "\\fB\\-\\-set\\fR \\fIKEY=VALUE\\fR"));
  EXPECT_TRUE(has(page, "(csv, netcdf, xlsx)"));
}

}  // namespace swadaya
