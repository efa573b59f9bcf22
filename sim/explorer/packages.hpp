// What was built on a page as one experiment: the side that the others are compared with, and a
// variant for each package that was kept.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/explorer/base.hpp"

namespace swadaya {

inline constexpr std::size_t most_packages = 12;

// A request as explore_request's, with
// {"packages": [{"name": "loud", "title": "Louder", "set": {"section.key": value},
//   "events": "name of a preset, or none"} ...], "baseline_name": "before", "baseline_title":
//   "..."}
// in the place of the changed side. Of the whole ward. Throws BadInput with all that is wrong with
// the first package that has a fault.
Experiment packages_of(const nlohmann::json& asked, const Base& base, const Catalogue& catalogue);

}  // namespace swadaya
