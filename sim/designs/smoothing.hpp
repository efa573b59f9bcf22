// A smooth curve through a cloud of points, with its doubt.
#pragma once

#include <cstddef>
#include <vector>

namespace swadaya {

struct SmoothCurve {
  std::vector<double> x, mean, low, high;  // 95 % interval of the mean, place by place
  double bandwidth = 0;                    // in units of x
};

// Local regression with a Gaussian kernel (Fan & Gijbels 1996) at `places` from the least x to the
// largest. The bandwidth is the widest of a ladder at which straight lines foretell left-out points
// within a standard error of the best; the curve and its interval are of second order at that
// bandwidth, so that the bends that lines cut off don't lie outside (Calonico, Cattaneo & Farrell
// 2018). The scatter around the curve, taken to be the same everywhere, comes from neighbours (Rice
// 1984). Points that aren't finite are left out. Empty below 20 points, or where x doesn't vary.
SmoothCurve smooth_curve(const std::vector<double>& x, const std::vector<double>& y,
                         std::size_t places = 41);

}  // namespace swadaya
