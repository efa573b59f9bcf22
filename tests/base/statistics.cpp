#include "sim/base/statistics.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace swadaya {

TEST(Statistics, SummarisesWhatIsFinite) {
  const std::vector<double> x{4, std::nan(""), 1, 3, 2};
  const Summary s = summary_of(x);
  EXPECT_EQ(s.n, 4u);
  EXPECT_DOUBLE_EQ(s.mean, 2.5);
  EXPECT_NEAR(s.sd, 1.2909944487, 1e-9);
  EXPECT_DOUBLE_EQ(s.q25, 1.75);
  EXPECT_DOUBLE_EQ(s.q50, 2.5);
}

// quantile(c(15, 20, 35, 40, 50), c(.05, .25, .5, .75, .95), type = 7) in R
TEST(Statistics, TakesQuantilesOfTypeSeven) {
  const std::vector<double> x{35, 15, 50, 20, 40};
  const Summary s = summary_of(x);
  EXPECT_DOUBLE_EQ(s.q05, 16);
  EXPECT_DOUBLE_EQ(s.q25, 20);
  EXPECT_DOUBLE_EQ(s.q50, 35);
  EXPECT_DOUBLE_EQ(s.q75, 40);
  EXPECT_DOUBLE_EQ(s.q95, 48);
}

TEST(Statistics, HasNoSpreadOfOneValueAndNoMeanOfNone) {
  const Summary one = summary_of(std::vector<double>{3});
  EXPECT_EQ(one.mean, 3);
  EXPECT_EQ(one.q95, 3);
  EXPECT_TRUE(std::isnan(one.sd));
  const Summary none = summary_of(std::vector<double>{std::nan("")});
  EXPECT_EQ(none.n, 0u);
  EXPECT_TRUE(std::isnan(none.mean) && std::isnan(none.q50));
}

TEST(Statistics, PairsBeforeItCompares) {
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
TEST(Statistics, AgreesWithStudentsSleep) {
  const std::vector<double> first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
      second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const PairedDifference d = paired_difference(first, second);
  EXPECT_NEAR(d.difference, 1.58, 1e-12);
  EXPECT_NEAR(d.low, 0.7001142, 1e-7);
  EXPECT_NEAR(d.high, 2.4598858, 1e-7);
}

TEST(Statistics, DropsPairsThatLackOneSide) {
  const double none = std::nan("");
  const PairedDifference d =
      paired_difference(std::vector<double>{1, none, 3, 100}, std::vector<double>{2, 50, 6, none});
  EXPECT_EQ(d.n, 2u);
  EXPECT_DOUBLE_EQ(d.baseline_mean, 2);
  EXPECT_DOUBLE_EQ(d.variant_mean, 4);
  EXPECT_DOUBLE_EQ(d.difference, 2);
}

TEST(Statistics, HasNoIntervalOfOnePair) {
  const PairedDifference d = paired_difference(std::vector<double>{1}, std::vector<double>{2});
  EXPECT_EQ(d.difference, 1);
  EXPECT_TRUE(std::isnan(d.standard_error) && std::isnan(d.low) && std::isnan(d.high));
  EXPECT_FALSE(d.can_be_told_from_zero());
}

TEST(Statistics, KnowsWhatIsTheSameInEveryPair) {
  const std::vector<double> x{0.1, 0.2, 0.3}, y{0.2, 0.1, 0.3};
  EXPECT_TRUE(paired_difference(x, x).is_same());
  EXPECT_FALSE(paired_difference(x, y).is_same());  // equal on average only
  EXPECT_FALSE(paired_difference(x, y).can_be_told_from_zero());
}

TEST(Statistics, EqualsShareTheMeanOfTheirRanks) {
  EXPECT_EQ(midranks_of({10, 30, 20, 20, 5}), (std::vector<double>{2, 5, 3.5, 3.5, 1}));
  EXPECT_TRUE(midranks_of({}).empty());
}

// Anscombe's first set (1973): 0.816.
TEST(Statistics, HasAnscombesCorrelation) {
  const std::vector<double> x{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
      y{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
  EXPECT_NEAR(correlation(x, y), 0.81642, 1e-5);
  EXPECT_NEAR(correlation(x, x), 1, 1e-12);
  EXPECT_TRUE(std::isnan(correlation({1, 2}, {3, 3})));
}

TEST(Statistics, ASampleHasItsValuesByMonthAndOutcome) {
  Sample sample{{12, 24}, 2, 3};
  sample.set(24, 1, 2, 7);
  sample.set(12, 0, 0, 5);
  ASSERT_EQ(sample.values(24, 1).size(), 3u);
  EXPECT_EQ(sample.values(24, 1)[2], 7);
  EXPECT_TRUE(std::isnan(sample.values(24, 1)[0]));
  EXPECT_EQ(sample.values(12, 0)[0], 5);
  EXPECT_TRUE(sample.values(13, 0).empty());
}

// Tables of Student's t.
TEST(Statistics, KnowStudentsT) {
  EXPECT_NEAR(students_t(0.975, 1), 12.7062, 1e-4);
  EXPECT_NEAR(students_t(0.95, 10), 1.81246, 1e-5);
  EXPECT_NEAR(students_t(0.05, 10), -1.81246, 1e-5);
  EXPECT_NEAR(students_t(0.95, 1e9), 1.644854, 1e-6);
}

}  // namespace swadaya
