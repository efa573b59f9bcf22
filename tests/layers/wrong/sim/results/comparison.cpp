#include "sim/results/store.hpp"
