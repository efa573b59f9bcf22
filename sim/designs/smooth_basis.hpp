// Smooth functions of one or several parameters as sums of columns: what regressions of noisy
// values on parameters are made in (sim/designs/smooth_fit.hpp), made once for all values.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/base/points.hpp"

namespace swadaya {

// Columns have mean 0 and stand at right angles to each other, so that each has its coefficient by
// itself, whatever the penalty is. A constant is understood beside them.
struct SmoothBasis {
  std::size_t points = 0;
  std::vector<std::vector<double>> columns;  // one value a point
  std::vector<double> squares;               // by column: the sum of its squares
  std::vector<double> penalties;             // by column: on the square of its coefficient; 0: none
  bool empty() const { return columns.empty(); }
};

// Of one parameter: cubic B-splines between equally spaced knots with a penalty on how much they
// bend (Eilers & Marx 1996), which leaves straight lines free. Empty where x doesn't vary.
SmoothBasis spline_basis(const std::vector<double>& x);

// Of several: a Gaussian process with straight lines and Matérn's covariance of order 5/2, a scale
// a parameter. The scales are the most probable ones for `values` (each one entry a point) taken
// together, under weak priors, from at most 160 of the points (Strong, Oakley & Brennan 2014 do
// likewise); the process is written in the columns that at most 180 points span (Nyström's
// approximation; Rasmussen & Williams 2006, chapter 8). Parameters that don't vary are left out;
// empty where none does.
SmoothBasis surface_basis(const Points& points, const Points& values);

}  // namespace swadaya
