// A checkpoint file: where every replicate of a scenario stands after a month, to go on from in
// another program. Every byte of it is covered by a checksum.
//
//   "swadaya checkpoint\n", then blocks: kind (4 bytes), replicate (4), length (8), bytes, CRC-64
//   (8) the first block is the header, in JSON; then one for each replicate, in any order; the last
//   one ends the file
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "sim/jobs/checkpoint_header.hpp"
#include "sim/month/simulation.hpp"

namespace swadaya {

// Of all that a world is: two worlds with the same one are the same.
std::uint64_t fingerprint_of(const World& world);

class Checkpoint {
 public:
  // Reads and checks the whole file, and keeps none of its states. Throws BadInput where it is
  // missing, cut short, altered, or of another version.
  explicit Checkpoint(const std::string& file);

  const CheckpointHeader& header() const { return header_; }
  // The same for the same bytes, in sixteen digits.
  std::string checksum() const;
  std::uint64_t world_of(std::uint32_t replicate) const;  // its fingerprint
  // Any thread. Throws BadInput where `world` isn't that of the replicate.
  History history(std::uint32_t replicate, const World& world) const;

 private:
  struct Place {
    std::uint64_t at, length, crc;
  };
  std::string bytes_of(std::uint32_t replicate) const;

  std::string file_;
  CheckpointHeader header_;
  std::map<std::uint32_t, Place> places_;
  std::uint64_t checksum_ = 0;
};

// Writes a checkpoint replicate by replicate under another name, and puts it in place when it is
// whole. What an earlier run of the same experiment left there is kept.
class CheckpointWriter {
 public:
  CheckpointWriter(const std::string& folder, const CheckpointHeader& header);
  ~CheckpointWriter();
  CheckpointWriter(const CheckpointWriter&) = delete;
  CheckpointWriter& operator=(const CheckpointWriter&) = delete;

  const std::string& file() const { return file_; }
  bool has(std::uint32_t replicate) const;
  // Any thread. Throws MachineFailure.
  void add(std::uint32_t replicate, const World& world, const History& history);
  // Where all replicates are there, ends the file and puts it in place; false where some are
  // missing.
  bool finish();

 private:
  bool is_whole(const std::string& beginning) const;
  void take_over(const std::string& beginning);
  void write(std::string_view bytes);

  std::string file_, part_;
  int month_;
  std::uint32_t replicates_;
  int descriptor_ = -1;  // of the part; -1: the file is whole
  std::vector<bool> has_;
  std::mutex mutex_;
};

}  // namespace swadaya
