// Checkpoint files: gone on from with the same bits, and refused where anything about them is
// wrong.
#include "sim/jobs/checkpoint.hpp"

#include <boost/crc.hpp>
#include <cstdio>
#include <cstring>
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

namespace {

constexpr std::size_t first_block = 19, head_size = 16;  // behind "swadaya checkpoint\n"

template <class T>
T at(const std::string& bytes, std::size_t place) {
  T x;
  std::memcpy(&x, bytes.data() + place, sizeof x);
  return x;
}

// Where each block begins.
std::vector<std::size_t> blocks_of(const std::string& bytes) {
  std::vector<std::size_t> places;
  for (std::size_t place = first_block; place < bytes.size();
       place += head_size + at<std::uint64_t>(bytes, place + 8) + 8)
    places.push_back(place);
  return places;
}

// Gives a block the checksum of what it now holds.
void sign(std::string& bytes, std::size_t place) {
  boost::crc_optimal<64, 0x42F0E1EBA9EA3693u, ~std::uint64_t{0}, ~std::uint64_t{0}, true, true> crc;
  const std::size_t length = head_size + at<std::uint64_t>(bytes, place + 8);
  crc.process_bytes(bytes.data() + place, length);
  const std::uint64_t sum = crc.checksum();
  std::memcpy(bytes.data() + place + length, &sum, sizeof sum);
}

}  // namespace

// Whoever changes a checkpoint and mends its checksums gets a refusal or a run, and nothing worse.
TEST(Checkpoint, LetsNoForgedFileDoHarm) {
  const std::string small =
      "[time]\nmonths = 8\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20\n"
      "[groups]\nwants_loan = 0.8\nfounding = 0.3\n[programme]\ngrant = 20000\n"
      "[experiment]\nreplicates = 2\n";
  const std::string bytes = bytes_in(written_checkpoint(small, 6)),
                    other = folder() + "/forged.bin";
  const std::vector<std::size_t> blocks = blocks_of(bytes);
  ASSERT_EQ(blocks.size(), 4u);
  std::size_t refused = 0;
  for (std::size_t k = 0; k < 1500; ++k) {
    std::string forged = bytes;
    const std::size_t block = blocks[k % 3];
    const std::size_t length = at<std::uint64_t>(bytes, block + 8);
    // The first bytes of a state count all others.
    const std::size_t place = block + head_size + (k % 2 ? k * 7919 % length : k / 2 % length);
    forged[place] = static_cast<char>(k % 5 == 0 ? 0xff : forged[place] ^ (1 << k / 3 % 8));
    sign(forged, block);
    write_bytes(other, forged);
    try {
      run_to(from(other, small), nullptr);
    } catch (const BadInput&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 300u);
  EXPECT_LT(refused, 1500u);
}

// A whole one that isn't this run's, or is damaged, is written anew.
TEST(Checkpoint, IsWrittenAnewWhereItIsNotThisRuns) {
  const std::string file = written_checkpoint();
  std::string bytes = bytes_in(file);
  bytes[bytes.size() / 2] ^= 1;
  write_bytes(file, bytes);
  Experiment e = experiment_from(ward_of_three);
  e.checkpoint = 12;
  CheckpointWriter writer{folder(), header_of(e, all_models())};
  EXPECT_FALSE(writer.has(0));
  run_to(e, &writer);
  EXPECT_TRUE(writer.finish());
  EXPECT_NO_THROW(Checkpoint{file});
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
