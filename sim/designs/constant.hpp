// Outcomes that are the same at every point of a design. What they differ by is rounding, which no
// correlation, share of a variance or effect may be made of.
#pragma once

#include <vector>

namespace swadaya {

inline constexpr double rounding = 1e-12;  // of the size of what is summed

// By point and replicate, in the same worlds: each world's value is the same at all points, or
// there is none at any.
bool is_constant(const std::vector<std::vector<double>>& points);
// Of the points' means, those that are numbers; where none is, nothing is known to differ.
bool is_constant(const std::vector<double>& means);

// The same values, those that differ by rounding equal to the bit: ranks of them have ties.
std::vector<double> without_rounding(const std::vector<double>& values);

}  // namespace swadaya
