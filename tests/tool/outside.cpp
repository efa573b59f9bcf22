#include "tests/tool/outside.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "sim/results/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

// Whatever language this machine speaks.
[[maybe_unused]] const int in_english = setenv("LC_ALL", "C", 1);

int code_in(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Outcome outcome_of(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  return {code_in(pclose(pipe)), text};
}

Outcome program(const std::string& arguments) {
  return outcome_of(SWADAYA_PROGRAM " " + arguments);
}

Outcome program_on_a_terminal(const std::string& arguments, int columns) {
  return outcome_of(
      fmt::format("script -qec 'stty cols {} rows 50; TERM=xterm NO_COLOR= {} {}' "
                  "/dev/null",
                  columns, SWADAYA_PROGRAM, arguments));
}

pid_t started(const std::string& command) {
  const pid_t child = fork();
  if (child != 0) return child;
  if (freopen("/dev/null", "w", stdout) && freopen("/dev/null", "w", stderr))
    execl("/bin/bash", "bash", "-c", ("exec " + command).c_str(), nullptr);
  _exit(9);
}

int code_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return code_in(status);
}

void wait_for_results(const std::string& folder) {
  for (int i = 0; i < 3000; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    if (std::filesystem::exists(folder + "/manifest.json") &&
        !Store::open(folder).finished().empty())
      return;
  }
}

nlohmann::json manifest_of(const std::string& folder) {
  return nlohmann::json::parse(text_in(folder + "/manifest.json"));
}

std::string fresh(const std::string& name) {
  std::string folder =
      std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/" + name;
  std::filesystem::remove_all(folder);
  return folder;
}

void expect_same_results(const std::string& one, const std::string& other,
                         const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    const std::string text = text_in(one + "/" + file);
    EXPECT_FALSE(text.empty()) << file;
    EXPECT_TRUE(text == text_in(other + "/" + file)) << file;
  }
  const Store a = Store::open(one), b = Store::open(other);
  EXPECT_EQ(a.variants(), b.variants());
  ASSERT_EQ(a.finished(), b.finished());
  for (const Finished& job : a.finished())
    ASSERT_TRUE(
        same_bits(a.series(job.variant, job.replicate), b.series(job.variant, job.replicate)));
}

const std::vector<SmallSearch> searches{
    {"calibrate",
     std::string{small_ward} +
         "[experiment]\nname = \"c\"\nreplicates = 2\n[calibration]\npoints = 160\n"
         "particles = 40\ndraws = 8\n[calibration.priors]\n"
         "\"socialization.q_other\" = { low = 0, high = 0.1 }\n"
         "\"lending.norm\" = { low = 0, high = 1 }\n"
         "[[calibration.target]]\noutcome = \"informed\"\nmonth = 6\nvalue = 0.7\n"
         "[[calibration.target]]\noutcome = \"recovery\"\nmonth = 30\nband = [0.5, 0.6]\n",
     "posterior.csv"},
    {"optimise",
     std::string{small_ward} +
         "[experiment]\nreplicates = 2\noutcomes = [\"informed\"]\nmonths_shown = [12]\n"
         "[optimisation]\noutcome = \"informed\"\nmonth = 12\nbudget = 500\nfrontier = [0]\n"
         "candidates = 16\nfresh_worlds = 4\nrivals = 2\n"
         "[[optimisation.lever]]\nkey = \"socialization.meetings\"\nlow = 1\nhigh = 6\ncost = 200\n"
         "[[optimisation.lever]]\nname = \"central\"\nset = { \"socialization.messengers\" = "
         "\"central\" }\ncost = 100\n",
     "optimisation.csv"}};

}  // namespace swadaya
