#include "sim/scenario/scenario.hpp"

#include "sim/designs/experiment.hpp"
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

TEST(Seed, OfTheCommandLineIsReadToTheLastDigitOrRefused) {
  EXPECT_EQ(seed_of("0"), 0u);
  EXPECT_EQ(seed_of("9223372036854775807"), most_seed);
  for (const char* wrong : {"", "-1", "+1", "1.5", " 7", "7x", "9223372036854775808",
                            "18446744073709551616", "99999999999999999999999"})
    EXPECT_TRUE(has(said_by([&] { seed_of(wrong); }), "--seed")) << wrong;
}

// From the command line into the file that runs again, and back.
TEST(Seed, IsTheSameInTheResolvedFile) {
  Overrides overrides;
  overrides.seed = seed_of("1732600000000000001");
  const Experiment e =
      read_experiment(file_with("seeded.toml", small_ward), all_models(), overrides);
  EXPECT_EQ(experiment_from(resolved_toml(e, all_models())).seed, 1732600000000000001u);
}

}  // namespace swadaya
