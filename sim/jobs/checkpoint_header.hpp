// What a checkpoint says of itself: the program, the scenario and the worlds that it is of.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

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

// As JSON, and back: nothing where it is no header, or says what none can. Of another program's
// only which one it is.
std::string json_of(const CheckpointHeader& header);
std::optional<CheckpointHeader> header_in(const std::string& text);

}  // namespace swadaya
