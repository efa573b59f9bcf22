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

#include "sim/month/catalogue.hpp"
#include "sim/month/simulation.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// Of all that a world is: two worlds with the same one are the same.
std::uint64_t fingerprint_of(const World& world);

// What the header says.
struct CheckpointHeader {
  std::string version, commit, headers;  // of the program that wrote it
  int month = 0;
  std::uint64_t seed = 0;
  std::uint32_t replicates = 0;
  std::map<std::string, std::string>
      settings;                                // "world.poor" -> "0.15", "models.lending" -> "none"
  std::map<std::string, std::string> columns;  // what a model keeps, by slot
  std::string scenario;                        // as a file that runs by itself
};
// Of what this program would write for an experiment of one variant.
CheckpointHeader header_of(const Experiment& experiment, const Catalogue& catalogue);
// The settings and columns of a scenario, as a header has them.
void describe(CheckpointHeader& header, const Scenario& scenario, const Catalogue& catalogue);

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
  void take_over(const std::string& beginning);
  void write(std::string_view bytes);

  std::string file_, part_;
  std::uint32_t replicates_;
  int descriptor_ = -1;  // of the part; -1: the file is whole
  std::vector<bool> has_;
  std::mutex mutex_;
};

}  // namespace swadaya
