// `swadaya trial`, from outside.
#include <nlohmann/json.hpp>

#include "tests/tool/outside.hpp"
#include "tests/trials.hpp"

namespace swadaya {

namespace {

// More meetings, of more who have heard of it: the sign is plain.
std::string trial_of_news(double effect) {
  file_with("ward.toml", small_ward);
  std::string text = trial_text("difference", effect, "standard_error = 0.5\nworlds = 1\n");
  text.replace(text.find("\"recovery\""), 10, "\"informed\"");
  return file_with("made-up.toml", text + small_base + louder);
}

}  // namespace

TEST(Program, HoldsAPublishedExperimentAgainstTheModel) {
  const Outcome right = program("trial --quiet " + trial_of_news(0.3));
  EXPECT_EQ(right.code, 0) << right.text;
  EXPECT_TRUE(has(right.text, "made-up ")) << right.text;
  EXPECT_TRUE(has(right.text, "1 of 1 inside; signs right 1 of 1;")) << right.text;
  const Outcome wrong = program("trial --quiet --json " + trial_of_news(-0.3));
  EXPECT_EQ(wrong.code, 1) << wrong.text;
  const auto json = nlohmann::json::parse(wrong.text);
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["sign_right"], false);
  EXPECT_EQ(json[0]["pairs"], 4);
  EXPECT_GT(json[0]["simulated"].get<double>(), 0.0);
}

// What is set holds for both arms, and the same seed gives the same bits on any number of threads.
TEST(Program, RunsTrialsAsOtherCommandsRun) {
  const std::string run = "trial --quiet --json " + trial_of_news(0.3);
  const Outcome one = program(run + " --threads 1"), two = program(run + " --threads 2");
  EXPECT_EQ(one.text, two.text);
  EXPECT_NE(one.text, program(run + " --seed 2").text);
  const auto none = nlohmann::json::parse(program(run + " --set socialization.attendance=0").text);
  EXPECT_EQ(none[0]["simulated"], 0.0);
}

TEST(Program, LeavesOutTrialsOfModelsThatAreReplaced) {
  std::string text = trial_text("difference", 0.3, "standard_error = 0.5\nworlds = 1\n");
  const std::string of_lending = file_with(
      "of-lending.toml", text + small_base + "[trial.treatment]\nset = { lending.cover = 0 }\n");
  const std::string run = "trial --quiet --set models.lending=none " + of_lending + " ";
  const Outcome one = program(run + trial_of_news(0.3));
  EXPECT_EQ(one.code, 0) << one.text;
  EXPECT_TRUE(has(one.text, "left out: ") && has(one.text, "lending.cover")) << one.text;
  EXPECT_TRUE(has(one.text, "1 of 1 inside")) << one.text;
  const Outcome none = program(run);
  EXPECT_EQ(none.code, 2) << none.text;
  EXPECT_TRUE(has(none.text, "there is no trial to run")) << none.text;
}

TEST(Program, FindsItsOwnTrialsByName) {
  const Outcome own = program("trial --quiet --replicates 2 alatas-community");
  EXPECT_TRUE(own.code == 0 || own.code == 1) << own.text;
  EXPECT_TRUE(has(own.text, "alatas-community ")) << own.text;
  const Outcome none = program("trial alatas-comunity");
  EXPECT_EQ(none.code, 2);
  EXPECT_TRUE(has(none.text, "did you mean `alatas-community`?")) << none.text;
  EXPECT_TRUE(has(program("validate " + trial_of_news(0.3)).text, ": ok"));
  const Outcome bad =
      program("trial " + file_with("bad.toml", "[trial]\neffect = \"big\"\ncomparr = \"ratio\"\n"));
  EXPECT_EQ(bad.code, 2);
  EXPECT_TRUE(has(bad.text, "bad.toml:2:")) << bad.text;
  EXPECT_TRUE(has(bad.text, "did you mean `compare`?")) << bad.text;
  EXPECT_TRUE(has(program("trial --help").text, "standard_error: of it, on the same scale"));
}

}  // namespace swadaya
