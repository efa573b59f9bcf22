#include "sim/tables/design.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/designed.hpp"

namespace swadaya {

TEST(DesignTable, AFactorialSaysWhatToMendFirst) {
  const Experiment e = experiment_from(experiment_with(
      "[[factorial.lever]]\nname = \"a\"\ntitle = \"Audits\"\nset = { \"lending.norm\" = 1 }\n"
      "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 1 }\n"));
  const Store store = Store::open(folder_with(e, "f", [](const Values& v, std::uint32_t r) {
    const bool a = setting(v, "lending.norm") == 1, b = setting(v, "lending.tau") == 1;
    return 0.3 * a + 0.1 * b + 0.1 * (a && b) + 0.001 * r * a;
  }));
  const std::string text = factorial_table(e, store);
  EXPECT_TRUE(has(text, "Month 12, recovery")) << text;
  // Shapley: 30.1 + 5, and 10 + 5.
  EXPECT_TRUE(has(text, "Mend Audits first: +35.1 points [+34.9, +35.3] of recovery")) << text;
  EXPECT_TRUE(has(text, "It leads b for certain.")) << text;
  EXPECT_TRUE(has(text, "Audits and b reinforce each other by +10.0 points")) << text;
  EXPECT_LT(text.find("Audits  "), text.find("\nb  ")) << text;
  const auto json = factorial_json(e, store)["effects"][0];
  EXPECT_EQ(json["levers"][0]["lever"], "a");
  EXPECT_NEAR(json["whole"]["effect"].get<double>(), 0.501, 1e-9);
  EXPECT_NEAR(json["levers"][0]["share"]["effect"].get<double>() +
                  json["levers"][1]["share"]["effect"].get<double>(),
              0.501, 1e-9);
}

TEST(DesignTable, OfFewPointsEachStandsWithItsInterval) {
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

TEST(DesignTable, OfManyPointsParametersAreRanked) {
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

}  // namespace swadaya
