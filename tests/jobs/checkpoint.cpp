// Checkpoint files: gone on from with the same bits, and refused where anything about them is
// wrong.
#include "sim/jobs/checkpoint.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/jobs/checkpoints.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string bytes_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void write_bytes(const std::string& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary} << bytes;
}

}  // namespace

TEST(Checkpoint, IsGoneOnFromWithTheSameBits) {
  const std::vector<Series> whole = run_to(experiment_from(ward_of_three), nullptr);
  for (const int month : {0, 12, 30}) {
    const std::string file = written_checkpoint(ward_of_three, month);
    const std::string longer = std::string{small_ward};
    const Experiment e =
        from(file, longer, {"time.months=" + std::to_string(month < 30 ? 30 : 36)});
    EXPECT_EQ(e.replicates, 3u);  // as the checkpoint has them
    EXPECT_EQ(e.seed, 7u);
    if (month < 30) {
      EXPECT_TRUE(same(run_to(e, nullptr), whole)) << month;
    } else {
      EXPECT_TRUE(same(run_to(e, nullptr),
                       run_to(experiment_from(ward_of_three, {"time.months=36"}), nullptr)));
    }
  }
}

TEST(Checkpoint, KeepsTheSeriesOfTheRunThatWritesIt) {
  Experiment e = experiment_from(ward_of_three);
  const std::vector<Series> plain = run_to(e, nullptr);
  e.checkpoint = 12;
  CheckpointWriter writer{folder(), header_of(e, all_models())};
  EXPECT_TRUE(same(run_to(e, &writer), plain));
}

TEST(Checkpoint, ChangedSettingsHoldFromThenOn) {
  const std::string file = written_checkpoint();
  const std::string event =
      "[[event]]\nmonth = 13\nset = { \"socialization.meetings\" = 8, \"lending.norm\" = 0.1 }\n";
  const std::string expected = ward_of_three + event;
  const std::vector<Series> as_events = run_to(experiment_from(expected), nullptr);
  EXPECT_TRUE(same(
      run_to(from(file, small_ward, {"socialization.meetings=8", "lending.norm=0.1"}), nullptr),
      as_events));
  // Variants, with and without a branch of their own further on.
  const std::string set = "set = { \"socialization.meetings\" = 8, \"lending.norm\" = 0.1 }\n";
  const std::string two = "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n" + set;
  const std::vector<Series> plain = run_to(experiment_from(ward_of_three), nullptr),
                            both = run_to(from(file, ward_of_three + two), nullptr);
  for (std::size_t r = 0; r < 3; ++r) {
    EXPECT_TRUE(same_bits(both[2 * r], plain[r]));
    EXPECT_TRUE(same_bits(both[2 * r + 1], as_events[r]));
  }
  const std::string branch = ward_of_three + "branch_at = 20\n" + two;
  EXPECT_TRUE(same(run_to(from(file, branch), nullptr), run_to(experiment_from(branch), nullptr)));
}

TEST(Checkpoint, IsResolvedToAFileThatRunsAgain) {
  const std::string file = written_checkpoint();
  const Experiment e = from(file, small_ward, {"lending.norm=0.1"});
  const Experiment back =
      read_experiment(file_with("back.toml", resolved_toml(e, all_models())), all_models(), {});
  EXPECT_EQ(back.from, e.from);
  EXPECT_EQ(back.from_month, 12);
  EXPECT_TRUE(same(run_to(back, nullptr), run_to(e, nullptr)));
}

TEST(Checkpoint, CarriesItsVersionAndItsScenario) {
  const Checkpoint checkpoint{written_checkpoint()};
  const CheckpointHeader& h = checkpoint.header();
  EXPECT_EQ(h.version, version);
  EXPECT_EQ(h.commit, commit);
  EXPECT_EQ(h.month, 12);
  const Experiment e = read_experiment(file_with("carried.toml", h.scenario), all_models(), {});
  EXPECT_TRUE(same(run_to(e, nullptr), run_to(experiment_from(ward_of_three), nullptr)));
}

TEST(Checkpoint, RefusesAnotherVersionsFile) {
  Experiment e = experiment_from(ward_of_three);
  e.checkpoint = 12;
  for (int which = 0; which < 3; ++which) {
    CheckpointHeader header = header_of(e, all_models());
    (which == 0 ? header.version : which == 1 ? header.commit : header.headers) = "another";
    const std::string file = folder() + "/checkpoint-12.bin";
    fs::remove(file);
    CheckpointWriter writer{folder(), header};
    run_to(e, &writer);
    ASSERT_TRUE(writer.finish());
    const std::string text = refusal_from(file, ward_of_three);
    EXPECT_TRUE(has(text, "another")) << text;
    EXPECT_TRUE(has(text, "go on with that version")) << text;
  }
}

// Each byte changed and each length cut that fits into a second: always refused, never a crash.
TEST(Checkpoint, RefusesEveryAlteredOrTruncatedFile) {
  const std::string small =
      "[time]\nmonths = 8\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20\n"
      "[experiment]\nreplicates = 2\n";
  const std::string file = written_checkpoint(small, 6), bytes = bytes_in(file);
  ASSERT_EQ(refusal_from(file, small), "");
  const std::string other = folder() + "/other.bin";
  const auto is_refused = [&](const std::string& changed) {
    write_bytes(other, changed);
    try {
      const Checkpoint checkpoint{other};
    } catch (const BadInput&) {
      return true;
    }
    return false;
  };
  ASSERT_FALSE(is_refused(bytes));
  for (std::size_t at = 0; at < bytes.size(); at += at < 600 ? 1 : 97) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
    EXPECT_TRUE(is_refused(changed)) << at;
  }
  for (std::size_t length = 0; length < bytes.size(); length += length < 600 ? 1 : 131)
    EXPECT_TRUE(is_refused(bytes.substr(0, length))) << length;
  EXPECT_TRUE(is_refused(bytes.substr(0, bytes.size() - 1)));
  EXPECT_TRUE(is_refused(bytes + "x"));
  EXPECT_TRUE(is_refused(bytes + bytes));
}

TEST(Checkpoint, GoesOnWithWhatAnInterruptedRunLeft) {
  Experiment e = experiment_from(ward_of_three);
  e.checkpoint = 12;
  const CheckpointHeader header = header_of(e, all_models());
  const std::string file = folder() + "/checkpoint-12.bin", part = file + ".part";
  fs::remove(file);
  fs::remove(part);
  {
    CheckpointWriter writer{folder(), header};
    const World world = world_of(e.variants[0].scenario, e.seed, 0);
    const std::function<bool()> always = [] { return true; };
    const auto history = history_of({world, all_models(), Order::one_by_one, always},
                                    e.variants[0].scenario, 12, nullptr);
    writer.add(1, world, *history);
    writer.add(0, world, *history);
    EXPECT_FALSE(writer.finish());
  }
  EXPECT_FALSE(fs::exists(file));
  fs::resize_file(part, fs::file_size(part) - 5);  // torn
  {
    CheckpointWriter writer{folder(), header};
    EXPECT_FALSE(writer.has(0));
    EXPECT_TRUE(writer.has(1));
    EXPECT_FALSE(writer.has(2));
    run_to(e, &writer);
    EXPECT_TRUE(writer.finish());
  }
  EXPECT_FALSE(fs::exists(part));
  EXPECT_NO_THROW(Checkpoint{file});
  EXPECT_TRUE((CheckpointWriter{folder(), header}.has(2)));  // whole: nothing is left to do
}

TEST(Fingerprint, TellsWorldsApart) {
  const Scenario s = scenario_from(small_ward);
  EXPECT_EQ(fingerprint_of(world_of(s)), fingerprint_of(world_of(s)));
  EXPECT_NE(fingerprint_of(world_of(s)), fingerprint_of(world_of(s, 1, 1)));
  EXPECT_NE(fingerprint_of(world_of(s)), fingerprint_of(world_of(s, 2)));
  EXPECT_NE(fingerprint_of(world_of(s)),
            fingerprint_of(world_of(scenario_from(small_ward, {"world.dishonest=1"}))));
}

}  // namespace swadaya
