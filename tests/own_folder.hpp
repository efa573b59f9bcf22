// A folder of a test's own.
#pragma once

#include <string>

namespace swadaya {

// Made when it is first asked for, and gone when the test ends; where it failed, it stays to be
// looked into.
std::string own_folder();

}  // namespace swadaya
