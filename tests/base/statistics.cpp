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
