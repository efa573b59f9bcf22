#include "sim/base/paired.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace swadaya {

TEST(Paired, PairsBeforeItCompares) {
  const std::vector<double> a{1, 5, 9, 2}, b{2, 6.5, 10, 3.5};  // differences 1, 1.5, 1, 1.5
  const PairedDifference d = paired_difference(a, b);
  EXPECT_DOUBLE_EQ(d.difference, 1.25);
  EXPECT_NEAR(d.standard_error, 0.14433756729740643, 1e-12);
  EXPECT_NEAR(d.low, 1.25 - 3.182446305 * 0.1443375673, 1e-8);  // t with 3 degrees of freedom
  EXPECT_NEAR(d.high, 1.25 + 3.182446305 * 0.1443375673, 1e-8);
  EXPECT_TRUE(d.can_be_told_from_zero());
  EXPECT_FALSE(d.is_same());
}

// Student (1908), the additional hours of sleep of ten patients with two drugs: R's t.test(paired =
// TRUE) gives the mean 1.58 and the interval 0.7001142 to 2.4598858.
TEST(Paired, AgreesWithStudentsSleep) {
  const std::vector<double> first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
      second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const PairedDifference d = paired_difference(first, second);
  EXPECT_NEAR(d.difference, 1.58, 1e-12);
  EXPECT_NEAR(d.low, 0.7001142, 1e-7);
  EXPECT_NEAR(d.high, 2.4598858, 1e-7);
}

TEST(Paired, DropsPairsThatLackOneSide) {
  const double none = std::nan("");
  const PairedDifference d =
      paired_difference(std::vector<double>{1, none, 3, 100}, std::vector<double>{2, 50, 6, none});
  EXPECT_EQ(d.n, 2u);
  EXPECT_DOUBLE_EQ(d.baseline_mean, 2);
  EXPECT_DOUBLE_EQ(d.variant_mean, 4);
  EXPECT_DOUBLE_EQ(d.difference, 2);
}

TEST(Paired, HasNoIntervalOfOnePair) {
  const PairedDifference d = paired_difference(std::vector<double>{1}, std::vector<double>{2});
  EXPECT_EQ(d.difference, 1);
  EXPECT_TRUE(std::isnan(d.standard_error) && std::isnan(d.low) && std::isnan(d.high));
  EXPECT_FALSE(d.can_be_told_from_zero());
}

TEST(Paired, KnowsWhatIsTheSameInEveryPair) {
  const std::vector<double> x{0.1, 0.2, 0.3}, y{0.2, 0.1, 0.3};
  EXPECT_TRUE(paired_difference(x, x).is_same());
  EXPECT_FALSE(paired_difference(x, y).is_same());  // equal on average only
  EXPECT_FALSE(paired_difference(x, y).can_be_told_from_zero());
}

// Wards of which each draw has two: what a ward differs by is a mean of 3, what its draw adds
// (standard deviation `between`) and its own luck.
struct Wards {
  std::vector<double> baseline, variant;
  std::vector<std::uint32_t> draws;
};

static Wards wards_of(std::size_t draws, double between, double luck, std::uint64_t seed) {
  std::mt19937_64 random{seed};
  std::normal_distribution<double> normal;
  Wards wards;
  for (std::uint32_t d = 0; d < draws; ++d) {
    const double expected = 3 + between * normal(random);
    for (int w = 0; w < 2; ++w) {
      wards.baseline.push_back(normal(random));
      wards.variant.push_back(wards.baseline.back() + expected + luck * normal(random));
      wards.draws.push_back(d);
    }
  }
  return wards;
}

TEST(Paired, KeepsWhatIsntKnownApartFromLuckAndFromTooLittleComputing) {
  const Wards few = wards_of(100, 2, 1, 1), many = wards_of(2500, 2, 1, 2);
  const PairedDifference a = paired_difference(few.baseline, few.variant, few.draws),
                         b = paired_difference(many.baseline, many.variant, many.draws);
  const auto half = [](const Interval& i) { return (i.high - i.low) / 2; };
  EXPECT_NEAR(half(b.parameters), 1.645 * 2, 0.15);
  EXPECT_NEAR(half(b.luck), 1.645, 0.1);
  EXPECT_NEAR(half(b.ward), 1.2816 * std::hypot(2, 1), 0.1);
  // sqrt(2 * 2 + 1 / 2) / sqrt(draws)
  EXPECT_NEAR(half(b.monte_carlo), 1.96 * std::sqrt(4.5 / 2500), 0.005);
  EXPECT_NEAR(half(a.monte_carlo) / half(b.monte_carlo), 5, 0.6);
  EXPECT_NEAR(half(a.parameters) / half(b.parameters), 1, 0.2);
  EXPECT_EQ(a.low, a.parameters.low);
  EXPECT_FALSE(b.is_simulated_too_little());
  EXPECT_TRUE(b.low < 0 && !b.can_be_told_from_zero());  // though the mean is known to 0.08
}

TEST(Paired, OfParametersTakenAsKnownIsMonteCarloAlone) {
  const Wards wards = wards_of(50, 2, 1, 3);
  const PairedDifference d = paired_difference(wards.baseline, wards.variant);
  EXPECT_FALSE(d.is_over_parameters());
  EXPECT_EQ(d.low, d.monte_carlo.low);
  EXPECT_TRUE(std::isnan(d.parameters.low));
  EXPECT_LT(d.luck.low, d.monte_carlo.low);
}

// Two draws say nothing of how far apart draws lie.
TEST(Paired, OfFewDrawsIsMonteCarloAlone) {
  const Wards wards = wards_of(2, 1, 1, 4);
  const PairedDifference d = paired_difference(wards.baseline, wards.variant, wards.draws);
  EXPECT_FALSE(d.is_over_parameters());
  EXPECT_EQ(d.low, d.monte_carlo.low);
}

TEST(Paired, WarnsWhereTooLittleWasSimulated) {
  const Wards wards = wards_of(8, 0.2, 3, 5);
  EXPECT_TRUE(
      paired_difference(wards.baseline, wards.variant, wards.draws).is_simulated_too_little());
}

// Airway hyper-responsiveness before and after stem cell transplantation, 21 children, of whom one
// lost it and seven got it (Fagerland, Lydersen & Laake 2014, Statistics in Medicine 33, table II;
// Bentur and others 2009): the interval of Bonett and Price is -.508 to -.014 there, of before less
// after.
TEST(Paired, AgreesWithPublishedMatchedPairs) {
  std::vector<double> before, after;
  const auto add = [&](int n, double x, double y) {
    for (int i = 0; i < n; ++i) before.push_back(x), after.push_back(y);
  };
  add(1, 1, 1), add(1, 1, 0), add(7, 0, 1), add(12, 0, 0);
  const PairedDifference d = paired_difference(after, before);
  EXPECT_NEAR(d.low, -0.508, 0.001);
  EXPECT_NEAR(d.high, -0.014, 0.001);
  EXPECT_EQ(d.unequal, 8u);
}

// Yes or no in each ward, rarely: how often the interval of the difference holds the truth.
TEST(Paired, HoldsRareYesAndNoAsOftenAsItSays) {
  std::mt19937_64 random{6};
  for (const std::size_t n : {std::size_t{4}, std::size_t{20}, std::size_t{100}}) {
    int held = 0, of_students_t = 0, counted = 0;
    for (int i = 0; i < 3000; ++i) {
      std::bernoulli_distribution rare{0.06}, other{0.02};
      std::vector<double> a, b;
      for (std::size_t w = 0; w < n; ++w) a.push_back(rare(random)), b.push_back(other(random));
      const PairedDifference d = paired_difference(a, b);
      if (d.unequal == 0) continue;
      ++counted;
      held += d.monte_carlo.has(-0.04);
      const double half = students_t(0.975, static_cast<double>(n) - 1) * d.standard_error;
      of_students_t += d.difference - half <= -0.04 && -0.04 <= d.difference + half;
    }
    EXPECT_GT(held, 0.93 * counted) << n;
    if (n == 20) {
      EXPECT_LT(of_students_t, 0.85 * 3000);  // [0, 0] where all are equal
    }
  }
}

TEST(Paired, MarksWhatRestsOnFewUnequalPairs) {
  std::vector<double> a(50, 0.25), b = a;
  EXPECT_FALSE(paired_difference(a, b).rests_on_few());
  for (std::size_t i = 0; i < 9; ++i) b[i] += 0.01;
  EXPECT_TRUE(paired_difference(a, b).rests_on_few());
  b[9] += 0.01;
  EXPECT_FALSE(paired_difference(a, b).rests_on_few());
}

// Of 8 worlds that are equal, up to 31 % of worlds may differ: 1 - .05^(1/8).
TEST(Paired, SaysWhatEqualWorldsLeaveOpen) {
  EXPECT_NEAR(share_unseen(8), 0.3123, 5e-5);
  EXPECT_NEAR(share_unseen(100), 0.0295, 5e-5);
  EXPECT_EQ(share_unseen(0), 1);
}

}  // namespace swadaya
