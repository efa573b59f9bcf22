#include "sim/designs/experiment_keys.hpp"

#include <algorithm>
#include <sstream>

#include "sim/scenario/file_keys.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(ExperimentKeys, AreReadAsDeclared) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nname = \"own\"\ntitle = \"Own\"\ndescription = \"words\"\nreplicates = 7\n"
      "seed = 9\noutcomes = [\"recovery\", \"informed\"]\nmonths_shown = [3, 30]\n"
      "baseline = \"b\"\nbranch_at = 4\n"
      "[[variant]]\nname = \"a\"\nset = { \"lending.norm\" = 0.1 }\n[[variant]]\nname = \"b\"\n");
  EXPECT_EQ(e.name, "own");
  EXPECT_EQ(e.title, "Own");
  EXPECT_EQ(e.description, "words");
  EXPECT_EQ(e.replicates, 7u);
  EXPECT_EQ(e.seed, 9u);
  EXPECT_EQ(e.outcomes, (std::vector<std::string>{"recovery", "informed"}));
  EXPECT_EQ(e.months_shown, (std::vector<int>{3, 30}));
  EXPECT_EQ(e.baseline, 1u);
  EXPECT_EQ(e.branch_at, 4);
}

TEST(ExperimentKeys, LeftOutHaveTheDeclaredDefaults) {
  const Experiment e = experiment_from(std::string{small_ward} + "[experiment]\n");
  const auto declared = [](const char* key) {
    return std::get<double>(*experiment_table().at(key).default_value);
  };
  EXPECT_EQ(e.replicates, declared("replicates"));
  EXPECT_EQ(static_cast<double>(e.seed), declared("seed"));
  EXPECT_EQ(e.outcomes, outcomes_shown_by_default());
  EXPECT_FALSE(e.branch_at || e.checkpoint);
}

// Means of a sweep are of independent worlds; comparisons and factorials tell luck from what isn't
// known.
TEST(ExperimentKeys, DrawsAreSharedWhereEffectsAreToldOverParameters) {
  const std::string sweep = "[sweep]\n[sweep.parameters]\n\"lending.norm\" = [0.1, 0.2]\n";
  EXPECT_EQ(experiment_from(std::string{small_ward} + "[experiment]\n").worlds_per_draw, 2u);
  EXPECT_EQ(experiment_from(std::string{small_ward} + "[experiment]\n" + sweep).worlds_per_draw,
            1u);
  const std::string factorial =
      "[experiment]\nworlds_per_draw = 3\n"
      "[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n"
      "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 0.5 }\n";
  EXPECT_EQ(experiment_from(std::string{small_ward} + factorial).worlds_per_draw, 3u);
  const std::string said =
      refusal(std::string{small_ward} + "[experiment]\nworlds_per_draw = 3\n" + sweep);
  EXPECT_TRUE(has(said, "experiment.worlds_per_draw = 3: must be 1 in this design")) << said;
}

TEST(ExperimentKeys, SayAllThatIsWrongAtOnce) {
  const std::string said = refusal(
      std::string{small_ward} +
      "[experiment]\nname = \"My Ward\"\ntitle = 3\noutcomes = [\"recovry\", 4]\n"
      "months_shown = 12\ndesign = \"swep\"\nseeds = 1\nbaseline = \"c\"\nbranch_at = 30\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"a\"\n[[variant]]\ntitle = \"none\"\n");
  for (const char* part :
       {"small letters, digits and hyphens", "experiment.title = 3: must be a text in quotes",
        "there is no such outcome; nearest: recovery", "must be a list of texts",
        "months_shown = 12: must be a list", "there is no such design; nearest: sweep",
        "did you mean `seed`?", "there is no variant of this name; nearest: a",
        "before the last one, which is 30", "two variants have this name",
        "every variant needs a name"})
    EXPECT_TRUE(has(said, part)) << part << "\n" << said;
}

// experiment.toml says what was declared and nothing else, in the order of the declaration.
TEST(ExperimentKeys, AreWrittenAsDeclared) {
  const Experiment e =
      experiment_from(std::string{small_ward} +
                      "[experiment]\nseed = 18\n[sensitivity]\nmethod = \"morris\"\nwalks = 2\n"
                      "[sensitivity.parameters]\n\"lending.norm\" = \"range\"\n");
  std::istringstream text{resolved_toml(e, all_models())};
  std::vector<std::size_t> places;
  std::string line;
  std::getline(text, line);
  ASSERT_EQ(line, "[experiment]");
  while (std::getline(text, line) && !line.empty()) {
    const KeyInfo* info = experiment_table().find(line.substr(0, line.find(' ')));
    ASSERT_TRUE(info) << line;
    places.push_back(static_cast<std::size_t>(info - experiment_table().keys.data()));
  }
  EXPECT_GE(places.size(), 9u);
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
  EXPECT_THROW(TableText{experiment_table()}.put("sed", std::string{"1"}), std::logic_error);
}

TEST(ExperimentKeys, HoldWhatAPersonSaysOfTheStudy) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\n[experiment.study]\nfunding = \"Nobody \\\"paid\\\"\"\nethics = \"Shame\"\n");
  EXPECT_EQ(e.study.at("funding"), "Nobody \"paid\"");
  const std::string text = resolved_toml(e, all_models());
  EXPECT_EQ(experiment_from(text).study, e.study) << text;
  for (const auto& [line, part] : std::vector<std::pair<std::string, std::string>>{
           {"fundign = \"x\"", "experiment.study.fundign"},
           {"fundign = \"x\"", "did you mean `funding`?"},
           {"funding = 3", "experiment.study.funding = 3: must be a text"},
           {"funding = \"\"", "must be a text that says something"}}) {
    const std::string said =
        refusal(std::string{small_ward} + "[experiment]\n[experiment.study]\n" + line + "\n");
    EXPECT_TRUE(has(said, part)) << said;
  }
}

}  // namespace swadaya
