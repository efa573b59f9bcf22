// The results folder: a database that a kill leaves readable, and files that are written whole or
// not at all. Work and room go with what is stored, however much is planned.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sim/base/statistics.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/database.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/points.hpp"
#include "sim/results/results.hpp"
#include "sim/results/soundness.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

enum class Existing { refuse, overwrite };

class Store : public Results {
 public:
  // Makes the folder and its empty database. Throws BadInput where the folder holds results already
  // (unless they are to be overwritten), holds other files, is being written by another run, or
  // can't be a folder; MachineFailure where the disk fails.
  Store(const std::string& folder, const Experiment& experiment, Existing existing);
  // A folder that a run has written, finished or not. Only one run at a time may write to a folder;
  // any number may read.
  static Store open(const std::string& folder, Access access = Access::read);
  ~Store() override;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  const std::string& folder() const override { return folder_; }
  const std::vector<StoredVariant>& variants() const override { return plan_.variants; }
  std::size_t baseline() const override { return plan_.baseline; }
  std::uint64_t seed() const { return plan_.seed; }
  std::uint32_t planned_replicates() const { return plan_.replicates; }
  int months() const override { return plan_.months; }
  std::vector<std::uint32_t> draws() const override {
    return draws_dealt(complete_, plan_.worlds_per_draw);
  }
  Controls controls() const override;
  bool is_in_same_worlds(std::size_t variant) const override;
  std::uint32_t worlds_per_draw() const { return plan_.worlds_per_draw; }  // 0: no draws
  const Plan& plan() const { return plan_; }

  void add_variants(std::size_t first, const std::vector<Variant>& variants) override;

  // Gives the variants their titles in Indonesian, which aren't stored.
  void take_titles(const Experiment& experiment);

  // What variants set, one a key.
  std::vector<PointColumn> points() const;

  // All series of a job, in one transaction. `months`: which to keep, of none said all; the first
  // and the last always. Any thread.
  void add(std::uint32_t replicate, const std::vector<std::size_t>& variants,
           const std::vector<Series>& series, const std::vector<int>& months = {});

  // Rows that aren't those that were written; what names them was checked when it was opened.
  Damage damaged() const;
  // Takes them out, so that they are run again.
  void forget(const Damage& damage);

  // What all that is stored was made by: "experiment", "version", ... -> a checksum. Part of what
  // is checked when a folder is opened.
  const std::map<std::string, std::string>& fingerprint() const { return fingerprint_; }
  // Replaces it, and plans so many replicates from now on, none fewer.
  void keep_fingerprint(const std::map<std::string, std::string>& fingerprint,
                        std::uint32_t replicates);

  // In place of what stands in the table `comparison`.
  void keep_comparison(const std::vector<Compared>& compared);

  // Looks up which replicates are complete in all variants; call after the last add.
  void load();
  std::size_t complete_replicates() const { return complete_.size(); }
  // By variant, then replicate.
  std::vector<Finished> finished() const;
  // Of the rows of each.
  std::map<Finished, std::string> checksums() const;
  // Without values where it isn't stored; not numbers in months that weren't kept.
  Series series(std::size_t variant, std::uint32_t replicate) const;
  // Read only what they give.
  Sample sample(std::size_t variant, const std::vector<int>& months = {}) const override;
  Sample sample_so_far(std::size_t variant, const std::vector<int>& months) const override;
  std::vector<double> values(std::size_t variant, int month, std::size_t outcome) const override;

 private:
  Store(const std::string& folder, Access access);
  void insert_variant(std::size_t number, const StoredVariant& variant);
  void keep_names() const;
  void count_stored();
  void find_other_worlds();
  int month_of(const Statement& row) const;
  std::size_t& stored_of(std::uint32_t replicate);
  template <class Position>
  Sample sample_of(std::size_t variant, const std::vector<int>& months, std::size_t replicates,
                   const Position& position) const;

  std::string folder_;
  Plan plan_;
  std::map<std::string, std::string> fingerprint_;
  std::vector<std::uint32_t> complete_;  // replicates, ascending
  std::vector<bool> other_worlds_;       // by variant: not the baseline's
  // By replicate, to the last that was begun: variants in it, for a writer.
  std::vector<std::size_t> stored_;
  mutable std::mutex mutex_;          // over the database
  std::unique_ptr<FolderLock> lock_;  // outlives the database; none where this only reads
  std::unique_ptr<Database> database_;
  using Clock = std::chrono::steady_clock;
  Clock::time_point looked_at_{};  // for whether the database is where it was
};

}  // namespace swadaya
