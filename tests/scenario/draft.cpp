#include "sim/scenario/draft.hpp"

#include <filesystem>

#include "sim/designs/experiment.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(Draft, ExtendsAndOverrides) {
  file_with("base.toml", "[lending]\nnorm = 0.2\ntau = 0.3\n");
  const Scenario s =
      scenario_from("extends = \"base.toml\"\n[lending]\nnorm = 0.4\n", {"lending.cover=0.1"});
  EXPECT_EQ(std::get<double>(s.values.at("lending.norm")), 0.4);
  EXPECT_EQ(std::get<double>(s.values.at("lending.tau")), 0.3);
  EXPECT_EQ(std::get<double>(s.values.at("lending.cover")), 0.1);
}

TEST(Draft, ShowsACircleOfExtends) {
  file_with("a.toml", "extends = \"test.toml\"\n");
  EXPECT_TRUE(has(refusal("extends = \"a.toml\"\n"), "test.toml -> a.toml -> test.toml"));
}

TEST(Draft, KnowsWhatIsInherited) {
  file_with("first.toml", "[lending]\nnorm = 0.1\ntau = 0.1\n");
  file_with("second.toml", "[lending]\ntau = 0.2\n[[event]]\nmonth = 3\nset = {}\n");
  std::vector<Problem> problems;
  const Draft d = draft_of(
      file_with("d.toml", "extends = [\"first.toml\", \"second.toml\"]\n[lending]\nnorm = 0.3\n"),
      {"sweep"}, problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_FALSE(d.settings.at("lending.norm").inherited);
  EXPECT_EQ(*d.settings.at("lending.norm").node.number(), 0.3);
  EXPECT_TRUE(d.settings.at("lending.tau").inherited);
  EXPECT_EQ(*d.settings.at("lending.tau").node.number(), 0.2);  // the later file's
  EXPECT_EQ(d.events.size(), 1u);
  EXPECT_FALSE(d.is_experiment);
}

TEST(Draft, TellsSettingsFromDesignsAndVariants) {
  std::vector<Problem> problems;
  const Draft d =
      draft_of(file_with("d.toml",
                         "[sweep]\npoints = 5\n[experiment]\nseed = 2\n[world]\npoor = 0.2\n"
                         "columns = { size = \"persons\", leader = \"chief\" }\n"
                         "households = \"nodes.csv\"\n"),
               {"sweep", "morris"}, problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_TRUE(d.is_experiment);
  EXPECT_NE(d.design("sweep"), nullptr);
  EXPECT_EQ(d.design("morris"), nullptr);
  EXPECT_TRUE(d.is_settings_table("world"));
  for (const char* other : {"sweep", "morris", "experiment", "variant", "event"})
    EXPECT_FALSE(d.is_settings_table(other)) << other;
  EXPECT_EQ(d.settings.size(), 3u);
  EXPECT_EQ(*d.settings.at("world.columns").node.text(), "leader=chief, size=persons");
  EXPECT_EQ(*d.settings.at("world.households").node.text(),  // beside the file that names it
            std::filesystem::path{file_with("nodes.csv", "")}.lexically_normal().string());
}

TEST(Draft, ColumnsAndTheirCodesAreOneText) {
  std::vector<Problem> problems;
  const Draft d = draft_of(
      file_with(
          "d.toml",
          "[world.columns]\nleader = { column = \"q 7\", yes = [1, \"ya\"], no = 2, missing = [-9, 99] }\n"
          "head = { yes = 1 }\nsize = \"a, b\"\n[network]\ncolumns = { from = \"giver\", to = 2 }\n"),
      {}, problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(
      *d.settings.at("world.columns").node.text(),
      "head=head{yes=1}, leader=q 7{missing=-9, missing=99, no=2, yes=1, yes=ya}, size=\"a, b\"");
  EXPECT_EQ(*d.settings.at("network.columns").node.text(), "from=giver, to=2");
}

TEST(Draft, SaysWhatHasNoPlaceInAFile) {
  std::vector<Problem> problems;
  draft_of(file_with("d.toml", "event = 3\nextends = 4\nlending = 5\n[sweeep]\na = 1\n"), {"sweep"},
           problems);
  std::string said;
  for (const Problem& p : problems) said += text_of(p) + "\n";
  EXPECT_TRUE(has(said, "d.toml:1:1: event = 3: must be written [[event]]")) << said;
  EXPECT_TRUE(has(said, "extends = 4: must be the name of a file in quotes")) << said;
  EXPECT_TRUE(has(said, "lending = 5: must be a table, written [lending]")) << said;
  EXPECT_TRUE(has(said, "sweeep: there is no such table; did you mean [sweep]?")) << said;
  problems.clear();
  draft_of(file_with("d.toml", "[sweep]\n[morris]\n"), {"sweep", "morris"}, problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_TRUE(has(problems[0].rule, "an experiment has one design"));
}

TEST(Draft, SettingsOfTheCommandLineReplaceAModelsParameters) {
  std::vector<Problem> problems;
  Draft d = draft_of(file_with("d.toml", "[lending]\nnorm = 0.3\n"), {}, problems);
  put_settings(d, {{"models.lending=none", "lending.tau=0.5", "norm", "norm=1.5"}, {}, {}},
               problems);
  EXPECT_TRUE(d.settings.at("lending.norm").inherited);  // meaningless now, not wrong
  EXPECT_FALSE(d.settings.at("lending.tau").inherited);
  EXPECT_EQ(*d.settings.at("models.lending").node.text(), "none");
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(text_of(problems[1]), "--set: must be written section.key=value");
}

TEST(Draft, ASentTextExtendsFilesOfItsFoldersOnly) {
  const std::string base = file_with("base.toml", "[lending]\nnorm = 0.3\n");
  const std::string folder = std::filesystem::path{base}.parent_path().string();
  std::filesystem::create_directories(folder + "/inside");
  const auto said = [&](const std::string& name, const std::string& within) {
    std::vector<Problem> problems;
    draft_of(SentText{"sent", "extends = \"" + name + "\"\n", {within}}, {}, problems);
    return problems.empty() ? std::string{} : text_of(problems[0]);
  };
  EXPECT_EQ(said("base.toml", folder), "");
  EXPECT_EQ(said("inside/../base.toml", folder), "");
  EXPECT_TRUE(has(said("../base.toml", folder + "/inside"), "must be a scenario inside "));
  EXPECT_TRUE(has(said("/etc/passwd", folder), "must be a scenario inside "));
  EXPECT_TRUE(has(said(base, folder + "/inside"), "must be a scenario inside "));
}

// How often, with which dice and what is shown comes with a file that is extended; what is nearer
// says it last.
TEST(Draft, ExtendingAFileTakesOverHowItRuns) {
  file_with("base.toml", std::string{small_ward} +
                             "[scenario]\nname = \"base\"\n[experiment]\nreplicates = 2\n"
                             "seed = 5\noutcomes = [\"informed\"]\ntitle = \"Base\"\n");
  const Experiment same = experiment_from("extends = \"base.toml\"\n");
  EXPECT_EQ(same.replicates, 2u);
  EXPECT_EQ(same.outcomes, std::vector<std::string>{"informed"});
  EXPECT_EQ(same.title, "");
  const Experiment own = experiment_from("extends = \"base.toml\"\n[experiment]\nreplicates = 3\n");
  EXPECT_EQ(own.replicates, 3u);
  EXPECT_EQ(own.seed, 5u);
}

// A title in Indonesian belongs to the title that it says again.
TEST(Draft, AFilesOwnTitleTakesTheInheritedOneInIndonesianAway) {
  file_with("base.toml", "[scenario]\ntitle = \"Old\"\ntitle_id = \"Lama\"\n");
  EXPECT_EQ(scenario_from("extends = \"base.toml\"\n").title_id, "Lama");
  const std::string own = "extends = \"base.toml\"\n[scenario]\n";
  EXPECT_EQ(scenario_from(own + "title = \"New\"\n").title_id, "");
  EXPECT_EQ(scenario_from(own + "title_id = \"Baru\"\ntitle = \"New\"\n").title_id, "Baru");
  EXPECT_EQ(scenario_from(own + "title_id = \"Tua\"\n").title_id, "Tua");
  EXPECT_EQ(scenario_from("extends = \"base.toml\"\n", {"scenario.title=New"}).title_id, "");
}

// A file that extends a named one is another scenario.
TEST(Draft, ANameIsNotInherited) {
  file_with("base.toml", std::string{small_ward} + "[scenario]\nname = \"base\"\n");
  const std::string other = file_with("other.toml", "extends = \"base.toml\"\n");
  EXPECT_EQ(read_experiment(other, all_models(), {}).name, "other");
  const Experiment both = read_experiment(
      {file_with("base.toml", std::string{small_ward} + "[scenario]\nname = \"base\"\n"), other},
      all_models(), {});
  EXPECT_EQ(both.variants[1].name, "other");
}

}  // namespace swadaya
