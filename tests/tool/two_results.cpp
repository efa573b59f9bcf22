// Two results folders held against each other, from outside.
#include <filesystem>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

std::string run_of(const std::string& name, const std::string& more) {
  const std::string out = fresh(name);
  EXPECT_EQ(program("run " + file_with("small.toml", small_ward) +
                    " --set time.months=12 --replicates 3 --quiet " + more + " --out " + out)
                .code,
            0);
  return out;
}

}  // namespace

TEST(Program, HoldsTwoResultsAgainstEachOther) {
  const std::string a = run_of("a", ""), b = run_of("b", "--set lending.norm=0.1");
  Outcome o = program("compare --results " + a + " " + b);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "lending.norm")) << o.text;
  EXPECT_TRUE(has(o.text, "paired, in the 3 worlds that both have")) << o.text;
  o = program("compare --results " + a + " " + b + " --json");
  EXPECT_EQ(nlohmann::json::parse(o.text)["variants"][0]["paired"], true);
  o = program("report " + a + " " + b);
  EXPECT_EQ(o.text, "side by side: " + a + "/side-by-side.html\n");
  EXPECT_EQ(program("report " + a + " " + b + " --lang id --out -").text.substr(0, 15),
            "<!doctype html>");
  EXPECT_TRUE(has(program("report " + a).text, "report: " + a + "/report.html"));
  for (const std::string& wrong :
       {"compare --results " + a, "compare --results " + a + " " + b + " " + b,
        "compare --results " + a + " " + fresh("nowhere"),
        "compare --results " + a + " " + b + " --set lending.norm=1",
        "compare --results " + a + " " + b + " --posterior none",
        "compare --results " + a + " " + b + " --out " + fresh("out"),
        "report " + a + " " + fresh("nowhere"), "report " + a + " " + b + " " + b,
        "report " + a + " " + b + " --out " + a}) {
    o = program(wrong);
    EXPECT_EQ(o.code, 2) << wrong << o.text;
    EXPECT_FALSE(has(o.text, "fault of the program")) << o.text;
  }
}

// 360 households against 240 aren't the same worlds, and nothing says that they are.
TEST(Program, SaysThatWardsOfAComparisonAreDifferent) {
  std::string larger = small_ward;
  larger.replace(larger.find("= 40"), 4, "= 60");
  const std::string small = file_with("one.toml", small_ward),
                    large = file_with("two.toml", larger),
                    lax = file_with("three.toml",
                                    std::string{small_ward} + "[lending]\nnorm = 0.1\n");
  const std::string folder = fresh("out"),
                    out = " --replicates 4 --quiet --overwrite --out " + folder;
  Outcome o = program("compare " + small + " " + lax + out);
  ASSERT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "in the same")) << o.text;
  EXPECT_FALSE(has(o.text, "not paired")) << o.text;
  o = program("compare " + small + " " + large + out);
  ASSERT_EQ(o.code, 0) << o.text;
  EXPECT_FALSE(has(o.text, "in the same")) << o.text;
  EXPECT_TRUE(has(o.text, "different wards, not paired")) << o.text;
  EXPECT_TRUE(has(text_in(folder + "/comparison.csv"), "Monte Carlo 95 %, not paired"));
}

}  // namespace swadaya
