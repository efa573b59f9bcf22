#include "sim/tables/figures.hpp"
