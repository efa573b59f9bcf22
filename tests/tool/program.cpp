// The built program, from outside.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "sim/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

struct Outcome {
  int code;
  std::string text;  // both streams
};

Outcome program(const std::string& arguments) {
  FILE* pipe = popen((SWADAYA_PROGRAM " " + arguments + " 2>&1").c_str(), "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  const int status = pclose(pipe);
  return {WEXITSTATUS(status), text};
}

std::string text_of_file(const std::string& file) {
  std::ostringstream out;
  out << std::ifstream{file}.rdbuf();
  return out.str();
}

std::string fresh(const std::string& name) {
  std::string folder =
      std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/" + name;
  std::filesystem::remove_all(folder);
  return folder;
}

}  // namespace

TEST(Program, ComparesAndWritesEveryFile) {
  const std::string file = file_with(
      "experiment.toml",
      std::string{small_ward} +
          "[experiment]\nname = \"two\"\nreplicates = 5\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
          "set = { \"socialization.meetings\" = 5 }\n");
  const std::string out = fresh("out");
  const Outcome first = program("compare " + file + " --out " + out);
  EXPECT_EQ(first.code, 0) << first.text;
  for (const char* name :
       {"experiment.toml", "manifest.json", "results.db", "series.csv", "comparison.csv"})
    EXPECT_TRUE(std::filesystem::exists(out + "/" + name)) << name;
  EXPECT_TRUE(has(text_of_file(out + "/series.csv"),
                  "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95\na,0,informed,5,"));
  EXPECT_EQ(nlohmann::json::parse(text_of_file(out + "/manifest.json"))["status"], "finished");

  const Outcome again = program("compare " + file + " --out " + out);
  EXPECT_EQ(again.code, 2);
  EXPECT_TRUE(has(again.text, "--overwrite")) << again.text;
  const std::string before = text_of_file(out + "/series.csv");
  const std::string resolved = fresh("resolved");
  EXPECT_EQ(
      program("compare " + out + "/experiment.toml --out " + resolved + " --threads 1 --quiet")
          .code,
      0);
  EXPECT_TRUE(before == text_of_file(resolved + "/series.csv"));
}

// Through a pseudo-terminal of this width.
Outcome program_on_a_terminal(const std::string& arguments, int columns) {
  const std::string command = fmt::format("stty cols {} rows 50; TERM=xterm NO_COLOR= {} {}",
                                          columns, SWADAYA_PROGRAM, arguments);
  FILE* pipe = popen(("script -qec '" + command + "' /dev/null 2>&1").c_str(), "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  const int status = pclose(pipe);
  return {WEXITSTATUS(status), text};
}

TEST(Program, DrawsCurvesOnATerminalOnly) {
  const std::string file = file_with("small.toml", small_ward);
  const std::string run = "run " + file + " --replicates 3 --quiet --overwrite --out " + fresh("o");
  const std::string braille = "\u28c0";
  const Outcome wide = program_on_a_terminal(run, 110);
  EXPECT_EQ(wide.code, 0) << wide.text;
  EXPECT_TRUE(has(wide.text, braille)) << wide.text;
  EXPECT_TRUE(has(wide.text, "month 30")) << wide.text;
  EXPECT_TRUE(has(wide.text, "recovery, %")) << wide.text;
  EXPECT_TRUE(has(wide.text, "\033[2m")) << wide.text;
  EXPECT_FALSE(has(program_on_a_terminal(run + " --json", 110).text, braille));
  EXPECT_FALSE(has(program_on_a_terminal(run, 50).text, braille));
  const Outcome piped = program(run);
  EXPECT_FALSE(has(piped.text, braille));
  EXPECT_FALSE(has(piped.text, "\033["));
}

TEST(Program, ReportsAnExperimentAndOutlivesAReportThatCannotBeWritten) {
  const std::string file = file_with("small.toml", small_ward), out = fresh("out");
  EXPECT_EQ(program("run " + file + " --replicates 2 --out " + out).code, 0);
  const Outcome french = program("report " + out + " --lang fr"),
                nowhere = program("report " + out + "-none"),
                folder = program("report " + out + " --out " + out);
  EXPECT_EQ(french.code, 2) << french.text;
  EXPECT_EQ(nowhere.code, 2) << nowhere.text;
  EXPECT_EQ(folder.code, 2) << folder.text;
  std::filesystem::remove(out + "/report.html");
  std::filesystem::create_directories(out + "/report.html/in-the-way");
  const Outcome again = program("resume " + out);
  EXPECT_EQ(again.code, 0) << again.text;
  EXPECT_TRUE(has(again.text, "no report: ")) << again.text;
  EXPECT_TRUE(has(again.text, "results: ")) << again.text;
  EXPECT_FALSE(has(again.text, "\nreport: ")) << again.text;
}

TEST(Program, OptimisesUnderABudget) {
  const std::string file = file_with(
      "mix.toml",
      std::string{small_ward} +
          "[experiment]\nreplicates = 2\noutcomes = [\"informed\"]\nmonths_shown = [12]\n"
          "[optimisation]\noutcome = \"informed\"\nmonth = 12\nbudget = 500\nfrontier = [0]\n"
          "candidates = 16\nfresh_worlds = 4\nrivals = 2\n"
          "[[optimisation.lever]]\nkey = \"socialization.meetings\"\nlow = 1\nhigh = 6\ncost = 200\n"
          "[[optimisation.lever]]\nname = \"central\"\nset = { \"socialization.messengers\" = "
          "\"central\" }\ncost = 100\n");
  const std::string out = fresh("mix");
  const Outcome ran = program("optimise " + file + " --quiet --json --out " + out);
  ASSERT_EQ(ran.code, 0) << ran.text;
  const auto json = nlohmann::json::parse(ran.text);
  EXPECT_LE(json["best"]["spending_kRp"], 500);
  EXPECT_EQ(json["frontier"].size(), 2u);
  EXPECT_TRUE(json["best"]["mix"]["central"] == "on" || json["best"]["mix"]["central"] == "off");
  const std::string all = text_of_file(out + "/optimisation.csv");
  EXPECT_TRUE(has(all, "\nm16,search,")) << all;
  EXPECT_TRUE(has(text_of_file(out + "/frontier.csv"), "\n500,"));
  const std::string again = fresh("again");
  EXPECT_EQ(program("optimise " + out + "/experiment.toml --threads 1 --quiet --out " + again).code,
            0);
  EXPECT_TRUE(all == text_of_file(again + "/optimisation.csv"));
  const Outcome resumed = program("resume " + again + " --quiet");
  EXPECT_EQ(resumed.code, 0) << resumed.text;
  EXPECT_TRUE(has(resumed.text, "the best mix for 0.5 million Rp a ward")) << resumed.text;
  EXPECT_EQ(program("sweep " + file).code, 2);
}

TEST(Program, GivesAScenarioTheSameSeriesAloneAndInAComparison) {
  const std::string a = file_with("a.toml", small_ward),
                    b = file_with("b.toml", std::string{small_ward} + "[lending]\nnorm = 0.1\n");
  const std::string alone = fresh("alone"), together = fresh("together");
  EXPECT_EQ(program("run " + a + " --replicates 3 --threads 2 --quiet --out " + alone).code, 0);
  EXPECT_EQ(
      program("compare " + a + " " + b + " --replicates 3 --threads 1 --quiet --out " + together)
          .code,
      0);
  const std::string one = text_of_file(alone + "/series.csv"),
                    two = text_of_file(together + "/series.csv");
  EXPECT_GT(one.size(), 10000u);
  EXPECT_EQ(one, two.substr(0, one.size()));
}

TEST(Program, ExitsWithTwoAndAReasonOnBadInput) {
  const std::string wrong = file_with("wrong.toml", "[lending]\nnorn = 1\n");
  for (const auto& [arguments, part] : std::vector<std::pair<std::string, std::string>>{
           {"validate " + wrong, "did you mean `lending.norm`"},
           {"run " + wrong, "wrong.toml:2:1"},
           {"run nowhere.toml", "there is no such file"},
           {"comapre x", "did you mean `compare`"},
           {"models strategic-repaymet", "did you mean `strategic-repayment`"},
           {"run " + file_with("ok.toml", small_ward) + " --out /dev/null/x", "can't be made"},
           {"run " + file_with("ok.toml", small_ward) + " --out " + wrong, "is a file"}}) {
    const Outcome o = program(arguments);
    EXPECT_EQ(o.code, 2) << arguments << "\n" << o.text;
    EXPECT_TRUE(has(o.text, part)) << o.text;
  }
}

TEST(Program, DescribesItself) {
  EXPECT_TRUE(has(program("--help").text, "Compares scenarios"));
  EXPECT_TRUE(has(program("metrics").text, "capital_left"));
  const auto models = nlohmann::json::parse(program("models --json").text);
  EXPECT_GE(models.size(), 20u);
  for (const auto& model : models)
    for (const auto& parameter : model["parameters"])
      EXPECT_FALSE(parameter["source"].get<std::string>().empty() ||
                   parameter["unit"].get<std::string>().empty());
  const auto schema = nlohmann::json::parse(program("schema").text);
  for (const char* table : {"lending", "event", "variant", "sweep", "factorial"})
    EXPECT_TRUE(schema["properties"].contains(table)) << table;
  EXPECT_EQ(program("validate " SWADAYA_SOURCE_DIR "/scenarios/lenteng-agung/experiment.toml").code,
            0);
  EXPECT_TRUE(
      nlohmann::json::parse(program("network --json " + file_with("ok.toml", small_ward)).text)
          .contains("leading_eigenvalue"));
}

namespace {

const std::string a_while =
    "[time]\nmonths = 36\n[world]\nrw_per_ward = 2\nrt_per_rw = 4\n"
    "[experiment]\nreplicates = 60\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
    "set = { \"lending.norm\" = 0.1 }\n[[variant]]\nname = \"elsewhere\"\n"
    "set = { \"world.poor\" = 0.3 }\n";

pid_t started(const std::vector<std::string>& arguments) {
  const pid_t child = fork();
  if (child != 0) return child;
  if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(9);
  std::vector<char*> list{const_cast<char*>("swadaya")};
  for (const std::string& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));
  list.push_back(nullptr);
  execv(SWADAYA_PROGRAM, list.data());
  _exit(9);
}

void expect_same_results(const std::string& one, const std::string& other) {
  for (const char* file : {"series.csv", "comparison.csv", "experiment.toml"})
    EXPECT_TRUE(text_of_file(one + "/" + file) == text_of_file(other + "/" + file)) << file;
  const Store a = Store::open(one), b = Store::open(other);
  ASSERT_EQ(a.finished(), b.finished());
  for (const Finished& job : a.finished())
    ASSERT_TRUE(
        same_bits(a.series(job.variant, job.replicate), b.series(job.variant, job.replicate)));
}

}  // namespace

// Killed at moments all over its run, and resumed each time: the same bits as without.
TEST(Program, ResumesWithTheSameBitsHoweverOftenItIsKilled) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    torn = fresh("torn");
  const auto before = std::chrono::steady_clock::now();
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - before);
  int kills = 0;
  for (int round = 0; round < 40; ++round) {
    const bool begun = std::filesystem::exists(torn + "/manifest.json");
    const pid_t child =
        started(begun ? std::vector<std::string>{"resume", torn}
                      : std::vector<std::string>{"compare", file, "--overwrite", "--out", torn});
    std::this_thread::sleep_for(all * (1 + round * 7 % 11) / 40);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status)) break;  // it was done before
    ++kills;
    if (std::filesystem::exists(torn + "/manifest.json")) {
      EXPECT_NO_THROW(Store::open(torn).finished());
    }
  }
  EXPECT_GT(kills, 3);
  const Outcome last = program("resume " + torn + " --quiet");
  EXPECT_EQ(last.code, 0) << last.text;
  expect_same_results(whole, torn);
  // What is whole already only shows its table again.
  EXPECT_TRUE(has(program("resume " + torn).text, "results: " + torn));
}

// A search goes on in the middle of a generation as if nothing had happened.
TEST(Program, ResumesACalibrationWithTheSameBitsHoweverOftenItIsKilled) {
  const std::string
      file = file_with(
          "calibration.toml",
          std::string{small_ward} +
              "[experiment]\nname = \"c\"\nreplicates = 2\n[calibration]\npoints = 160\n"
              "particles = 40\ndraws = 8\n[calibration.priors]\n"
              "\"socialization.q_other\" = { low = 0, high = 0.1 }\n"
              "\"lending.norm\" = { low = 0, high = 1 }\n"
              "[[calibration.target]]\noutcome = \"informed\"\nmonth = 6\nvalue = 0.7\n"
              "[[calibration.target]]\noutcome = \"recovery\"\nmonth = 30\nband = [0.5, 0.6]\n"),
      whole = fresh("whole"), torn = fresh("torn");
  const auto before = std::chrono::steady_clock::now();
  const Outcome once = program("calibrate " + file + " --quiet --out " + whole);
  ASSERT_EQ(once.code, 0) << once.text;
  EXPECT_TRUE(has(once.text, "socialization.q_other")) << once.text;
  const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - before);
  int kills = 0;
  for (int round = 0; round < 8; ++round) {
    const bool begun = std::filesystem::exists(torn + "/manifest.json");
    const pid_t child =
        started(begun ? std::vector<std::string>{"resume", torn, "--threads", "1"}
                      : std::vector<std::string>{"calibrate", file, "--overwrite", "--out", torn});
    std::this_thread::sleep_for(all * (2 + round * 3 % 5) / 16);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status)) break;  // it was done before
    ++kills;
  }
  EXPECT_GT(kills, 1);
  const Outcome last = program("resume " + torn + " --quiet");
  EXPECT_EQ(last.code, 0) << last.text;
  for (const char* name : {"posterior.csv", "calibration.csv", "experiment.toml"})
    EXPECT_TRUE(text_of_file(whole + "/" + name) == text_of_file(torn + "/" + name)) << name;
  const Store a = Store::open(whole), b = Store::open(torn);
  EXPECT_EQ(a.variants(), b.variants());
  ASSERT_EQ(a.finished(), b.finished());
  for (const Finished& job : a.finished())
    ASSERT_TRUE(
        same_bits(a.series(job.variant, job.replicate), b.series(job.variant, job.replicate)));
  // What it left behind moves the variants of a comparison.
  const std::string two = file_with(
      "two.toml", std::string{small_ward} +
                      "[experiment]\nreplicates = 6\n[[variant]]\nname = \"a\"\n[[variant]]\n"
                      "name = \"b\"\nset = { \"socialization.meetings\" = 6 }\n");
  const std::string over = fresh("over"), again = fresh("again");
  const Outcome compared =
      program("compare " + two + " --posterior " + whole + "/posterior.csv --quiet --out " + over);
  EXPECT_EQ(compared.code, 0) << compared.text;
  EXPECT_TRUE(has(compared.text, "Each world takes its own draw of")) << compared.text;
  EXPECT_EQ(program("compare " + over + "/experiment.toml --quiet --out " + again).code, 0);
  EXPECT_TRUE(text_of_file(over + "/series.csv") == text_of_file(again + "/series.csv"));
}

TEST(Program, StopsWhenItsTimeIsUpAndGoesOnFromThere) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    late = fresh("late");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  const Outcome first = program("compare " + file + " --max-time 0.1s --quiet --out " + late);
  EXPECT_EQ(first.code, 130) << first.text;
  EXPECT_TRUE(has(first.text, "swadaya resume " + late)) << first.text;
  EXPECT_EQ(nlohmann::json::parse(text_of_file(late + "/manifest.json"))["status"], "interrupted");
  EXPECT_EQ(program("resume " + late + " --quiet --threads 1").code, 0);
  EXPECT_EQ(nlohmann::json::parse(text_of_file(late + "/manifest.json"))["resumed"], 1);
  expect_same_results(whole, late);
  EXPECT_TRUE(has(program("resume " + late + " --max-time soon").text, "must be a time"));
}

TEST(Program, ResumesAfterTheDiskWasFull) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    full = fresh("full");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  const std::string limited = "bash -c \"trap '' XFSZ; ulimit -f 300; exec " SWADAYA_PROGRAM
                              " compare " +
                              file + " --quiet --out " + full + "\" 2>&1";
  EXPECT_EQ(WEXITSTATUS(std::system((limited + " >/dev/null").c_str())), 3);
  EXPECT_EQ(program("resume " + full + " --quiet").code, 0);
  expect_same_results(whole, full);
}

TEST(Program, RefusesToResumeWhatItCannotFinishWithTheSameBits) {
  const std::string file = file_with("experiment.toml", a_while), out = fresh("out");
  ASSERT_EQ(program("compare " + file + " --replicates 2 --quiet --out " + out).code, 0);
  auto manifest = nlohmann::json::parse(text_of_file(out + "/manifest.json"));
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

// A file may grow to 100 kB: the database can't, as on a full disk.
TEST(Program, KeepsWhatIsStoredWhenTheDiskTakesNoMore) {
  const std::string file = file_with(
                        "long.toml",
                        "[time]\nmonths = 144\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\n"),
                    out = fresh("out");
  FILE* pipe = popen(("bash -c \"trap '' XFSZ; ulimit -f 200; exec " SWADAYA_PROGRAM " run " +
                      file + " --replicates 200 --out " + out + "\" 2>&1")
                         .c_str(),
                     "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  EXPECT_EQ(WEXITSTATUS(pclose(pipe)), 3) << text;
  EXPECT_TRUE(has(text, "disk")) << text;
  Store store = Store::open(out);
  EXPECT_GT(store.finished().size(), 0u);
  EXPECT_LT(store.finished().size(), 200u);
}

TEST(Program, StopsCleanlyOnCtrlC) {
  const std::string file = file_with("long.toml", "[time]\nmonths = 100\n"), out = fresh("out");
  const pid_t child = fork();
  if (child == 0) {
    if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(9);
    execl(SWADAYA_PROGRAM, "swadaya", "run", file.c_str(), "--out", out.c_str(), "--replicates",
          "100000", "--threads", "2", nullptr);
    _exit(9);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  kill(child, SIGINT);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 130);
  EXPECT_EQ(nlohmann::json::parse(text_of_file(out + "/manifest.json"))["status"], "interrupted");
  EXPECT_TRUE(std::filesystem::exists(out + "/results.db"));
}

TEST(Program, ComparesUnderBundlesOfAssumptions) {
  const std::string file = file_with(
      "two.toml",
      std::string{small_ward} +
          "[experiment]\nname = \"two\"\nreplicates = 4\noutcomes = [\"informed\"]\n[[variant]]\nname = \"a\"\n"
          "[[variant]]\nname = \"loud\"\nset = { \"socialization.meetings\" = 8 }\n");
  const std::string out = fresh("out");
  const Outcome o =
      program("compare " + file + " --bundle evidence --bundle null --quiet --out " + out);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "no lever")) << o.text;  // everyone knows without meetings
  for (const char* name : {"/structural.csv", "/evidence/series.csv", "/null/comparison.csv"})
    EXPECT_TRUE(std::filesystem::exists(out + name)) << name;
  const std::string again = fresh("again");
  EXPECT_EQ(program("compare " + out + "/evidence/experiment.toml --quiet --out " + again).code, 0);
  EXPECT_TRUE(text_of_file(again + "/series.csv") == text_of_file(out + "/evidence/series.csv"));
  const Outcome wrong = program("compare " + file + " --bundle evidense");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(has(wrong.text, "evidence")) << wrong.text;
}

}  // namespace swadaya
