#include "tests/designed.hpp"
#include "tests/report/made_up.hpp"

namespace swadaya {

TEST(Report, SaysWhichSettingsVariantsChange) {
  const MadeUpFolder folder{three_variants("three")};
  const auto data = report_data(folder.reported());
  for (const auto& row : data["settings"]["rows"])
    if (row[0] == "lending" && row[1] == "norm") {
      EXPECT_TRUE(row[7][0].is_null());
      EXPECT_EQ(row[7][1], "0.1");
      EXPECT_TRUE(row[7][2].is_null());
      return;
    }
  FAIL() << "lending.norm isn't there";
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

}  // namespace swadaya
