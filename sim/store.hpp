// The results folder: a database that a kill leaves readable, and files that are written whole or not at all.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sim/outcome.hpp"
#include "sim/scenario.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace swadaya {

enum class Existing { refuse, overwrite };

class Store {
 public:
  // Makes the folder and its empty database. Throws BadInput where the folder holds results already, or can't be a folder;
  // MachineFailure where the disk fails.
  Store(const std::string& folder, const Experiment& experiment, Existing existing);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  const std::string& folder() const { return folder_; }
  // All series of a job, in one transaction. Any thread.
  void add(std::uint32_t replicate, const std::vector<std::size_t>& variants, const std::vector<Series>& series);
  // One outcome of a variant at a month, one value per replicate that is complete in all variants, in their order.
  std::vector<double> values(std::size_t variant, int month, std::size_t outcome) const;
  // Reads everything for values(); call after the last add.
  void load();
  std::size_t complete_replicates() const { return complete_.size(); }

 private:
  void run(const std::string& sql) const;
  [[noreturn]] void fail(const std::string& doing) const;

  std::string folder_;
  int lock_ = -1;
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::mutex mutex_;
  std::size_t variants_;
  std::size_t months_;
  std::vector<std::uint32_t> complete_;           // replicates
  std::vector<std::vector<double>> columns_;      // by variant, month, outcome: one value per complete replicate
};

// Writes a file under another name and puts it in place when it is whole.
void write_whole(const std::string& file, const std::string& text);

}  // namespace swadaya
