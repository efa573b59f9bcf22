// A smooth curve through a cloud of points, with its doubt.
#pragma once

#include <cstddef>
#include <vector>

namespace swadaya {

struct SmoothCurve {
  std::vector<double> x, mean, low, high;  // 95 % interval of the mean, place by place
  double bandwidth = 0;                    // in units of x
};

// Local-linear regression with a Gaussian kernel (Fan & Gijbels 1996) at `places` from the least x
// to the largest. The bandwidth is the one of a ladder that foretells left-out points best; the
// scatter around the curve, taken to be the same everywhere, comes from neighbours (Rice 1984).
// Points that aren't finite are left out. Empty below 20 points, or where x doesn't vary.
SmoothCurve smooth_curve(const std::vector<double>& x, const std::vector<double>& y,
                         std::size_t places = 41);

}  // namespace swadaya
