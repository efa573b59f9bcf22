// What a parameter is for, in words for whoever looks a key up: its declaration says unit, range
// and source.
#pragma once

#include <string>

#include "sim/base/parameter.hpp"

namespace swadaya {

// "How much of the grant is lent"; what the unit says where nothing is known of the key, as of a
// plug-in's.
std::string meaning_of(const std::string& section, const ParameterInfo& info);

}  // namespace swadaya
