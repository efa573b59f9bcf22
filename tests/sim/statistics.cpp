#include "sim/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
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

TEST(Statistics, PairsBeforeItCompares) {
  const std::vector<double> a{1, 5, 9, 2}, b{2, 6.5, 10, 3.5};  // differences 1, 1.5, 1, 1.5
  const PairedDifference d = paired_difference(a, b);
  EXPECT_DOUBLE_EQ(d.difference, 1.25);
  EXPECT_NEAR(d.standard_error, 0.14433756729740643, 1e-12);
  EXPECT_NEAR(d.low, 1.25 - 3.182446305 * 0.1443375673, 1e-8);  // t with 3 degrees of freedom
  EXPECT_TRUE(d.can_be_told_from_zero());
  const std::vector<double> one{1}, other{2};
  EXPECT_FALSE(paired_difference(one, other).can_be_told_from_zero());
}

}  // namespace swadaya
