#include "sim/base/controls.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/base/simultaneous.hpp"

namespace swadaya {

namespace {

std::vector<double> cosines(double u) {
  std::vector<double> row;
  for (int k = 1; k <= 4; ++k)
    row.push_back(std::numbers::sqrt2 * std::cos(k * std::numbers::pi * u));
  return row;
}

// Wards that differ by luck (uniform) and by something else that isn't known (standard normal).
struct LuckyWards {
  std::vector<double> baseline, variant, luck;
  std::vector<std::vector<double>> rows;
};

// `effect(u, other, noise)`, u and `other` as above, noise standard normal.
using Effect = std::function<double(double, double, double)>;

LuckyWards lucky_wards(std::size_t worlds, const Effect& effect, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  LuckyWards wards;
  for (std::size_t w = 0; w < worlds; ++w) {
    const double other = normal(random);
    const double u = uniform(random);
    wards.baseline.push_back(normal(random));
    wards.variant.push_back(wards.baseline.back() + effect(u, other, normal(random)));
    wards.luck.push_back(u);
    wards.rows.push_back(cosines(u));
  }
  return wards;
}

double step(double u, double at) { return 1 / (1 + std::exp(-40 * (u - at))); }

// A step that wards of good standing take; one that lies elsewhere in each; nothing of luck; a few
// wards that differ much.
double a_step(double u, double, double noise) { return step(u, 0.7) + 0.12 * noise; }
double a_moving_step(double u, double other, double noise) {
  return step(u, 0.6 + 0.15 * other) + 0.1 * noise;
}
double no_luck(double, double other, double noise) { return 0.5 * other + noise; }
double few_wards(double u, double, double noise) { return step(u, 0.86) * (1 + 0.3 * noise); }

// Of so many experiments: the mean of what is found, its scatter, and how often intervals hold.
struct Found {
  double bias = 0, cut = 0, plain_cut = 0, held95 = 0, held90 = 0;
};

// Over luck and the other, on a grid; noise has expectation 0 in all of them.
double truth_of(const Effect& effect) {
  constexpr int places = 400;
  double sum = 0, weights = 0;
  for (int i = 0; i < places; ++i) {
    const double other = -6 + 12 * (i + 0.5) / places, weight = std::exp(-other * other / 2);
    for (int j = 0; j < places; ++j) sum += weight * effect((j + 0.5) / places, other, 0);
    weights += weight * places;
  }
  return sum / weights;
}

Found found_of(const Effect& effect, std::size_t worlds) {
  constexpr int times = 1500;
  std::mt19937_64 random{7};
  const double truth = truth_of(effect);
  Found found;
  double squares = 0, plain_squares = 0;
  for (int i = 0; i < times; ++i) {
    const LuckyWards w = lucky_wards(worlds, effect, random);
    const PairedDifference plain = paired_difference(w.baseline, w.variant),
                           d = paired_difference(w.baseline, w.variant, {}, Controls{w.rows});
    const double degrees = static_cast<double>(worlds) - 1;
    found.held95 += d.monte_carlo.has(truth) / double{times};
    found.held90 +=
        (std::abs(d.difference - truth) <= students_t(0.95, degrees) * d.standard_error) /
        double{times};
    found.bias += (d.difference - truth) / times;
    found.cut += d.variance_cut / times;
    squares += std::pow(d.difference - truth, 2);
    plain_squares += std::pow(plain.difference - truth, 2);
  }
  found.bias /= std::sqrt(squares / times);
  found.plain_cut = plain_squares / squares;
  return found;
}

}  // namespace

// 95 and 90 % of intervals hold the truth, which 1,500 experiments tell to 0.6 and 0.8 points.
TEST(Controls, IntervalsHoldTheTruthAsOftenAsTheySay) {
  const std::vector<std::pair<std::string, Effect>> kinds{{"step", a_step},
                                                          {"moving step", a_moving_step},
                                                          {"no luck", no_luck},
                                                          {"few wards", few_wards}};
  for (const auto& [name, effect] : kinds)
    for (const std::size_t worlds : {std::size_t{50}, std::size_t{100}}) {
      const Found f = found_of(effect, worlds);
      const std::string place = name + " " + std::to_string(worlds);
      EXPECT_GT(f.held95, 0.93) << place;
      EXPECT_LT(f.held95, 0.975) << place;
      EXPECT_GT(f.held90, 0.875) << place;
      EXPECT_LT(f.held90, 0.935) << place;
      EXPECT_NEAR(f.bias, 0, 4 / std::sqrt(1500)) << place;
    }
}

// What is gained is what is said.
TEST(Controls, SayByHowMuchTheyCut) {
  const Found step = found_of(a_step, 100);
  EXPECT_GT(step.plain_cut, 6);
  EXPECT_NEAR(step.cut / step.plain_cut, 1, 0.15);
  const Found none = found_of(no_luck, 100);
  EXPECT_NEAR(none.plain_cut, 1, 0.02);  // the plain mean is taken
  EXPECT_NEAR(none.cut, 1, 0.02);
}

// Below fifty worlds there is nothing to check: the plain mean is taken.
TEST(Controls, OfFewWorldsAreLeftOut) {
  std::mt19937_64 random{1};
  const LuckyWards w = lucky_wards(49, a_step, random);
  const PairedDifference plain = paired_difference(w.baseline, w.variant),
                         d = paired_difference(w.baseline, w.variant, {}, Controls{w.rows});
  EXPECT_EQ(d.difference, plain.difference);
  EXPECT_EQ(d.low, plain.low);
  EXPECT_EQ(d.variance_cut, 1);
}

// Without noise nothing is left to chance: the mean is the intercept.
TEST(Controls, KnowTheMeanOfWhatLuckExplainsAlone) {
  std::mt19937_64 random{2};
  const LuckyWards w = lucky_wards(
      60, [](double u, double, double) { return 3 + 2 * cosines(u)[0] - cosines(u)[3]; }, random);
  const PairedDifference d = paired_difference(w.baseline, w.variant, {}, Controls{w.rows});
  EXPECT_NEAR(d.difference, 3, 1e-12);
  EXPECT_NEAR(d.monte_carlo.low, 3, 1e-10);
  EXPECT_GT(d.variance_cut, 1e6);
}

// n times the mean of all less n - 1 times that without a world, fitted anew each time.
TEST(Controls, PseudoValuesAreThoseOfLeavingEachWorldOut) {
  std::mt19937_64 random{3};
  const LuckyWards w = lucky_wards(60, a_step, random);
  std::vector<double> values;
  for (std::size_t i = 0; i < 60; ++i) values.push_back(w.variant[i] - w.baseline[i]);
  const auto intercept = [&](std::size_t without) {
    std::vector<std::vector<double>> rows;
    std::vector<double> y;
    for (std::size_t i = 0; i < 60; ++i)
      if (i != without) rows.push_back(w.rows[i]), y.push_back(values[i]);
    // Gauss-Seidel on the normal equations, to the last digit.
    std::vector<double> b(5, 0.0);
    const auto x = [&](std::size_t i, std::size_t c) { return c == 0 ? 1.0 : rows[i][c - 1]; };
    for (int sweep = 0; sweep < 500; ++sweep)
      for (std::size_t c = 0; c < 5; ++c) {
        double along = 0, square = 0;
        for (std::size_t i = 0; i < y.size(); ++i) {
          double left = y[i];
          for (std::size_t k = 0; k < 5; ++k)
            if (k != c) left -= b[k] * x(i, k);
          along += left * x(i, c), square += x(i, c) * x(i, c);
        }
        b[c] = along / square;
      }
    return b[0];
  };
  const auto freed = Controls{w.rows}.free(values);
  ASSERT_TRUE(freed.has_value());
  const double all = intercept(60);
  for (const std::size_t i : {std::size_t{0}, std::size_t{17}, std::size_t{59}})
    EXPECT_NEAR((*freed)[i], 60 * all - 59 * intercept(i), 1e-8);
}

TEST(Controls, LeaveAloneWhatTheyCantTell) {
  std::mt19937_64 random{4};
  const LuckyWards w = lucky_wards(60, a_step, random);
  const Controls controls{w.rows};
  EXPECT_FALSE(controls.free(std::vector<double>(60, 0.3)).has_value());
  std::vector<double> yes, few(60, 0.0), some;
  for (std::size_t i = 0; i < 60; ++i) {
    yes.push_back(w.luck[i] > 0.6 ? 1 : 0);
    some.push_back(w.variant[i] - w.baseline[i]);
  }
  std::vector<double> lucky = w.luck;
  std::sort(lucky.begin(), lucky.end());
  for (std::size_t i = 0; i < 60; ++i)
    if (w.luck[i] >= lucky[51]) few[i] = 0.25;
  EXPECT_FALSE(controls.free(yes).has_value());
  EXPECT_FALSE(controls.free(few).has_value());
  EXPECT_FALSE(controls.free(w.baseline).has_value());  // that luck has no part in
  EXPECT_TRUE(controls.free(some).has_value());
  EXPECT_FALSE(Controls{}.free(some).has_value());
  for (std::size_t i = 0; i < 11; ++i) some[i] = std::nan("");
  EXPECT_FALSE(controls.free(some).has_value());  // 49 are left
}

// As if the worlds without a figure had never been.
TEST(Controls, LeaveOutWorldsWithoutAFigure) {
  std::mt19937_64 random{5};
  LuckyWards w = lucky_wards(80, a_step, random);
  std::vector<std::vector<double>> rows;
  std::vector<double> a, b;
  for (std::size_t i = 0; i < 80; ++i)
    if (i % 8 != 3)
      rows.push_back(w.rows[i]), a.push_back(w.baseline[i]), b.push_back(w.variant[i]);
  for (std::size_t i = 3; i < 80; i += 8) w.variant[i] = std::nan("");
  const PairedDifference d = paired_difference(w.baseline, w.variant, {}, Controls{w.rows}),
                         other = paired_difference(a, b, {}, Controls{rows});
  EXPECT_EQ(d.n, 70u);
  EXPECT_NEAR(d.difference, other.difference, 1e-12);
  EXPECT_NEAR(d.standard_error, other.standard_error, 1e-12);
}

// A ward's luck stays a ward's luck: only what is known of the mean is narrower.
TEST(Controls, LeaveLuckAsItIs) {
  std::mt19937_64 random{6};
  const LuckyWards w = lucky_wards(100, a_step, random);
  const PairedDifference plain = paired_difference(w.baseline, w.variant),
                         d = paired_difference(w.baseline, w.variant, {}, Controls{w.rows});
  const auto width = [](const Interval& i) { return i.high - i.low; };
  EXPECT_NEAR(width(d.luck), width(plain.luck), 1e-12);
  EXPECT_NEAR(d.luck.low - plain.luck.low, d.difference - plain.difference, 1e-12);
  EXPECT_EQ(d.ward.low, plain.ward.low);
  EXPECT_EQ(d.baseline_mean, plain.baseline_mean);
  EXPECT_LT(width(d.monte_carlo), 0.5 * width(plain.monte_carlo));
}

// With draws they are left aside.
TEST(Controls, LeaveDrawsAlone) {
  std::mt19937_64 random{8};
  const LuckyWards w = lucky_wards(120, a_step, random);
  std::vector<std::uint32_t> draws;
  for (std::uint32_t i = 0; i < 120; ++i) draws.push_back(i / 2);
  const PairedDifference plain = paired_difference(w.baseline, w.variant, draws),
                         d = paired_difference(w.baseline, w.variant, draws, Controls{w.rows});
  EXPECT_EQ(d.difference, plain.difference);
  EXPECT_EQ(d.low, plain.low);
  EXPECT_EQ(d.high, plain.high);
  EXPECT_EQ(d.monte_carlo.low, plain.monte_carlo.low);
  EXPECT_EQ(d.variance_cut, 1);
}

// All at once: as often as said, and never narrower than alone.
TEST(Controls, HoldAllAtOnce) {
  std::mt19937_64 random{9};
  int all_hold = 0;
  double narrower = 0;
  constexpr int times = 150;
  const double truth = truth_of(a_step);
  for (int i = 0; i < times; ++i) {
    std::vector<std::vector<double>> differences(12);
    const LuckyWards w = lucky_wards(60, a_step, random);
    for (std::size_t j = 0; j < 12; ++j) {
      std::normal_distribution<double> normal;
      for (std::size_t k = 0; k < 60; ++k)
        differences[j].push_back(w.variant[k] - w.baseline[k] + 0.1 * normal(random));
    }
    const Controls controls{w.rows};
    const auto bands = simultaneous(differences, {}, controls), plain = simultaneous(differences);
    bool hold = true;
    for (std::size_t j = 0; j < 12; ++j) {
      hold = hold && bands[j].has(truth);
      const Interval alone =
          paired_difference(std::vector<double>(60, 0.0), differences[j], {}, controls).monte_carlo;
      EXPECT_LE(bands[j].low, alone.low);
      narrower += (bands[j].high - bands[j].low) / (plain[j].high - plain[j].low) / 12 / times;
    }
    all_hold += hold;
  }
  EXPECT_NEAR(all_hold, 0.95 * times, 0.055 * times);
  EXPECT_LT(narrower, 0.6);
}

}  // namespace swadaya
