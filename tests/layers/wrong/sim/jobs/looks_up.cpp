#include "sim/designs/sweep.hpp"
