// The folder that a run writes its results to: made, checked, locked and emptied; its files written
// whole or not at all.
#pragma once

#include <string>

#include "sim/base/error.hpp"

namespace swadaya {

// Throws BadInput where the place can't be a folder to write to, MachineFailure where the disk
// fails.
void make_folder(const std::string& folder);
// The files of an experiment that a comparison's ranking is looked at under.
bool is_kept_beside(const std::string& name);
// What a run's worlds and variants are made from, as it keeps it: experiment.toml, samples, facts,
// copies of households, outlines and ties.
bool is_kept_input(const std::string& name);
// Whether a run has written here; throws BadInput where there are other files and no results.
bool holds_results(const std::string& folder);
// Removes what runs write and nothing else.
void empty_folder(const std::string& folder);

// Keeps other runs out of a folder for as long as it lives; the system lets go of it when the
// program is killed.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  std::string file_;
  int descriptor_ = -1;
};

// Where a link leads in the end; the file itself where it is none.
std::string end_of_link(const std::string& file);
// A pipe or a device: to be written to, never to be replaced.
bool is_no_file(const std::string& file);

// Writes a file under another name and puts it in place when it is whole. Links are followed, pipes
// and devices written to as they are. Throws MachineFailure.
void write_whole(const std::string& file, const std::string& text);

}  // namespace swadaya
