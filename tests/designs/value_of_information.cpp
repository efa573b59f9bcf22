// Against closed forms, and against a published model whose conditional means are known exactly.
#include "sim/designs/value_of_information.hpp"

#include <array>
#include <functional>

#include "sim/base/statistics.hpp"
#include "tests/designs/draws.hpp"

namespace swadaya {

namespace {

constexpr std::uint64_t seed = 1;

Points side_by_side(const std::vector<std::vector<double>>& columns) {
  Points points(columns[0].size());
  for (const auto& column : columns)
    for (std::size_t i = 0; i < points.size(); ++i) points[i].push_back(column[i]);
  return points;
}

}  // namespace

// The example of the R package voi (Jackson, Heath & others 2023): take p1 - p2 or leave it, p1 of
// mean 1 and sd 1, p2 of mean 0 and sd 2.
TEST(ValueOfInformation, OfNormalGainsIsTheLossIntegral) {
  const std::size_t n = 500;
  std::vector<double> p1 = even_draws(n, 1), p2 = even_draws(n, 2), gain;
  for (std::size_t i = 0; i < n; ++i) p1[i] += 1, p2[i] *= 2, gain.push_back(p1[i] - p2[i]);
  const NetBenefits benefits{std::vector<double>(n, 0.0), gain};
  const Informed first = informed_by(Smoother{spline_basis(p1)}, benefits, seed),
                 second = informed_by(Smoother{spline_basis(p2)}, benefits, seed),
                 both = informed_by(Smoother{surface_basis(side_by_side({p1, p2}), benefits)},
                                    benefits, seed);
  const double of_first = normal_loss(1, 1), of_second = normal_loss(1, 2),
               of_both = normal_loss(1, std::sqrt(5.0));
  EXPECT_NEAR(first.value, of_first, 0.05 * of_first);
  EXPECT_NEAR(second.value, of_second, 0.05 * of_second);
  EXPECT_NEAR(both.value, of_both, 0.05 * of_both);
  // The probability that it is below 0.
  EXPECT_NEAR(second.changes, 0.5 * std::erfc(0.5 / std::sqrt(2.0)), 0.03);
  EXPECT_NEAR(second.probability[0], second.changes, 1e-12);
  EXPECT_TRUE(first.is_told() && second.is_told() && both.is_told());
}

// What worlds of a draw differ in is noise: as wide again as all that parameters do, it leaves the
// value where it is, within what the standard error says, and widens that.
TEST(ValueOfInformation, IsNotRaisedByTheLuckOfWorlds) {
  const std::size_t n = 500;
  const auto x = normal_draws(n, 1), z = normal_draws(n, 2), luck = normal_draws(n, 3);
  std::vector<double> quiet, noisy;
  for (std::size_t i = 0; i < n; ++i)
    quiet.push_back(0.5 + x[i] + z[i]), noisy.push_back(quiet[i] + 1.5 * luck[i]);
  const std::vector<double> none(n, 0.0);
  const Smoother smoother{surface_basis(side_by_side({x, z}), {noisy})};
  const Informed calm = informed_by(smoother, {none, quiet}, seed),
                 rough = informed_by(smoother, {none, noisy}, seed);
  const double truth = normal_loss(0.5, std::sqrt(2.0));
  EXPECT_NEAR(calm.value, truth, 0.05 * truth);
  EXPECT_LT(std::abs(rough.value - truth), 2 * rough.standard_error);
  EXPECT_GT(rough.standard_error, 1.1 * calm.standard_error);
  // The mean of the best world by world, as it was taken before, is far above.
  EXPECT_GT(normal_loss(0.5, std::sqrt(2.0 + 2.25)), 1.4 * truth);
}

// The standard error is what values differ by between samples of draws, and two of them hold the
// truth in nineteen samples of twenty.
TEST(ValueOfInformation, SaysHowFarItMayBeOff) {
  const Dice dice{5, 0};
  Stream random{dice, "test.samples"};
  const auto normal = [&] { return normal_quantile(random.uniform() + 0x1p-25); };
  const double truth = normal_loss(0.4, 1);
  std::vector<double> values, errors;
  int held = 0;
  for (int sample = 0; sample < 100; ++sample) {
    std::vector<double> x, gain, none(120, 0.0);
    for (int i = 0; i < 120; ++i)
      x.push_back(normal()), gain.push_back(0.4 + x[static_cast<std::size_t>(i)] + 2 * normal());
    const Informed one = informed_by(Smoother{spline_basis(x)}, {none, gain}, seed);
    values.push_back(one.value), errors.push_back(one.standard_error);
    held += std::abs(one.value - truth) < 2 * one.standard_error;
  }
  const double spread = summary_of(values).sd, said = summary_of(errors).mean;
  EXPECT_GT(said, 0.7 * spread);
  EXPECT_LT(said, 1.4 * spread);
  EXPECT_GE(held, 88);
}

// A parameter that does nothing is told from one that does.
TEST(ValueOfInformation, OfAnIdleParameterIsNoMoreThanChance) {
  const std::size_t n = 300;
  int told = 0;
  for (std::uint32_t k = 0; k < 40; ++k) {
    const auto x = normal_draws(n, 100 + k), gain = normal_draws(n, 200 + k);
    told +=
        informed_by(Smoother{spline_basis(x)}, {std::vector<double>(n, 0.0), gain}, seed).is_told();
  }
  EXPECT_LE(told, 6);  // one in twenty is meant
}

// Of twelve of them one would stand out by chance every other time; together they are held to what
// the largest of twelve comes to.
TEST(ValueOfInformation, OfManyIdleParametersNoneIsTakenForTelling) {
  const std::size_t n = 100;
  int alone = 0, together = 0;
  for (std::uint32_t sample = 0; sample < 20; ++sample) {
    const NetBenefits benefits{std::vector<double>(n, 0.0), normal_draws(n, 50 + sample)};
    std::vector<Informed> all;
    for (std::uint32_t k = 0; k < 12; ++k)
      all.push_back(informed_by(Smoother{spline_basis(normal_draws(n, 1000 + 12 * sample + k))},
                                benefits, seed));
    const auto any = [&] {
      return std::any_of(all.begin(), all.end(), [](const Informed& i) { return i.is_told(); });
    };
    alone += any();
    std::vector<Informed*> several;
    for (Informed& one : all) several.push_back(&one);
    judge_together(several);
    together += any();
  }
  EXPECT_GE(alone, 5);
  EXPECT_LE(together, 4);
}

TEST(ValueOfInformation, IsNothingWhereNothingCouldChangeTheChoice) {
  const auto x = normal_draws(100, 1);
  std::vector<double> far;
  for (const double at : x) far.push_back(50 + at);
  const Informed sure =
      informed_by(Smoother{spline_basis(x)}, {std::vector<double>(100, 0.0), far}, seed);
  EXPECT_EQ(sure.value, 0);
  EXPECT_EQ(sure.changes, 0);
  EXPECT_EQ(sure.probability, (std::vector<double>{0, 1}));
  EXPECT_FALSE(sure.is_told());
  // One package; a parameter that doesn't vary.
  EXPECT_EQ(informed_by(Smoother{spline_basis(x)}, {far}, seed).value, 0);
  EXPECT_EQ(informed_by(Smoother{SmoothBasis{}}, {far, x}, seed).value, 0);
}

namespace {

// The decision tree of nineteen parameters by which the regression method was proposed (Brennan,
// Kharroubi, O'Hagan & Chilcott 2007; Strong, Oakley & Brennan 2014), correlated 0.6 as there:
// response and its duration in both arms, and what it is worth in both.
class Tree {
 public:
  static constexpr std::array<double, 20> mean{0,  1000, .10, 5.2, 400, .7, .3, 3,  .25, -.1,
                                               .5, 1500, .08, 6.1, .8,  .3, 3,  .2, -.1, .5};
  static constexpr std::array<double, 20> sd{0,  1, .02, 1, 200, .1,  .1, .5,  .1,  .02,
                                             .2, 1, .02, 1, .1,  .05, 1,  .05, .02, .2};
  using At = std::array<double, 20>;

  // `deviates`: 21, independent.
  static At at(const std::vector<double>& deviates) {
    At x{};
    for (std::size_t k = 1; k < 20; ++k) x[k] = deviates[k - 1];
    for (const std::size_t k : {5u, 7u, 14u, 16u})
      x[k] = std::sqrt(.6) * deviates[19] + std::sqrt(.4) * x[k];
    for (const std::size_t k : {6u, 15u})
      x[k] = std::sqrt(.6) * deviates[20] + std::sqrt(.4) * x[k];
    for (std::size_t k = 1; k < 20; ++k) x[k] = mean[k] + sd[k] * x[k];
    return x;
  }
  static double first(const At& x) { return 1e4 * x[5] * x[6] * x[7] + side(x, 0); }
  static double second(const At& x) { return 1e4 * x[14] * x[15] * x[16] + side(x, 9); }
  // The rest of it where that is at its means.
  static double rest(bool of_second) { return side(mean, of_second ? 9 : 0); }
  static double standard(const At& x, std::size_t k) { return (x[k] - mean[k]) / sd[k]; }

 private:
  static double side(const At& x, std::size_t arm) {
    return 1e4 * x[8 + arm] * x[9 + arm] * x[10 + arm] - x[1 + arm + (arm ? 1 : 0)] -
           x[2 + arm + (arm ? 1 : 0)] * x[3 + arm + (arm ? 1 : 0)] * x[4];
  }
};

std::vector<std::vector<double>> deviates(std::size_t n, std::uint32_t who) {
  std::vector<std::vector<double>> rows(n);
  for (std::uint32_t k = 0; k < 21; ++k) {
    const auto column = normal_draws(n, who + k);
    for (std::size_t i = 0; i < n; ++i) rows[i].push_back(column[i]);
  }
  return rows;
}

using Arms = std::function<std::array<double, 2>(const Tree::At&)>;

// By brute force from the conditional means of both arms.
double truth_of(const Arms& known) {
  double best = 0, first = 0, second = 0;
  const auto rows = deviates(40000, 1000);
  for (const auto& row : rows) {
    const auto [a, b] = known(Tree::at(row));
    best += std::max(a, b), first += a, second += b;
  }
  return (best - std::max(first, second)) / static_cast<double>(rows.size());
}

}  // namespace

TEST(ValueOfInformation, AgreesWithThePublishedDecisionTree) {
  const std::size_t n = 2000;
  NetBenefits benefits(2);
  std::vector<Tree::At> draws;
  for (const auto& row : deviates(n, 0)) {
    draws.push_back(Tree::at(row));
    benefits[0].push_back(Tree::first(draws.back()));
    benefits[1].push_back(Tree::second(draws.back()));
  }
  const auto of = [&](const std::vector<std::size_t>& keys) {
    Points points(n);
    for (std::size_t i = 0; i < n; ++i)
      for (const std::size_t k : keys) points[i].push_back(draws[i][k]);
    return value_of_knowing(Smoother{surface_basis(points, benefits)}, benefits);
  };
  const auto standing = [](const Tree::At& x, std::size_t k) { return Tree::standard(x, k); };
  const double durations = truth_of([&](const Tree::At& x) -> std::array<double, 2> {
    const double both = .6 / 1.6 * (standing(x, 7) + standing(x, 16));
    return {1e4 * (.7 + .1 * both) * .3 * x[7] + Tree::rest(false),
            1e4 * (.8 + .1 * both) * .3 * x[16] + Tree::rest(true)};
  });
  const double responses = truth_of([&](const Tree::At& x) -> std::array<double, 2> {
    const double both = .6 / 1.6 * (standing(x, 5) + standing(x, 14));
    return {1e4 * x[5] * x[6] * (3 + .5 * both) + Tree::rest(false),
            1e4 * x[14] * x[15] * (3 + both) + Tree::rest(true)};
  });
  const double all = truth_of([](const Tree::At& x) -> std::array<double, 2> {
    return {Tree::first(x), Tree::second(x)};
  });
  EXPECT_NEAR(of({7, 16}), durations, 0.05 * durations);
  EXPECT_NEAR(of({5, 6, 14, 15}), responses, 0.05 * responses);
  std::vector<std::size_t> every;
  for (std::size_t k = 1; k < 20; ++k) every.push_back(k);
  EXPECT_NEAR(of(every), all, 0.05 * all);
  // One alone, with what it tells of those that go with it.
  const double of_duration = truth_of([&](const Tree::At& x) -> std::array<double, 2> {
    const double z = .6 * standing(x, 16);
    return {1e4 * .3 * ((.7 + .1 * z) * (3 + .5 * z) + .24 * .1 * .5) + Tree::rest(false),
            1e4 * .3 * (.8 + .1 * z) * x[16] + Tree::rest(true)};
  });
  std::vector<double> duration;
  for (const Tree::At& x : draws) duration.push_back(x[16]);
  EXPECT_NEAR(value_of_knowing(Smoother{spline_basis(duration)}, benefits), of_duration,
              0.05 * of_duration);
}

}  // namespace swadaya
