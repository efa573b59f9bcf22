// What the program says of itself and of files, from outside.
#include <nlohmann/json.hpp>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, DescribesItself) {
  EXPECT_TRUE(has(program("--help").text, "Compares scenarios"));
  EXPECT_TRUE(has(program("metrics").text, "capital_left"));
  const auto models = nlohmann::json::parse(program("models --json").text);
  EXPECT_GE(models.size(), 20u);
  for (const auto& model : models)
    for (const auto& parameter : model["parameters"])
      EXPECT_FALSE(parameter["source"].get<std::string>().empty() ||
                   parameter["unit"].get<std::string>().empty());
  const auto schema = nlohmann::json::parse(program("schema").text);
  for (const char* table : {"lending", "event", "variant", "sweep", "factorial"})
    EXPECT_TRUE(schema["properties"].contains(table)) << table;
  EXPECT_EQ(program("validate " SWADAYA_SOURCE_DIR "/scenarios/lenteng-agung/experiment.toml").code,
            0);
  EXPECT_TRUE(
      nlohmann::json::parse(program("network --json " + file_with("ok.toml", small_ward)).text)
          .contains("leading_eigenvalue"));
}

TEST(Program, TellsAllOfAModel) {
  const Outcome o = program("models lending/hazard");
  EXPECT_EQ(o.code, 0);
  const ModelInfo& model = *all_models().find(Slot::lending, "hazard");
  EXPECT_TRUE(has(o.text, "lending / hazard\n")) << o.text;
  EXPECT_TRUE(has(o.text, model.paragraph)) << o.text;
  for (const ParameterInfo& p : model.parameters)
    EXPECT_TRUE(has(o.text, "\n  " + p.name + " = ")) << p.name << o.text;
}

TEST(Program, DescribesANetworkOfAFile) {
  const std::string file = file_with("edges.csv", "i,j\n1,2\n2,3\n3,1\n3,4\n");
  const auto json = nlohmann::json::parse(program("network --json " + file).text);
  EXPECT_EQ(json["households"], 4);
  EXPECT_EQ(json["ties"], 4);
  EXPECT_NEAR(json["transitivity"].get<double>(), 0.6, 1e-12);
}

}  // namespace swadaya
