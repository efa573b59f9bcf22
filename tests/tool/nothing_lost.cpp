// The built program on a small disk, and through thousands of jobs.
#include <filesystem>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// A file system of this size of its own, mounted where only this shell and its children see it.
std::string on_a_disk_of(const std::string& size, const std::string& place,
                         const std::string& work) {
  return "unshare -m bash -c 'mount -t tmpfs -o size=" + size + " none " + place + " || exit 77; " +
         work + "'";
}

// Most memory that a run of the program has had, in bytes.
double memory_of(const std::string& arguments, int code = 0) {
  const pid_t child = started(SWADAYA_PROGRAM " " + arguments);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  EXPECT_EQ(WIFEXITED(status) ? WEXITSTATUS(status) : -1, code);
  return 1024.0 * static_cast<double>(used.ru_maxrss);
}

}  // namespace

TEST(NothingLost, OnADiskThatFillsUpAtAnyPoint) {
  const std::string place = fresh("disk"), whole = fresh("whole"), kept = fresh("kept");
  fs::create_directories(place);
  if (outcome_of(on_a_disk_of("1m", place, "true")).code != 0)
    GTEST_SKIP() << "this user can't mount a small file system";
  const std::string file = file_with(
      "experiment.toml",
      "[time]\nmonths = 36\n[world]\nrw_per_ward = 1\nrt_per_rw = 3\n[experiment]\nreplicates = 40\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n");
  ASSERT_EQ(program("compare " + file + " --quiet --out " + whole).code, 0);
  // Full before the first job is stored, among the jobs, and while the tables are written; again
  // when it goes on; then there is room.
  int full = 0;
  for (const char* size : {"200k", "600k", "1m", "1500k", "2m"}) {
    fs::remove_all(kept);
    const std::string results = place + "/results",
                      resume = SWADAYA_PROGRAM " resume " + results + " --quiet; ";
    const Outcome o = outcome_of(on_a_disk_of(
        size, place,
        SWADAYA_PROGRAM " compare " + file + " --quiet --out " + results + "; first=$?; " + resume +
            "second=$?; mount -o remount,size=64m " + place + "; " + resume + "third=$?; cp -a " +
            results + " " + kept +
            "; [ $third = 0 ] || exit 4; [ $first = $second ] || exit 5; exit $first"));
    EXPECT_TRUE(o.code == 0 || o.code == 3) << size << ": " << o.code << o.text;
    full += o.code == 3;
    expect_same_results(whole, kept);
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
    return memory_of("run " + file + " --replicates " + replicates + " --threads 2 --quiet --out " +
                     fresh("out"));
  };
  const double few = memory("500"), many = memory("5000");
  EXPECT_LT(many - few, 4500 * 4000.0) << few << " and " << many;
}

// Twenty million runs are planned, and a few done: no list of them is made, not even of the worlds.
TEST(Memory, GoesWithWhatIsDoneNotWithWhatIsPlanned) {
  const std::string file = file_with(
      "sweep.toml",
      "[time]\nmonths = 12\n[world]\nrw_per_ward = 1\nrt_per_rw = 2\nhouseholds_per_rt = 20\n"
      "[sweep]\ndesign = \"grid\"\n[sweep.parameters]\n"
      "\"supervision.sanction\" = [0, 0.5, 1, 2, 3]\n\"socialization.meetings\" = [0, 1, 2, 3]\n");
  const auto memory = [&](const char* replicates) {
    return memory_of("sweep " + file + " --replicates " + replicates +
                         " --max-time 0.2s --threads 1 --quiet --out " + fresh("out"),
                     130);
  };
  const double few = memory("10000"), many = memory("1000000");
  EXPECT_LT(many - few, 10e6) << few << " and " << many;
}

}  // namespace swadaya
