// The built program from outside: branch_at, --checkpoint and --from.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/results/store.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

const std::string scenario = std::string{small_ward} + "[experiment]\nreplicates = 12\n";

}  // namespace

TEST(ProgramCheckpoint, GoesOnInAnotherProgramWithTheSameBits) {
  const std::string file = file_with("s.toml", scenario), whole = fresh("whole"),
                    kept = fresh("kept"), on = fresh("on");
  ASSERT_EQ(program("run " + file + " --quiet --out " + whole).code, 0);
  const Outcome first = program("run " + file + " --checkpoint 12 --threads 1 --out " + kept);
  ASSERT_EQ(first.code, 0) << first.text;
  EXPECT_TRUE(has(first.text, kept + "/checkpoint-12.bin")) << first.text;
  EXPECT_FALSE(fs::exists(kept + "/checkpoint-12.bin.part"));
  const std::string from = " --from " + kept + "/checkpoint-12.bin --quiet --out ";
  const Outcome second = program("run " + file + from + on);
  ASSERT_EQ(second.code, 0) << second.text;
  const std::string series = text_in(whole + "/series.csv");
  EXPECT_GT(series.size(), 10000u);
  EXPECT_TRUE(series == text_in(kept + "/series.csv"));
  EXPECT_TRUE(series == text_in(on + "/series.csv"));
  // What was written runs again as it is, from the same checkpoint, and writes it again.
  const std::string again = fresh("again");
  ASSERT_EQ(program("run " + on + "/experiment.toml --quiet --out " + again).code, 0);
  EXPECT_TRUE(series == text_in(again + "/series.csv"));
  EXPECT_TRUE(text_in(again + "/experiment.toml") == text_in(on + "/experiment.toml"));
  ASSERT_EQ(
      program("run " + kept + "/experiment.toml --quiet --out " + again + " --overwrite").code, 0);
  EXPECT_TRUE(fs::exists(again + "/checkpoint-12.bin"));
  // Variants from the checkpoint are variants of a branch.
  const std::string two =
                        "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { "
                        "\"lending.norm\" = 0.1 }\n",
                    base = file_with("two.toml", scenario + two),
                    branched = file_with("branched.toml", scenario + "branch_at = 12\n" + two),
                    one = fresh("one"), other = fresh("other");
  ASSERT_EQ(program("compare " + base + from + one).code, 0);
  ASSERT_EQ(program("compare " + branched + " --quiet --out " + other).code, 0);
  EXPECT_TRUE(text_in(one + "/series.csv") == text_in(other + "/series.csv"));
  EXPECT_TRUE(text_in(one + "/comparison.csv") == text_in(other + "/comparison.csv"));
}

TEST(ProgramCheckpoint, ResumesWhatWasInterrupted) {
  const std::string file = file_with(
                        "s.toml",
                        scenario +
                            "branch_at = 12\n[[variant]]\nname = \"a\"\n"
                            "[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n"),
                    plain = file_with("plain.toml", scenario), whole = fresh("whole"),
                    torn = fresh("torn");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  EXPECT_EQ(program("compare " + file + " --max-time 0.02s --threads 1 --quiet --out " + torn).code,
            130);
  EXPECT_EQ(program("resume " + torn + " --quiet").code, 0);
  EXPECT_TRUE(text_in(whole + "/series.csv") == text_in(torn + "/series.csv"));

  // A checkpoint that grows while the run is stopped again and again, and loses its end once.
  const std::string kept = fresh("kept"), cut = fresh("cut");
  ASSERT_EQ(program("run " + plain + " --checkpoint 12 --quiet --out " + kept).code, 0);
  int code =
      program("run " + plain + " --checkpoint 12 --max-time 0.05s --threads 1 --quiet --out " + cut)
          .code;
  const std::string part = cut + "/checkpoint-12.bin.part";
  if (code == 130 && fs::exists(part) && fs::file_size(part) > 100000)
    fs::resize_file(part, fs::file_size(part) - 1000);
  for (int round = 0; code == 130 && round < 100; ++round)
    code = program("resume " + cut + " --max-time 0.1s --threads 1 --quiet").code;
  ASSERT_EQ(code, 0);
  const std::string one = fresh("one"), other = fresh("other");
  ASSERT_EQ(
      program("run " + plain + " --from " + kept + "/checkpoint-12.bin --quiet --out " + one).code,
      0);
  ASSERT_EQ(
      program("run " + plain + " --from " + cut + "/checkpoint-12.bin --quiet --out " + other).code,
      0);
  EXPECT_TRUE(text_in(one + "/series.csv") == text_in(other + "/series.csv"));
}

TEST(ProgramCheckpoint, RefusesWithCodeTwoAndWritesNothing) {
  const std::string file = file_with("s.toml", scenario), kept = fresh("kept"), out = fresh("out");
  ASSERT_EQ(program("run " + file + " --checkpoint 12 --quiet --out " + kept).code, 0);
  const std::string checkpoint = kept + "/checkpoint-12.bin", broken = file_with("broken.bin", "");
  std::string bytes = text_in(checkpoint);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  std::ofstream{broken, std::ios::binary} << bytes;
  for (const auto& [arguments, part] : std::vector<std::pair<std::string, std::string>>{
           {"--from " + broken, "is cut short or altered"},
           {"--from " + file, "isn't a checkpoint"},
           {"--from " + checkpoint + "x", "there is no such file"},
           {"--from " + checkpoint + " --set world.poor=0.3", "world.poor = 0.3"},
           {"--from " + checkpoint + " --seed 4", "experiment.seed = 4"},
           {"--from " + checkpoint + " --set models.lending=none", "models.lending = none"},
           {"--from " + checkpoint + " --replicates 13", "the checkpoint has 12"},
           {"--from " + checkpoint + " --set time.months=12", "must be behind"},
           {"--checkpoint 31", "lies behind the last month, which is 30"}}) {
    const Outcome o = program("run " + file + " --quiet --out " + out + " " + arguments);
    EXPECT_EQ(o.code, 2) << arguments << "\n" << o.text;
    EXPECT_TRUE(has(o.text, part)) << o.text;
    EXPECT_FALSE(fs::exists(out)) << arguments;
  }
  // Not into the folder of the checkpoint, which would be emptied first.
  const Outcome same =
      program("run " + file + " --from " + checkpoint + " --overwrite --out " + kept);
  EXPECT_EQ(same.code, 2) << same.text;
  EXPECT_TRUE(fs::exists(checkpoint));
  // A run that goes on from another checkpoint than it began with isn't finished.
  const std::string begun = fresh("begun");
  ASSERT_EQ(program("run " + file + " --from " + checkpoint + " --quiet --out " + begun).code, 0);
  auto manifest = nlohmann::json::parse(text_in(begun + "/manifest.json"));
  EXPECT_TRUE(has(manifest["from"], "/kept/checkpoint-12.bin"));
  manifest["from_checksum"] = "another";
  std::ofstream{begun + "/manifest.json"} << manifest;
  const Outcome other = program("resume " + begun);
  EXPECT_EQ(other.code, 2);
  EXPECT_TRUE(has(other.text, "isn't the checkpoint that")) << other.text;
  // A new run into the checkpoint's folder takes it away with the other results.
  EXPECT_EQ(program("run " + file + " --overwrite --quiet --out " + kept).code, 0);
  EXPECT_FALSE(fs::exists(checkpoint));
}

}  // namespace swadaya
