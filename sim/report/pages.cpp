#include "sim/report/pages.hpp"

#include <fmt/format.h>

#include "sim/base/error.hpp"

namespace swadaya {

std::string_view page(const std::string& name) {
  for (const PageBytes& one : page_bytes())
    if (one.name == name) return {one.begin, static_cast<std::size_t>(one.end - one.begin)};
  throw MachineFailure{fmt::format(
      "this program was built without its pages ({}): with node 18 or newer, npm and its registry "
      "at hand, build it again",
      *pages_missing ? pages_missing : "there is no " + name)};
}

}  // namespace swadaya
