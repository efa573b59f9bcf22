// Runs from outside: killed, out of time, on a full disk, and going on from there.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <signal.h>
#include <thread>

#include "sim/results/database.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

const std::string a_while =
    "[time]\nmonths = 36\n[world]\nrw_per_ward = 2\nrt_per_rw = 4\n"
    "[experiment]\nreplicates = 60\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
    "set = { \"lending.norm\" = 0.1 }\n[[variant]]\nname = \"elsewhere\"\n"
    "set = { \"world.poor\" = 0.3 }\n";

// What every comparison leaves behind.
const std::vector<std::string> tables{"series.csv", "comparison.csv", "experiment.toml"};

// Runs `arguments` whole, and into `torn` as often killed as it can be, up to `rounds` times, at
// moments spread over its run, going on each time from what is left; then to its end. Where the
// machine has become so much faster that a run ends unharmed, another begins, and has less time.
void tear(const std::string& arguments, const std::string& whole, const std::string& torn,
          int rounds) {
  const auto before = std::chrono::steady_clock::now();
  ASSERT_EQ(program(arguments + " --quiet --out " + whole).code, 0);
  auto all = std::chrono::steady_clock::now() - before;
  int kills = 0;
  for (int round = 0; round < rounds; ++round) {
    const bool begun = std::filesystem::exists(torn + "/manifest.json");
    // Resumed by one thread: what is left is the same on any number.
    const pid_t child =
        started(SWADAYA_PROGRAM " " + (begun ? "resume " + torn + " --threads 1"
                                             : arguments + " --overwrite --out " + torn));
    std::this_thread::sleep_for(all * (2 + round * 7 % 11) / 40);
    kill(child, SIGKILL);
    if (code_of(child) == 0) {  // it was done before
      if (kills > 1) break;
      std::filesystem::remove_all(torn);
      kills = 0, all /= 3;
      continue;
    }
    ++kills;
    if (std::filesystem::exists(torn + "/manifest.json")) {
      EXPECT_NO_THROW(Store::open(torn).finished());
    }
  }
  EXPECT_GT(kills, 1);
  const Outcome last = program("resume " + torn + " --quiet");
  EXPECT_EQ(last.code, 0) << last.text;
}

// No file grows beyond this many blocks of 1 KiB.
Outcome on_a_full_disk(const std::string& arguments, int blocks) {
  return outcome_of("bash -c \"trap '' XFSZ; ulimit -f " + std::to_string(blocks) +
                    "; exec " SWADAYA_PROGRAM " " + arguments + "\"");
}

}  // namespace

TEST(Program, ResumesWithTheSameBitsHoweverOftenItIsKilled) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    torn = fresh("torn");
  tear("compare " + file, whole, torn, 40);
  expect_same_results(whole, torn, tables);
  // What is whole already only shows its table again.
  EXPECT_TRUE(has(program("resume " + torn).text, "results: " + torn));
}

// A search goes on in the middle of a generation as if nothing had happened.
TEST(Program, ResumesASearchWithTheSameBitsHoweverOftenItIsKilled) {
  for (const auto& [command, search, file] : searches) {
    const std::string whole = fresh("whole"), torn = fresh("torn");
    tear(command + " " + file_with(command + ".toml", search) + " --replicates 20", whole, torn, 8);
    expect_same_results(whole, torn, {file, "experiment.toml"});
  }
}

TEST(Program, ComparesOverWhatACalibrationFound) {
  const std::string whole = fresh("whole");
  const auto& [command, search, file] = searches.front();
  const Outcome once =
      program(command + " " + file_with("calibration.toml", search) + " --quiet --out " + whole);
  ASSERT_EQ(once.code, 0) << once.text;
  EXPECT_TRUE(has(once.text, "socialization.q_other")) << once.text;
  const std::string two = file_with(
      "two.toml", std::string{small_ward} +
                      "[experiment]\nreplicates = 6\n[[variant]]\nname = \"a\"\n[[variant]]\n"
                      "name = \"b\"\nset = { \"socialization.meetings\" = 6 }\n");
  const std::string over = fresh("over"), again = fresh("again");
  const Outcome compared =
      program("compare " + two + " --posterior " + whole + "/" + file + " --quiet --out " + over);
  EXPECT_EQ(compared.code, 0) << compared.text;
  EXPECT_TRUE(has(compared.text, "each draw in 2 worlds, the same for all variants"))
      << compared.text;
  EXPECT_EQ(program("compare " + over + "/experiment.toml --quiet --out " + again).code, 0);
  EXPECT_TRUE(text_in(over + "/series.csv") == text_in(again + "/series.csv"));
  // Designs carry it, too: what a point sets itself no draw moves.
  const std::string swept =
      file_with("swept.toml", std::string{small_ward} +
                                  "[experiment]\nreplicates = 6\n[sweep]\ndesign = \"grid\"\n"
                                  "[sweep.parameters]\n\"lending.norm\" = [0.6, 0.1]\n"
                                  "\"socialization.q_other\" = [0.01]\n");
  const std::string with = fresh("with"), without = fresh("without");
  const std::string sweep = "sweep " + swept + " --quiet --out ";
  const Outcome o = program(sweep + with + " --posterior " + whole + "/" + file);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "each draw in 1 world, the same for all variants")) << o.text;
  EXPECT_EQ(program(sweep + without).code, 0);
  EXPECT_EQ(text_in(with + "/series.csv"), text_in(without + "/series.csv"));
}

TEST(Program, StopsWhenItsTimeIsUpAndGoesOnFromThere) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    late = fresh("late");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  const Outcome first = program("compare " + file + " --max-time 0.02s --quiet --out " + late);
  EXPECT_EQ(first.code, 130) << first.text;
  EXPECT_TRUE(has(first.text, "swadaya resume " + late)) << first.text;
  EXPECT_EQ(manifest_of(late)["status"], "interrupted");
  EXPECT_EQ(program("resume " + late + " --quiet --threads 1").code, 0);
  EXPECT_EQ(manifest_of(late)["resumed"], 1);
  expect_same_results(whole, late, tables);
  EXPECT_TRUE(has(program("resume " + late + " --max-time soon").text, "must be a time"));
}

TEST(Program, ResumesAfterTheDiskWasFull) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    full = fresh("full");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  EXPECT_EQ(on_a_full_disk("compare " + file + " --quiet --out " + full, 300).code, 3);
  EXPECT_EQ(program("resume " + full + " --quiet").code, 0);
  expect_same_results(whole, full, tables);
}

TEST(Program, RefusesToResumeWhatItCannotFinishWithTheSameBits) {
  const std::string file = file_with("experiment.toml", a_while), out = fresh("out");
  ASSERT_EQ(program("compare " + file + " --replicates 2 --quiet --out " + out).code, 0);
  auto manifest = manifest_of(out);
  manifest["version"] = "0.0.9";
  std::ofstream{out + "/manifest.json"} << manifest;
  const Outcome other = program("resume " + out);
  EXPECT_EQ(other.code, 2);
  EXPECT_TRUE(has(other.text, "was begun by swadaya 0.0.9")) << other.text;
  EXPECT_TRUE(has(other.text, "finish it with that version")) << other.text;
  const Outcome nowhere = program("resume " + fresh("nowhere"));
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_TRUE(has(nowhere.text, "nowhere")) << nowhere.text;
}

TEST(Program, KeepsWhatIsStoredWhenTheDiskTakesNoMore) {
  const std::string file = file_with(
                        "long.toml",
                        "[time]\nmonths = 144\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\n"),
                    out = fresh("out");
  const Outcome o = on_a_full_disk("run " + file + " --replicates 200 --out " + out, 200);
  EXPECT_EQ(o.code, 3) << o.text;
  EXPECT_TRUE(has(o.text, "disk")) << o.text;
  Store store = Store::open(out);
  EXPECT_GT(store.finished().size(), 0u);
  EXPECT_LT(store.finished().size(), 200u);
}

TEST(Program, StopsCleanlyOnCtrlC) {
  const std::string file = file_with("long.toml", "[time]\nmonths = 100\n"), out = fresh("out");
  const pid_t child = started(SWADAYA_PROGRAM " run " + file + " --out " + out +
                              " --replicates 100000 --threads 2");
  wait_for_results(out);
  kill(child, SIGINT);
  EXPECT_EQ(code_of(child), 130);
  EXPECT_EQ(manifest_of(out)["status"], "interrupted");
  EXPECT_TRUE(std::filesystem::exists(out + "/results.db"));
}

namespace {

// The folder of a comparison that has run.
std::string compared(const std::string& replicates) {
  const std::string out = fresh("out");
  EXPECT_EQ(program("compare " + file_with("a.toml", a_while) + " --replicates " + replicates +
                    " --quiet --threads 1 --out " + out)
                .code,
            0);
  return out;
}

}  // namespace

// Some worlds of one experiment and the others of another would be told as one.
TEST(Program, RefusesToGoOnWithAnotherExperimentThanItBeganWith) {
  const std::string out = compared("4");
  EXPECT_EQ(program("resume " + out + " --quiet").code, 0);
  std::string text = text_in(out + "/experiment.toml");
  text.replace(text.find("replicates = 4"), 14, "replicates = 6");
  std::ofstream{out + "/experiment.toml"} << text;
  const Outcome o = program("resume " + out + " --quiet");
  EXPECT_EQ(o.code, 2) << o.text;
  EXPECT_TRUE(has(o.text, "isn't what the run was begun with")) << o.text;
}

TEST(Program, TellsNothingOfAFolderThatIsDamagedAndMakesItWhole) {
  const std::string out = compared("3");
  const std::string before = text_in(out + "/series.csv");
  {
    Database database{out + "/results.db", Access::write};
    database.run("UPDATE series SET informed = 0.5 WHERE variant = 1 AND replicate = 2");
  }
  for (const std::string command : {"export ", "report "}) {
    const Outcome o = program(command + out);
    EXPECT_EQ(o.code, 2) << o.text;
    EXPECT_TRUE(has(o.text, "variant `b` in replicate 2")) << o.text;
  }
  EXPECT_EQ(program("resume " + out + " --quiet").code, 0);
  EXPECT_EQ(text_in(out + "/series.csv"), before);
  EXPECT_EQ(program("export " + out).code, 0);
}

// Two runs of one call never write to one folder.
TEST(Program, RefusesTwoRunsOfOneName) {
  const std::string one = file_with("one.toml",
                                    std::string{small_ward} + "[scenario]\nname = \"x\"\n"),
                    two = file_with("two.toml",
                                    std::string{small_ward} + "[scenario]\nname = \"x\"\n");
  const Outcome o = program("run " + one + " " + two + " --replicates 1 --out " + fresh("out"));
  EXPECT_EQ(o.code, 2) << o.text;
  EXPECT_TRUE(has(o.text, "one.toml has the same name")) << o.text;
}

}  // namespace swadaya
