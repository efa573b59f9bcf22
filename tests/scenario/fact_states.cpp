#include "sim/scenario/fact_states.hpp"

#include "tests/facts.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

FactStates states(const std::string& csv) { return read_fact_states(file_with("facts.csv", csv)); }

std::string facts_refused(const std::string& csv) {
  return said_by([&] { states(csv); });
}

}  // namespace

TEST(FactStates, StampOutcomesThatMissAHardFact) {
  const FactStates all = states(three_facts());
  const Stamp recovery = all.stamp_of("recovery");
  EXPECT_EQ(recovery.hard, 2u);
  EXPECT_EQ(recovery.names(), "S2 @144");
  EXPECT_TRUE(all.stamp_of("poor_served").missed.empty());  // its fact is no hard one
  ASSERT_EQ(all.stamps().size(), 1u);
  EXPECT_EQ(all.stamps()[0].outcome, "recovery");
}

TEST(FactStates, OfSeveralOutcomesStampThemAll) {
  const FactStates all = states(
      fact_heading + fact_row("S5 @144", "yes", "fails", "owed_over_capital reported_repayment"));
  EXPECT_EQ(all.stamp_of("owed_over_capital").names(), "S5 @144");
  EXPECT_EQ(all.stamp_of("reported_repayment").names(), "S5 @144");
  EXPECT_EQ(all.stamp_of("recovery").names(), "");
}

// What wasn't measured is no hard fact that holds.
TEST(FactStates, CountWhatWasMeasured) {
  const FactStates all = states(
      fact_heading + fact_row("S1 @36", "yes", "fails", "recovery") +
      "S16,Loosely related,a study,apart,yes,not measured,recovery,,,,,,,60,1,small,x,0.2.0,abc\n");
  EXPECT_EQ(all.stamp_of("recovery").hard, 1u);
  EXPECT_EQ(all.all[1].verdict, FactVerdict::not_measured);
}

TEST(FactStates, AreReadBackAsTheyAreWritten) {
  std::vector<FactState> own = states(three_facts()).all;
  own[0].statement = "Half, \"or so\", is left";
  own[0].band_high = std::numeric_limits<double>::infinity();
  own[1].value = 1.0 / 3;
  const FactStates back = states(fact_states_csv(own));
  EXPECT_EQ(fact_states_csv(back.all), fact_states_csv(own));
  EXPECT_EQ(back.all[0].statement, own[0].statement);
  EXPECT_EQ(back.all[0].band_high, own[0].band_high);
  EXPECT_EQ(back.all[1].value, own[1].value);
  EXPECT_EQ(back.all[2].use, "apart");
}

TEST(FactStates, AreRefusedWithLineAndColumn) {
  const std::string row = fact_row("S1 @36", "yes", "holds", "recovery");
  for (const auto& [csv, part] : std::vector<std::pair<std::string, std::string>>{
           {fact_heading + row + fact_row("S2", "perhaps", "holds", "recovery"),
            "facts.csv:3: hard = perhaps: must be yes or no"},
           {fact_heading + fact_row("S2", "yes", "failed", "recovery"), "nearest: fails"},
           {fact_heading + fact_row("S2", "yes", "fails", "recovry"), "nearest: recovery"},
           {fact_heading + fact_row("S2", "yes", "fails", ""), "must say which outcomes"},
           {fact_heading + fact_row("S2", "yes", "fails", "recovery", "fited"), "nearest: fitted"},
           {fact_heading + row + row, "facts.csv:3: fact = S1 @36: stands twice"},
           {"fact,hard\nS1,yes\n", "verdict: is a column that is missing"},
           {"colour," + (fact_heading + ("red," + row)), "facts.csv:1: colour: is no column"}})
    EXPECT_TRUE(has(facts_refused(csv), part)) << csv << facts_refused(csv);
}

TEST(FactStates, AreOfTheSettingsTheyWereMeasuredWith) {
  const Scenario base = scenario_from(small_ward);
  const FactStates all = states(three_facts(settings_checksum(base)));
  EXPECT_TRUE(all.are_of(base));
  EXPECT_TRUE(all.are_of(scenario_from(small_ward, {"scenario.title=Another name"})));
  EXPECT_FALSE(all.are_of(scenario_from(small_ward, {"lending.norm=0.1"})));
  EXPECT_FALSE(all.are_of(scenario_from(small_ward, {"models.lending=hazard"})));
}

TEST(FactStates, AreNamedByAnExperimentBesideItsFile) {
  file_with("facts.csv", three_facts());
  const std::string file =
      file_with("e.toml", std::string{small_ward} + "[experiment]\nfacts = \"facts.csv\"\n");
  EXPECT_EQ(read_experiment(file, all_models(), {}).facts.all.size(), 3u);
  const std::string wrong =
      file_with("w.toml", std::string{small_ward} + "[experiment]\nfacts = \"none.csv\"\n");
  EXPECT_TRUE(has(said_by([&] { read_experiment(wrong, all_models(), {}); }), "none.csv"));
}

}  // namespace swadaya
