// `swadaya compare --bundle`, from outside.
#include <filesystem>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ComparesUnderBundlesOfAssumptions) {
  for (const char* branch : {"", "branch_at = 6\n"}) {
    const std::string file = file_with(
        "two.toml",
        std::string{small_ward} +
            "[experiment]\nname = \"two\"\nreplicates = 4\noutcomes = [\"informed\"]\n" + branch +
            "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"loud\"\n"
            "set = { \"socialization.meetings\" = 8 }\n");
    const std::string out = fresh("out"), again = fresh("again");
    const Outcome o =
        program("compare " + file + " --bundle evidence --bundle null --quiet --out " + out);
    EXPECT_EQ(o.code, 0) << o.text;
    EXPECT_TRUE(has(o.text, "no lever")) << o.text;  // everyone knows without meetings
    for (const char* name : {"/structural.csv", "/evidence/series.csv", "/null/comparison.csv"})
      EXPECT_TRUE(std::filesystem::exists(out + name)) << name;
    const std::string own = out + "/evidence";
    EXPECT_EQ(program("compare " + own + "/experiment.toml --quiet --out " + again).code, 0);
    expect_same_results(own, again);
    const Outcome wrong = program("compare " + file + " --bundle evidense");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_TRUE(has(wrong.text, "evidence")) << wrong.text;
  }
}

TEST(Program, RefusesAFolderThatHoldsMoreThanAComparisonUnderBundles) {
  const std::string file = file_with("one.toml", small_ward), out = fresh("out");
  std::filesystem::create_directories(out);
  std::filesystem::copy_file(file, out + "/thesis.tex");
  const Outcome o = program("compare " + file + " --bundle evidence --overwrite --out " + out);
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(has(o.text, "holds other files than a comparison under bundles")) << o.text;
}

}  // namespace swadaya
