#include "sim/scenario/scenario.hpp"

#include "tests/stage.hpp"

namespace swadaya {

TEST(Scenario, RunsOnDefaultsWhenEmpty) {
  const Experiment e = experiment_from("");
  EXPECT_EQ(e.variants.size(), 1u);
  EXPECT_EQ(e.variants[0].scenario.months, 36);
  EXPECT_EQ(e.variants[0].scenario.models[static_cast<std::size_t>(Slot::lending)],
            "repayment-odds");
  EXPECT_EQ(e.replicates, 100u);
}

TEST(Scenario, IsNamedAfterItsFileByAValidName) {
  const std::string file = file_with("Ward 7_B.toml", small_ward);
  const Experiment e = read_experiment(file, all_models(), {});
  EXPECT_EQ(e.variants[0].name, "ward-7-b");
  const std::string again = file_with("again.toml", resolved_toml(e, all_models()));
  EXPECT_EQ(read_experiment(again, all_models(), {}).variants[0].name, "ward-7-b");
}

TEST(Scenario, ADrawMovesWhatAVariantDoesNotSetItself) {
  Variant variant{"a", "", scenario_from(""), {}, true, {"lending.norm"}, 0};
  const double own = std::get<double>(variant.scenario.values.at("lending.norm"));
  const Scenario s = moved(
      variant, {{"lending.norm", own + 1}, {"lending.tau", 0.75}, {"lending.nobody_has_it", 1.0}});
  EXPECT_EQ(std::get<double>(s.values.at("lending.norm")), own);
  EXPECT_EQ(std::get<double>(s.values.at("lending.tau")), 0.75);
  EXPECT_FALSE(s.values.contains("lending.nobody_has_it"));
}

TEST(Scenario, HasTheKeysOfItsSectionsAndModelsAndNoOthers) {
  const Scenario s = scenario_from("", {"models.lending=none"});
  std::size_t keys = 0;
  for (const auto& [section, infos] : sections_of(s, all_models()))
    for (const ParameterInfo& info : *infos) {
      ++keys;
      EXPECT_TRUE(s.values.contains(section + "." + info.name)) << section << "." << info.name;
    }
  EXPECT_EQ(s.values.size(), keys);
  EXPECT_EQ(common_sections()[0].first, "world");
}

}  // namespace swadaya
