// Reports of calibrations and optimisations, of made-up outcomes.
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/designs/calibration.hpp"
#include "sim/designs/optimisation.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/report.hpp"
#include "sim/tables/calibration.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

double number(const Values& values, const std::string& key) {
  return std::get<double>(values.at(key));
}

double sum(const nlohmann::json& shares) {
  double all = 0;
  for (const double share : shares) all += share;
  return all;
}

Experiment calibration() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\nseed = 3\n[calibration]\npoints = 400\nparticles = 60\n"
      "draws = 20\n[calibration.priors]\n\"lending.norm\" = { low = 0, high = 1 }\n"
      "\"lending.tau\" = { low = 0.1, high = 0.5 }\n"
      "[[calibration.target]]\nid = \"T1\"\nstatement = \"A half\"\noutcome = \"recovery\"\n"
      "month = 24\nband = [0.45, 0.55]\n"
      "[[calibration.target]]\nid = \"T2\"\noutcome = \"recovery\"\nmonth = 30\nband = [0.9, inf]\n"
      "held_out = true\n");
}

double half_of_norm(const Values& v, std::uint32_t world) {
  return number(v, "lending.norm") + 0.001 * (world % 7);
}

Experiment optimisation() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 4\nseed = 2\noutcomes = [\"recovery\"]\nmonths_shown = [30]\n"
      "[optimisation]\noutcome = \"recovery\"\nmonth = 24\nbudget = 6000\nfrontier = [0, 20000]\n"
      "candidates = 60\nfresh_worlds = 16\nrivals = 6\n"
      "[[optimisation.lever]]\nkey = \"supervision.audit_probability\"\ntitle = \"Audits\"\n"
      "low = 0\nhigh = 1\ncost = 10000\n"
      "[[optimisation.lever]]\nname = \"list\"\nset = { \"supervision.published\" = true }\n"
      "cost = 1000\n");
}

double of_audits(const Values& v, std::uint32_t world) {
  return 0.2 + 0.3 * number(v, "supervision.audit_probability") +
         0.05 * number(v, "supervision.published") + 0.01 * std::sin(1.7 * world);
}

}  // namespace

TEST(ReportSearch, OfACalibrationSaysWhatIsPinnedAndWhatIsMet) {
  const Experiment e = calibration();
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
  EXPECT_LT(r.posterior.effective_size(), 100);
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

TEST(ReportSearch, OfAnOptimisationSaysTheMixItsGainAndItsCost) {
  const Experiment e = optimisation();
  const Store store =
      Store::open(searched_folder(e, optimisation_search(e), "optimisation", of_audits));
  const auto data = report_optimisation(e, store, all_models());
  const OptimisationResult r = optimisation_result(e, store);
  EXPECT_NEAR(data["best"]["value"][0], r.best().value.difference, 1e-4);
  EXPECT_NEAR(data["best"]["value"][1], r.best().value.low, 1e-4);
  EXPECT_NEAR(data["best"]["spending"], r.best().spending, 1e-2);
  ASSERT_EQ(data["levers"].size(), 2u);
  const auto &audits = data["levers"][0], &list = data["levers"][1];
  EXPECT_EQ(audits["low"], "0");
  EXPECT_NEAR(audits["baseline_place"], r.levers[0].baseline, 1e-4);
  EXPECT_NEAR(data["best"]["mix"][0][1], r.best().mix[0], 1e-4);
  EXPECT_EQ(data["best"]["mix"][1][0], "on");
  EXPECT_FALSE(list["is_range"]);
  ASSERT_EQ(data["frontier"].size(), 3u);
  EXPECT_EQ(data["frontier"][1]["budget"], 6000);
  EXPECT_TRUE(data["frontier"][1]["is_best"]);
  EXPECT_GT(data["frontier"][2]["value"][0], data["frontier"][0]["value"][0]);
  for (const auto& other : data["others"]) EXPECT_LE(other["spending"], 6000);
  EXPECT_EQ(data["tried"].size(), r.candidates.size());
  EXPECT_EQ(data["outcomes"][0][0], *outcome_index("recovery"));
}

TEST(ReportSearch, HasSettingsAndTheModelButNoCurves) {
  const Experiment e = optimisation();
  const Store store = Store::open(searched_folder(e, optimisation_search(e), "whole", of_audits));
  const auto data = report_data({e, store, all_models(), {}, {}});
  EXPECT_EQ(data["command"], "optimise");
  EXPECT_EQ(data["designed"]["kind"], "optimisation");
  EXPECT_EQ(data["variants"].size(), 1u);
  EXPECT_FALSE(data["settings"]["rows"].empty());
  EXPECT_FALSE(data["odd"].get<std::string>().empty());
  for (const char* key : {"series", "ward", "costs", "comparison"})
    EXPECT_FALSE(data.contains(key)) << key;
}

TEST(ReportSearch, ThatHasNotEndedIsRefusedWithWhatIsMissing) {
  for (const bool calibrates : {true, false}) {
    const Experiment e = calibrates ? calibration() : optimisation();
    const Store store = Store::open(
        calibrates ? searched_folder(e, calibration_search(e), "stopped", half_of_norm, 100)
                   : searched_folder(e, optimisation_search(e), "stopped", of_audits, 50));
    Manifest manifest;
    manifest.status = "interrupted";
    try {
      report_html({e, store, all_models(), manifest, {}}, "en");
      FAIL();
    } catch (const BadInput& error) {
      const std::string text = error.what();
      EXPECT_TRUE(has(text, calibrates ? "holds a calibration that hasn't ended: 100 of the "
                                       : "holds an optimisation that hasn't ended: 50 of the "))
          << text;
      EXPECT_TRUE(has(text, "`swadaya resume " + store.folder() + "`")) << text;
    }
  }
}

TEST(ReportSearch, ThatStoppedBetweenGenerationsHasNotEndedEither) {
  // All that was begun is stored: as when it is killed before the next generation.
  const Experiment e = optimisation();
  const std::size_t own = e.variants.size() * e.replicates;
  Store store{store_of("between"), e, Existing::overwrite};
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    store.add(r, {0}, {series_of(0.5, e.variants[0].scenario.months)});
  store.load();
  EXPECT_EQ(store.finished().size(), own);
  try {
    optimisation_result(e, store);
    FAIL();
  } catch (const BadInput& error) {
    EXPECT_TRUE(has(error.what(), "hasn't ended")) << error.what();
  }
}

}  // namespace swadaya
