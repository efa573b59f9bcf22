// The designs that an experiment's variants may come from.
#pragma once

#include <string>
#include <vector>

#include "sim/designs/entry.hpp"

namespace swadaya {

const std::vector<const Design*>& designs();
// Of the table that a file has, or of an experiment's `design`; nullptr where there is none. Of a
// file with several, which is wrong, the first.
const Design* design_of(const Draft& draft);
const Design* design_of(const Experiment& experiment);

std::vector<std::string> design_names();          // as `experiment.design` has them
const std::vector<std::string>& design_tables();  // as files have them
bool is_search(const Experiment& experiment);
std::optional<Search> search_of(const Experiment& experiment);  // no value where it is none

// What is wrong with designs that a file has and doesn't run: those of files that it extends, and
// all but the first of its own.
void check_others(const Draft& draft, const Catalogue& catalogue, std::vector<Problem>& problems);

}  // namespace swadaya
