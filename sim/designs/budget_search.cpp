#include "sim/designs/budget_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "sim/world/dice.hpp"
#include "sim/world/network.hpp"
#include "sim/world/sobol.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr std::size_t pool = 256;    // mixes looked at on the surface, for one that is tried
constexpr std::size_t climbers = 4;  // of which so many are improved
constexpr std::size_t climbing_steps = 60;
// How many standard deviations of doubt count as height, by turns: sure ground and unknown ground.
constexpr double doubts[] = {2, 0.5, 3, 1};

std::vector<std::size_t> shuffled(std::size_t n, Stream& random) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = n; i > 1; --i)
    std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  return order;
}

Mix random_mix(const Prices& prices, double budget, Stream& random) {
  std::vector<double> at(prices.space().levers().size());
  for (double& u : at) u = random.uniform();
  return prices.affordable(at, budget, shuffled(at.size(), random));
}

// Near a mix: one or two levers moved by up to `step` of their range, or to any option.
Mix neighbour_of(const Prices& prices, const Mix& mix, const std::pair<double, double>& bounds,
                 Stream& random) {
  const LeverSpace& space = prices.space();
  const auto [budget, step] = bounds;
  std::vector<double> at = space.coordinates(mix);
  for (std::uint32_t moves = 1 + random.below(2); moves > 0; --moves) {
    const std::size_t l = random.below(static_cast<std::uint32_t>(at.size()));
    at[l] = space.levers()[l].is_range()
                ? std::clamp(at[l] + step * (2 * random.uniform() - 1), 0.0, 1.0)
                : random.uniform();
  }
  return prices.affordable(at, budget, shuffled(at.size(), random));
}

class Proposer {
 public:
  Proposer(const Prices& prices, const BudgetSearch& search, std::size_t generation)
      : prices_{prices},
        space_{prices.space()},
        search_{search},
        dice_{search.seed, static_cast<std::uint32_t>(generation)},
        random_{dice_, "optimisation.search"} {}

  // Spread over the cube, by turns as far as each budget goes.
  std::vector<Mix> spread(std::size_t count, const std::set<Mix>& known) {
    std::set<Mix> taken = known;
    std::vector<Mix> mixes;
    const Points points = sobol_points(4 * count, space_.levers().size(), search_.seed);
    for (std::size_t p = 0; p < points.size() && mixes.size() < count; ++p) {
      Mix mix = prices_.affordable(points[p], budget_of(mixes.size()),
                                   shuffled(points[p].size(), random_));
      if (taken.insert(mix).second) mixes.push_back(std::move(mix));
    }
    return mixes;
  }

  // Where the surface is high or in doubt; `is_last`: only high.
  std::vector<Mix> promising(ResponseSurface surface, const SearchResult& so_far, std::size_t count,
                             bool is_last) {
    std::set<Mix> taken;
    for (const Tried& one : so_far.tried) taken.insert(one.mix);
    std::vector<Mix> mixes;
    for (std::size_t slot = 0; slot < count; ++slot) {
      const double doubt = is_last ? 0 : doubts[slot / 2 % std::size(doubts)];
      const auto mix = best_untried(surface, so_far, {budget_of(slot), doubt}, taken);
      if (mix.empty()) continue;
      taken.insert(mix);
      surface.expect(space_.features(mix));
      mixes.push_back(mix);
    }
    return mixes;
  }

 private:
  struct Aim {
    double budget, doubt;
  };
  struct Scored {
    Mix mix;
    double score;
  };

  // Every second mix is for the first budget, the others by turns for the rest.
  double budget_of(std::size_t slot) const {
    const std::size_t others = search_.budgets.size() - 1;
    return search_.budgets[slot % 2 == 0 || others == 0 ? 0 : 1 + slot / 2 % others];
  }

  Mix best_untried(const ResponseSurface& surface, const SearchResult& so_far, const Aim& aim,
                   const std::set<Mix>& taken) {
    const auto scored = [&](Mix mix) {
      const SurfaceEstimate e = surface.at(space_.features(mix));
      const double score = e.mean + aim.doubt * e.sd;
      return Scored{std::move(mix), score};
    };
    std::vector<Scored> all;
    for (std::size_t p = 0; p < pool; ++p)
      all.push_back(scored(random_mix(prices_, aim.budget, random_)));
    for (const Tried& one : so_far.tried)
      if (prices_.spending(one.mix) <= aim.budget) all.push_back(scored(one.mix));
    const auto higher = [](const Scored& a, const Scored& b) { return a.score > b.score; };
    std::stable_sort(all.begin(), all.end(), higher);
    Scored best{{}, -std::numeric_limits<double>::infinity()};
    const auto keep = [&](const Scored& one) {
      if (one.score > best.score && !taken.contains(one.mix) && prices_.holds(one.mix, aim.budget))
        best = one;
    };
    for (const Scored& one : all) keep(one);
    for (std::size_t c = 0; c < std::min(climbers, all.size()); ++c) {
      Scored at = all[c];
      for (std::size_t s = 0; s < climbing_steps; ++s) {
        const double step = s < climbing_steps / 3 ? 0.3 : s < 2 * climbing_steps / 3 ? 0.1 : 0.02;
        Scored next = scored(neighbour_of(prices_, at.mix, {aim.budget, step}, random_));
        keep(next);
        if (next.score > at.score) at = std::move(next);
      }
    }
    return best.mix;
  }

  const Prices& prices_;
  const LeverSpace& space_;
  const BudgetSearch& search_;
  Dice dice_;
  Stream random_;
};

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
  return sum;
}

}  // namespace

Prices::Prices(const LeverSpace& space, const std::vector<Mix>& mixes,
               const std::vector<double>& excess)
    : space_{&space} {
  Points points;
  std::vector<double> values;
  for (std::size_t i = 0; i < mixes.size(); ++i)
    if (std::isfinite(excess[i]))
      points.push_back(space.features(mixes[i])), values.push_back(excess[i]);
  if (!values.empty()) excess_.emplace(std::move(points), std::move(values));
}

double Prices::spending(const Mix& mix) const {
  return space_->spending(mix) + (excess_ ? excess_->mean_at(space_->features(mix)) : 0);
}

Mix Prices::affordable(const std::vector<double>& at, double budget,
                       const std::vector<std::size_t>& give_up) const {
  constexpr int most_steps = 12;
  Mix mix = space_->affordable(at, budget, give_up);
  // The budget by unit costs is lowered by what the mix is over by, until it isn't any more.
  double room = budget;
  for (int step = 0; excess_ && step < most_steps; ++step) {
    const double over = spending(mix) - budget;
    if (over <= 0) break;
    room -= 1.05 * over;
    mix = space_->affordable(at, room, give_up);
  }
  return mix;
}

Prices prices_of(const LeverSpace& space, const BudgetSearch& search, const SearchResult& result) {
  if (!search.excess) return Prices{space};
  std::vector<Mix> mixes;
  std::vector<double> excess;
  for (std::size_t t = 0; t < result.tried.size(); ++t)
    mixes.push_back(result.tried[t].mix), excess.push_back(search.excess(t));
  return {space, mixes, excess};
}

ResponseSurface surface_of(const LeverSpace& space, const SearchResult& result) {
  double worst = std::numeric_limits<double>::infinity();
  for (const Tried& one : result.tried)
    if (std::isfinite(one.value)) worst = std::min(worst, one.value);
  Points points;
  std::vector<double> values;
  for (const Tried& one : result.tried) {
    points.push_back(space.features(one.mix));
    values.push_back(std::isfinite(one.value) ? one.value : std::isfinite(worst) ? worst : 0);
  }
  return {std::move(points), std::move(values)};
}

SearchResult search_mixes(const LeverSpace& space, const BudgetSearch& search,
                          const EvaluateMixes& evaluate) {
  SearchResult result;
  std::set<Mix> known;
  for (std::size_t generation = 0; result.tried.size() < search.candidates; ++generation) {
    const std::size_t left = search.candidates - result.tried.size(),
                      count = std::min(left, search.together);
    // Enough to begin with: two for each lever.
    const bool begins = result.tried.size() < 2 * space.levers().size() || generation == 0;
    const Prices prices = prices_of(space, search, result);
    Proposer proposer{prices, search, generation};
    const std::vector<Mix> mixes =
        begins ? proposer.spread(count, known)
               : proposer.promising(surface_of(space, result), result, count, left == count);
    if (mixes.empty()) break;  // everything has been tried
    const std::vector<double> values = evaluate(generation, mixes);
    if (values.empty()) {
      result.stopped = true;
      break;
    }
    for (std::size_t m = 0; m < mixes.size(); ++m) {
      result.tried.push_back({mixes[m], generation, values[m]});
      known.insert(mixes[m]);
    }
  }
  return result;
}

std::size_t best_within(const Prices& prices, const SearchResult& result,
                        const ResponseSurface& surface, double budget) {
  std::size_t best = result.tried.size();
  double highest = 0;
  for (std::size_t t = 0; t < result.tried.size(); ++t) {
    const Tried& one = result.tried[t];
    if (!std::isfinite(one.value) || prices.spending(one.mix) > budget) continue;
    const double height = surface.mean_at(prices.space().features(one.mix));
    if (best == result.tried.size() || height > highest) best = t, highest = height;
  }
  return best;
}

std::vector<Contender> contenders(const Prices& prices, const ResponseSurface& surface,
                                  const TopQuestion& question) {
  const LeverSpace& space = prices.space();
  const auto& levers = space.levers();
  std::set<Mix> taken{question.best};
  std::vector<Contender> all;
  const double spent = prices.spending(question.best);
  for (std::size_t l = 0; l < levers.size(); ++l) {
    const Lever& lever = levers[l];
    std::vector<double> settings;
    if (lever.is_range()) {
      settings = {lever.cheapest(), lever.dearest()};
    } else {
      settings.resize(lever.options.size());
      std::iota(settings.begin(), settings.end(), 0.0);
    }
    for (const double setting : settings) {
      Mix mix = question.best;
      mix[l] = setting;
      if (prices.spending(mix) > question.budget) {
        if (!lever.is_range()) continue;
        // As far as the budget goes.
        const double room = question.budget - spent + lever.cost_at(question.best[l]);
        const double end = lever.dearest() == lever.low ? 0 : 1;
        mix[l] = LeverSpace{{lever}}.affordable({end}, room, {})[0];
        if (prices.spending(mix) > question.budget) continue;
      }
      if (taken.insert(mix).second) all.push_back({mix, l});
    }
  }
  // May be as good: within two standard deviations of doubt.
  const Dice dice{question.seed, 0};
  Stream random{dice, "optimisation.rivals"};
  const double top = surface.mean_at(space.features(question.best));
  std::vector<Mix> mixes;
  Points places;
  std::vector<double> nearest;  // to those chosen
  const auto consider = [&](Mix mix) {
    std::vector<double> place = space.features(mix);
    const SurfaceEstimate e = surface.at(place);
    if (e.mean + 2 * e.sd < top || taken.contains(mix) || !prices.holds(mix, question.budget))
      return;
    nearest.push_back(squared_distance(place, space.features(question.best)));
    mixes.push_back(std::move(mix));
    places.push_back(std::move(place));
  };
  for (std::size_t p = 0; p < 8 * pool; ++p) {
    consider(random_mix(prices, question.budget, random));
    const double step = p % 2 == 0 ? 0.3 : 1;
    consider(neighbour_of(prices, question.best, {question.budget, step}, random));
  }
  for (std::size_t r = 0; r < question.rivals && !mixes.empty(); ++r) {
    const auto farthest = std::max_element(nearest.begin(), nearest.end());
    if (*farthest <= 0) break;
    const auto at = static_cast<std::size_t>(farthest - nearest.begin());
    if (taken.insert(mixes[at]).second) all.push_back({mixes[at], levers.size()});
    for (std::size_t m = 0; m < mixes.size(); ++m)
      nearest[m] = std::min(nearest[m], squared_distance(places[m], places[at]));
  }
  return all;
}

}  // namespace swadaya
