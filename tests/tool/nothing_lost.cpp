// The built program on a small disk, and through thousands of jobs.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string fresh(const std::string& name) {
  std::string folder = fs::path{file_with("keep", "")}.parent_path().string() + "/" + name;
  fs::remove_all(folder);
  return folder;
}

int code_of(const std::string& command) {
  const int status = std::system((command + " >/dev/null 2>&1").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string text_of_file(const std::string& file) {
  std::ostringstream out;
  out << std::ifstream{file}.rdbuf();
  return out.str();
}

// A file system of this size of its own, mounted where only this shell and its children see it.
std::string on_a_disk_of(const std::string& size, const std::string& place,
                         const std::string& work) {
  return "unshare -m bash -c 'mount -t tmpfs -o size=" + size + " none " + place + " || exit 77; " +
         work + "'";
}

// Most memory that a run of the program has had, in bytes.
double memory_of(const std::vector<std::string>& arguments) {
  const pid_t child = fork();
  if (child == 0) {
    if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(9);
    std::vector<char*> list{const_cast<char*>("swadaya")};
    for (const std::string& argument : arguments)
      list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    execv(SWADAYA_PROGRAM, list.data());
    _exit(9);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  EXPECT_EQ(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
  return 1024.0 * static_cast<double>(used.ru_maxrss);
}

}  // namespace

TEST(NothingLost, OnADiskThatFillsUpAtAnyPoint) {
  const std::string place = fresh("disk"), whole = fresh("whole"), kept = fresh("kept");
  fs::create_directories(place);
  if (code_of(on_a_disk_of("1m", place, "true")) != 0)
    GTEST_SKIP() << "this user can't mount a small file system";
  const std::string file = file_with(
      "experiment.toml",
      "[time]\nmonths = 36\n[world]\nrw_per_ward = 1\nrt_per_rw = 3\n[experiment]\nreplicates = 40\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n");
  const std::string program = SWADAYA_PROGRAM;
  ASSERT_EQ(code_of(program + " compare " + file + " --quiet --out " + whole), 0);
  // Full before the first job is stored, among the jobs, and while the tables are written; again
  // when it goes on; then there is room.
  int full = 0;
  for (const char* size : {"200k", "600k", "1m", "1500k", "2m"}) {
    fs::remove_all(kept);
    const std::string results = place + "/results",
                      resume = program + " resume " + results + " --quiet; ";
    const int code = code_of(on_a_disk_of(
        size, place,
        program + " compare " + file + " --quiet --out " + results + "; first=$?; " + resume +
            "second=$?; mount -o remount,size=64m " + place + "; " + resume + "third=$?; cp -a " +
            results + " " + kept +
            "; [ $third = 0 ] || exit 4; [ $first = $second ] || exit 5; exit $first"));
    EXPECT_TRUE(code == 0 || code == 3) << size << ": " << code;
    full += code == 3;
    EXPECT_TRUE(text_of_file(whole + "/series.csv") == text_of_file(kept + "/series.csv")) << size;
    const Store a = Store::open(whole), b = Store::open(kept);
    ASSERT_EQ(a.finished(), b.finished());
    for (const Finished& job : a.finished())
      ASSERT_TRUE(
          same_bits(a.series(job.variant, job.replicate), b.series(job.variant, job.replicate)));
  }
  EXPECT_GE(full, 2);
}

// The tables of more replicates are longer to sort, and so is the list of what is stored: some
// hundred bytes a job, against tens of thousands that one job needs.
TEST(Memory, StaysFlatOverThousandsOfJobs) {
  const std::string file = file_with(
      "tiny.toml",
      "[time]\nmonths = 2\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 16\n");
  const auto memory = [&](const char* replicates) {
    return memory_of({"run", file, "--replicates", replicates, "--threads", "2", "--quiet", "--out",
                      fresh("out")});
  };
  const double few = memory("500"), many = memory("5000");
  EXPECT_LT(many - few, 4500 * 3000.0) << few << " and " << many;
}

}  // namespace swadaya
