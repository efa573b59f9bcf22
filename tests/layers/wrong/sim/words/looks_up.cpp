#include "sim/results/labels.hpp"
