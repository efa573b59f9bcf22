#include "sim/explorer/request.hpp"

#include <fstream>

#include "tests/explored.hpp"

namespace swadaya {

TEST(Explorer, GivesAPartOfTheWardItsPartOfTheMoney) {
  const Base base = default_base(all_models());
  const ExploreRequest part = explore_request({{"rws", 2}}, base, all_models());
  EXPECT_EQ(part.share, 0.2);
  const Values& values = part.experiment.variants[0].scenario.values;
  EXPECT_EQ(std::get<double>(values.at("world.rw_per_ward")), 2);
  EXPECT_DOUBLE_EQ(std::get<double>(values.at("programme.grant")), 50000);
  EXPECT_DOUBLE_EQ(std::get<double>(values.at("costs.audit")), 1000);
  EXPECT_DOUBLE_EQ(std::get<double>(values.at("facilitation.wards_served")), 45);
  // And a file of it has the whole ward.
  const Experiment whole = whole_ward({{"rws", 2}}, base, all_models());
  EXPECT_EQ(std::get<double>(whole.variants[0].scenario.values.at("world.rw_per_ward")), 10);
}

TEST(Explorer, SavesWhatValidates) {
  Page page;
  const json changed{{"socialization.q_other", 0.1}, {"models.lending", "hazard"}};
  const json saved = json::parse(page.explorer.scenario(page.asked({{"changed", changed}}).dump()));
  const Experiment again =
      read_experiment(file_with("saved.toml", saved["toml"]), all_models(), {});
  ASSERT_EQ(again.variants.size(), 2u);
  EXPECT_EQ(again.variants[again.baseline].name, "baseline");
  EXPECT_EQ(again.seed, 3u);
  EXPECT_EQ(std::get<double>(again.variants[1].scenario.values.at("socialization.q_other")), 0.1);
  EXPECT_EQ(again.variants[1].scenario.models[7], "hazard");
  // And it can be opened again.
  const json opened = json::parse(page.explorer.load(
      json{{"client", "page-1"}, {"name", "saved.toml"}, {"text", saved["toml"]}}.dump()));
  EXPECT_EQ(opened["presets"][1]["set"]["socialization.q_other"], 0.1);
  EXPECT_EQ(opened["baseline"], "baseline");
}

TEST(Explorer, SaysTheCommandThatRunsWhatWasChanged) {
  const std::string file = file_with("one.toml", small_ward);
  Explorer explorer{all_models(), base_of_file(file, all_models(), {}), {}, 1};
  const json answer = json::parse(explorer.scenario(json{
      {"client", "a"},
      {"replicates", 5},
      {"seed", 2},
      {"changed",
       {{"models.lending", "hazard"},
        {"coordination.sequence", "money-first"},
        {"programme.tranches", {0.5, 0.25, 0.25}},
        {"supervision.published", true}}}}.dump()));
  const std::string command = answer["command"];
  EXPECT_TRUE(has(command, "swadaya run ")) << command;
  EXPECT_TRUE(has(command, "--set models.lending=hazard")) << command;
  EXPECT_TRUE(has(command, "--set 'programme.tranches=[0.5, 0.25, 0.25]'")) << command;
  EXPECT_TRUE(has(command, "--set supervision.published=true")) << command;
  EXPECT_TRUE(has(command, "--replicates 5 --seed 2")) << command;
  EXPECT_FALSE(has(command, "socialization")) << command;
}

TEST(Explorer, OpensASentScenarioThatExtendsOneOfItsFolder) {
  Page page;
  file_with("other.toml", "[lending]\nnorm = 0.2\n");
  const auto load = [&](const std::string& text) {
    return json::parse(page.explorer.load(
        json{{"client", "page-1"}, {"name", "../../sent.toml"}, {"text", text}}.dump()));
  };
  const json opened = load("extends = \"other.toml\"\n[time]\nmonths = 20\n");
  EXPECT_EQ(opened["values"]["lending.norm"], 0.2);
  EXPECT_EQ(opened["months"], 20);
  EXPECT_EQ(opened["name"], "sent.toml");
  const auto lines = page.run({{"base", opened["base"]}, {"replicates", 1}, {"rws", 1}});
  EXPECT_EQ(problems_of(lines), "[]");
}

TEST(Explorer, LetsASentScenarioReadNoOtherFile) {
  Page page;
  const std::string outside = testing::TempDir() + "/swadaya-outside.toml";
  std::ofstream{outside} << "[lending]\nnorm = 0.2\n";
  const auto link = std::filesystem::path{page.file}.parent_path() / "link.toml";
  std::filesystem::remove(link);  // of a run before this one
  std::filesystem::create_symlink(outside, link);
  const auto refused = [&](const std::string& text) {
    return said_by([&] {
      page.explorer.load(json{{"client", "a"}, {"name", "sent.toml"}, {"text", text}}.dump());
    });
  };
  for (const std::string& path : {outside, std::string{"../swadaya-outside.toml"},
                                  std::string{"link.toml"}, std::string{"/etc/passwd"}})
    EXPECT_TRUE(has(refused("extends = \"" + path + "\"\n"), "must be a scenario inside")) << path;
  EXPECT_TRUE(has(refused("[experiment]\nbase = \"/etc/passwd\"\n"), "must be a scenario inside"));
  EXPECT_TRUE(has(refused("[world]\nfrom = \"files\"\nhouseholds = \"/etc/passwd\"\n"),
                  "can't name a file of this machine"));
  EXPECT_TRUE(
      has(refused("[experiment]\nfacts = \"/etc/passwd\"\n"), "can't name a file of this machine"));
  EXPECT_TRUE(has(refused("[[variant]]\nname = \"a\"\nset = { network.edges = \"/etc/passwd\" }\n"),
                  "can't name a file of this machine"));
  EXPECT_TRUE(
      has(refused("[sweep]\ndesign = \"list\"\nfile = \"/etc/passwd\"\n"), "means nothing here"));
  EXPECT_TRUE(has(refused("[lending]\nnorn = 0.2\n"), "did you mean `lending.norm`?"));
  EXPECT_TRUE(has(refused("[lending\n"), "sent.toml:1"));
  std::filesystem::remove(outside);
}

}  // namespace swadaya
