// Settings of [world] and [network]: the defaults, and what a test sets.
#pragma once

#include "sim/world/world.hpp"

namespace swadaya {

inline Values world_settings(const Values& set) {
  Values values;
  for (const ParameterInfo& p : world_parameters()) values["world." + p.name] = p.default_value;
  for (const ParameterInfo& p : network_parameters()) values["network." + p.name] = p.default_value;
  for (const auto& [key, value] : set) values.at(key) = value;
  return values;
}

}  // namespace swadaya
