#include "sim/tables/calibration.hpp"

#include <nlohmann/json.hpp>

#include "tests/searched.hpp"

namespace swadaya {

TEST(CalibrationTable, SaysWhatIsPinnedAndWhatIsMet) {
  const Experiment e = small_calibration();
  const CalibrationResult r = calibration_result(e, calibrated_store(e, "c"));
  const std::string text = calibration_table(e, r);
  EXPECT_TRUE(has(text, "The data pin lending.norm. ")) << text;
  EXPECT_TRUE(has(text, "do NOT pin")) << text;
  EXPECT_TRUE(has(text, "1 of 1 targets that were fitted are met.")) << text;
  EXPECT_TRUE(has(text, "0 of 1 targets that were kept apart are met; not T2.")) << text;
  const auto json = calibration_json(e, r);
  EXPECT_EQ(json["parameters"][0]["verdict"], "pinned");
  EXPECT_EQ(json["parameters"][1]["verdict"], "not pinned");
  // The two parameters go their own ways: the draw nearest to their medians is near to both.
  for (const auto& p : json["parameters"])
    EXPECT_NEAR(p["nearest"].get<double>(), p["q50"].get<double>(), 0.5 * p["sd"].get<double>());
  EXPECT_TRUE(has(text, "the draw nearest to the medians: lending.norm = 0.")) << text;
  EXPECT_NEAR(json["parameters"][0]["q50"].get<double>(), 0.5, 0.06);
  EXPECT_TRUE(json["targets"][1]["high"].is_null());  // nothing bounds it
}

// Of a target that no value of the parameters gives, nothing is called pinned.
TEST(CalibrationTable, SaysFirstWhatTheModelCannotDo) {
  const auto text_of = [](const std::string& band, const char* name) {
    Experiment e = experiment_from(
        std::string{small_ward} +
        "[experiment]\nreplicates = 2\nseed = 3\n[calibration]\npoints = 200\nparticles = 40\n"
        "draws = 10\n[calibration.priors]\n\"lending.norm\" = { low = 0, high = 0.5 }\n"
        "[[calibration.target]]\nid = \"T1\"\noutcome = \"recovery\"\nmonth = 24\n" +
        band);
    const CalibrationResult r = calibration_result(e, calibrated_store(e, name));
    EXPECT_FALSE(has(calibration_json(e, r)["answer"].get<std::string>(), "pin"));
    return calibration_table(e, r);
  };
  const std::string one = text_of("band = [0.9, 0.95]\n", "missed");
  EXPECT_TRUE(has(one, "0 of 1 met: no parameters can. None of the 200 points tried comes to T1."))
      << one;
  EXPECT_FALSE(has(one, "pin")) << one;
  EXPECT_LT(one.find("no parameters can"), one.find("lending.norm")) << one;
  const std::string two = text_of(
      "band = [0.1, 0.12]\n[[calibration.target]]\nid = \"T2\"\noutcome = \"recovery\"\n"
      "month = 30\nband = [0.4, 0.42]\nweight = 100\n",
      "apart");
  EXPECT_TRUE(has(two, "met: no parameters can")) << two;
  EXPECT_TRUE(has(two, "Some come to ")) << two;
  EXPECT_FALSE(has(two, "pin")) << two;
}

}  // namespace swadaya
