#include "sim/explorer/explorer.hpp"
