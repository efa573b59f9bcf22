#include "sim/designs/smoothing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/base/paired.hpp"

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

// The polynomial of an order (1 or 2) around `at`, there; `length` of the weights that it gives the
// values, squared.
struct Local {
  double mean, length;
};
Local local_fit(const Cloud& cloud, double at, double bandwidth, int order, std::size_t left_out) {
  std::array<double, 5> s{};  // moments of the weights
  std::vector<double> weights(cloud.x.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double z = (cloud.x[i] - at) / bandwidth;
    weights[i] = i == left_out ? 0 : std::exp(-z * z / 2);
    double power = weights[i];
    for (double& moment : s) moment += power, power *= z;
  }
  // The first row of the inverse of the moments' matrix, times its determinant; where places are
  // too few for the order, the one below.
  double a = s[2] * s[4] - s[3] * s[3], b = s[2] * s[3] - s[1] * s[4],
         c = s[1] * s[3] - s[2] * s[2];
  double determinant = s[0] * a + s[1] * b + s[2] * c;
  if (order < 2 || !(determinant > 1e-9 * s[0] * s[2] * s[4])) {
    a = s[2], b = -s[1], c = 0, determinant = s[0] * s[2] - s[1] * s[1];
    if (!(determinant > 1e-12 * s[0] * s[2])) a = 1, b = 0, determinant = s[0];
  }
  Local local{0, 0};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double z = (cloud.x[i] - at) / bandwidth;
    const double l = weights[i] * (a + b * z + c * z * z) / determinant;
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
  std::vector<std::vector<double>> squares;  // by bandwidth, point
  std::size_t best = 0;
  std::vector<double> sums;
  for (const double share : ladder) {
    squares.emplace_back(n);
    for (std::size_t i = 0; i < n; ++i) {
      const double e = cloud.y[i] - local_fit(cloud, cloud.x[i], share * range, 1, i).mean;
      squares.back()[i] = e * e;
    }
    sums.push_back(std::accumulate(squares.back().begin(), squares.back().end(), 0.0));
    if (sums.back() < sums[best]) best = sums.size() - 1;
  }
  // The widest that isn't worse by more than a standard error: bends that a few points could make
  // aren't drawn.
  std::size_t chosen = best;
  for (std::size_t k = best + 1; k < ladder.size(); ++k) {
    const PairedDifference worse = paired_difference(squares[best], squares[k]);
    if (worse.difference <= worse.standard_error) chosen = k;
  }
  // More points bear a narrower one.
  return ladder[chosen] * range *
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
    const Local local = local_fit(cloud, at, curve.bandwidth, 2, cloud.x.size());
    const double half = 1.96 * sd * std::sqrt(local.length);
    curve.x.push_back(at), curve.mean.push_back(local.mean);
    curve.low.push_back(local.mean - half), curve.high.push_back(local.mean + half);
  }
  return curve;
}

}  // namespace swadaya
