// Which of a point's worlds stand for the wards that a target was observed in. Each world of a
// point begins one simulated observation, so that none is thrown away: a target that averages w
// wards takes the w worlds from there on, round in a circle. Targets of one site are seen in the
// same worlds; sites begin one behind the other, so that they share none as long as there are
// enough.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/designs/targets.hpp"

namespace swadaya {

class SeenWards {
 public:
  SeenWards(const std::vector<Target>& targets, std::uint32_t replicates);

  // How often what was observed is simulated at each point: once in each world, or once where every
  // target averages all of them.
  std::size_t observations() const { return observations_; }
  // The replicates that a target averages in one observation: as many as it says, or all of them.
  std::vector<std::uint32_t> of(std::size_t observation, std::size_t target) const;

 private:
  struct Window {
    std::uint32_t first, count;
  };
  std::uint32_t replicates_;
  std::size_t observations_ = 1;
  std::vector<Window> windows_;  // by target, of the first observation
};

}  // namespace swadaya
