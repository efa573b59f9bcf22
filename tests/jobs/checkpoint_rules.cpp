#include "sim/jobs/checkpoint_rules.hpp"

#include "tests/jobs/checkpoints.hpp"

namespace swadaya {

TEST(CheckpointRules, RefusesOtherWorldsSeedsModelsAndMonths) {
  const std::string file = written_checkpoint();
  EXPECT_EQ(refusal_from(file, ward_of_three), "");
  const std::string text =
      refusal_from(file,
                   std::string{small_ward} +
                       "[models]\nlending = \"hazard\"\n[experiment]\nseed = 8\nreplicates = 4\n",
                   {"world.poor=0.3", "network.generator=none", "time.months=12"});
  for (
      const char* part :
      {"checkpoint-12.bin: world.poor = 0.3: the checkpoint's is 0.15; a run that goes on stays in "
       "its world",
       "network.generator", "models.lending = hazard: the checkpoint's is repayment-odds",
       "experiment.seed = 8: the checkpoint's is 7",
       "experiment.replicates = 4: the checkpoint has 3",
       "time.months = 12: must be behind the checkpoint's month 12; --set time.months=24"})
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  EXPECT_TRUE(has(refusal_from(file, ward_of_three + "branch_at = 5\n[[variant]]\nname = \"a\"\n"),
                  "lies before the checkpoint's month 12"));
  EXPECT_TRUE(has(refusal_from(folder() + "/none.bin", ward_of_three), "there is no such file"));
  EXPECT_TRUE(has(refusal_from(folder(), ward_of_three), "isn't a file"));
  EXPECT_TRUE(
      has(refusal_from(file_with("x.toml", "seed = 1"), ward_of_three), "isn't a checkpoint"));
}

TEST(CheckpointRules, NoticesThatFilesOfTheWorldWereOthers) {
  const auto households = [](const char* first) {
    std::string text = "rt,consumption\n";
    for (int h = 0; h < 40; ++h) text += std::to_string(h / 10) + "," + (h ? "200" : first) + "\n";
    return file_with("households.csv", text);
  };
  const std::string toml = "[time]\nmonths = 8\n[world]\nfrom = \"files\"\nhouseholds = \"" +
                           households("300") +
                           "\"\n[world.columns]\nrt = \"rt\"\nconsumption = \"consumption\"\n"
                           "[experiment]\nreplicates = 2\n";
  ASSERT_EQ(refusal(toml), "");
  const std::string file = written_checkpoint(toml, 4);
  EXPECT_EQ(refusal_from(file, toml), "");
  households("150");
  EXPECT_TRUE(has(refusal_from(file, toml), "was written in other worlds"))
      << refusal_from(file, toml);
}

TEST(CheckpointRules, IsOfOneScenario) {
  const std::string two =
      ward_of_three + "checkpoint = 12\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n";
  EXPECT_TRUE(has(refusal(two), "a checkpoint is of one scenario")) << refusal(two);
  EXPECT_TRUE(
      has(refusal(ward_of_three + "checkpoint = 31\n"), "lies behind the last month, which is 30"));
}

TEST(CheckpointRules, ARelativePathIsBesideTheFileThatSaysIt) {
  const std::string file = written_checkpoint();
  const std::string toml = std::string{small_ward} + "[experiment]\nfrom = \"checkpoint-12.bin\"\n";
  const Experiment e = experiment_from(toml);
  EXPECT_EQ(e.from, std::filesystem::path{file}.lexically_normal().string());
  EXPECT_EQ(e.from_month, 12);
  EXPECT_EQ(e.seed, 7u);  // nobody says another
  EXPECT_EQ(e.replicates, 3u);
  EXPECT_EQ(experiment_from(toml + "replicates = 2\n").replicates, 2u);
}

TEST(CheckpointRules, TheCommandLineComesBeforeTheFile) {
  Overrides overrides;
  overrides.checkpoint = 20;
  const std::string file = file_with("test.toml", ward_of_three + "checkpoint = 12\n");
  EXPECT_EQ(read_experiment(file, all_models(), overrides).checkpoint, 20);
  overrides.checkpoint = 31;
  const std::string said = said_by([&] { read_experiment(file, all_models(), overrides); });
  EXPECT_TRUE(has(said, "--checkpoint: experiment.checkpoint = 31: lies behind the last month"))
      << said;
}

}  // namespace swadaya
