#include "sim/scenario/scenario.hpp"

#include "sim/base/error.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(Scenario, RunsOnDefaultsWhenEmpty) {
  const Experiment e = experiment_from("");
  EXPECT_EQ(e.variants.size(), 1u);
  EXPECT_EQ(e.variants[0].scenario.months, 36);
  EXPECT_EQ(e.variants[0].scenario.models[static_cast<std::size_t>(Slot::lending)],
            "strategic-repayment");
  EXPECT_EQ(e.replicates, 100u);
}

TEST(Scenario, ReportsEverythingThatIsWrongAtOnceWithPlaceAndSuggestion) {
  const std::string text = refusal(
      "[lending]\nnorn = 0.2\nnorm = 99\ntau = \"x\"\n[models]\nwelfare = \"fixd\"\n[worlds]\na = 1\n");
  EXPECT_TRUE(has(
      text,
      "test.toml:2:1: lending.norn = 0.2: there is no such parameter; did you mean `lending.norm`?"))
      << text;
  EXPECT_TRUE(has(text, ":3:1: lending.norm = 99: must be a number between 0 and 3")) << text;
  EXPECT_TRUE(has(text, ":4:1: lending.tau")) << text;
  EXPECT_TRUE(has(text, "nearest: fixed")) << text;
  EXPECT_TRUE(has(text, "did you mean [world]?")) << text;
}

TEST(Scenario, RefusesAParameterOfAModelThatIsNotChosen) {
  EXPECT_TRUE(has(refusal("[models]\nlending = \"none\"\n[lending]\nnorm = 0.2\n"),
                  "belongs to the model `strategic-repayment`; this scenario uses `none`"));
}

TEST(Scenario, DropsABasesParametersOfAModelThatIsReplaced) {
  file_with("base.toml", "[lending]\nnorm = 0.2\n");
  EXPECT_EQ(refusal("extends = \"base.toml\"\n[models]\nlending = \"none\"\n"), "");
}

TEST(Scenario, ExtendsAndOverrides) {
  file_with("base.toml", "[lending]\nnorm = 0.2\ntau = 0.3\n");
  const Scenario s =
      scenario_from("extends = \"base.toml\"\n[lending]\nnorm = 0.4\n", {"lending.cover=0.1"});
  EXPECT_EQ(std::get<double>(s.values.at("lending.norm")), 0.4);
  EXPECT_EQ(std::get<double>(s.values.at("lending.tau")), 0.3);
  EXPECT_EQ(std::get<double>(s.values.at("lending.cover")), 0.1);
}

TEST(Scenario, ShowsACircleOfExtends) {
  file_with("a.toml", "extends = \"test.toml\"\n");
  EXPECT_TRUE(has(refusal("extends = \"a.toml\"\n"), "test.toml -> a.toml -> test.toml"));
}

TEST(Scenario, RefusesWrongEventsFilesAndSyntax) {
  EXPECT_TRUE(has(refusal("[[event]]\nmonth = 3\nset = { \"world.poor\" = 0.2 }\n"),
                  "can't change during a run"));
  EXPECT_TRUE(has(refusal("extends = \"missing.toml\"\n"), "there is no file"));
  EXPECT_TRUE(has(refusal("[lending\n"), "isn't TOML"));
  EXPECT_TRUE(has(refusal("[world]\nfrom = \"files\"\nhouseholds = \"none.csv\"\n"),
                  "there is no such file"));
  EXPECT_TRUE(has(refusal("", {"lending.norm"}), "section.key=value"));
  for (const char* key : {"sweep.points=5", "experiment.branch_at=3", "variant.name=a"})
    EXPECT_TRUE(has(refusal("", {key}), "is no parameter of a scenario")) << key;
}

TEST(Experiment, ReadsBackWhatItResolvedTo) {
  const std::string toml =
      std::string{small_ward} +
      "[[event]]\nmonth = 5\nset = { \"lending.norm\" = 0.3 }\n[experiment]\nreplicates = 7\nseed = 9\nbaseline = \"b\"\n"
      "[[variant]]\nname = \"a\"\ntitle = \"A \\\"quoted\\\" title\"\nset = { \"models.lending\" = \"none\" }\n[[variant.event]]\nmonth = 9\nset = { \"programme.grant\" = 1 }\n"
      "[[variant]]\nname = \"b\"\nset = { \"supervision.published\" = true, \"programme.tranches\" = [0.5, 0.25, 0.25] }\n";
  std::string fixed = toml;
  fixed.erase(fixed.find("[[event]]"), fixed.find("[experiment]") - fixed.find("[[event]]"));
  const Experiment e = experiment_from(fixed);
  const Experiment back =
      read_experiment(file_with("back.toml", resolved_toml(e, all_models())), all_models(), {});
  ASSERT_EQ(back.variants.size(), e.variants.size());
  EXPECT_EQ(back.baseline, 1u);
  EXPECT_EQ(back.seed, 9u);
  EXPECT_EQ(back.replicates, 7u);
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    EXPECT_EQ(back.variants[v].title, e.variants[v].title);
    EXPECT_EQ(back.variants[v].scenario.values, e.variants[v].scenario.values) << v;
    EXPECT_EQ(back.variants[v].scenario.models, e.variants[v].scenario.models);
    EXPECT_EQ(back.variants[v].scenario.events.size(), e.variants[v].scenario.events.size());
  }
}

TEST(Scenario, IsNamedAfterItsFileByAValidName) {
  const std::string file = file_with("Ward 7_B.toml", small_ward);
  const Experiment e = read_experiment(file, all_models(), {});
  EXPECT_EQ(e.variants[0].name, "ward-7-b");
  const std::string again = file_with("again.toml", resolved_toml(e, all_models()));
  EXPECT_EQ(read_experiment(again, all_models(), {}).variants[0].name, "ward-7-b");
}

}  // namespace swadaya
