#include "sim/designs/sweep.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "tests/designed.hpp"

namespace swadaya {

namespace {

const std::string map =
    "[sweep]\n[sweep.parameters]\n\"lending.norm\" = [0, 0.5, 1]\n"
    "\"supervision.published\" = [false, true]\n";

}  // namespace

TEST(ReportSweep, AMapSaysWhichPointsCannotBeToldFromTheBest) {
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

// Between wards of different poverty luck that all worlds share doesn't cancel.
TEST(ReportSweep, PointsInDifferentWardsAreNotPaired) {
  const auto extremes_of = [](const std::string& key, const std::string& levels) {
    const Experiment e = experiment_from(
        experiment_with("[sweep.parameters]\n\"" + key + "\" = " + levels + "\n", 6));
    const Store store = Store::open(folder_with(e, "wards", [&](const Values& v, std::uint32_t r) {
      return 0.3 + 0.1 * setting(v, key) + 0.05 * r + 0.001 * (r % 2) * setting(v, key);
    }));
    return report_sweep(e, store, all_models())["all"][0]["extremes"];
  };
  const auto paired = extremes_of("lending.norm", "[0.1, 0.4]"),
             apart = extremes_of("world.poor", "[0.1, 0.4]");
  EXPECT_TRUE(paired["equals"].empty());
  EXPECT_EQ(apart["equals"], nlohmann::json{0});
  EXPECT_EQ(paired["between"][0], apart["between"][0]);
  EXPECT_LT(apart["between"][1], 0);
}

TEST(ReportSweep, OfManyPointsTheResponseIsSmoothAndTheFiguresAreOfAll) {
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

TEST(ReportSweep, PointsOfASweepThatBranchesStandWhereTheyPart) {
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

// All points share their worlds: what chance does along an axis in each of few worlds it does to
// the means, too, and in another direction in other worlds.
TEST(ReportSweep, ACorrelationThatTurnsFromWorldToWorldIsToldFromNothing) {
  const std::string line =
      "[sweep]\n[sweep.parameters]\n\"lending.norm\" = { low = 0.1, high = 0.9, steps = 9 }\n";
  const Experiment e = experiment_from(experiment_with(line));
  const auto told = [&](auto slope) {
    const Store store = Store::open(folder_with(e, "turns", [&](const Values& v, std::uint32_t r) {
      return 0.5 + slope(r) * setting(v, "lending.norm");
    }));
    return report_sweep(e, store, all_models())["all"][0]["correlations"][0];
  };
  const auto chance = told([](std::uint32_t r) { return r == 0 ? 0.2 : r == 1 ? -0.1 : 0.01; });
  EXPECT_GT(chance[1], 0.9);  // over the points alone
  EXPECT_FALSE(chance[3]);
  EXPECT_TRUE(told([](std::uint32_t r) { return 0.1 + 0.01 * r; })[3]);
}

TEST(ReportSweep, LevelsHaveTheDigitsThatTellThem) {
  const Experiment e = experiment_from(experiment_with(
      "[sweep]\n[sweep.parameters]\n\"lending.norm\" = { low = 0.1, high = 0.9, step = 0.1 }\n"
      "\"lending.tau\" = { low = 0.1, high = 0.3, steps = 4 }\n"));
  const Store store =
      Store::open(folder_with(e, "levels", [](const Values&, std::uint32_t r) { return 0.1 * r; }));
  const auto axes = report_sweep(e, store, all_models())["axes"];
  EXPECT_EQ(axes[0]["levels"][2], "0.3");
  EXPECT_EQ(axes[1]["levels"][1], "0.166667");
  for (const Variant& variant : e.variants) EXPECT_LT(variant.title.size(), 25u) << variant.title;
}

}  // namespace swadaya
