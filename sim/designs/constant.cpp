#include "sim/designs/constant.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace swadaya {

namespace {

double size_of(const std::vector<double>& values) {
  double size = 0;
  for (const double x : values)
    if (std::isfinite(x)) size = std::max(size, std::abs(x));
  return size;
}

}  // namespace

bool is_constant(const std::vector<std::vector<double>>& points) {
  double size = 0;
  for (const std::vector<double>& point : points) size = std::max(size, size_of(point));
  const auto same = [&](double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= rounding * size;
  };
  return std::all_of(points.begin(), points.end(), [&](const std::vector<double>& point) {
    return std::equal(point.begin(), point.end(), points[0].begin(), points[0].end(), same);
  });
}

bool is_constant(const std::vector<double>& means) {
  const std::vector<double> values = without_rounding(means);
  const auto is_number = [](double x) { return std::isfinite(x); };
  const auto first = std::find_if(values.begin(), values.end(), is_number);
  return std::all_of(first, values.end(),
                     [&](double x) { return x == *first || !std::isfinite(x); });
}

std::vector<double> without_rounding(const std::vector<double>& values) {
  const double apart = rounding * size_of(values);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (std::isfinite(values[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> settled = values;
  for (std::size_t i = 1; i < order.size(); ++i)
    if (values[order[i]] - values[order[i - 1]] <= apart) settled[order[i]] = settled[order[i - 1]];
  return settled;
}

}  // namespace swadaya
