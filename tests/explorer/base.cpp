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

}  // namespace swadaya
