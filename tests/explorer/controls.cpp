#include "sim/explorer/controls.hpp"

#include "tests/explored.hpp"

namespace swadaya {

TEST(Controls, TellsWhatMayBeSetFromWhatModelsDeclare) {
  Page page;
  const json controls = json::parse(page.explorer.controls("{\"base\": \"opened\"}"));
  ASSERT_EQ(controls["slots"].size(), 10u);
  EXPECT_EQ(controls["baseline"], "before");
  EXPECT_EQ(controls["presets"].size(), 3u);
  EXPECT_EQ(controls["presets"][2]["events"], json({6.0}));
  EXPECT_EQ(controls["values"]["socialization.meetings"], 2);
  EXPECT_FALSE(controls["values"].contains("world.households"));
  std::size_t models = 0;
  for (const json& slot : controls["slots"]) models += slot["models"].size();
  EXPECT_EQ(models, all_models().models().size());
  for (const json& slot : controls["slots"])
    for (const json& model : slot["models"])
      for (const json& parameter : model["parameters"]) {
        EXPECT_FALSE(parameter["unit"].get<std::string>().empty());
        EXPECT_FALSE(parameter["source"].get<std::string>().empty());
      }
}

TEST(Controls, ValuesStandAsInAFile) {
  const Scenario s = scenario_from(
      "[supervision]\npublished = true\n[programme]\n"
      "tranches = [0.5, 0.5]\ntranche_months = [1, 7]\n");
  const json values = values_json(s, all_models());
  EXPECT_EQ(values["supervision.published"], true);
  EXPECT_EQ(values["programme.tranches"], json({0.5, 0.5}));
  EXPECT_EQ(values["network.generator"], "ward");
  EXPECT_FALSE(values.contains("network.edges"));
  // Set again one by one, they are the same scenario.
  std::vector<std::string> set;
  for (const auto& [key, value] : values.items())
    if (!value.is_null()) set.push_back(key + "=" + value.dump());
  EXPECT_EQ(scenario_from("", set).values, s.values);
}

TEST(Controls, SayWhatTheWardIs) {
  const json drawn = controls_json(default_base(all_models()), all_models());
  EXPECT_EQ(drawn["households"], 10450);
  EXPECT_EQ(drawn["months"], 36);
  EXPECT_EQ(drawn["models"]["lending"], "repayment-odds");
  EXPECT_EQ(drawn["outcomes"].size(), outcomes().size());
  const std::string nodes = file_with("nodes.csv", "id\n1\n2\n");
  const std::string file =
      file_with("files.toml", "[world]\nfrom = \"files\"\nhouseholds = \"" + nodes + "\"\n");
  EXPECT_TRUE(
      controls_json(base_of_file(file, all_models(), {}), all_models())["households"].is_null());
}

}  // namespace swadaya
