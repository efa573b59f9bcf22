#include "sim/base/two.hpp"
