// How tables are written on standard output.
#pragma once

#include "sim/tables/figures.hpp"

namespace swadaya::tool {

// As wide as the terminal, with colours and curves; plain, and without curves, where it is none.
// NO_COLOR and TERM=dumb leave the colours out.
Look terminal_look();

}  // namespace swadaya::tool
