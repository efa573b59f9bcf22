#include "sim/designs/designs.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "tests/designed.hpp"

namespace swadaya {

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

TEST(ReportDesigns, HasNothingToSayOfAnExperimentWithoutADesign) {
  const Experiment e = experiment_from(small_ward);
  const Store store =
      Store::open(folder_with(e, "plain", [](const Values&, std::uint32_t) { return 0.5; }));
  EXPECT_TRUE(report_designed(e, store, all_models()).is_null());
}

}  // namespace swadaya
