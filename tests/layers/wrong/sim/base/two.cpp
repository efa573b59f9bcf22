#include "sim/base/one.hpp"
