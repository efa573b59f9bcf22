// Sittings that end from outside: a terminal that is closed, a limit on the size of files.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

const std::string a_while =
    "[time]\nmonths = 36\n[world]\nrw_per_ward = 2\nrt_per_rw = 4\n"
    "[experiment]\nreplicates = 400\n[[variant]]\nname = \"a\"\n";

}  // namespace

TEST(Sitting, EndsAsByOtherSignalsWhereTheTerminalIsClosed) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    folder = fresh("closed");
  const pid_t child = started(SWADAYA_PROGRAM " compare " + file + " --threads 1 --out " + folder);
  wait_for_results(folder);
  // Twice, as shells do it.
  kill(child, SIGHUP);
  kill(child, SIGHUP);
  EXPECT_EQ(code_of(child), 130);
  EXPECT_EQ(manifest_of(folder)["status"], "interrupted");
  EXPECT_EQ(program("resume " + folder + " --quiet").code, 0);
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  expect_same_results(whole, folder);
}

TEST(Sitting, GoesOnUnderNohup) {
  const std::string file = file_with("small.toml", small_ward), folder = fresh("nohup");
  const pid_t child = started("nohup " SWADAYA_PROGRAM " run " + file +
                              " --replicates 60 --threads 1 --out " + folder + " >/dev/null");
  wait_for_results(folder);
  kill(child, SIGHUP);
  EXPECT_EQ(code_of(child), 0);
  EXPECT_EQ(manifest_of(folder)["status"], "finished");
}

TEST(Sitting, SaysThatAFileGrewPastItsLimitAndGoesOnFromThere) {
  const std::string file = file_with("experiment.toml", a_while), whole = fresh("whole"),
                    folder = fresh("limited");
  const Outcome o = outcome_of("bash -c \"ulimit -f 1024; exec " SWADAYA_PROGRAM " compare " +
                               file + " --quiet --out " + folder + "\"");
  EXPECT_EQ(o.code, 3) << o.text;
  EXPECT_TRUE(has(o.text, "grew past the limit that is set for its size")) << o.text;
  EXPECT_FALSE(has(o.text, "fault")) << o.text;
  EXPECT_EQ(program("resume " + folder + " --quiet").code, 0);
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  expect_same_results(whole, folder);
}

}  // namespace swadaya
