#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/designs/experiment.hpp"
#include "sim/report/parts.hpp"
#include "tests/drawn.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

// Forty draws of two parameters, each in two worlds; `b` adds to recovery what lending.norm is, and
// lending.tau nothing.
Store drawn_store(const Experiment& e) {
  return store_with_outcomes(e, "drawn", [&](std::size_t v, std::uint32_t r) {
    const double norm = std::get<double>(e.posterior.values(r).at("lending.erosion"));
    const double bit = 0.001 * ((r * 7) % 5);
    return std::map<std::string, double>{
        {"recovery", 0.2 + bit + (v == 1 ? 0.1 + 0.5 * norm + 0.002 * ((r * 3) % 4) : 0)},
        {"cost_kRp", v == 1 ? 1000.0 : 0.0}};
  });
}

Experiment drawn_experiment() {
  std::string csv = "lending.erosion,lending.tau\n";
  for (int i = 0; i < 40; ++i)
    csv += std::to_string(0.01 + 0.004 * ((i * 7) % 40)) + "," +
           std::to_string(0.2 + 0.01 * ((i * 11 + 3) % 40)) + "\n";
  Experiment e = over(csv, 80);
  e.outcomes = {"recovery"};
  e.months_shown = {24};
  return e;
}

}  // namespace

TEST(ReportTrust, SaysWhichParameterTheAnswerRestsOnAndWhichNot) {
  const Experiment e = drawn_experiment();
  const Store store = drawn_store(e);
  const auto trust = report_trust(e, store, {0, 1});
  ASSERT_EQ(trust["rests"].size(), 1u);
  const auto& rests = trust["rests"][0];
  EXPECT_EQ(rests["variant"], 1);
  EXPECT_EQ(rests["draws"], 40);
  // At what a point costs on average it is the best choice where it does more than on average.
  EXPECT_GT(rests["led"], 10);
  EXPECT_LT(rests["led"], 30);
  ASSERT_EQ(rests["parameters"].size(), 1u);
  EXPECT_EQ(rests["parameters"][0][0], "lending.erosion");
  EXPECT_GT(rests["parameters"][0][1], 0.95);
  EXPECT_TRUE(trust["facts"].empty());
}

TEST(ReportTrust, OfParametersTakenAsKnownNothingRests) {
  const Experiment e = experiment_from(std::string{small_ward} +
                                       "[experiment]\nreplicates = 2\n[[variant]]\nname = \"a\"\n"
                                       "[[variant]]\nname = \"b\"\n");
  const Store store = store_with_outcomes(
      e, "known", [](std::size_t, std::uint32_t) { return std::map<std::string, double>{}; });
  EXPECT_TRUE(report_trust(e, store, {0, 1})["rests"].empty());
}

TEST(ReportTrust, CarriesEveryFactWithItsVerdictAndWhatItIsAbout) {
  Experiment e = drawn_experiment();
  FactState fact;
  fact.fact = "S5 @144", fact.verdict = FactVerdict::fails, fact.is_hard = true;
  fact.outcomes = {"recovery", "reported_repayment"};
  fact.unit = "ratio", fact.value = 4, fact.band_low = 5, fact.band_high = HUGE_VAL;
  e.facts.all = {fact};
  const auto facts = report_trust(e, drawn_store(e), {0, 1})["facts"];
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0]["verdict"], "missed");
  EXPECT_EQ(facts[0]["outcomes"],
            (nlohmann::json{*outcome_index("recovery"), *outcome_index("reported_repayment")}));
  EXPECT_FALSE(facts[0]["share"]);
  EXPECT_TRUE(facts[0]["high"].is_null());
}

}  // namespace swadaya
