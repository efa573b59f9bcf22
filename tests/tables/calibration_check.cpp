#include "sim/tables/calibration_check.hpp"

#include <nlohmann/json.hpp>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

CalibrationCheck even_and_narrow() {
  CalibrationCheck check{100, {{"lending.norm", {}}, {"groups.contact", {}}}};
  for (std::size_t i = 0; i < 50; ++i) {
    const double rank = (static_cast<double>(i) + 0.5) / 50;
    check.parameters[0].ranks.push_back(rank);
    check.parameters[1].ranks.push_back(rank < 0.5 ? rank / 10 : 1 - rank / 10);
  }
  for (ParameterCheck& parameter : check.parameters) parameter.p = evenness(parameter.ranks);
  check.parameters[0].covered = 45, check.parameters[1].covered = 2;
  for (ParameterCheck& parameter : check.parameters)
    parameter.coverage = share_interval(parameter.covered, 50);
  return check;
}

}  // namespace

TEST(CheckTable, ShowsRanksAndSaysWhichParametersFail) {
  const CalibrationCheck check = even_and_narrow();
  const std::string text = check_text(check, {});
  EXPECT_TRUE(has(text, "NOT passed: intervals of groups.contact aren't what they say.")) << text;
  EXPECT_TRUE(has(text, "45 of 50, 90 % [78, 97]")) << text;
  EXPECT_TRUE(has(text, "50 truths of the 100 asked for")) << text;
  EXPECT_TRUE(has(text, "█▁▁▁▁▁▁▁▁█")) << text;
  CalibrationCheck even = check;
  even.parameters.pop_back();
  EXPECT_TRUE(has(check_text(even, {}), "Passed: truths lie anywhere")) << check_text(even, {});
  EXPECT_EQ(check_text({}, {}), "");
  EXPECT_TRUE(has(check_text({100, {}}, {}), "Couldn't be"));
}

TEST(CheckTable, JsonAndCsvHaveTheSame) {
  const CalibrationCheck check = even_and_narrow();
  const auto json = check_json(check);
  EXPECT_EQ(json["passed"], false);
  EXPECT_EQ(json["truths"], 50);
  EXPECT_EQ(json["parameters"][0]["counts"], (std::vector<int>(10, 5)));
  EXPECT_TRUE(check_json({}).is_null());
  const std::string csv = check_csv(check);
  EXPECT_TRUE(has(csv, "parameter,truths,p,covered,coverage_low,coverage_high,below_10,")) << csv;
  EXPECT_TRUE(has(csv, ",5,5,5,5,5,5,5,5,5,5\n")) << csv;
}

}  // namespace swadaya
