// What shells need to complete the program's command line.
#pragma once

#include <string>
#include <vector>

#include "sim/tool/described.hpp"

namespace swadaya::tool {

// The script for "bash", "zsh" or "fish", which needs nothing but the shell. `all`: the program,
// then its commands.
std::string completion(const std::string& shell, const std::vector<DescribedCommand>& all);

}  // namespace swadaya::tool
