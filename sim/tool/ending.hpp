// How the program ends: its exit code, and what it says of a failure.
#pragma once

#include <functional>

namespace swadaya::tool {

// Does the work and returns the program's exit code: the work's own, or that of what it threw, once
// it is said; and no success where the output didn't arrive.
int ending_of(const std::function<int()>& work);

}  // namespace swadaya::tool
