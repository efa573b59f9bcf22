#include <cmath>

#include "tests/report/made_up.hpp"

namespace swadaya {

TEST(ReportCosts, CloudsAreDifferencesFromTheBaselineInPoints) {
  const MadeUpFolder folder{three_variants("three")};
  const auto costs = report_costs(folder.experiment, folder.store);
  ASSERT_EQ(costs.size(), 2u);  // outcomes at a month
  const auto& recovery = costs[0];
  EXPECT_EQ(recovery["outcome"], *outcome_index("recovery"));
  EXPECT_TRUE(recovery["cloud"][0].empty());  // the baseline
  ASSERT_EQ(recovery["cloud"][1].size(), worlds);
  for (std::uint32_t w = 0; w < worlds; ++w)
    EXPECT_NEAR(recovery["cloud"][1][w][0].get<double>(), 100 * (0.1 + 0.01 * w), 1e-3);
}

// Served 0.01 k a ward and more by variant, at costs that rise alike: a's figures stand at both
// ends.
TEST(ReportCosts, SaysOverWhatAndHowSure) {
  const MadeUpFolder folder{three_variants("three")};
  const auto costs = report_costs(folder.experiment, folder.store);
  for (const auto& one : costs) {
    EXPECT_EQ(one["over"], "simulation");
    EXPECT_EQ(one["cases"], worlds);
    ASSERT_EQ(one["options"].size(), 3u);
    double last = -1;
    for (const auto& at : one["marks"]) {
      const double price = one["curve"][at.get<std::size_t>()][0];
      EXPECT_GT(price, last);
      last = price;
      EXPECT_TRUE(one["curve"][at.get<std::size_t>()][2].is_null());  // nothing to learn
    }
    for (const auto& option : one["options"]) {
      ASSERT_EQ(option.size(), 13u);
      EXPECT_EQ(option[4].is_null(), option[3].is_null());  // an interval to each ratio
      EXPECT_EQ(option[7].is_null(), option[2] != 0);       // a range of prices on the frontier
      EXPECT_TRUE(option[6].is_null());
    }
  }
}

TEST(ReportCosts, SaysWhichVariantIsTheSame) {
  const std::string twins =
      std::string{small_ward} +
      "[experiment]\nreplicates = 4\noutcomes = [\"recovery\"]\nmonths_shown = [20]\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n[[variant]]\nname = \"c\"\n";
  const Experiment e = experiment_from(twins);
  const std::string folder =
      std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/twins";
  Store store{folder, e, Existing::overwrite};
  for (std::uint32_t w = 0; w < 4; ++w)
    store.add(w, {0, 1, 2}, {made_up(0, w, 24), made_up(1, w, 24), made_up(0, w, 24)});
  store.load();
  const auto costs = report_costs(e, store);
  EXPECT_EQ(costs[0]["options"][2][6], 0);
  EXPECT_TRUE(costs[0]["options"][1][6].is_null());
  EXPECT_EQ(costs[0]["options"][2][3], costs[0]["options"][0][3]);
}

TEST(ReportCosts, ABudgetHasTheOptionsOfTheFrontierCaseByCase) {
  const MadeUpFolder folder{three_variants("three")};
  const auto one = report_costs(folder.experiment, folder.store)[0];
  const auto& budget = one["budget"];
  ASSERT_FALSE(budget["options"].empty());
  EXPECT_EQ(budget["options"][0], 0);
  for (const auto& option : budget["options"])
    EXPECT_TRUE(option == 0 || one["options"][option.get<std::size_t>()][5] > 0);
  for (std::size_t i = 0; i < budget["options"].size(); ++i) {
    EXPECT_LE(budget["effects"][i].size(), 100u);
    EXPECT_GE(budget["effects"][i].size(), 50u);
    ASSERT_EQ(budget["costs"][i].size(), budget["effects"][i].size());
    double sum = 0;
    for (const auto& x : budget["effects"][i]) sum += x.get<double>();
    const auto option = budget["options"][i].get<std::size_t>();
    EXPECT_NEAR(sum / static_cast<double>(budget["effects"][i].size()),
                one["options"][option][0].get<double>() - one["options"][0][0].get<double>(), 1);
  }
  for (const auto& x : budget["effects"][0]) EXPECT_EQ(x, 0);
}

}  // namespace swadaya
