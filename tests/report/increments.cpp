#include "sim/designs/increments.hpp"

#include <cmath>

#include "sim/base/paired.hpp"
#include "tests/report/made_up.hpp"

namespace swadaya {

TEST(ReportIncrements, EachPairStandsOnceAndIsWhatItsWorldsSay) {
  const MadeUpFolder folder{three_variants("three")};
  const auto comparison = report_data(folder.reported())["comparison"];
  ASSERT_EQ(comparison["pairs"].size(), 2u);  // b and c, of two outcomes at a month
  const auto& row = comparison["pairs"][0];
  const std::size_t k = *outcome_index("recovery");
  EXPECT_EQ(row[0], 1);
  EXPECT_EQ(row.back(), 2);
  EXPECT_EQ(row[1], k);
  EXPECT_EQ(row[2], 20);
  const PairedDifference d = paired_difference(folder.store.values(1, 20, k),
                                               folder.store.values(2, 20, k), folder.store.draws());
  EXPECT_NEAR(row[5], d.difference, 1e-6);
  EXPECT_NEAR(row[6], d.low, 1e-6);
  EXPECT_NEAR(row[7], d.high, 1e-6);
}

TEST(ReportIncrements, LaddersAreThoseOfTheDesign) {
  const MadeUpFolder folder{three_variants("three")};
  const auto ladders = report_increments(folder.experiment, folder.store, {0, 1, 2})["ladders"];
  const std::vector<Sample> samples = samples_of(folder.store, {20}, {0, 1, 2});
  for (const auto& row : ladders) {
    const Increments ladder = increments_from(
        row[0], packages_compared(folder.store, samples, row[2], row[1], {0, 1, 2}));
    ASSERT_EQ(row[5].size(), ladder.steps.size());
    for (std::size_t i = 0; i < ladder.steps.size(); ++i)
      EXPECT_EQ(row[5][i], ladder.steps[i].package);
    EXPECT_EQ(row[3], ladder.worth);
  }
  EXPECT_FALSE(ladders.empty());
}

}  // namespace swadaya
