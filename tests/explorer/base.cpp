#include "sim/explorer/base.hpp"

#include "sim/explorer/request.hpp"
#include "tests/explored.hpp"

namespace swadaya {

TEST(ExploreBase, TakesTheLeversOfAFactorialAsPresets) {
  const std::string file =
      std::string{SWADAYA_SOURCE_DIR} + "/scenarios/lenteng-agung/factorial.toml";
  const Base base = base_of_file(file, all_models(), {});
  EXPECT_EQ(base.presets.size(), 5u);
  EXPECT_EQ(base.presets[3].name, "supervision");
  EXPECT_EQ(base.baseline_preset, "");
}

TEST(ExploreBase, MakesEventsOfWhatVariantsSetAfterABranch) {
  const std::string file =
      std::string{SWADAYA_SOURCE_DIR} + "/scenarios/lenteng-agung/what-now.toml";
  const Base base = base_of_file(file, all_models(), {});
  ASSERT_TRUE(base.experiment.branch_at);
  ASSERT_GT(base.presets.size(), 1u);
  const Preset& preset = base.presets.back();
  EXPECT_TRUE(preset.set.empty());
  const ExploreRequest request = explore_request(
      {{"changed_events", preset.name}, {"common", {{"time.months", 48}}}}, base, all_models());
  const auto& events = request.experiment.variants[1].scenario.events;
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events.back().month, *base.experiment.branch_at + 1);
}

TEST(ExploreBase, OpensEveryScenarioThatIsShipped) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator{
           std::string{SWADAYA_SOURCE_DIR} + "/scenarios"}) {
    const std::string file = entry.path().string();
    if (!file.ends_with(".toml") || file.ends_with("patterns.toml")) continue;
    if (has(file, "/trials/")) continue;  // an experiment of somebody else's, not a scenario
    EXPECT_EQ(said_by([&] {
                const Base base = base_of_file(file, all_models(), {});
                EXPECT_LE(base.presets.size(), 40u) << file;
              }),
              "")
        << file;
  }
}

TEST(ExploreBase, TakesThePriceOfAPackage) {
  const std::string file = file_with(
      "priced.toml",
      "[[variant]]\nname = \"before\"\n[[variant]]\nname = \"bought\"\n"
      "set = { \"lending.norm\" = 0.2 }\ncost = { lump = 700, month = 4, monthly = 20 }\n");
  const Base base = base_of_file(file, all_models(), {});
  ASSERT_EQ(base.presets.size(), 2u);
  std::map<std::string, double> set;
  for (const auto& [key, node] : base.presets[1].set) set[key] = *node.number();
  EXPECT_EQ(set, (std::map<std::string, double>{{"costs.lump", 700},
                                                {"costs.lump_month", 4},
                                                {"costs.monthly", 20},
                                                {"lending.norm", 0.2}}));
}

TEST(ExploreBase, TakesFilesOfASentTextOnlyWhereTheOpenedOneNamesThem) {
  const std::string draws = file_with("known-draws.csv", "lending.norm\n0.3\n0.6\n");
  const std::string other = file_with("other-draws.csv", "lending.norm\n0.3\n");
  const auto text = [](const std::string& posterior) {
    return "[experiment]\nposterior = \"" + posterior + "\"\n[lending]\nnorm = 0.2\n";
  };
  const Base opened =
      base_of_file(file_with("with-draws.toml", text("known-draws.csv")), all_models(), {});
  EXPECT_EQ(opened.posterior, draws);
  EXPECT_EQ(base_of({"sent.toml", text(draws), {}}, all_models(), &opened).posterior, draws);
  for (const Base* known : {&opened, static_cast<const Base*>(nullptr)})
    EXPECT_TRUE(has(said_by([&] {
                      base_of({"sent.toml", text(other), {}}, all_models(), known);
                    }),
                    "can't name a file of this machine"));
  EXPECT_TRUE(has(said_by([&] {
                    base_of({"sent.toml", text(draws), {}}, all_models());
                  }),
                  "can't name a file of this machine"));
}

}  // namespace swadaya
