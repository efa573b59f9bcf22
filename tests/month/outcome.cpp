#include "sim/month/outcome.hpp"

#include <gtest/gtest.h>

namespace swadaya {

// What a unit means is told apart by its type; people read its words, and both must agree.
TEST(Outcomes, MeanWhatTheirUnitsSay) {
  for (const OutcomeInfo& info : outcomes()) {
    EXPECT_EQ(info.is_share(), info.unit == "share") << info.name;
    EXPECT_EQ(info.type == UnitType::money, info.unit.starts_with("kRp")) << info.name;
    EXPECT_EQ(info.type == UnitType::money, info.name.ends_with("_kRp")) << info.name;
    EXPECT_EQ(info.is_a_ward, info.unit.ends_with(" a ward")) << info.name;
  }
}

// Nobody need be poor, borrow or have a loan that is due; there always are households and wards.
TEST(Outcomes, AreAlwaysDefinedOverAllHouseholdsAndWards) {
  for (const OutcomeInfo& info : outcomes()) {
    const auto over = [&](const char* whom) { return info.definition.ends_with(whom); };
    const bool everybody =
        over("over all households") || over("over households") || over("over wards");
    EXPECT_EQ(info.is_always_defined, info.is_a_ward || everybody) << info.name;
  }
}

TEST(Outcomes, ChangeForTheBetterCountsInPercentagePointsOfShares) {
  const auto good_in_one = [](const char* name) {
    return outcomes()[*outcome_index(name)].good_in_one();
  };
  EXPECT_EQ(good_in_one("participation_poor"), 100);
  EXPECT_EQ(good_in_one("exclusion_error"), -100);
  EXPECT_EQ(good_in_one("poor_served"), 1);
  EXPECT_EQ(good_in_one("cost_kRp"), -1);
}

}  // namespace swadaya
