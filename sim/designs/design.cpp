#include "sim/designs/design.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numeric>

#include "sim/base/notes.hpp"
#include "sim/world/sobol.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

void shuffle(std::vector<std::size_t>& items, Stream& random) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[random.below(static_cast<std::uint32_t>(i))]);
}

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
  return sum;
}

double nearest_pair(const Points& points) {
  const std::size_t n = std::min<std::size_t>(points.size(), 1000);
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j)
      nearest = std::min(nearest, squared_distance(points[i], points[j]));
  return nearest;
}

}  // namespace

void advise_power_of_two(const std::string& key, std::size_t points) {
  if (std::has_single_bit(points)) return;
  note(
      fmt::format("{} = {}: Sobol points fill their cube evenly where their number is a power of "
                  "two: {} or {}",
                  key, points, std::bit_floor(points), std::bit_ceil(points)));
}

std::vector<std::vector<std::size_t>> full_grid(const std::vector<std::size_t>& levels) {
  std::size_t count = 1;
  for (const std::size_t n : levels) count *= n;
  std::vector<std::vector<std::size_t>> points(count, std::vector<std::size_t>(levels.size()));
  for (std::size_t p = 0; p < count; ++p)
    for (std::size_t d = levels.size(), rest = p; d-- > 0; rest /= levels[d])
      points[p][d] = rest % levels[d];
  return points;
}

Points latin_hypercube(std::size_t n, std::size_t dimensions, std::uint64_t seed) {
  const Dice dice{seed, 0};
  Stream random{dice, "design.latin_hypercube"};
  // Comparing pairs costs n^2: fewer tries of large ones.
  const std::size_t tries = n <= 100 ? 200 : n <= 1000 ? 20 : 5;
  Points best;
  double widest = -1;
  for (std::size_t t = 0; t < tries; ++t) {
    Points points(n, std::vector<double>(dimensions));
    for (std::size_t d = 0; d < dimensions; ++d) {
      std::vector<std::size_t> slices(n);
      std::iota(slices.begin(), slices.end(), std::size_t{0});
      shuffle(slices, random);
      for (std::size_t i = 0; i < n; ++i)
        points[i][d] = (static_cast<double>(slices[i]) + random.uniform()) / static_cast<double>(n);
    }
    const double width = nearest_pair(points);
    if (width > widest) widest = width, best = std::move(points);
  }
  return best;
}

Points saltelli_points(std::size_t n, std::size_t dimensions, std::uint64_t seed,
                       Interactions interactions) {
  const Points both = sobol_points(n, 2 * dimensions, seed);
  const std::size_t exchanges = interactions == Interactions::of_two ? 2 : 1;
  Points points(n * (exchanges * dimensions + 2), std::vector<double>(dimensions));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t d = 0; d < dimensions; ++d) {
      const double a = both[i][d], b = both[i][dimensions + d];
      points[i][d] = a;
      points[n + i][d] = b;
      for (std::size_t other = 0; other < dimensions; ++other) {
        points[n * (other + 2) + i][d] = other == d ? b : a;
        if (exchanges == 2) points[n * (dimensions + other + 2) + i][d] = other == d ? a : b;
      }
    }
  return points;
}

Points morris_walks(std::size_t count, std::size_t dimensions, std::size_t levels,
                    std::uint64_t seed) {
  const Dice dice{seed, 0};
  Stream random{dice, "design.morris"};
  const double cell = 1 / static_cast<double>(levels - 1);
  const std::size_t step = levels / 2;
  std::vector<Points> walks(4 * count);
  for (Points& walk : walks) {
    std::vector<std::size_t> order(dimensions);
    std::iota(order.begin(), order.end(), std::size_t{0});
    shuffle(order, random);
    std::vector<double> at(dimensions);
    std::vector<double> delta(dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) {
      const bool up = random.below(2) == 1;
      const std::size_t low = random.below(static_cast<std::uint32_t>(levels - step));
      at[d] = static_cast<double>(up ? low : low + step) * cell;
      delta[d] = static_cast<double>(step) * cell * (up ? 1 : -1);
    }
    walk.push_back(at);
    for (const std::size_t d : order) {
      at[d] += delta[d];
      walk.push_back(at);
    }
  }
  // The next is the one farthest from those chosen, by the sum of distances of their points.
  std::vector<double> apart(walks.size(), 0);
  std::vector<bool> taken(walks.size(), false);
  Points chosen;
  for (std::size_t next = 0, c = 0; c < count; ++c) {
    taken[next] = true;
    chosen.insert(chosen.end(), walks[next].begin(), walks[next].end());
    std::size_t farthest = walks.size();
    for (std::size_t w = 0; w < walks.size(); ++w) {
      if (taken[w]) continue;
      for (const auto& a : walks[w])
        for (const auto& b : walks[next]) apart[w] += std::sqrt(squared_distance(a, b));
      if (farthest == walks.size() || apart[w] > apart[farthest]) farthest = w;
    }
    next = farthest;
  }
  return chosen;
}

}  // namespace swadaya
