#include "sim/scenario/scenario.hpp"
