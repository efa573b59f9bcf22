#include "sim/smoothing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace swadaya {

namespace {

constexpr std::size_t fewest = 20;
constexpr std::size_t most_left_out = 300;  // points that the bandwidth is chosen by
// In ranges of x: from a bend in a tenth of it to a straight line.
constexpr std::array ladder{0.04, 0.06, 0.09, 0.13, 0.2, 0.3, 0.5, 1.0};

struct Cloud {
  std::vector<double> x, y;  // by x, ascending
};

Cloud finite_in_order(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (std::isfinite(x[i]) && std::isfinite(y[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
  Cloud cloud;
  for (const std::size_t i : order) cloud.x.push_back(x[i]), cloud.y.push_back(y[i]);
  return cloud;
}

// The straight line around `at`, there; `length` of the weights that it gives the values, squared.
struct Local {
  double mean, length;
};
Local local_line(const Cloud& cloud, double at, double bandwidth, std::size_t left_out) {
  double s0 = 0, s1 = 0, s2 = 0;
  std::vector<double> weights(cloud.x.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double u = cloud.x[i] - at, z = u / bandwidth;
    weights[i] = i == left_out ? 0 : std::exp(-z * z / 2);
    s0 += weights[i], s1 += weights[i] * u, s2 += weights[i] * u * u;
  }
  const double determinant = s0 * s2 - s1 * s1;
  // Where all weight is on one place the line has no slope.
  const bool is_level = !(determinant > 1e-12 * s0 * s2);
  Local local{0, 0};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double u = cloud.x[i] - at;
    const double l = is_level ? weights[i] / s0 : weights[i] * (s2 - s1 * u) / determinant;
    local.mean += l * cloud.y[i];
    local.length += l * l;
  }
  return local;
}

// Of at most so many points, evenly chosen.
Cloud thinned(const Cloud& cloud, std::size_t most) {
  if (cloud.x.size() <= most) return cloud;
  Cloud few;
  for (std::size_t i = 0; i < most; ++i) {
    const std::size_t at = i * (cloud.x.size() - 1) / (most - 1);
    few.x.push_back(cloud.x[at]), few.y.push_back(cloud.y[at]);
  }
  return few;
}

double bandwidth_for(const Cloud& all, double range) {
  const Cloud cloud = thinned(all, most_left_out);
  const std::size_t n = cloud.x.size();
  std::size_t best = 0;
  std::vector<double> sums;  // of squared errors, by bandwidth
  for (const double share : ladder) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double e = cloud.y[i] - local_line(cloud, cloud.x[i], share * range, i).mean;
      sum += e * e;
    }
    sums.push_back(sum);
    if (sums.back() < sums[best]) best = sums.size() - 1;
  }
  // More points bear a narrower one.
  return ladder[best] * range *
         std::pow(static_cast<double>(n) / static_cast<double>(all.x.size()), 0.2);
}

}  // namespace

SmoothCurve smooth_curve(const std::vector<double>& x, const std::vector<double>& y,
                         std::size_t places) {
  const Cloud cloud = finite_in_order(x, y);
  if (cloud.x.size() < fewest || cloud.x.front() == cloud.x.back()) return {};
  const double low = cloud.x.front(), range = cloud.x.back() - low;
  SmoothCurve curve;
  curve.bandwidth = bandwidth_for(cloud, range);
  double squares = 0;
  for (std::size_t i = 1; i < cloud.y.size(); ++i)
    squares += (cloud.y[i] - cloud.y[i - 1]) * (cloud.y[i] - cloud.y[i - 1]);
  const double sd = std::sqrt(squares / (2 * static_cast<double>(cloud.y.size() - 1)));
  for (std::size_t k = 0; k < places; ++k) {
    const double at = low + range * static_cast<double>(k) /
                                static_cast<double>(std::max<std::size_t>(1, places - 1));
    const Local local = local_line(cloud, at, curve.bandwidth, cloud.x.size());
    const double half = 1.96 * sd * std::sqrt(local.length);
    curve.x.push_back(at), curve.mean.push_back(local.mean);
    curve.low.push_back(local.mean - half), curve.high.push_back(local.mean + half);
  }
  return curve;
}

}  // namespace swadaya
