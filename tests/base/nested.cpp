#include "sim/base/nested.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

#include "sim/base/paired.hpp"

namespace swadaya {

namespace {

struct Values {
  std::vector<double> values;
  std::vector<std::uint32_t> groups;
};

// Yield of dyestuff, grams, of five preparations from each of six batches (Davies 1947, Statistical
// Methods in Research and Production, table 6.1).
Values dyestuff() {
  return {
      {1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560,
       1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445},
      {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6}};
}

// `groups` expectations with standard deviation `between`, each with `size` values around it.
Values drawn(std::size_t groups, std::size_t size, double between, double within,
             std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  Values all;
  for (std::uint32_t g = 0; g < groups; ++g) {
    const double expectation = between * normal(random);
    for (std::size_t i = 0; i < size; ++i) {
      all.values.push_back(expectation + within * normal(random));
      all.groups.push_back(g);
    }
  }
  return all;
}

}  // namespace

// lmer(Yield ~ 1 + (1 | Batch), Dyestuff) in lme4, Bates and others 2015: variances 1764 and 2451,
// mean 1527.5 with standard error 19.38.
TEST(Nested, AgreesWithTheDyestuffOfDavies) {
  const auto [values, groups] = dyestuff();
  const Nested nested{values, groups};
  EXPECT_EQ(nested.groups(), 6u);
  EXPECT_DOUBLE_EQ(nested.mean(), 1527.5);
  EXPECT_NEAR(nested.variance_between(), 1764.05, 0.005);
  EXPECT_NEAR(nested.variance_within(), 2451.25, 0.005);
  EXPECT_NEAR(nested.standard_error(), 19.3834, 0.0005);
}

TEST(Nested, OfLoneValuesIsTheirMeanAndTellsNoComponents) {
  const std::vector<double> x{3, 5, 4, 9};
  const Nested nested{x, std::vector<std::uint32_t>{0, 1, 2, 3}};
  const PairedDifference d = paired_difference(std::vector<double>(4, 0.0), x);
  EXPECT_DOUBLE_EQ(nested.standard_error(), d.standard_error);
  EXPECT_TRUE(std::isnan(nested.variance_between()));
  EXPECT_TRUE(nested.expectations().empty());
  EXPECT_TRUE(nested.within_one_group().empty());
}

TEST(Nested, LeavesOutWhatIsNoNumber) {
  const Nested nested{std::vector<double>{1, nothing, 3, 5, 7},
                      std::vector<std::uint32_t>{0, 0, 1, 1, 2}};
  EXPECT_EQ(nested.values(), 4u);
  EXPECT_EQ(nested.groups(), 3u);
  EXPECT_DOUBLE_EQ(nested.variance_within(), 2);  // of 3 and 5 alone
}

TEST(Nested, ComponentsAreUnbiasedForTwoAGroupAndUnequalGroups) {
  std::mt19937_64 random{1};
  double between = 0, within = 0;
  constexpr int times = 4000;
  for (int i = 0; i < times; ++i) {
    Values all = drawn(12, 2, 1.5, 2, random);
    all.values.pop_back(), all.groups.pop_back();  // the last group has one
    const Nested nested{all.values, all.groups};
    between += nested.variance_between() / times, within += nested.variance_within() / times;
  }
  EXPECT_NEAR(between, 2.25, 0.1);  // standard error 0.035
  EXPECT_NEAR(within, 4, 0.1);
}

// Of a further group's expectation, where what lies between groups is little, middling and nearly
// all: the interval over expectations holds nine in ten, and that of the groups' means too many.
TEST(Nested, IntervalOverExpectationsHoldsNineInTen) {
  struct Case {
    std::size_t groups, size;
    double within;
  };
  for (const Case& c : {Case{60, 2, 2}, Case{60, 2, 1}, Case{240, 2, 1}, Case{30, 4, 0.5}}) {
    std::mt19937_64 random{2};
    std::normal_distribution<double> normal;
    double held = 0, width = 0, of_means = 0;
    constexpr int times = 2000;
    for (int i = 0; i < times; ++i) {
      const Values all = drawn(c.groups, c.size, 1, c.within, random);
      const Nested nested{all.values, all.groups};
      const Interval range = range_of(nested.expectations());
      held += range.has(normal(random)) / double{times};
      width += (range.high - range.low) / 2 / times;
      of_means += std::sqrt(nested.variance_between() +
                            nested.variance_within() / static_cast<double>(c.size)) *
                  1.645 / times;
    }
    EXPECT_NEAR(held, 0.89, 0.05) << c.groups << ' ' << c.size;
    EXPECT_NEAR(width, 1.72, 0.25) << c.groups << ' ' << c.size;
    EXPECT_NEAR(of_means, 1.645 * std::hypot(1, c.within / std::sqrt(c.size)), 0.06);
  }
}

// Expectations that don't differ, and values that differ in nothing else.
TEST(Nested, SpreadIsThatOfTheExpectations) {
  const Nested same{std::vector<double>(12, 3.0),
                    std::vector<std::uint32_t>{0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5}};
  EXPECT_EQ(same.spread_between(), 0);
  EXPECT_EQ(same.expectations(), std::vector<double>(6, 3.0));
  std::mt19937_64 random{4};
  const Values known = drawn(500, 2, 1, 0, random);
  EXPECT_NEAR((Nested{known.values, known.groups}.spread_between()), 1, 0.1);
  const Values none = drawn(500, 2, 0, 1, random);
  EXPECT_LT((Nested{none.values, none.groups}.spread_between()), 0.3);
}

TEST(Nested, SpreadOfFewerThanFiveGroupsIsUnknown) {
  EXPECT_TRUE(std::isnan(Nested(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8},
                                std::vector<std::uint32_t>{0, 0, 1, 1, 2, 2, 3, 3})
                             .spread_between()));
}

TEST(Nested, ChanceWithinOneGroupIsAsWideAsItIs) {
  std::mt19937_64 random{3};
  const Values all = drawn(4000, 2, 3, 1, random);
  const Interval range = range_of(Nested{all.values, all.groups}.within_one_group());
  EXPECT_NEAR((range.high - range.low) / 2, 1.645, 0.08);
}

// Gains that are never below nothing don't look as if they were, however much of them is luck.
TEST(Nested, ChanceWithinOneGroupHasTheShapeOfAll) {
  std::mt19937_64 random{5};
  std::exponential_distribution<double> gain;
  Values all;
  for (std::uint32_t g = 0; g < 2000; ++g)
    for (int i = 0; i < 2; ++i) all.values.push_back(gain(random)), all.groups.push_back(g);
  const Interval range = range_of(Nested{all.values, all.groups}.within_one_group());
  EXPECT_NEAR(range.low, -std::log(0.95), 0.05);
  EXPECT_NEAR(range.high, -std::log(0.05), 0.2);
}

// quantile(c(15, 20, 35, 40, 50), c(.25, .5), type = 6) in R
TEST(Nested, TakesQuantilesOfTypeSix) {
  const std::vector<double> x{35, 15, 50, 20, 40};
  EXPECT_DOUBLE_EQ(quantile_of(x, 0.25), 17.5);
  EXPECT_DOUBLE_EQ(quantile_of(x, 0.5), 35);
  EXPECT_DOUBLE_EQ(quantile_of(x, 0.01), 15);  // five values reach no further
  EXPECT_TRUE(std::isnan(quantile_of({1}, 0.5)));
}

}  // namespace swadaya
