#pragma once

#include <vector>

namespace swadaya {

// Points of a space: one row a point, one column a dimension.
using Points = std::vector<std::vector<double>>;

}  // namespace swadaya
