// What a report's page carries packed, read again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace swadaya {

// Of sim/report/packed. Throws std::runtime_error where that isn't what it is, or is longer.
std::string unpacked(std::string_view text, std::size_t size);
// The JSON that a report's page shows.
std::string data_of(const std::string& page);

}  // namespace swadaya
