#include "sim/tables/sweep.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/designed.hpp"

namespace swadaya {

TEST(SweepTable, OfFewPointsEachStandsWithItsInterval) {
  const Experiment e =
      experiment_from(experiment_with("[sweep.parameters]\n\"lending.norm\" = [0.2, 0.5]\n"));
  const Store store = Store::open(folder_with(e, "few", [](const Values& v, std::uint32_t r) {
    return setting(v, "lending.norm") + 0.01 * r;
  }));
  const std::string text = sweep_table(e, store);
  // 0.2, 0.21, 0.22: mean 0.21, t(2) 4.303 x 0.01 / sqrt(3)
  EXPECT_TRUE(has(text, "21.0 % [18.5, 23.5]")) << text;
  EXPECT_TRUE(has(text, "51.0 % [48.5, 53.5]")) << text;
  EXPECT_EQ(sweep_json(e, store)["rank_correlations"][0]["by_parameter"][0], 1);
}

TEST(SweepTable, OfManyPointsParametersAreRanked) {
  const Experiment e = experiment_from(
      experiment_with("[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 10 }\n"
                      "\"lending.tau\" = { low = 0.1, high = 0.5, steps = 5 }\n",
                      1));
  const Store store = Store::open(folder_with(e, "many", [](const Values& v, std::uint32_t) {
    return 1 - std::pow(setting(v, "lending.norm"), 3);
  }));
  const std::string text = sweep_table(e, store);
  EXPECT_TRUE(has(text, "lending.norm    -1.00")) << text;
  EXPECT_TRUE(has(text, "lowest mean      0.00 %")) << text;
  EXPECT_TRUE(has(text, "over 50 points")) << text;
  const auto by = sweep_json(e, store)["rank_correlations"][0]["by_parameter"];
  EXPECT_NEAR(by[0].get<double>(), -1, 1e-12);
  EXPECT_NEAR(by[1].get<double>(), 0, 1e-12);
}

// Two worlds: Student's t with one degree of freedom would go from -290 to 470 %.
TEST(SweepTable, IntervalsOfSharesEndAtNothingAndAtAll) {
  const Experiment e =
      experiment_from(experiment_with("[sweep.parameters]\n\"lending.norm\" = [0.2, 0.5]\n", 2));
  const Store store = Store::open(
      folder_with(e, "two", [](const Values&, std::uint32_t r) { return r == 0 ? 0.6 : 1.0; }));
  const std::string text = sweep_table(e, store);
  EXPECT_TRUE(has(text, "80.0 % [0.0, 100.0]")) << text;
  EXPECT_TRUE(has(sweep_csv(e, store, all_models()), ",recovery,12,2,0.8,0.2828427125,0,1\n"));
}

TEST(SweepTable, ParametersDoNotCorrelateWithRounding) {
  const Experiment e = experiment_from(
      experiment_with("[sweep.parameters]\n\"lending.norm\" = { low = 0, high = 1, steps = 10 }\n"
                      "\"lending.tau\" = { low = 0.1, high = 0.5, steps = 5 }\n",
                      1));
  const Store store = Store::open(folder_with(e, "rounding", [](const Values& v, std::uint32_t) {
    return setting(v, "lending.norm") > 0.5 ? 0.1 + 0.2 : 0.3;
  }));
  const std::string text = sweep_table(e, store);
  EXPECT_TRUE(has(text, "lending.norm   constant")) << text;
  EXPECT_TRUE(sweep_json(e, store)["rank_correlations"][0]["by_parameter"][0].is_null());
}

}  // namespace swadaya
