// calibration.csv and posterior.csv.
#include "sim/tables/calibration.hpp"
#include "tests/searched.hpp"

namespace swadaya {

TEST(CalibrationCsv, HasARowATargetAndADraw) {
  const Experiment e = small_calibration();
  const CalibrationResult r = calibration_result(e, calibrated_store(e, "c"));
  const std::string csv = calibration_csv(e, r);
  EXPECT_TRUE(has(csv, "\nT1,A half,")) << csv;
  EXPECT_TRUE(has(csv, ",recovery,24,0,1,,0.45,0.55,")) << csv;
  EXPECT_TRUE(has(csv, ",recovery,30,1,1,,0.9,,")) << csv;
  const std::string posterior = posterior_csv(e, r);
  EXPECT_TRUE(posterior.starts_with("weight,lending.norm,lending.tau,models.lending\n"))
      << posterior;
  EXPECT_TRUE(posterior.ends_with(",repayment-odds\n")) << posterior;
  EXPECT_EQ(std::count(posterior.begin(), posterior.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + r.posterior.points.size()));
}

}  // namespace swadaya
