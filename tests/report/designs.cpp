#include "sim/tables/designs.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/designs.hpp"
#include "sim/designs/factorial.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/report/parts.hpp"
#include "tests/designed.hpp"

namespace swadaya {

namespace {

const std::string levers =
    "[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n"
    "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 1 }\n";

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

TEST(ReportDesign, HasNothingToSayOfAnExperimentWithoutADesign) {
  const Experiment e = experiment_from(small_ward);
  const Store store =
      Store::open(folder_with(e, "plain", [](const Values&, std::uint32_t) { return 0.5; }));
  EXPECT_TRUE(report_designed(e, store, all_models()).is_null());
}

}  // namespace swadaya
