#include "sim/designs/calibration_file.hpp"

#include "sim/designs/calibration.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string ward = std::string{small_ward} + "[experiment]\nreplicates = 2\n";
const std::string priors = "[calibration.priors]\n\"lending.norm\" = { low = 0, high = 1 }\n";
const std::string target =
    "[[calibration.target]]\noutcome = \"informed\"\nmonth = 6\nvalue = 0.3\n"
    "wards = 5\nsite = \"here\"\n";
const std::string facts =
    "[[pattern]]\nid = \"T1\"\nstatement = \"News spreads\"\nsource = \"test\"\ntarget = \"some\"\n"
    "weight = 3\noutcome = \"informed\"\nmonths = [6, 12]\nband = [0.2, 0.4]\nwards = 56\n"
    "site = \"there\"\n"
    "[[pattern]]\nid = \"T2\"\nstatement = \"Louder\"\nsource = \"test\"\ntarget = \"more\"\n"
    "weight = 2\noutcome = \"informed\"\nmonths = [6]\nband = [1.1, inf]\ncompare = \"ratio\"\n"
    "set = { \"socialization.meetings\" = 8 }\n"
    "[[pattern]]\nid = \"T3\"\nstatement = \"Unseen\"\nsource = \"test\"\ntarget = \"?\"\n"
    "weight = 1\nnot_measured = \"nobody looks\"\n";

}  // namespace

TEST(CalibrationFile, ReadsPriorsFactsSeriesAndTargets) {
  file_with("facts.toml", facts);
  file_with("seen.csv",
            "outcome,month,value,low,high,sd,weight,held_out,wards,site\n"
            "recovery,24,0.5,,,0.1,2,,3,here\nrecovery,30,,0.4,0.6,,,1,,\n");
  const Experiment e = experiment_from(
      ward +
      "[calibration]\npoints = 100\nparticles = 20\nfacts = \"facts.toml\"\nfit = [\"T1\"]\n"
      "hold_out = [\"T2\"]\nobserved = \"seen.csv\"\n[calibration.priors]\n"
      "\"lending.norm\" = \"range\"\n\"lending.tau\" = { distribution = \"normal\", mean = 0.2, sd "
      "= 0.1 }\n\"lending.erosion\" = { distribution = \"beta\", a = 2, b = 5, high = 0.2 }\n"
      "[calibration.priors.groups]\nfounding = { distribution = \"lognormal\", median = 0.03, sigma "
      "= 0.5 }\n" +
      target);
  EXPECT_EQ(e.design, "calibration");
  ASSERT_EQ(e.variants.size(), 2u);
  EXPECT_EQ(e.variants[0].name, "as-it-is");
  EXPECT_EQ(e.variants[1].name, "t2");
  EXPECT_TRUE(e.variants[1].sets.contains("socialization.meetings"));
  const Calibration c = calibration_of(e);
  ASSERT_EQ(c.priors.size(), 4u);
  EXPECT_EQ(c.priors[0].text(),
            "{ distribution = \"lognormal\", median = 0.03, sigma = 0.5, low = 0, high = 1 }");
  EXPECT_EQ(c.priors[1].text(), "{ distribution = \"beta\", a = 2, b = 5, low = 0, high = 0.2 }");
  EXPECT_EQ(c.priors[2].text(), "{ distribution = \"uniform\", low = 0, high = 6 }");
  EXPECT_EQ(c.priors[3].text(),
            "{ distribution = \"normal\", mean = 0.2, sd = 0.1, low = 0.02, high = 2 }");
  ASSERT_EQ(c.targets.size(), 6u);
  EXPECT_EQ(c.targets[0].pattern.id, "T1 @6");
  EXPECT_EQ(c.targets[0].weight, 1.5);  // a fact about two months counts as one of weight 3
  EXPECT_EQ(c.targets[0].wards, 56u);
  EXPECT_EQ(c.targets[0].site, "there");
  EXPECT_EQ(c.targets[2].wards, 1u);
  EXPECT_EQ(c.targets[3].wards, 3u);
  EXPECT_EQ(c.targets[3].site, "here");
  EXPECT_EQ(c.targets[4].wards, 1u);
  EXPECT_EQ(c.targets[5].wards, 5u);
  EXPECT_EQ(c.check, 100u);
  EXPECT_TRUE(c.targets[2].is_held_out);
  EXPECT_EQ(c.targets[2].variant, 1u);
  EXPECT_EQ(c.targets[2].pattern.high, unbounded);
  EXPECT_EQ(c.targets[3].pattern.id, "recovery @24");
  EXPECT_EQ(c.targets[3].sd, 0.1);
  EXPECT_TRUE(c.targets[4].is_held_out);
  EXPECT_EQ(c.targets[4].pattern.low, 0.4);
  EXPECT_EQ(c.fitted().size(), 4u);
  EXPECT_EQ(c.variants(e, Calibration::Which::fitted), std::vector<std::size_t>{0});
  EXPECT_EQ(c.variants(e, Calibration::Which::all), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(c.months(), (std::vector<int>{6, 12, 24, 30}));

  // As it is written into a results folder: nothing of it hangs on other files.
  const std::string resolved = resolved_toml(e, all_models());
  EXPECT_FALSE(has(resolved, "facts.toml") || has(resolved, "seen.csv"));
  EXPECT_EQ(resolved_toml(experiment_from(resolved), all_models()), resolved);
}

TEST(CalibrationFile, SaysWhatIsWrongWithIt) {
  file_with("facts.toml", facts);
  const auto said = [](const std::string& lines) {
    return refusal(ward + "[calibration]\n" + lines);
  };
  const std::string of = "facts = \"facts.toml\"\n";
  for (const auto& [lines, part] : std::vector<std::pair<std::string, std::string>>{
           {target, "no parameter to calibrate"},
           {priors, "nothing to be held against"},
           {"pionts = 3\n" + priors + target, "did you mean `points`"},
           {"points = 3\n" + priors + target, "between 20 and"},
           {"[calibration.priors]\n\"lending.norn\" = \"range\"\n" + target,
            "did you mean `lending.norm`"},
           {"[calibration.priors]\n\"models.lending\" = \"range\"\n" + target,
            "no such parameter here"},
           {"[calibration.priors]\n\"groups.size\" = \"range\"\n" + target, "isn't a number"},
           {"[calibration.priors]\n\"lending.norm\" = { low = -1, high = 1 }\n" + target,
            "within the declared range, 0 to 6"},
           {"[calibration.priors]\n\"lending.norm\" = { low = 2, high = 1 }\n" + target,
            "`low` must lie below `high`"},
           {"[calibration.priors]\n\"lending.norm\" = { distribution = \"normall\", mean = 1 }\n" +
                target,
            "nearest: normal"},
           {"[calibration.priors]\n\"lending.norm\" = { distribution = \"normal\", mean = 1 }\n" +
                target,
            "must be said for this distribution"},
           {of + "fit = [\"T9\"]\n" + priors, "there is no such fact"},
           {of + "fit = [\"T3\"]\n" + priors, "isn't measured: nobody looks"},
           {of + "hold_out = [\"T1\"]\n" + priors, "all held out"},
           {"fit = [\"T1\"]\n" + priors, "`facts` must say their file"},
           {"observed = \"nowhere.csv\"\n" + priors, "nowhere.csv"},
           {priors + "[[calibration.target]]\noutcome = \"informd\"\nmonth = 6\nvalue = 1\n",
            "nearest: informed"},
           {priors + "[[calibration.target]]\noutcome = \"informed\"\nmonth = 99\nvalue = 1\n",
            "between 0 and 30"},
           {priors + "[[calibration.target]]\noutcome = \"informed\"\nmonth = 9\nband = [2, 1]\n",
            "must be [low, high]"},
           {priors + "[[calibration.target]]\noutcome = \"informed\"\nmonth = 9\nvalue = 0.1\n"
                     "statistic = \"sd\"\nwards = 1\n",
            "a spread is one of 2 wards at least"},
           {priors + "[[calibration.target]]\noutcome = \"informed\"\nmonth = 9\nvalue = 0.1\n"
                     "wards = 0\n",
            "between 1 and"},
           {priors + target + "variant = \"louder\"\n", "there is no such variant"}})
    EXPECT_TRUE(has(said(lines), part)) << lines << said(lines);
  // All of it at once, with the line of each.
  const std::string all = said("points = 3\n[calibration.priors]\n\"lending.norn\" = \"range\"\n");
  EXPECT_TRUE(has(all, "between 20") && has(all, "lending.norn") && has(all, "nothing to be held"))
      << all;
  EXPECT_TRUE(has(all, "test.toml:1")) << all;
  EXPECT_TRUE(has(refusal(ward + "[calibration]\n" + priors + target + "[sweep]\n"),
                  "an experiment has one design"));
}

TEST(CalibrationFile, SaysWhatIsWrongWithObservations) {
  for (const auto& [csv, part] : std::vector<std::pair<std::string, std::string>>{
           {"outcome,month,vlaue\ninformed,6,1\n", "nearest: value"},
           {"outcome,month\ninformed,6\n", "value or low and high"},
           {"outcome,month,value\ninformed,six,1\n", "seen.csv:2"},
           {"outcome,month,value\ninformd,6,1\n", "nearest: informed"}}) {
    file_with("seen.csv", csv);
    const std::string said = refusal(ward + "[calibration]\nobserved = \"seen.csv\"\n" + priors);
    EXPECT_TRUE(has(said, part)) << csv << said;
  }
}

}  // namespace swadaya
