#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/sensitivity_design.hpp"
#include "sim/report/parts.hpp"
#include "tests/designed.hpp"

namespace swadaya {

TEST(ReportSensitivity, MorrisGreysWhatChanceAloneMakes) {
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

}  // namespace swadaya
