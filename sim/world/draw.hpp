// Drawing a world: from figures, or from files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/world/world.hpp"

namespace swadaya {

// Households of a world from figures; no value where they come from files, which say it once they
// are read.
std::optional<double> households_in_figures(const Values& values);

// Settings that name a file: "world.households", "world.outlines", "network.edges".
const std::vector<std::string>& file_settings();
bool is_file_setting(const std::string& key);

// Draws the world of one replicate. `values` holds all "world." and "network." keys, checked.
// Throws BadInput with file and line where a file that it names is malformed.
World draw_world(const Values& values, std::uint64_t seed, std::uint32_t replicate);

// The worlds of one [world] and [network], replicate by replicate. Files are read once: their
// households and ties are the same in every replicate, and only dice and boards are drawn anew, and
// ties among households whose RT is known (`world.columns.rt`) and whose ties no file says.
class Worlds {
 public:
  Worlds(const Values& values, std::uint64_t seed);
  World draw(std::uint32_t replicate) const;  // any thread

 private:
  const Values& values_;
  std::uint64_t seed_;
  std::optional<World> read_;
};

}  // namespace swadaya
