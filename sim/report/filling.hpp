// Putting what the program found into the places that a page of web/ has for it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace swadaya {

// JSON that can't end the element that it stands in, whatever names hold.
std::string embedded(const nlohmann::json& json);

struct Filling {
  std::string mark, text;
};
// Each mark once, in the order of the page: what is filled in isn't looked through. Throws
// MachineFailure where the page lacks one.
std::string filled(std::string_view page, const std::vector<Filling>& fillings);

}  // namespace swadaya
