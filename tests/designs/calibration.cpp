// Calibrations of real scenarios: known parameters are found again, what nothing depends on isn't.
#include "sim/designs/calibration.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "sim/jobs/run_jobs.hpp"
#include "sim/tables/calibration.hpp"
#include "sim/world/dice.hpp"
#include "tests/calibrated.hpp"
#include "tests/searched.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string ward =
    "[time]\nmonths = 24\n[world]\nrw_per_ward = 2\nrt_per_rw = 4\nhouseholds_per_rt = 40\n"
    "[programme]\ngrant = 20000\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n";

// The mean of some outcomes in twenty worlds, as targets.
std::string observations(const std::string& truth) {
  const Experiment e = experiment_from(ward + truth + "[experiment]\nreplicates = 20\nseed = 77\n");
  std::vector<Series> series(e.replicates);
  run_jobs(e, all_models(), {},
           [&](const Job& job, const std::vector<Series>& all) { series[job.replicate] = all[0]; });
  std::string text = "outcome,month,value,wards\n";
  for (const auto& [outcome, month] : std::vector<std::pair<std::string, int>>{
           {"informed", 6}, {"informed", 12}, {"recovery", 18}, {"recovery", 24}}) {
    std::vector<double> values;
    for (const Series& s : series) values.push_back(value(s, month, outcome));
    const Summary s = summary_of(values);
    text += fmt::format("{},{},{},20\n", outcome, month, s.mean);
  }
  return text;
}

const Learnt& of(const CalibrationResult& result, const std::string& key) {
  for (const Learnt& l : result.parameters)
    if (l.prior.key == key) return l;
  throw std::logic_error{key};
}

}  // namespace

TEST(Calibration, FindsTheParametersThatARunWasMadeWith) {
  file_with("seen.csv", observations("[socialization]\nq_other = 0.03\n[lending]\nnorm = 1.8\n"));
  const Experiment experiment = experiment_from(
      ward +
      "[experiment]\nreplicates = 6\nseed = 2\n[calibration]\npoints = 900\nparticles = 120\n"
      "draws = 30\nobserved = \"seen.csv\"\n[calibration.priors]\n"
      "\"socialization.q_other\" = { low = 0, high = 0.15 }\n"
      "\"lending.norm\" = { low = 0, high = 6 }\n"
      "\"costs.meeting\" = { low = 0, high = 1000 }\n");
  const CalibrationResult r = calibrated(experiment);
  const Learnt &q = of(r, "socialization.q_other"), &norm = of(r, "lending.norm"),
               &cost = of(r, "costs.meeting");
  EXPECT_LT(q.q05, 0.03);
  EXPECT_GT(q.q95, 0.03);
  EXPECT_NEAR(q.mean, 0.03, 0.01);
  EXPECT_EQ(q.pinned(), Learnt::Pinned::well);
  EXPECT_LT(norm.q05, 1.8);
  EXPECT_GT(norm.q95, 1.8);
  EXPECT_NE(norm.pinned(), Learnt::Pinned::hardly);
  // What a meeting costs moves none of these.
  EXPECT_EQ(cost.pinned(), Learnt::Pinned::hardly) << cost.narrowed;
  const std::string text = calibration_table(experiment, r);
  EXPECT_TRUE(has(text,
                  "do NOT pin, and whatever is concluded must hold over all of the prior of "
                  "costs.meeting") ||
              has(text, "NOT pin"))
      << text;
  for (const TargetFit& fit : r.fits) EXPECT_TRUE(fit.is_met()) << text;
  // The posterior predicts better than the prior.
  for (const TargetFit& fit : r.fits)
    EXPECT_LT(fit.posterior.q95 - fit.posterior.q05, fit.prior.q95 - fit.prior.q05);
}

// A world moves what is seen by 0.15. Of one ward that is what is left unknown of the parameter,
// however many worlds a point has; of a mean over four wards half as much; and over more wards than
// there are worlds, what these leave.
TEST(Calibration, IsAsSureAsTheWardsThatWereSeenAllow) {
  const auto moved = [](const Values& v, std::uint32_t world) {
    return 0.8 * number_of(v, "lending.norm") +
           0.15 * Dice{1, world}.normal({decision_key("luck")}, 0);
  };
  const auto sd_of = [&](int wards, int worlds) {
    const Experiment e = experiment_from(
        fmt::format("{}[experiment]\nreplicates = {}\nseed = 3\n[calibration]\npoints = 480\n"
                    "particles = 120\ndraws = 4\ncheck = 0\n[calibration.priors]\n"
                    "\"lending.norm\" = {{ low = 0, high = 2 }}\n[[calibration.target]]\n"
                    "outcome = \"recovery\"\nmonth = 24\nvalue = 0.8\nwards = {}\n",
                    small_ward, worlds, wards));
    const Store store = Store::open(searched_folder(e, calibration_search(e), "wards", moved));
    return calibration_result(e, store).parameters[0].sd;
  };
  EXPECT_NEAR(sd_of(1, 1), 0.15 / 0.8, 0.04);
  EXPECT_NEAR(sd_of(1, 8), 0.15 / 0.8, 0.03);
  EXPECT_NEAR(sd_of(4, 8), 0.075 / 0.8, 0.02);
  EXPECT_NEAR(sd_of(100, 4), 0.075 / 0.8, 0.02);
}

}  // namespace swadaya
