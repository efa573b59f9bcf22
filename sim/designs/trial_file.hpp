// The file of a published experiment: its keys, and how it is read.
#pragma once

#include <string>

#include "sim/designs/trials.hpp"
#include "sim/scenario/key_info.hpp"

namespace swadaya {

// Keys of [trial], and of the tables in it.
const KeyTable& trial_keys();
// A file of one experiment. Throws BadInput with all that is wrong.
Trial read_trial(const std::string& file);

}  // namespace swadaya
