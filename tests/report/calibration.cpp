#include "sim/tables/calibration.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "tests/searched.hpp"

namespace swadaya {

namespace {

double sum(const nlohmann::json& shares) {
  double all = 0;
  for (const double share : shares) all += share;
  return all;
}

}  // namespace

TEST(ReportSearch, OfACalibrationSaysWhatIsPinnedAndWhatIsMet) {
  const Experiment e = small_calibration();
  const Store store =
      Store::open(searched_folder(e, calibration_search(e), "calibration", half_of_norm));
  const auto data = report_calibration(e, store, all_models());
  const CalibrationResult r = calibration_result(e, store);
  const auto &norm = data["parameters"][0], &tau = data["parameters"][1];
  EXPECT_EQ(norm["key"], "lending.norm");
  EXPECT_EQ(norm["pinned"], 2);
  EXPECT_EQ(tau["pinned"], 0);
  EXPECT_NEAR(norm["posterior"][1], r.parameters[0].q50, 1e-5);
  EXPECT_NEAR(norm["posterior"][1], 0.5, 0.06);
  EXPECT_NEAR(norm["narrowed"], r.parameters[0].narrowed, 1e-3);
  for (const auto& p : {norm, tau}) {
    EXPECT_NEAR(sum(p["prior_shares"]), 1, 0.01);
    EXPECT_NEAR(sum(p["posterior_shares"]), 1, 0.01);
    EXPECT_NEAR(p["prior_shares"][5], 1.0 / 24, 0.002) << "the prior is uniform";
    EXPECT_EQ(p["end"], 0);
  }
  EXPECT_NEAR(data["correlations"][0][1], r.correlations[0][1], 1e-3);
  EXPECT_LT(r.posterior.independent_draws(), 100);
  EXPECT_EQ(data["effective_size"], report_number(r.posterior.independent_draws(), 3));
  EXPECT_EQ(data["targets"][0]["near"], r.fits[0].near);
  EXPECT_EQ(data["check"]["truths"], r.check.truths());
  EXPECT_EQ(data["check"]["parameters"][0]["counts"], r.check.parameters[0].counts(10));
  EXPECT_EQ(data["check"]["passed"], r.check.is_passed());
  EXPECT_EQ(data["rough"], true);
  EXPECT_TRUE(has(calibration_table(e, r), "a rough search"));
  EXPECT_EQ(data["sample"].size(), 300u);
  const auto &fitted = data["targets"][0], &apart = data["targets"][1];
  EXPECT_EQ(fitted["id"], "T1");
  EXPECT_TRUE(fitted["met"]);
  EXPECT_NEAR(fitted["posterior"][1], r.fits[0].posterior.q50, 1e-5);
  EXPECT_NEAR(fitted["prior"][0], r.fits[0].prior.q05, 1e-5);
  EXPECT_FALSE(fitted["held_out"]);
  EXPECT_TRUE(apart["held_out"]);
  EXPECT_FALSE(apart["met"]);
  EXPECT_TRUE(apart["high"].is_null());
  EXPECT_EQ(apart["variant"], "");
}

}  // namespace swadaya
