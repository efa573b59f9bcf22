// The built program, from outside.
#include <chrono>
#include <cstdio>
#include <filesystem>
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

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
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
  EXPECT_TRUE(nlohmann::json::parse(program("schema").text).contains("properties"));
  EXPECT_EQ(program("validate " SWADAYA_SOURCE_DIR "/scenarios/lenteng-agung/experiment.toml").code,
            0);
  EXPECT_TRUE(
      nlohmann::json::parse(program("network --json " + file_with("ok.toml", small_ward)).text)
          .contains("leading_eigenvalue"));
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

}  // namespace swadaya
