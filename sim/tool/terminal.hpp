// How tables are written on standard output, and what is said beside them on standard error.
#pragma once

#include <fmt/format.h>
#include <string>
#include <utility>

#include "sim/tables/figures.hpp"

namespace swadaya::tool {

// As wide as the terminal, with colours and curves; plain, and without curves, where it is none.
// NO_COLOR and TERM=dumb leave the colours out.
Look terminal_look();

// Says it on standard error, and goes on where nobody can be told: a terminal that was closed.
void tell_text(const std::string& text);
template <class... T>
void tell(fmt::format_string<T...> format, T&&... values) {
  tell_text(fmt::format(format, std::forward<T>(values)...));
}

// Puts something in the place of standard streams that are closed: else the next file that is
// opened would get their number, and with it what is meant for them. What is written to output
// fails still.
void hold_closed_streams();

}  // namespace swadaya::tool
