// A page that holds two results against each other.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/tables/two_results.hpp"

namespace swadaya {

// Everything that the page shows: what two_results found, rows as arrays, and each one's means over
// months with the range that holds 90 % of its worlds.
nlohmann::json side_by_side_data(const OneResult& a, const OneResult& b, const TwoResults& two);

// The page with the data in it. `language`: "en" or "id", what it opens in; "": what the browser
// prefers. Throws MachineFailure where the program was built without its pages.
std::string side_by_side_html(const OneResult& a, const OneResult& b, const TwoResults& two,
                              const std::string& language);

}  // namespace swadaya
