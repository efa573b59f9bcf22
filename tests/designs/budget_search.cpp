// Searches on functions whose best mix is known.
#include "sim/designs/budget_search.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "tests/levers.hpp"

namespace swadaya {

namespace {

template <class F>
SearchResult search_on(const LeverSpace& space, const BudgetSearch& search, F f) {
  return search_mixes(space, search, [&](std::size_t, const std::vector<Mix>& mixes) {
    EXPECT_LE(mixes.size(), search.together);
    std::vector<double> values;
    for (const Mix& mix : mixes) {
      EXPECT_LE(space.spending(mix),
                *std::max_element(search.budgets.begin(), search.budgets.end()));
      values.push_back(f(mix));
    }
    return values;
  });
}

Mix best_mix(const LeverSpace& space, const SearchResult& result, double budget) {
  return result.tried[best_within(Prices{space}, result, surface_of(space, result), budget)].mix;
}

// Three levers, the peak at (0.6, 0.3, 0.8); noise with sd 0.05, the whole height being about 1.
const LeverSpace& three() {
  static const LeverSpace space{{range("a", 100), range("b", 100), range("c", 200)}};
  return space;
}
double bowl(const Mix& x) {
  return -std::pow(x[0] - 0.6, 2) - std::pow(x[1] - 0.3, 2) - std::pow(x[2] - 0.8, 2) +
         0.05 * noise_at(x);
}

}  // namespace

TEST(BudgetSearch, FindsThePeakWhereTheBudgetAffordsIt) {
  const SearchResult result = search_on(three(), {{1000}, 96, 16, 1}, bowl);
  EXPECT_EQ(result.tried.size(), 96u);
  const Mix best = best_mix(three(), result, 1000);
  EXPECT_NEAR(best[0], 0.6, 0.12);
  EXPECT_NEAR(best[1], 0.3, 0.12);
  EXPECT_NEAR(best[2], 0.8, 0.12);
}

// With 100 a + 100 b + 200 c <= 100 the best of the bowl is where its gradient is along the costs:
// from the peak (cost 250) back by (1, 1, 2) times 150 / 600.
TEST(BudgetSearch, HoldsABudgetThatBinds) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const SearchResult result = search_on(three(), {{100}, 96, 16, seed}, bowl);
    const Mix best = best_mix(three(), result, 100);
    EXPECT_LE(three().spending(best), 100);
    EXPECT_GT(three().spending(best), 90);
    EXPECT_NEAR(best[0], 0.35, 0.15) << seed;
    EXPECT_NEAR(best[1], 0.05, 0.15) << seed;
    EXPECT_NEAR(best[2], 0.3, 0.15) << seed;
  }
}

TEST(BudgetSearch, OneSearchGivesTheWholeFrontier) {
  const std::vector<double> budgets{100, 0, 50, 150, 250, 400};
  const SearchResult result = search_on(three(), {budgets, 160, 16, 1}, bowl);
  const ResponseSurface surface = surface_of(three(), result);
  for (const double budget : budgets) {
    const Mix best = result.tried[best_within(Prices{three()}, result, surface, budget)].mix;
    EXPECT_LE(three().spending(best), budget);
    // From the peak back along the costs, but not below nothing: b runs out first at 100.
    const double back = std::max(0.0, 250 - budget) / 600;
    if (budget < 100) continue;
    EXPECT_NEAR(best[0], 0.6 - back, 0.16) << budget;
    EXPECT_NEAR(best[1], std::max(0.0, 0.3 - back), 0.16) << budget;
    EXPECT_NEAR(best[2], 0.8 - 2 * back, 0.16) << budget;
  }
  EXPECT_EQ(best_mix(three(), result, 0), three().cheapest());
}

// What a lever saves buys more of another: with budget 0 and a baseline at the middle of both.
TEST(BudgetSearch, SpendsWhatALeverSaves) {
  Lever useful = range("useful", 100), useless = range("useless", 50);
  useful.baseline = useless.baseline = 0.4;
  const LeverSpace space{{useful, useless}};
  const SearchResult result =
      search_on(space, {{0}, 64, 16, 1}, [](const Mix& x) { return x[0] + 0.02 * noise_at(x); });
  const Mix best = best_mix(space, result, 0);
  EXPECT_LE(space.spending(best), 0);
  EXPECT_NEAR(best[0], 0.6, 0.03);
  EXPECT_NEAR(best[1], 0, 0.06);
}

TEST(BudgetSearch, ChoosesAmongOptions) {
  // The flag is worth more than the range at its cost; together they are too dear.
  const LeverSpace space{{range("a", 100), flag("b", 80)}};
  const auto f = [](const Mix& x) { return 0.5 * x[0] + 0.6 * x[1] + 0.05 * noise_at(x); };
  const Mix best = best_mix(space, search_on(space, {{100}, 64, 16, 1}, f), 100);
  EXPECT_EQ(best[1], 1);
  EXPECT_NEAR(best[0], 0.2, 0.05);
  const Mix poor = best_mix(space, search_on(space, {{70}, 64, 16, 1}, f), 70);
  EXPECT_EQ(poor[1], 0);
  EXPECT_NEAR(poor[0], 0.7, 0.08);
}

TEST(BudgetSearch, EndsWhenEverythingHasBeenTried) {
  const LeverSpace space{{flag("a", 1), flag("b", 2), flag("c", 3)}};
  const SearchResult result =
      search_on(space, {{4}, 160, 16, 1}, [](const Mix& x) { return x[0] + x[1] + x[2]; });
  EXPECT_EQ(result.tried.size(), 6u);  // of eight, but for b with c, and all
  EXPECT_EQ(best_mix(space, result, 4), (Mix{1, 0, 1}));
}

TEST(BudgetSearch, AMixWithoutAnOutcomeIsNeverTheBest) {
  const SearchResult result = search_on(
      three(), {{1000}, 48, 16, 1}, [](const Mix& x) { return x[0] > 0.5 ? std::nan("") : x[0]; });
  const Mix best = best_mix(three(), result, 1000);
  EXPECT_LE(best[0], 0.5);
  EXPECT_GT(best[0], 0.4);
}

TEST(BudgetSearch, GoesTheSameWayAgain) {
  const auto mixes = [](std::uint64_t seed) {
    std::vector<Mix> all;
    for (const Tried& one : search_on(three(), {{100, 50}, 48, 16, seed}, bowl).tried)
      all.push_back(one.mix);
    return all;
  };
  EXPECT_EQ(mixes(1), mixes(1));
  EXPECT_NE(mixes(1), mixes(2));
}

TEST(BudgetSearch, ContendersSpreadAlongAFlatDirection) {
  // b does nothing and costs nothing.
  const LeverSpace space{{range("a", 100), range("b", 0)}};
  const auto f = [](const Mix& x) { return -std::pow(x[0] - 0.5, 2) + 0.01 * noise_at(x); };
  const SearchResult result = search_on(space, {{80}, 64, 16, 1}, f);
  const Mix best = best_mix(space, result, 80);
  const auto all = contenders(Prices{space}, surface_of(space, result), {best, 80, 8, 1});
  ASSERT_GE(all.size(), 8u);
  double lowest = 1, highest = 0, farthest = 0;
  std::vector<double> ends;
  for (const Contender& c : all) {
    EXPECT_LE(space.spending(c.mix), 80);
    EXPECT_NE(c.mix, best);
    if (c.lever == 0) ends.push_back(c.mix[0]);
    if (c.lever != 2) continue;
    lowest = std::min(lowest, c.mix[1]), highest = std::max(highest, c.mix[1]);
    farthest = std::max(farthest, std::abs(c.mix[0] - 0.5));
  }
  EXPECT_EQ(ends, (std::vector<double>{0, 0.8}));  // as far as the budget goes
  EXPECT_LT(lowest, 0.15);
  EXPECT_GT(highest, 0.85);
  EXPECT_LT(farthest, 0.2);
}

}  // namespace swadaya
