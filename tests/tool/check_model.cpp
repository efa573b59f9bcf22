// `swadaya check-model`, from outside; tests/jobs/contract.cpp has models that break it.
#include <nlohmann/json.hpp>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ChecksAModel) {
  const auto json = nlohmann::json::parse(program("check-model lending/none --json").text);
  EXPECT_GT(json.size(), 5u);
  for (const auto& check : json) EXPECT_TRUE(check["holds"].get<bool>()) << check.dump();
  const Outcome o = program("check-model lending/none");
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "lending / none\n  ok    ")) << o.text;
  EXPECT_TRUE(has(o.text, std::to_string(json.size()) + " checks, all hold")) << o.text;
}

TEST(Program, AsksWhichModelIsMeant) {
  const Outcome o = program("check-model none");
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(has(o.text, "several slots have a model `none`")) << o.text;
  EXPECT_TRUE(has(o.text, "`lending/none`")) << o.text;
}

}  // namespace swadaya
