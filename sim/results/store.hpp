// The results folder: a database that a kill leaves readable, and files that are written whole or
// not at all.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "sim/base/statistics.hpp"
#include "sim/results/database.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

enum class Existing { refuse, overwrite };

// A variant and a replicate whose series is stored.
struct Finished {
  std::size_t variant;
  std::uint32_t replicate;
  auto operator<=>(const Finished&) const = default;
};

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
  const std::vector<StoredVariant>& variants() const override { return variants_; }
  std::size_t baseline() const override { return baseline_; }
  std::uint64_t seed() const { return seed_; }
  std::uint32_t planned_replicates() const { return replicates_; }
  // 0 in a folder opened before anything was stored, until `load`.
  int months() const override { return months_; }

  void add_variants(std::size_t first, const std::vector<Variant>& variants) override;

  // All series of a job, in one transaction. `months`: which to keep, of none said all; the first
  // and the last always. Any thread.
  void add(std::uint32_t replicate, const std::vector<std::size_t>& variants,
           const std::vector<Series>& series, const std::vector<int>& months = {});

  // Those whose rows aren't the ones that were written, by variant, then replicate. Throws BadInput
  // where what names variants, replicates and outcomes isn't.
  std::vector<Finished> damaged() const;
  // Takes them out, so that they are run again.
  void forget(const std::vector<Finished>& runs);

  // Looks up which replicates are complete in all variants; call after the last add.
  void load();
  std::size_t complete_replicates() const { return complete_.size(); }
  // By variant, then replicate.
  std::vector<Finished> finished() const;
  // Without values where it isn't stored; not numbers in months that weren't kept.
  Series series(std::size_t variant, std::uint32_t replicate) const;
  // Read only what they give.
  Sample sample(std::size_t variant, const std::vector<int>& months = {}) const override;
  Sample sample_so_far(std::size_t variant, const std::vector<int>& months) const override;
  std::vector<double> values(std::size_t variant, int month, std::size_t outcome) const override;

 private:
  Store(const std::string& folder, Access access);
  void insert_variant(std::size_t number, const StoredVariant& variant);
  std::string checksum_of_names() const;
  void keep_checksum_of_names();
  void add_wrongly_finished(const std::map<Finished, std::string>& written,
                            std::set<Finished>& bad) const;
  template <class Position>
  Sample sample_of(std::size_t variant, const std::vector<int>& months, std::size_t replicates,
                   const Position& position) const;

  std::string folder_;
  std::vector<StoredVariant> variants_;
  std::size_t baseline_ = 0;
  std::uint64_t seed_ = 0;
  std::uint32_t replicates_ = 0;
  int months_ = 0;
  std::vector<std::uint32_t> complete_;  // replicates, ascending
  std::vector<std::size_t> stored_;      // by replicate: variants in it, where this may write
  mutable std::mutex mutex_;             // over the database
  std::unique_ptr<FolderLock> lock_;     // outlives the database; none where this only reads
  std::unique_ptr<Database> database_;
};

}  // namespace swadaya
