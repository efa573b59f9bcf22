// Runs that write a checkpoint, and runs that go on from one.
#pragma once

#include <filesystem>
#include <mutex>

#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

inline const std::string ward_of_three =
    std::string{small_ward} + "[experiment]\nreplicates = 3\nseed = 7\n";

inline std::string folder() {
  return std::filesystem::path{file_with("keep", "")}.parent_path().string();
}

// Runs an experiment with `checkpoint`, its states going to a file; returns its series.
inline std::vector<Series> run_to(const Experiment& e, CheckpointWriter* writer) {
  std::vector<Series> all(e.replicates * e.variants.size());
  std::mutex mutex;
  Work work;
  if (writer)
    work.keep = [&](std::uint32_t r, const World& world, const History& history) {
      writer->add(r, world, history);
    };
  run_jobs(e, all_models(), work, [&](const Job& job, const std::vector<Series>& series) {
    const std::lock_guard guard{mutex};
    for (std::size_t i = 0; i < series.size(); ++i)
      all[job.replicate * e.variants.size() + job.variants[i]] = series[i];
  });
  return all;
}

inline std::string written_checkpoint(const std::string& toml = ward_of_three, int month = 12) {
  Experiment e = experiment_from(toml);
  e.checkpoint = month;
  const std::string file = folder() + "/checkpoint-" + std::to_string(month) + ".bin";
  std::filesystem::remove(file);
  std::filesystem::remove(file + ".part");
  CheckpointWriter writer{folder(), header_of(e, all_models())};
  run_to(e, &writer);
  EXPECT_TRUE(writer.finish());
  return file;
}

inline Experiment from(const std::string& file, const std::string& toml,
                       const std::vector<std::string>& set = {}) {
  Overrides overrides;
  overrides.set = set;
  overrides.from = file;
  return read_experiment(file_with("from.toml", toml), all_models(), overrides);
}

inline std::string refusal_from(const std::string& file, const std::string& toml,
                                const std::vector<std::string>& set = {}) {
  return said_by([&] { from(file, toml, set); });
}

inline bool same(const std::vector<Series>& a, const std::vector<Series>& b) {
  return a.size() == b.size() && !a.empty() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](auto& x, auto& y) { return same_bits(x, y); });
}

}  // namespace swadaya
