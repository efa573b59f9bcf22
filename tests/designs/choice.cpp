#include "sim/designs/choice.hpp"

#include <cmath>
#include <iostream>
#include <random>

#include "sim/base/statistics.hpp"
#include "sim/designs/by_draw.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

using Groups = std::vector<std::uint32_t>;

double normal_density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * M_PI); }
double normal_below(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

// Of a cheap option and a dear one.
Cases of_two(std::vector<double> effect, std::vector<double> cost) {
  const std::vector<double> zero(effect.size(), 0.0);
  return {{zero, std::move(effect)}, {zero, std::move(cost)}};
}

// As exactly normal as n values can be.
std::vector<double> normal_scores(std::size_t n, double mean, double sd) {
  std::vector<double> all;
  for (std::size_t i = 0; i < n; ++i) {
    double low = -9, high = 9;
    const double p = (static_cast<double>(i) + 0.5) / static_cast<double>(n);
    for (int step = 0; step < 60; ++step)
      (normal_below((low + high) / 2) < p ? low : high) = (low + high) / 2;
    all.push_back(mean + sd * low);
  }
  return all;
}

Groups each_its_own(std::size_t n) {
  Groups all(n);
  for (std::size_t i = 0; i < n; ++i) all[i] = static_cast<std::uint32_t>(i);
  return all;
}

// The truth: expectations of a draw lie around (effect, cost), worlds around those.
struct Truth {
  double effect, cost, effect_by_draw, cost_by_draw, effect_by_world, cost_by_world;
};

struct Simulated {
  Cases worlds;
  Groups draws;
};

Simulated simulated(const Truth& truth, std::uint32_t draws, int worlds, std::mt19937& random) {
  std::normal_distribution<double> normal;
  Simulated e{of_two({}, {}), {}};
  for (std::uint32_t d = 0; d < draws; ++d) {
    const double effect = truth.effect + truth.effect_by_draw * normal(random),
                 cost = truth.cost + truth.cost_by_draw * normal(random);
    for (int w = 0; w < worlds; ++w) {
      for (auto* values : {&e.worlds.effects[0], &e.worlds.costs[0]}) values->push_back(0);
      e.worlds.effects[1].push_back(effect + truth.effect_by_world * normal(random));
      e.worlds.costs[1].push_back(cost + truth.cost_by_world * normal(random));
      e.draws.push_back(d);
    }
  }
  return e;
}

Cases expected(const Simulated& e, Unsure unsure) {
  const auto freed =
      expectations_by_draw({e.worlds.effects[1], e.worlds.costs[1]}, e.draws, unsure);
  return of_two(freed[0], freed[1]);
}

double ratio_of(const Cases& worlds) {
  return summary_of(worlds.costs[1]).mean / summary_of(worlds.effects[1]).mean;
}

}  // namespace

// Fieller 1954, with effect and cost uncorrelated. n = 4 pairs: effects 8, 12, 8, 12 and costs 5,
// 5, 15, 15 have means of 10 with variances (16/3)/4 and (100/3)/4. t of 3 degrees at .95 is
// 2.353363.
TEST(Choice, FiellerIsTheRootsOfItsQuadratic) {
  const Cases worlds = of_two({8, 12, 8, 12}, {5, 5, 15, 15});
  const double t2 = 2.3533634348018264 * 2.3533634348018264;
  const double a = 100 - t2 * 4 / 3, b = 100, c = 100 - t2 * 25 / 3;
  const Interval range = fieller(worlds, each_its_own(4), 0, 1, 0.9);
  EXPECT_NEAR(range.low, (b - std::sqrt(b * b - a * c)) / a, 1e-9);
  EXPECT_NEAR(range.high, (b + std::sqrt(b * b - a * c)) / a, 1e-9);
  // Seen from the other side it is the same.
  const Interval turned = fieller(worlds, each_its_own(4), 1, 0, 0.9);
  EXPECT_NEAR(turned.low, range.low, 1e-9);
  EXPECT_NEAR(turned.high, range.high, 1e-9);
}

TEST(Choice, WhereTheEffectMayBeNoneNoPriceIsSurelyEnough) {
  const Interval range =
      fieller(of_two({-3, 5, -1, 4, 2, -2}, {9, 10, 11, 9, 10, 11}), each_its_own(6), 0, 1);
  EXPECT_GT(range.low, 0);
  EXPECT_TRUE(std::isinf(range.high));
  // Neither is known to differ from none: nothing is ruled out.
  const Interval all = fieller(of_two({-3, 5, -1, 4}, {-9, 10, -5, 9}), each_its_own(4), 0, 1);
  EXPECT_TRUE(std::isinf(all.low) && all.low < 0 && std::isinf(all.high));
  EXPECT_TRUE(std::isnan(fieller(of_two({1}, {1}), each_its_own(1), 0, 1).low));
}

// Twice the same world tells nothing more: the interval is that of half as many, each by itself.
TEST(Choice, WorldsOfAGroupCountOnce) {
  const Interval range = fieller(of_two({8, 12, 8, 12}, {5, 5, 15, 15}), each_its_own(4), 0, 1);
  const Interval doubled =
      fieller(of_two({8, 12, 8, 12, 8, 12, 8, 12}, {5, 5, 15, 15, 5, 5, 15, 15}),
              Groups{0, 1, 2, 3, 0, 1, 2, 3}, 0, 1);
  EXPECT_NEAR(doubled.low, range.low, 1e-9);
  EXPECT_NEAR(doubled.high, range.high, 1e-9);
}

// With a constant effect of 2 the ratio is normal: mean 5, deviation 1.
TEST(Choice, RangeOverCasesIsTheirQuantiles) {
  const Cases cases = of_two(std::vector<double>(999, 2.0), normal_scores(999, 10, 2));
  const Interval range = ratio_over(cases, 0, 1, 5);
  EXPECT_NEAR(range.low, 5 - 1.6449, 0.02);
  EXPECT_NEAR(range.high, 5 + 1.6449, 0.02);
}

// By hand, ten cases at a cost of 10: one does harm, whatever the price; the price at which nine of
// ten gain is the highest of their ratios, and for all ten there is none.
TEST(Choice, AHarmfulCaseHasNoPrice) {
  const Cases cases = of_two({10, 10, 10, 5, 5, 5, 4, 2, 1, -1}, std::vector<double>(10, 10.0));
  const Interval nearly_all = ratio_over(cases, 0, 1, 10 / 4.6, 0.6);  // two beyond either end
  EXPECT_DOUBLE_EQ(nearly_all.low, 1);
  EXPECT_DOUBLE_EQ(nearly_all.high, 10);
  EXPECT_TRUE(std::isinf(ratio_over(cases, 0, 1, 10 / 4.6, 0.9).high));
}

// The mean of n worlds is the best with probability Phi(mean / standard error).
TEST(Choice, ChanceThatTheMeanIsBestIsThatOfItsNormal) {
  constexpr std::size_t n = 100;
  for (const double mean : {-0.15, 0.0, 0.1, 0.2}) {
    const Cases worlds = of_two(normal_scores(n, 3 + mean, 1), std::vector<double>(n, 3.0));
    const Cases means = resampled_means(worlds, each_its_own(n), 4000);
    EXPECT_NEAR(share_best(means, 1)[1], normal_below(mean * 10), 0.03) << mean;
  }
  // As groups of two alike it is as sure as of half as many.
  Cases twice = of_two(normal_scores(n, 3.1, 1), std::vector<double>(n, 3.0));
  Groups groups = each_its_own(n);
  for (auto* values : {&twice.effects[0], &twice.effects[1], &twice.costs[0], &twice.costs[1]})
    values->insert(values->end(), values->begin(), values->begin() + n);
  groups.insert(groups.end(), groups.begin(), groups.begin() + n);
  EXPECT_NEAR(share_best(resampled_means(twice, groups, 4000), 1)[1], normal_below(1), 0.03);
}

TEST(Choice, OneGroupTellsNothingOfItsMean) {
  const Cases worlds = of_two({1, 2}, {1, 1});
  EXPECT_EQ(resampled_means(worlds, Groups{4, 4}).size(), 0u);
  EXPECT_TRUE(std::isnan(share_best(resampled_means(worlds, Groups{4, 4}), 1)[0]));
}

// Raiffa & Schlaifer 1961: of a difference normal about m with deviation s, knowing it is worth
// s phi(m / s) - |m| Phi(-|m| / s).
TEST(Choice, KnowingIsWorthTheNormalLoss) {
  for (const double mean : {-2.0, -0.5, 0.0, 1.0}) {
    const Cases cases = of_two(normal_scores(2000, mean, 1.5), std::vector<double>(2000, 0.0));
    const double loss =
        1.5 * normal_density(mean / 1.5) - std::abs(mean) * normal_below(-std::abs(mean) / 1.5);
    EXPECT_NEAR(value_of_knowing(cases, 1), loss, 0.003) << mean;
  }
}

// Two worlds: the package gives 0 or 10 for 100. At 15 a unit its net benefits are -100 and 50
// against 0 and 0: it wins in one, on average -25, and knowing is worth 25.
TEST(Choice, IsMadeByNetBenefit) {
  const Cases cases = of_two({0, 10}, {100, 100});
  EXPECT_DOUBLE_EQ(share_best(cases, 15)[1], 0.5);
  EXPECT_DOUBLE_EQ(mean_net_benefit(cases, 15)[1], -25);
  EXPECT_DOUBLE_EQ(value_of_knowing(cases, 15), 25);
  EXPECT_DOUBLE_EQ(value_of_knowing(cases, 0), 0);
  // At 40 it is chosen (150 on average); knowing saves 100 in the bad world, half of the time.
  EXPECT_DOUBLE_EQ(value_of_knowing(cases, 40), 50);
  // Equals share.
  EXPECT_DOUBLE_EQ(share_best(of_two({0, 10}, {0, 0}), 0)[0], 0.5);
}

TEST(Choice, FrontierIsFoundCaseByCase) {
  const Cases cases{{{0, 0}, {1, 1}, {2, 2}}, {{0, 0}, {1, 3}, {4, 4}}};
  EXPECT_EQ(share_on_frontier(cases), (std::vector<double>{1, 0.5, 1}));
  std::vector<Option> options(3);
  for (std::size_t v = 0; v < 3; ++v)
    options[v].effect = static_cast<double>(v), options[v].cost = cases.costs[v][0];
  rank_options(options);
  EXPECT_DOUBLE_EQ(share_with_frontier(cases, options), 0.5);
}

// What the mean of few worlds a draw makes of the value of knowing the parameters, and what it is
// without their chance: worlds vary by 3 about expectations that vary by 1.
TEST(Choice, ChanceOfFewWorldsIsNotSoldAsIgnorance) {
  std::mt19937 random{3};
  const Truth truth{4.5, 4, 1, 0, 3, 0};
  const double loss = normal_density(0.5) - 0.5 * normal_below(-0.5);
  double freed = 0, naive = 0;
  constexpr int times = 200;
  for (int i = 0; i < times; ++i) {
    const Simulated e = simulated(truth, 60, 2, random);
    freed += value_of_knowing(expected(e, Unsure::left_out), 1) / times;
    naive += value_of_knowing(e.worlds, 1) / times;
  }
  EXPECT_NEAR(freed, loss, 0.15);
  EXPECT_GT(naive, 4 * loss);
}

namespace {

// How often intervals that should hold 90 % do, in a thousand experiments of two worlds a draw.
struct Coverage {
  double mean_by_draws = 0, mean_by_worlds = 0;  // of the ratio of the means: Fieller's
  double draw = 0, draw_by_means = 0;  // of the ratio under one further draw: ours, and that of the
                                       // mean by worlds, which shrinks with their number
  double width = 0, width_by_worlds = 0;  // medians
};

Coverage coverage(std::uint32_t draws) {
  std::mt19937 random{5};
  std::normal_distribution<double> normal;
  const Truth truth{5, 50, 1, 5, 3, 10};
  constexpr int times = 1000;
  Coverage c;
  std::vector<double> widths, widths_by_worlds;
  for (int i = 0; i < times; ++i) {
    const Simulated e = simulated(truth, draws, 2, random);
    const double drawn = (truth.cost + truth.cost_by_draw * normal(random)) /
                         (truth.effect + truth.effect_by_draw * normal(random));
    const Interval of_mean = fieller(e.worlds, e.draws, 0, 1, 0.9),
                   by_worlds = fieller(e.worlds, each_its_own(2 * draws), 0, 1, 0.9),
                   of_draw = ratio_over(expected(e, Unsure::carried), 0, 1, ratio_of(e.worlds));
    c.mean_by_draws += of_mean.has(truth.cost / truth.effect) / double{times};
    c.mean_by_worlds += by_worlds.has(truth.cost / truth.effect) / double{times};
    c.draw += of_draw.has(drawn) / double{times};
    c.draw_by_means += by_worlds.has(drawn) / double{times};
    widths.push_back(of_draw.high - of_draw.low);
    widths_by_worlds.push_back(by_worlds.high - by_worlds.low);
  }
  c.width = quantile_of(widths, 0.5), c.width_by_worlds = quantile_of(widths_by_worlds, 0.5);
  return c;
}

}  // namespace

// The table of docs/uncertainty.md.
TEST(Choice, IntervalsOfRatiosCoverWhatTheyAreOf) {
  std::vector<Coverage> all;
  for (const std::uint32_t draws : {15u, 60u, 240u}) {
    all.push_back(coverage(draws));
    const Coverage& c = all.back();
    std::cout << draws << " draws: mean " << c.mean_by_draws << ", by worlds " << c.mean_by_worlds
              << "; draw " << c.draw << ", by means " << c.draw_by_means << "; widths " << c.width
              << ", " << c.width_by_worlds << "\n";
    EXPECT_NEAR(c.mean_by_draws, 0.9, 0.03) << draws;
    EXPECT_GT(c.draw, 0.86) << draws;
    EXPECT_LT(c.draw, 0.98) << draws;
  }
  EXPECT_LT(all[2].draw_by_means, 0.4);
  // Four times the worlds halve what is known of the mean, and leave what isn't of parameters.
  EXPECT_NEAR(all[2].width_by_worlds / all[1].width_by_worlds, 0.5, 0.05);
  EXPECT_GT(all[2].width / all[1].width, 0.8);
}

}  // namespace swadaya
