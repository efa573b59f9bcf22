#include "sim/results/comparison.hpp"

#include <cmath>
#include <map>

#include "tests/report/made_up.hpp"

namespace swadaya {

TEST(Report, HoldsTheFiguresOfTheComparison) {
  const MadeUpFolder folder{three_variants("three")};
  const auto data = report_data(folder.reported());
  const auto compared = comparison_of(folder.store, data["comparison"]["months"]);
  const auto& rows = data["comparison"]["rows"];
  ASSERT_EQ(rows.size(), compared.size());
  std::map<std::string, int> marks;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][0], compared[i].variant);
    EXPECT_EQ(rows[i][1], compared[i].outcome);
    EXPECT_NEAR(rows[i][5], compared[i].effect.difference,
                1e-5 * std::abs(compared[i].effect.difference) + 1e-12);
    EXPECT_NEAR(rows[i][6], compared[i].effect.low,
                1e-5 * std::abs(compared[i].effect.low) + 1e-12);
    const PairedDifference& d = compared[i].effect;
    EXPECT_EQ(rows[i][11], d.is_same() ? "same" : d.rests_on_few() ? "few" : "");
    ++marks[rows[i][11]];
  }
  EXPECT_GT(marks["same"], 0);
  EXPECT_GT(marks["few"], 0);
  EXPECT_GT(marks[""], 0);
  EXPECT_NEAR(data["comparison"]["unseen"], 1 - std::pow(0.05, 1.0 / worlds), 1e-6);
  EXPECT_EQ(data["comparison"]["best"][0]["variant"], 2);
  EXPECT_EQ(data["outcome"], *outcome_index("recovery"));
}

TEST(Report, ShowsOfManyPointsTheLowestTheMiddleAndTheHighest) {
  const MadeUpFolder folder{
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\noutcomes = [\"recovery\"]\nmonths_shown = [20]\n"
      "[sweep]\n[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 21 }\n"};
  const auto data = report_data(folder.reported());
  std::vector<std::string> names;
  for (const auto& variant : data["variants"]) names.push_back(variant["name"]);
  EXPECT_EQ(names, (std::vector<std::string>{"p1", "p6", "p11", "p16", "p21"}));
  EXPECT_FALSE(data["has_baseline"]);
  EXPECT_FALSE(data.contains("comparison"));
}

TEST(Report, NumbersHaveTheDigitsThatCount) {
  EXPECT_EQ(report_number(0.123456789).dump(), "0.123457");
  EXPECT_EQ(report_number(0.123456789, 2).dump(), "0.12");
  EXPECT_EQ(report_number(12.0).dump(), "12");
  EXPECT_EQ(report_number(1234567.0).dump(), "1234570");
  EXPECT_TRUE(report_number(std::nan("")).is_null());
  EXPECT_TRUE(report_number(HUGE_VAL).is_null());
}

TEST(Report, TellsOfTheLastMonthsWhereTablesWouldBeMany) {
  Experiment e = experiment_from(small_ward);
  e.outcomes.assign(16, "recovery");
  e.months_shown = {6, 12, 18, 24, 30};
  EXPECT_EQ(report_months(e), (std::vector<int>{18, 24, 30}));
  e.outcomes.assign(100, "recovery");
  EXPECT_EQ(report_months(e), std::vector<int>{30});
  e.outcomes = {"recovery"};
  EXPECT_EQ(report_months(e).size(), 5u);
}

TEST(Report, OpensWithWhatTheProgrammeIsFor) {
  Experiment e = experiment_from(small_ward);
  e.outcomes = {"informed", "poor_served", "recovery"};
  EXPECT_EQ(report_outcome(e), *outcome_index("recovery"));
  e.outcomes = {"informed", "participation"};
  EXPECT_EQ(report_outcome(e), *outcome_index("informed"));
}

}  // namespace swadaya
