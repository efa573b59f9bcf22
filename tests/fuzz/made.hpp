// Files that the program itself makes, small: what fuzzing of binary files begins with.
#pragma once

#include <string>

namespace swadaya::fuzz {

// One RT of twenty households over eight months, in two worlds.
extern const char* const checkpointed_ward;
// The bytes of its checkpoint after the month.
std::string checkpoint_of_ward(int month);

// A results folder of a finished experiment: "compare", "sweep" or "morris"; its path.
std::string results_folder(const std::string& kind);

}  // namespace swadaya::fuzz
