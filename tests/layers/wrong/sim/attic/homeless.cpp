#include "sim/base/csv.hpp"
