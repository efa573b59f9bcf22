// The manual page, swadaya(1).
#pragma once

#include <string>
#include <vector>

#include "sim/tool/described.hpp"

namespace swadaya::tool {

// In the macros of man(7). `all`: the program, then its commands.
std::string man_page(const std::vector<DescribedCommand>& all);

}  // namespace swadaya::tool
