#include "sim/designs/trial_file.hpp"

#include <filesystem>
#include <set>

#include "tests/trials.hpp"

namespace swadaya {

namespace {

std::string refusal_of_trial(const std::string& toml) {
  return said_by([&] { read_trial(file_with("made-up.toml", toml)); });
}

}  // namespace

TEST(TrialFile, SaysWhatIsHeldAgainstWhat) {
  const Trial t = trial_from(
      trial_text("difference", -0.25,
                 "standard_error = 0.5\nworlds = 7\none_minus = true\n"
                 "over = { outcome = \"informed\", month = 5 }\n") +
      "[trial.base]\nscenario = \"ward.toml\"\nreplicates = 9\nset = { lending.norm = 1 }\n" +
      louder);
  EXPECT_EQ(t.name, "made-up");
  EXPECT_EQ(t.quantity.outcome, *outcome_index("recovery"));
  EXPECT_EQ(t.quantity.month, 6);
  EXPECT_TRUE(t.quantity.one_minus);
  EXPECT_EQ(t.over->month, 5);
  EXPECT_EQ(t.last_month(), 6);
  EXPECT_EQ(t.scale, Scale::difference);
  EXPECT_EQ(t.effect, -0.25);
  EXPECT_NEAR(t.low(), -0.25 - 0.5 * 1.644854, 1e-9);
  EXPECT_NEAR(t.high(), -0.25 + 0.5 * 1.644854, 1e-9);
  EXPECT_EQ(t.worlds, 7);
  EXPECT_EQ(t.replicates, 9u);
  EXPECT_TRUE(t.kept_apart);
  EXPECT_FALSE(t.is_null);
  EXPECT_EQ(std::filesystem::path{t.scenario}.filename(), "ward.toml");
  EXPECT_EQ(t.both.set.at(0).first, "lending.norm");
  EXPECT_TRUE(t.control.set.empty());
  EXPECT_EQ(t.treatment.set.at(0).first, "socialization.meetings");
}

TEST(TrialFile, ScalesInItsArms) {
  const Trial t =
      trial_from(trial_text("difference", 1, "standard_error = 1\nworlds = 1\n") + small_base +
                 "[trial.control]\nscale = { lending.norm = 0.5 }\n"
                 "[trial.treatment]\nscale = { lending.norm = 2 }\n"
                 "[[trial.treatment.event]]\nmonth = 3\nscale = { lending.tau = 2 }\n");
  EXPECT_EQ(t.control.scale.at(0).first, "lending.norm");
  EXPECT_EQ(*t.control.scale.at(0).second.number(), 0.5);
  EXPECT_TRUE(t.treatment.set.empty());
  EXPECT_EQ(*t.treatment.scale.at(0).second.number(), 2.0);
  EXPECT_EQ(t.treatment.events.size(), 1u);
}

TEST(TrialFile, TakesTheErrorFromAnIntervalOf95Percent) {
  const Trial t = trial_from(trial_text("log-ratio", -1, "interval = [-2, 0]\nworlds = 1\n") +
                             small_base + louder);
  EXPECT_NEAR(t.standard_error, 1 / 1.959964, 1e-9);
  EXPECT_EQ(t.scale, Scale::log_ratio);
}

TEST(TrialFile, SaysWhatIsWrongWithIt) {
  const std::string error = "standard_error = 1\nworlds = 1\n";
  const std::string head = trial_text("difference", 1, error), rest = small_base + louder;
  file_with("ward.toml", small_ward);
  for (const auto& [toml, part] : std::vector<std::pair<std::string, std::string>>{
           {trial_text("diference", 1, error) + rest,
            "there is no such way to compare; nearest: difference"},
           {trial_text("difference", 0, error) + rest, "trial.effect = 0: has no sign"},
           {trial_text("ratio", 1, error) + rest, "trial.effect = 1: has no sign"},
           {trial_text("difference", 1, "worlds = 1\n") + rest,
            "trial.standard_error: must be said, or `interval`"},
           {trial_text("difference", 1, error + "interval = [0, 1]\n") + rest, "is one too many"},
           {trial_text("difference", 1, "worlds = 1\ninterval = [1, 0]\n") + rest,
            "trial.interval"},
           {trial_text("difference", 1, "worlds = 1\nstandard_error = 0\n") + rest,
            "trial.standard_error = 0"},
           {trial_text("difference", 1, error + "outcom = \"recovery\"\n") + rest,
            "did you mean `outcome`?"},
           {trial_text("difference", 1, "standard_error = 1\n") + rest, "trial.worlds"},
           {head + "[trial.base]\nscenario = \"nowhere.toml\"\n" + louder,
            "trial.base.scenario = \"nowhere.toml\": there is no file"},
           {head + small_base + louder + "[trial.control]\nset = { socialization.meetings = 8 }\n",
            "must say another `set`, `scale` or [[event]] than the control"},
           {head + small_base +
                "[trial.control]\nscale = { lending.norm = 2 }\n"
                "[trial.treatment]\nscale = { lending.norm = 2 }\n",
            "must say another `set`, `scale` or [[event]] than the control"},
           {head + small_base + "[trial.treatment]\nscale = 2\n", "trial.treatment.scale"},
           {head + small_base, "trial.treatment"},
           {head + rest + "[lending]\nnorm = 1\n", "a file of a trial has [trial] only"},
           {"[trail]\n", "did you mean `trial`?"},
           {"", "has no [trial]"}})
    EXPECT_TRUE(has(refusal_of_trial(toml), part)) << part << "\n" << refusal_of_trial(toml);
  EXPECT_TRUE(has(refusal_of_trial("[trial]\nname = \"x\"\nyeer = 3\n"), "made-up.toml:3:"));
}

// Each names its file, is honest about what was read, and about errors that nobody published.
TEST(TrialFile, OfTheProjectCanBeReadAndRun) {
  namespace fs = std::filesystem;
  std::set<std::string> names;
  int apart = 0;
  for (const auto& entry : fs::directory_iterator{SWADAYA_SOURCE_DIR "/scenarios/trials"}) {
    const std::string file = entry.path().string();
    const Trial t = read_trial(file);
    EXPECT_EQ(t.name, entry.path().stem()) << file;
    EXPECT_TRUE(names.insert(t.name).second) << file;
    EXPECT_FALSE(t.title_id.empty()) << file;
    EXPECT_TRUE(has(t.published + t.assumed + t.source, "memory") || t.read != "secondary" ||
                has(t.published, "recomputed"))
        << file << ": what is known second hand says from where";
    apart += t.kept_apart;
    const Experiment e = experiment_of(t, all_models(), {});
    EXPECT_EQ(e.variants.size(), 2u) << file;
  }
  EXPECT_GE(names.size(), 12u);
  EXPECT_GE(2 * apart, static_cast<int>(names.size()));
}

}  // namespace swadaya
