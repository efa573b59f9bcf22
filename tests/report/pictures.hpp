// Pictures of a ward.
#pragma once

#include "sim/report/picture.hpp"
#include "tests/stage.hpp"

namespace swadaya {

inline Picture picture_from(const World& world, const std::vector<Scenario>& variants) {
  std::vector<const Scenario*> lanes;
  for (const Scenario& s : variants) lanes.push_back(&s);
  return picture_of(world, lanes, all_models(), 0, [] { return true; });
}

inline Picture picture_from(const std::vector<Scenario>& variants) {
  return picture_from(world_of(variants[0]), variants);
}

}  // namespace swadaya
