// Models from outside: shared libraries that were built with `swadaya_plugin` of the installed
// CMake package and say SWADAYA_PLUGIN (sim/model.hpp).
#pragma once

#include <string>
#include <vector>

#include "sim/month/behaviour.hpp"
#include "sim/month/catalogue.hpp"

namespace swadaya {

// The catalogue of the program's own models and those of plug-ins, whose libraries it keeps loaded.
// Throws BadInput with all that is wrong: a file that is missing, no library, no plug-in or made
// for another program than this one; a model that another one has the name of, that wants to be its
// slot's default, or that declares itself wrongly.
Catalogue catalogue_with(std::vector<Entry> own, const std::vector<std::string>& plugins);

}  // namespace swadaya
