#include "sim/results/comparison.hpp"
#include "tests/report/made_up.hpp"

namespace swadaya {

TEST(Report, PacksCurvesSoThatTheyCanBeTakenApart) {
  const MadeUpFolder folder{three_variants("three")};
  const auto data = report_data(folder.reported());
  const std::size_t k = *outcome_index("recovery");
  const double step = data["series"]["steps"][k];
  const auto& months = data["series"]["months"];
  const auto& mean = data["series"]["fans"][1][k][2];
  const Sample sample = folder.store.sample(1);
  EXPECT_TRUE(mean[0].is_null());
  double now = 0;
  for (std::size_t i = 1; i < months.size(); ++i) {
    now += mean[i].get<double>() * step / 10;
    EXPECT_NEAR(now, summary_of(sample.values(months[i], k)).mean, step / 10);
  }
}

TEST(Report, SummariesAreOfTheMonthsShown) {
  const MadeUpFolder folder{three_variants("three")};
  const auto series = report_series(folder.experiment, folder.store, {0, 2});
  std::size_t recoveries = 0;
  for (const auto& row : series["summaries"]) {
    EXPECT_EQ(row[2], 20);
    if (row[1] != *outcome_index("recovery")) continue;
    ++recoveries;
    EXPECT_EQ(row[3], worlds);
    // 0.1 + v / 10 + .02, and .015 (v + 1) for the worlds
    const int v = row[0] == 1 ? 2 : 0;
    EXPECT_NEAR(row[4].get<double>(), 0.12 + 0.1 * v + 0.015 * (v + 1), 1e-6);
  }
  EXPECT_EQ(recoveries, 2u);
}

}  // namespace swadaya
