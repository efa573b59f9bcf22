#include "sim/designs/sensitivity_design.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/design.hpp"
#include "sim/tables/sensitivity.hpp"
#include "tests/stage.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

const std::string walks = std::string{small_ward} +
                          "[experiment]\nseed = 3\nreplicates = 4\noutcomes = [\"recovery\"]\n"
                          "months_shown = [12]\n[sensitivity]\nmethod = \"morris\"\nwalks = 3\n"
                          "[sensitivity.parameters]\n\"lending.norm\" = [0, 1]\n"
                          "\"groups.size\" = { low = 4, high = 7 }\n\"lending.tau\" = \"range\"\n";

double number(const Values& values, const std::string& key) {
  return std::get<double>(values.at(key));
}

}  // namespace

TEST(SensitivityDesign, WalksMoveOneParameterAtATime) {
  const Experiment e = experiment_from(walks);
  EXPECT_EQ(e.design, "morris");
  EXPECT_EQ(e.parameters, (std::vector<std::string>{"groups.size", "lending.norm", "lending.tau"}));
  ASSERT_EQ(e.variants.size(), 3u * 4u);
  for (std::size_t p = 1; p < e.variants.size(); ++p) {
    if (p % 4 == 0) continue;
    int moved = 0;
    for (const std::string& key : e.parameters)
      moved += e.variants[p].scenario.values.at(key) != e.variants[p - 1].scenario.values.at(key);
    EXPECT_EQ(moved, 1) << p;
  }
}

TEST(SensitivityDesign, ALinearOutcomeGivesItsSlopes) {
  const Experiment e = experiment_from(walks);
  // Chance that all points of a world share cancels.
  const std::string folder = folder_with(e, "linear", [](const Values& v, std::uint32_t r) {
    return 0.4 * number(v, "lending.norm") + 0.1 * number(v, "lending.tau") + 0.05 * r;
  });
  const Store store = Store::open(folder);
  const auto all = sensitivities(e, store);
  ASSERT_EQ(all.size(), 1u);
  // [0, 1] moves by a step of 2/3 from one value to the other.
  EXPECT_NEAR(all[0].morris.mean_size[1], 0.4 / (2.0 / 3), 1e-9);
  EXPECT_NEAR(all[0].morris.mean[0], 0, 1e-12);
  EXPECT_NEAR(all[0].morris.mean[2], 0.1 * (2 - 0.02), 1e-9);  // over the whole range of tau
  EXPECT_NEAR(all[0].morris.sd[2], 0, 1e-9);
  EXPECT_NEAR(all[0].noise, 0, 1e-12);
  EXPECT_NE(sensitivity_table(e, store).find("lending.norm moves recovery most"),
            std::string::npos);
  const std::string csv = sensitivity_csv(e, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "outcome,month,parameter,mu,mu_star,mu_star_low,mu_star_high,sigma,chance,noise");
}

TEST(SensitivityDesign, SobolSharesTheVarianceOut) {
  std::string toml = walks;
  toml.replace(toml.find("\"morris\"\nwalks = 3"), 18, "\"sobol\"\npoints = 256");
  const Experiment e = experiment_from(toml);
  ASSERT_EQ(e.variants.size(), 256u * 5u);
  // One parameter makes it all, the others do nothing.
  const std::string folder = folder_with(e, "sobol", [](const Values& v, std::uint32_t r) {
    return number(v, "lending.norm") + 0.01 * r;
  });
  const Store store = Store::open(folder);
  const auto all = sensitivities(e, store);
  EXPECT_NEAR(all[0].sobol.first[1].value, 1, 0.1);
  EXPECT_NEAR(all[0].sobol.total[1].value, 1, 0.1);
  EXPECT_NEAR(all[0].sobol.total[0].value, 0, 1e-9);
  const std::string answer = sensitivity_json(e, store)["sensitivities"][0]["answer"];
  EXPECT_NE(answer.find("what groups.size, lending.tau do can't be told from chance"),
            std::string::npos)
      << answer;
}

TEST(SensitivityDesign, SecondOrderSaysWhichTwoActTogether) {
  std::string toml = walks;
  toml.replace(toml.find("\"morris\"\nwalks = 3"), 18,
               "\"sobol\"\nsecond_order = true\npoints = 256");
  const Experiment e = experiment_from(toml);
  EXPECT_EQ(e.design, "sobol-second-order");
  ASSERT_EQ(e.variants.size(), 256u * 8u);
  const std::string folder = folder_with(e, "second", [](const Values& v, std::uint32_t r) {
    return number(v, "lending.norm") * number(v, "lending.tau") + 0.01 * r;
  });
  const Store store = Store::open(folder);
  const auto all = sensitivities(e, store);
  ASSERT_EQ(all[0].sobol.second.size(), 3u);
  const SecondOrder& together = all[0].sobol.second[2];
  EXPECT_EQ(e.parameters[together.a], "lending.norm");
  EXPECT_EQ(e.parameters[together.b], "lending.tau");
  // norm is 0 or 1, tau uniform on [0.02, 2]: V_xy / V with means 0.5 and 1.01.
  const double vx = 0.25, vy = 1.98 * 1.98 / 12, mx = 0.5, my = 1.01;
  EXPECT_NEAR(together.index.value, vx * vy / (vx * my * my + vy * mx * mx + vx * vy), 0.03);
  EXPECT_NE(sensitivity_table(e, store).find("1 of 3 pairs can be told to act together"),
            std::string::npos);
  EXPECT_EQ(sensitivity_json(e, store)["sensitivities"][0]["pairs"][0]["b"], "lending.tau");
  const std::string csv = sensitivity_csv(e, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "outcome,month,parameter,other,first,first_low,first_high,total,total_low,total_high,"
            "second,second_low,second_high,noise,first_chance,total_chance,second_chance");
  EXPECT_NE(csv.find("recovery,12,lending.norm,lending.tau,,,,,,,0."), std::string::npos);
  const Experiment again = experiment_from(resolved_toml(e, all_models()));
  EXPECT_EQ(again.design, e.design);
}

TEST(SensitivityDesign, ChanceWithinWorldsIsMeasured) {
  // 200 points of sd 1 whose 25 values scatter with sd 2 around them and around common worlds.
  std::vector<std::vector<double>> values;
  const Dice dice{5, 0};
  for (std::uint32_t p = 0; p < 200; ++p) {
    std::vector<double> row;
    for (std::uint32_t r = 0; r < 25; ++r)
      row.push_back(dice.normal({decision_key("point")}, p) +
                    10 * dice.normal({decision_key("world")}, r) +
                    2 * dice.normal({decision_key("both")}, 25 * p + r));
    values.push_back(row);
  }
  EXPECT_NEAR(noise_share(values), (4.0 / 25) / (1 + 4.0 / 25), 0.04);
  EXPECT_TRUE(std::isnan(noise_share({{1}, {2}})));
  // A world without the outcome says nothing, and hides nothing.
  const double share = noise_share(values);
  for (std::vector<double>& row : values) row.insert(row.begin() + 3, std::nan(""));
  EXPECT_DOUBLE_EQ(noise_share(values), share);
}

TEST(SensitivityDesign, TheResolvedFileIsTheSameExperiment) {
  const Experiment e = experiment_from(walks);
  const Experiment again = experiment_from(resolved_toml(e, all_models()));
  EXPECT_EQ(again.design, e.design);
  EXPECT_EQ(again.parameters, e.parameters);
  ASSERT_EQ(again.variants.size(), e.variants.size());
  for (std::size_t v = 0; v < e.variants.size(); ++v)
    EXPECT_EQ(again.variants[v].scenario.values, e.variants[v].scenario.values);
}

TEST(SensitivityDesign, SaysWhatIsWrong) {
  const auto wrong = [](const std::string& table) {
    return refusal(std::string{small_ward} + "[experiment]\n[sensitivity]\n" + table);
  };
  const auto wrong_design = [](const std::string& lines) {
    return refusal(std::string{small_ward} + "[experiment]\n" + lines +
                   "[[variant]]\nname = \"a\"\n");
  };
  EXPECT_NE(wrong_design("design = \"moris\"\n").find("nearest: morris"), std::string::npos);
  EXPECT_NE(wrong_design("design = \"sobol\"\nparameters = [\"lending.norm\"]\n")
                .find("variants in blocks of 3"),
            std::string::npos);
  const std::string norm = "[sensitivity.parameters]\n\"lending.norm\" = \"range\"\n";
  EXPECT_NE(
      wrong("method = \"moris\"\n" + norm).find("must be one of morris, sobol; nearest: morris"),
      std::string::npos);
  EXPECT_NE(wrong("method = \"morris\"\nwalk = 3\n" + norm).find("did you mean `walks`?"),
            std::string::npos);
  EXPECT_NE(wrong("method = \"morris\"\nwalks = 1\n" + norm).find("between 2 and"),
            std::string::npos);
  EXPECT_NE(wrong("method = \"morris\"\nsecond_order = true\n" + norm).find("walks have no second"),
            std::string::npos);
  EXPECT_NE(wrong("method = \"sobol\"\nsecond_order = 1\n" + norm).find("must be true or false"),
            std::string::npos);
  EXPECT_NE(wrong("method = \"morris\"\n").find("there is no parameter to move"),
            std::string::npos);
  EXPECT_NE(wrong("method = \"sobol\"\npoints = 90000\n" + norm).find("make 270000 points"),
            std::string::npos);
}

}  // namespace swadaya
