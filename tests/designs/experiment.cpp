#include "sim/designs/experiment.hpp"

#include <filesystem>

#include "sim/designs/designs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::string wrong(const std::vector<std::string>& files, const Overrides& overrides = {}) {
  return said_by([&] { read_experiment(files, all_models(), overrides); });
}

const std::string three = std::string{small_ward} +
                          "[experiment]\nbaseline = \"b\"\nseed = 9\nreplicates = 4\n"
                          "[[variant]]\nname = \"a\"\nset = { \"lending.norm\" = 0.1 }\n"
                          "[[variant]]\nname = \"b\"\n[[variant]]\nname = \"c\"\n"
                          "set = { \"models.lending\" = \"hazard\", \"lending.a0\" = -1 }\n";

double number(const Experiment& e, std::size_t v, const std::string& key) {
  return std::get<double>(e.variants[v].scenario.values.at(key));
}

}  // namespace

TEST(ReadExperiment, OfSeveralScenariosTheFirstIsTheBaseline) {
  const std::string a = file_with("a.toml", small_ward),
                    b = file_with("b.toml", std::string{small_ward} + "[lending]\nnorm = 0.1\n");
  const Experiment e = read_experiment({a, b}, all_models(), {{"lending.tau=0.3"}, 7, 5});
  ASSERT_EQ(e.variants.size(), 2u);
  EXPECT_EQ(e.name, "a-b");
  EXPECT_EQ(e.baseline, 0u);
  EXPECT_EQ(e.replicates, 7u);
  EXPECT_EQ(e.seed, 5u);
  EXPECT_EQ(number(e, 1, "lending.norm"), 0.1);
  EXPECT_EQ(number(e, 0, "lending.tau"), 0.3);  // the command line's holds for all
  EXPECT_EQ(number(e, 1, "lending.tau"), 0.3);
  EXPECT_TRUE(e.variants[1].sets.contains("lending.norm"));
  EXPECT_FALSE(e.variants[1].sets.contains("lending.tau"));
  EXPECT_TRUE(e.variants[0].sets.empty());
}

TEST(ReadExperiment, VariantsAreTheScenarioWithWhatTheySet) {
  const Experiment e = experiment_from(three);
  ASSERT_EQ(e.variants.size(), 3u);
  EXPECT_EQ(e.baseline, 1u);
  EXPECT_EQ(e.seed, 9u);
  EXPECT_EQ(number(e, 0, "lending.norm"), 0.1);
  EXPECT_NE(number(e, 1, "lending.norm"), 0.1);
  EXPECT_EQ(e.variants[2].scenario.models[static_cast<std::size_t>(Slot::lending)], "hazard");
  EXPECT_EQ(number(e, 2, "lending.a0"), -1);  // of the model that the variant chooses
  EXPECT_FALSE(e.variants[2].scenario.values.contains("lending.norm"));
  EXPECT_EQ(e.months_shown, (std::vector<int>{30}));
  EXPECT_FALSE(e.outcomes.empty());
}

// A posterior's draw moves what is scaled, and the factor is put on it; so it is once the
// experiment was written and read.
TEST(ReadExperiment, VariantsMayScaleTheScenariosOwnValues) {
  const std::string scaled = std::string{small_ward} +
                             "[lending]\nnorm = 0.4\n[experiment]\n[[variant]]\nname = \"a\"\n"
                             "[[variant]]\nname = \"b\"\nset = { \"lending.tau\" = 0.3 }\n"
                             "scale = { \"lending.norm\" = 0.5, \"lending.tau\" = 2 }\n";
  const Experiment first = experiment_from(scaled);
  for (const Experiment& e : {first, experiment_from(resolved_toml(first, all_models()))}) {
    EXPECT_EQ(number(e, 1, "lending.norm"), 0.2);
    EXPECT_EQ(number(e, 1, "lending.tau"), 0.6);
    const Scenario drawn = moved(e.variants[1], {{"lending.norm", 0.6}, {"lending.tau", 0.9}});
    EXPECT_EQ(std::get<double>(drawn.values.at("lending.norm")), 0.3);
    EXPECT_EQ(std::get<double>(drawn.values.at("lending.tau")), 0.6);
  }
  const auto refused = [](const std::string& scale, const std::string& more = "") {
    return refusal(std::string{small_ward} + "[experiment]\n" + more +
                   "[[variant]]\nname = \"a\"\n" + "[[variant]]\nname = \"b\"\nscale = { " + scale +
                   " }\n");
  };
  EXPECT_TRUE(has(refused("\"lending.nrom\" = 2"), "did you mean `lending.norm`?"));
  EXPECT_TRUE(has(refused("\"lending.norm\" = 20"), "comes to 70 and must be a number between"));
  EXPECT_TRUE(has(refused("\"lending.norm\" = \"x\""), "must be a number: it scales the value"));
  EXPECT_TRUE(has(refused("\"programme.tranches\" = 2"), "isn't a number, and can't be scaled"));
  EXPECT_TRUE(has(refused("\"lending.norm\" = 2", "baseline = \"b\"\n"), "of the baseline"));
  EXPECT_TRUE(has(refused("\"lending.norm\" = 2", "branch_at = 3\n"), "part during the run"));
}

TEST(ReadExperiment, IsNamedAfterItsFileOrItsFolder) {
  namespace fs = std::filesystem;
  EXPECT_EQ(read_experiment(file_with("My Plan.toml", three), all_models(), {}).name, "my-plan");
  const fs::path folder = fs::path{file_with("keep", "")}.parent_path() / "Lenteng_Agung";
  fs::create_directories(folder);
  const fs::path file = folder / "experiment.toml";
  fs::copy_file(file_with("three.toml", three), file, fs::copy_options::overwrite_existing);
  EXPECT_EQ(read_experiment(file.string(), all_models(), {}).name, "lenteng-agung");
}

TEST(ReadExperiment, OfADraftIsTheSameAsOfItsFile) {
  const std::string file = file_with("three.toml", three);
  std::vector<Problem> problems;
  const Draft draft = draft_of(file, design_tables(), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(resolved_toml(experiment_of(draft, file, all_models(), {}), all_models()),
            resolved_toml(read_experiment(file, all_models(), {}), all_models()));
}

TEST(ReadExperiment, SaysWhatIsWrongInAllFilesAtOnce) {
  const std::string a = file_with("a.toml", "[lending]\nnrom = 1\n"),
                    b = file_with("b.toml", "[groups]\nsize = 99\n"),
                    sound = file_with("sound.toml", small_ward),
                    longer = file_with("longer.toml", "[time]\nmonths = 60\n");
  const std::string all = wrong({a, b});
  EXPECT_TRUE(has(all, "a.toml") && has(all, "lending.norm")) << all;
  EXPECT_TRUE(has(all, "b.toml") && has(all, "groups.size")) << all;
  EXPECT_TRUE(has(wrong({sound, longer}), "must run as long as"));
  EXPECT_TRUE(has(wrong({sound, sound}), "another file has the same name"));
  EXPECT_TRUE(has(wrong({sound, file_with("three.toml", three)}), "is an experiment"));
  EXPECT_TRUE(has(wrong({"nowhere.toml"}), "nowhere.toml"));
}

TEST(ReadExperiment, SaysWhatIsWrongWithVariants) {
  const auto said = [](const std::string& lines) {
    return refusal(std::string{small_ward} + "[experiment]\n" + lines);
  };
  const std::string a = "[[variant]]\nname = \"a\"\n", b = "[[variant]]\nname = \"bee\"\n";
  EXPECT_EQ(said(a + b), "");
  EXPECT_TRUE(has(said(a + a), "two variants have this name"));
  EXPECT_TRUE(has(said("baseline = \"bea\"\n" + a + b), "nearest: bee"));
  EXPECT_TRUE(has(said(a + b + "set = { \"time.months\" = 12 }\n"), "must run as long as"));
  // A mistake that all variants share is said once.
  const std::string shared =
      refusal(std::string{small_ward} + "[lending]\nnrom = 1\n[experiment]\n" + a + b);
  EXPECT_EQ(shared.find("nrom"), shared.rfind("nrom")) << shared;
}

// What isn't made of activities: once, and each month; paid from when it holds.
TEST(ReadExperiment, AVariantMayCostMoreThanItsActivities) {
  const std::string text = std::string{small_ward} +
                           "[experiment]\nreplicates = 1\n[[variant]]\nname = \"a\"\n"
                           "[[variant]]\nname = \"b\"\n"
                           "cost = { lump = 700, month = 4, monthly = 10 }\n";
  const Experiment e = experiment_from(text);
  EXPECT_EQ(number(e, 1, "costs.lump"), 700);
  EXPECT_EQ(number(e, 1, "costs.lump_month"), 4);
  EXPECT_EQ(number(e, 1, "costs.monthly"), 10);
  EXPECT_EQ(number(e, 0, "costs.lump"), 0);
  EXPECT_TRUE(e.variants[1].sets.contains("costs.lump"));
  const Experiment again = experiment_from(resolved_toml(e, all_models()));
  EXPECT_EQ(again.variants[1].scenario.values, e.variants[1].scenario.values);
  const auto series = series_of({e.variants[0].scenario, e.variants[1].scenario});
  const auto more = [&](int month, const char* outcome) {
    return value(series[1], month, outcome) - value(series[0], month, outcome);
  };
  EXPECT_NEAR(more(3, "cost_other_kRp"), 30, 1e-9);
  EXPECT_NEAR(more(4, "cost_other_kRp"), 740, 1e-9);
  EXPECT_NEAR(more(30, "cost_other_kRp"), 1000, 1e-9);
  EXPECT_NEAR(more(30, "cost_kRp"), 1000, 1e-6);
  EXPECT_EQ(more(30, "recovery"), 0);  // money alone moves nobody

  const auto bad = [&](const std::string& cost) {
    return refusal(std::string{small_ward} + "[experiment]\n[[variant]]\nname = \"a\"\n" + cost);
  };
  EXPECT_TRUE(has(bad("cost = { lmp = 1 }\n"), "variant.cost.lmp = 1: there is no such key"));
  EXPECT_TRUE(has(bad("cost = { lump = -1 }\n"), "must be a number between 0 and"));
  EXPECT_TRUE(has(bad("cost = 5\n"), "must be a table"));
  EXPECT_TRUE(has(bad("cost = { month = 3 }\n"), "is when `lump` is paid"));
  EXPECT_TRUE(has(bad("cost = { lump = 1 }\nset = { \"costs.lump\" = 2 }\n"), "which counts?"));
}

// Where variants part during the run, it is paid from then on.
TEST(ReadExperiment, AVariantThatPartsPaysWhenItParts) {
  const std::string text =
      std::string{small_ward} +
      "[experiment]\nbranch_at = 12\nreplicates = 1\n[[variant]]\nname = \"a\"\n"
      "[[variant]]\nname = \"b\"\ncost = { lump = 700, monthly = 10 }\n";
  const Experiment e = experiment_from(text);
  const auto series = series_of({e.variants[0].scenario, e.variants[1].scenario});
  EXPECT_EQ(value(series[1], 12, "cost_other_kRp"), 0);
  EXPECT_NEAR(value(series[1], 13, "cost_other_kRp"), 710, 1e-9);
  EXPECT_NEAR(value(series[1], 30, "cost_other_kRp"), 880, 1e-9);
  std::string early = text;
  early.replace(early.find("lump = 700"), 10, "lump = 700, month = 12");
  EXPECT_TRUE(has(refusal(early), "lies before the variants part"));
}

}  // namespace swadaya
