// The pages of web/, which the build puts into the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace swadaya {

// The bytes of "report.html", "explore.html", for as long as the program runs. Throws
// MachineFailure where the build could not make the pages, saying what it lacked.
std::string_view page(const std::string& name);

// Written by the build (cmake/web.cmake).
struct PageBytes {
  const char *name, *begin, *end;
};
const std::vector<PageBytes>& page_bytes();
extern const char* const pages_missing;  // why there are none: "npm isn't installed"; or ""

}  // namespace swadaya
