// The month that is being stepped, as models see it.
#pragma once

#include "sim/world/world.hpp"

namespace swadaya {

struct Month {
  int number;           // 0 at the start; a step leads from month `number` - 1 to `number`
  float length = 1.0f;  // months a step
  const World& world;
};

}  // namespace swadaya
