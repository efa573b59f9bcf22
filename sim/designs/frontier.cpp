#include "sim/designs/frontier.hpp"

#include <algorithm>
#include <cmath>

namespace swadaya {

namespace {

// Those with numbers by cost, of equals the one that does more first.
std::vector<std::size_t> by_cost(const std::vector<Option>& options) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (std::isfinite(options[i].effect) && std::isfinite(options[i].cost)) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return options[a].cost != options[b].cost ? options[a].cost < options[b].cost
                                              : options[a].effect > options[b].effect;
  });
  return order;
}

}  // namespace

bool are_equal(const Option& a, const Option& b) {
  return a.effect == b.effect && a.cost == b.cost;
}

void rank_options(std::vector<Option>& options) {
  for (Option& option : options) {
    option.standing = Dominance::dominated;
    option.icer = nothing;
    option.next_cheaper.reset();
  }
  const std::vector<std::size_t> order = by_cost(options);
  const auto ratio = [&](std::size_t from, std::size_t to) {
    return (options[to].cost - options[from].cost) / (options[to].effect - options[from].effect);
  };
  std::vector<std::size_t> hull;  // only what does more than all cheaper ones
  for (const std::size_t i : order) {
    if (!hull.empty() && options[i].effect <= options[hull.back()].effect) continue;
    // Ratios rise along the frontier; where one doesn't, the option before it is left out.
    while (hull.size() > 1 && ratio(hull.back(), i) <= ratio(hull[hull.size() - 2], hull.back())) {
      options[hull.back()].standing = Dominance::extendedly_dominated;
      hull.pop_back();
    }
    options[i].standing = Dominance::frontier;
    hull.push_back(i);
  }
  for (std::size_t k = 1; k < hull.size(); ++k) {
    options[hull[k]].icer = ratio(hull[k - 1], hull[k]);
    options[hull[k]].next_cheaper = hull[k - 1];
  }
  for (std::size_t k = 1; k < order.size(); ++k)
    if (are_equal(options[order[k]], options[order[k - 1]]))
      options[order[k]] = options[order[k - 1]];
}

std::vector<std::vector<std::size_t>> places_on_frontier(const std::vector<Option>& options) {
  std::vector<std::vector<std::size_t>> places;
  for (const std::size_t i : by_cost(options)) {
    if (options[i].standing != Dominance::frontier) continue;
    if (places.empty() || !are_equal(options[places.back().front()], options[i]))
      places.emplace_back();
    places.back().push_back(i);
  }
  return places;
}

}  // namespace swadaya
