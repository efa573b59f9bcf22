#include "sim/tables/designs.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/designs.hpp"
#include "sim/designs/factorial.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/report/parts.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

std::string experiment_with(const std::string& design, int replicates = 3) {
  return std::string{small_ward} + "[experiment]\nreplicates = " + std::to_string(replicates) +
         "\noutcomes = [\"recovery\"]\nmonths_shown = [12]\n" + design;
}

double setting(const Values& values, const std::string& key) {
  return std::get<double>(values.at(key));
}

const std::string levers =
    "[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n"
    "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 1 }\n";

const std::string map =
    "[sweep]\n[sweep.parameters]\n\"lending.norm\" = [0, 0.5, 1]\n"
    "\"supervision.published\" = [false, true]\n";

}  // namespace

// Whoever adds a design and forgets the report hears of it here.
TEST(ReportDesigns, EachHaveAPart) {
  Experiment experiment;
  experiment.variants.resize(2);
  EXPECT_TRUE(has_curves(experiment));
  for (const std::string& name : design_names()) {
    experiment.design = name;
    EXPECT_NO_THROW(has_curves(experiment)) << name;
  }
}

TEST(ReportDesign, AFactorialHasTheFiguresOfItsEffects) {
  const Experiment e = experiment_from(experiment_with(levers));
  const Store store = Store::open(folder_with(e, "factorial", [](const Values& v, std::uint32_t r) {
    const bool a = setting(v, "lending.norm") == 1, b = setting(v, "lending.tau") == 1;
    return 0.1 * a + 0.3 * b + 0.05 * (a && b) + 0.01 * r * b;
  }));
  const auto one = report_factorial(e, store, all_models())["all"][0];
  const FactorialEffects effects = factorial_effects(store, 12, *outcome_index("recovery"));
  EXPECT_EQ(one["ranking"], (nlohmann::json{1, 0}));
  EXPECT_NEAR(one["levers"][1]["share"][0], effects.levers[1].share.difference, 1e-6);
  EXPECT_NEAR(one["levers"][1]["share"][1], effects.levers[1].share.low, 1e-6);
  EXPECT_NEAR(one["levers"][0]["alone"][0], 0.1, 1e-6);
  EXPECT_NEAR(one["interactions"][0][2][0], 0.05, 1e-6);
  EXPECT_NEAR(one["whole"][0], 0.46, 1e-6);
  EXPECT_TRUE(one["levers"][1]["better"]);
}

TEST(ReportDesign, AMapSaysWhichPointsCannotBeToldFromTheBest) {
  const Experiment e = experiment_from(experiment_with(map));
  // Being published does nothing but chance.
  const Store store = Store::open(folder_with(e, "map", [](const Values& v, std::uint32_t r) {
    return 0.5 * setting(v, "lending.norm") +
           0.001 * (r == 1) * setting(v, "supervision.published") + 0.1 * r;
  }));
  const auto data = report_sweep(e, store, all_models());
  EXPECT_TRUE(data["is_map"]);
  EXPECT_EQ(data["axes"][1]["levels"], (nlohmann::json{"false", "true"}));
  EXPECT_FALSE(data["axes"][1]["is_number"]);
  const auto& one = data["all"][0];
  EXPECT_EQ(one["extremes"]["best"], 5);
  EXPECT_EQ(one["extremes"]["equals"], nlohmann::json{4});
  EXPECT_NEAR(one["extremes"]["between"][0], 0.5 + 0.001 / 3, 1e-5);
  // Over both values of the other, world by world: 0.05, 0.15, 0.25 and a bit.
  ASSERT_EQ(one["responses"][0].size(), 3u);
  EXPECT_NEAR(one["responses"][0][2][1], 0.6 + 0.0005 / 3, 1e-5);
  EXPECT_NEAR(one["correlations"][0][0],
              rank_correlations(e, {"lending.norm"},
                                [&] {
                                  std::vector<double> means;
                                  for (const auto& mean : one["means"]) means.push_back(mean[0]);
                                  return means;
                                }())[0],
              1e-5);
}

TEST(ReportDesign, OfManyPointsTheResponseIsSmoothAndTheFiguresAreOfAll) {
  const Experiment e = experiment_from(experiment_with(
      "[sweep]\ndesign = \"sobol\"\npoints = 2200\n[sweep.parameters]\n"
      "\"lending.norm\" = { low = 0, high = 1 }\n\"lending.tau\" = { low = 0.1, high = 1 }\n",
      1));
  const Store store = Store::open(folder_with(e, "cloud", [](const Values& v, std::uint32_t) {
    return 0.3 + 0.5 * setting(v, "lending.norm");
  }));
  const auto data = report_sweep(e, store, all_models());
  EXPECT_FALSE(data["is_map"]);
  EXPECT_LT(data["points"].size(), 2100u);
  const auto& one = data["all"][0];
  EXPECT_EQ(one["means"].size(), data["points"].size());
  ASSERT_EQ(one["responses"][0].size(), 41u);
  EXPECT_NEAR(one["responses"][0][20][1], 0.55, 0.01);
  EXPECT_GT(one["correlations"][0][1], 0.99);
  EXPECT_LT(one["correlations"][1][1], 0);
  EXPECT_GT(one["correlations"][1][2], 0);
}

TEST(ReportDesign, MorrisGreysWhatChanceAloneMakes) {
  const Experiment e = experiment_from(experiment_with(
      "[sensitivity]\nmethod = \"morris\"\nwalks = 8\n[sensitivity.parameters]\n"
      "\"lending.norm\" = { low = 0, high = 1 }\n\"lending.tau\" = { low = 0.1, high = 1 }\n",
      5));
  const Store store = Store::open(folder_with(e, "chance", [](const Values& v, std::uint32_t r) {
    // As good as chance in tau, world and place.
    return setting(v, "lending.norm") +
           0.1 *
               std::sin(1e4 * (setting(v, "lending.tau") + setting(v, "lending.norm")) + 77.0 * r);
  }));
  const auto data = report_sensitivity(e, store, all_models());
  EXPECT_EQ(data["kind"], "morris");
  const auto& one = data["all"][0];
  EXPECT_EQ(one["ranking"], (nlohmann::json{0, 1}));
  EXPECT_TRUE(one["parameters"][0]["told"]);
  EXPECT_FALSE(one["parameters"][1]["told"]);
  EXPECT_NEAR(one["parameters"][1]["size"][0], one["parameters"][1]["chance"], 0.06);
  EXPECT_NEAR(one["parameters"][0]["size"][0], sensitivities(e, store)[0].morris.mean_size[0],
              1e-5);
}

TEST(ReportDesign, OfPointsOverManyParametersTheSettingsAreWhatIsMovedOver) {
  const Experiment e = experiment_from(experiment_with(
      "[sensitivity]\nmethod = \"morris\"\nwalks = 8\n[sensitivity.parameters]\n"
      "\"lending.norm\" = { low = 0, high = 1 }\n\"lending.tau\" = { low = 0.1, high = 1 }\n"));
  std::size_t found = 0;
  const auto settings = report_settings(e, all_models(), {0});
  for (const auto& row : settings["rows"]) {
    if (row[0] != "lending" || (row[1] != "norm" && row[1] != "tau")) continue;
    ++found;
    EXPECT_EQ(row[2], row[1] == "norm" ? "0 to 1" : "0.1 to 1");
    EXPECT_TRUE(row[7].empty()) << "no point's own value";
  }
  EXPECT_EQ(found, 2u);
}

TEST(ReportDesign, PointsOfASweepThatBranchesStandWhereTheyPart) {
  Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\nbranch_at = 6\noutcomes = [\"recovery\"]\nmonths_shown = [12]\n"
      "[sweep]\n[sweep.parameters]\n\"lending.norm\" = [0, 0.5, 1]\n");
  const Store store =
      Store::open(folder_with(e, "branch", [](const Values&, std::uint32_t r) { return 0.1 * r; }));
  const auto data = report_sweep(e, store, all_models());
  ASSERT_EQ(data["points"].size(), 3u);
  for (std::size_t v = 0; v < 3; ++v)
    EXPECT_NEAR(data["points"][v][1][0], 0.5 * static_cast<double>(v), 1e-12);
}

TEST(ReportDesign, HasNothingToSayOfAnExperimentWithoutADesign) {
  const Experiment e = experiment_from(small_ward);
  const Store store =
      Store::open(folder_with(e, "plain", [](const Values&, std::uint32_t) { return 0.5; }));
  EXPECT_TRUE(report_designed(e, store, all_models()).is_null());
}

}  // namespace swadaya
