#include "sim/world/world.hpp"
