#include "sim/month/outcome_row.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/month/outcome.hpp"

namespace swadaya {

TEST(OutcomeRow, IsNoNumberUntilItIsSet) {
  OutcomeRow row;
  EXPECT_EQ(row.values().size(), outcomes().size());
  for (const double value : row.values()) EXPECT_TRUE(std::isnan(value));
  row.share("cohesion", 3, 4);
  row.share("capacity", 3, 0);
  row.set("recovery", 0.5);
  EXPECT_EQ(row.values()[*outcome_index("cohesion")], 0.75);
  EXPECT_TRUE(std::isnan(row.values()[*outcome_index("capacity")]));
  EXPECT_EQ(row.values()[*outcome_index("recovery")], 0.5);
  EXPECT_THROW(row.set("cohesoin", 1), std::logic_error);
}

TEST(OutcomeRow, HasNothingOfWhatHasNobody) {
  const std::vector<double> values = outcomes_of(Tally{}, ConsumptionBins{0});
  for (std::size_t o = 0; o < values.size(); ++o)
    EXPECT_EQ(std::isnan(values[o]), outcomes()[o].name != "gini") << outcomes()[o].name;
}

}  // namespace swadaya
