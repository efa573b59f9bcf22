// `swadaya patterns` and `swadaya odd`, from outside.
#include <nlohmann/json.hpp>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// Shares lie between 0 and 1.
std::string fact(const std::string& id, double low, double high, int weight) {
  return "[[pattern]]\nid = \"" + id + "\"\nstatement = \"s\"\nsource = \"a test\"\n" +
         "target = \"t\"\noutcome = \"informed\"\nmonths = [3]\nband = [" + std::to_string(low) +
         ", " + std::to_string(high) + "]\nweight = " + std::to_string(weight) + "\n";
}

TEST(Program, FailsWhereAHardFactDoes) {
  const std::string scenario = file_with("small.toml", small_ward);
  const std::string run = "patterns " + scenario + " --set time.months=3 --replicates 2 --facts ";
  const Outcome holds = program(run + file_with("a.toml", fact("F1", 0, 1, 3)));
  EXPECT_EQ(holds.code, 0) << holds.text;
  EXPECT_TRUE(has(holds.text, "1 hold, 0 fail")) << holds.text;
  const Outcome soft = program(run + file_with("b.toml", fact("F1", 2, 3, 1)));
  EXPECT_EQ(soft.code, 0) << soft.text;
  EXPECT_TRUE(has(soft.text, "0 hold, 1 fail")) << soft.text;
  const Outcome hard =
      program(run + file_with("c.toml", fact("F1", 0, 1, 1) + fact("F2", 2, 3, 3)) + " --json");
  EXPECT_EQ(hard.code, 1) << hard.text;
  const auto json = nlohmann::json::parse(hard.text);
  EXPECT_EQ(json[0]["holds"], true);
  EXPECT_EQ(json[1]["holds"], false);
}

TEST(Program, WritesTheModelsDescription) {
  const Outcome o = program("odd " + file_with("small.toml", small_ward));
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "repayment-odds")) << o.text;
}

}  // namespace swadaya
