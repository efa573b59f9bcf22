// The built program under mpirun, on one machine.
#include "sim/jobs/ranks.hpp"

#include <cstdlib>
#include <filesystem>
#include <signal.h>

#include "sim/results/store.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string mpirun(int ranks) {
  return "mpirun --allow-run-as-root --oversubscribe --bind-to none -n " + std::to_string(ranks) +
         " " SWADAYA_PROGRAM " ";
}

Outcome on(int ranks, const std::string& arguments) {
  return outcome_of(mpirun(ranks) + arguments);
}

// Processes of the program that write to this folder: of mpirun's children, not mpirun itself.
std::vector<pid_t> processes_of(const std::string& folder) {
  std::vector<pid_t> all;
  for (const auto& entry : fs::directory_iterator{"/proc"}) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::error_code gone;
    if (fs::read_symlink(entry.path() / "exe", gone) != fs::path{SWADAYA_PROGRAM}) continue;
    if (has(text_in(entry.path() / "cmdline"), folder)) all.push_back(std::stoi(name));
  }
  return all;
}

std::string rank_of(pid_t process) {
  const std::string all = text_in("/proc/" + std::to_string(process) + "/environ");
  const auto at = all.find("OMPI_COMM_WORLD_RANK=");
  return at == std::string::npos ? "" : all.substr(at + 21, 1);
}

// Begins `arguments` on some ranks and waits until something is stored in `folder`.
pid_t begun(int ranks, const std::string& arguments, const std::string& folder) {
  const pid_t child = started(mpirun(ranks) + arguments);
  wait_for_results(folder);
  return child;
}

const std::string variants =
    "[time]\nmonths = 24\n[world]\nrw_per_ward = 1\nrt_per_rw = 3\n[experiment]\nreplicates = 24\n"
    "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n"
    "[[variant]]\nname = \"elsewhere\"\nset = { \"world.poor\" = 0.3 }\n";

class Ranked : public testing::Test {
 protected:
  void SetUp() override {
    if (!built_with_mpi) GTEST_SKIP() << "built without MPI";
    if (outcome_of("mpirun --version").code != 0) GTEST_SKIP() << "there is no mpirun";
  }
};

}  // namespace

TEST_F(Ranked, GiveTheSameBitsAsOneProcess) {
  const std::string file = file_with("experiment.toml", variants), whole = fresh("whole");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  for (const int ranks : {1, 2, 4}) {
    const std::string out = fresh("ranks" + std::to_string(ranks));
    const Outcome o = on(ranks, "compare " + file + " --threads 1 --out " + out);
    EXPECT_EQ(o.code, 0) << o.text;
    if (ranks > 1) {
      EXPECT_TRUE(has(o.text, std::to_string(ranks) + " processes on 1 machine, " +
                                  std::to_string(ranks) + " threads"))
          << o.text;
    }
    EXPECT_EQ(manifest_of(out)["ranks"], ranks);
    expect_same_results(whole, out);
    // One prints the table.
    EXPECT_EQ(o.text.find("results: "), o.text.rfind("results: ")) << o.text;
  }
}

TEST_F(Ranked, ShareFewJobsAmongTheirThreads) {
  const std::string file = file_with("experiment.toml", variants), whole = fresh("whole"),
                    out = fresh("out");
  ASSERT_EQ(program("compare " + file + " --replicates 2 --quiet --out " + whole).code, 0);
  const Outcome o = on(3, "compare " + file + " --replicates 2 --threads 3 --quiet --out " + out);
  EXPECT_EQ(o.code, 0) << o.text;
  expect_same_results(whole, out);
}

TEST_F(Ranked, ServeOneExperimentAfterTheOther) {
  const std::string a = file_with("a.toml", small_ward),
                    b = file_with("b.toml", std::string{small_ward} + "[lending]\nnorm = 0.1\n");
  const std::string out = fresh("out"), whole = fresh("whole");
  EXPECT_EQ(program("run " + a + " " + b + " --replicates 6 --quiet --out " + whole).code, 0);
  const Outcome o =
      on(2, "run " + a + " " + b + " --replicates 6 --threads 1 --quiet --out " + out);
  EXPECT_EQ(o.code, 0) << o.text;
  expect_same_results(whole + "/a", out + "/a");
  expect_same_results(whole + "/b", out + "/b");
}

TEST_F(Ranked, ShareTheMonthsBeforeVariantsPart) {
  const std::string file = file_with(
      "branching.toml",
      std::string{small_ward} +
          "[experiment]\nreplicates = 8\nbranch_at = 20\n[[variant]]\nname = \"a\"\n[[variant]]\n"
          "name = \"b\"\nset = { \"lending.norm\" = 0.1 }\n");
  const std::string out = fresh("out"), whole = fresh("whole");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  const Outcome o = on(2, "compare " + file + " --threads 1 --quiet --out " + out);
  EXPECT_EQ(o.code, 0) << o.text;
  expect_same_results(whole, out);
}

TEST_F(Ranked, SayWhatIsWrongOnce) {
  const Outcome wrong = on(2, "validate " + file_with("wrong.toml", "[lending]\nnorn = 1\n"));
  EXPECT_EQ(wrong.code, 2) << wrong.text;
  const auto at = wrong.text.find("did you mean `lending.norm`");
  EXPECT_NE(at, std::string::npos) << wrong.text;
  EXPECT_EQ(at, wrong.text.rfind("did you mean `lending.norm`"));
  EXPECT_EQ(on(2, "metrics").code, 0);
}

TEST_F(Ranked, StopWhenTheTimeIsUpAndAreResumedByOneProcess) {
  const std::string file = file_with("experiment.toml", variants), whole = fresh("whole"),
                    late = fresh("late");
  const std::string more = "compare " + file + " --replicates 300 --quiet --out ";
  const Outcome first = on(2, more + late + " --threads 1 --max-time 0.02s");
  EXPECT_EQ(first.code, 130) << first.text;
  EXPECT_TRUE(has(first.text, "swadaya resume " + late)) << first.text;
  EXPECT_EQ(manifest_of(late)["status"], "interrupted");
  EXPECT_EQ(program("resume " + late + " --quiet").code, 0);
  ASSERT_EQ(program(more + whole).code, 0);
  expect_same_results(whole, late);
}

TEST_F(Ranked, StopCleanlyOnASignal) {
  const std::string file = file_with("experiment.toml", variants), out = fresh("out");
  // A busy machine needs more than the second that mpirun gives its ranks after a signal.
  setenv("OMPI_MCA_odls_base_sigkill_timeout", "5", 1);
  const pid_t run =
      begun(2, "compare " + file + " --replicates 100000 --threads 1 --out " + out, out);
  unsetenv("OMPI_MCA_odls_base_sigkill_timeout");
  kill(run, SIGINT);  // of mpirun, as Ctrl-C sends it
  EXPECT_NE(code_of(run), 0);
  EXPECT_EQ(manifest_of(out)["status"], "interrupted");
  EXPECT_GT(Store::open(out).finished().size(), 0u);
  EXPECT_TRUE(processes_of(out).empty());
}

// Whichever rank is killed, what is stored stays, and two ranks finish it.
TEST_F(Ranked, LoseNothingWhenOneIsKilled) {
  const std::string file = file_with("experiment.toml", variants);
  for (const char* victim : {"1", "0"}) {
    const std::string whole = fresh("whole"), out = fresh("out");
    int killed = 0, code = 0;
    std::string more;
    // A fast machine has done a few before it can be hit.
    for (int replicates = 300; killed == 0 && replicates < 100000; replicates *= 4) {
      more = "compare " + file + " --quiet --overwrite --replicates " + std::to_string(replicates);
      const pid_t run = begun(3, more + " --threads 1 --out " + out, out);
      for (const pid_t process : processes_of(out))
        if (rank_of(process) == victim) killed += kill(process, SIGKILL) == 0;
      code = code_of(run);
      if (code == 0) killed = 0;
    }
    EXPECT_EQ(killed, 1) << victim;
    EXPECT_NE(code, 0);
    EXPECT_NE(manifest_of(out)["status"], "finished");
    const Outcome resumed = on(2, "resume " + out + " --threads 1 --quiet");
    EXPECT_EQ(resumed.code, 0) << resumed.text;
    ASSERT_EQ(program(more + " --out " + whole).code, 0);
    expect_same_results(whole, out);
  }
}

// Generations wait for their last job, whoever runs it.
TEST_F(Ranked, SearchAsOneProcessDoes) {
  for (const auto& [command, search, file] : searches) {
    const std::string whole = fresh("whole"), out = fresh("out"),
                      arguments = command + " " + file_with(command + ".toml", search) +
                                  " --quiet --threads 1 --out ";
    ASSERT_EQ(program(arguments + whole).code, 0) << command;
    const Outcome o = on(2, arguments + out);
    EXPECT_EQ(o.code, 0) << o.text;
    expect_same_results(whole, out, {file, "experiment.toml"});
  }
}

TEST_F(Ranked, SayWhatEndedTheWorkOfAnother) {
  // The file is wrong on every rank; whoever comes first says so, with file and line.
  const std::string edges = file_with("edges.csv", "from,to\n1,2\n2,nobody\n");
  const std::string households = file_with("households.csv", "id\n1\n2\n3\n");
  const std::string file =
      file_with("files.toml", "[world]\nfrom = \"files\"\nhouseholds = \"" + households +
                                  "\"\n[network]\nedges = \"" + edges + "\"\n");
  const Outcome o = on(3, "run " + file + " --replicates 9 --quiet --out " + fresh("out"));
  EXPECT_EQ(o.code, 2) << o.text;
  EXPECT_TRUE(has(o.text, "edges.csv:3")) << o.text;
}

// A launcher that this MPI can't talk to, or a program without MPI: each of four would write to one
// folder.
TEST_F(Ranked, RefuseToRunAsCopiesThatDoNotFindEachOther) {
  const std::string file = file_with("one.toml", small_ward);
  const Outcome o = outcome_of("SLURM_STEP_NUM_TASKS=4 SLURM_PROCID=0 " SWADAYA_PROGRAM " run " +
                               file + " --out " + fresh("out"));
  EXPECT_EQ(o.code, 2) << o.text;
  EXPECT_TRUE(has(o.text, "4 processes were started together, but")) << o.text;
}

}  // namespace swadaya
