#include "sim/store.hpp"
