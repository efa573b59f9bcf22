#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "sim/report/report.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

// Recovery is the norm to repay of its variant.
const std::string two = std::string{small_ward} +
                        "[lending]\nnorm = 0.4\n[experiment]\nreplicates = 2\n[[variant]]\nname = "
                        "\"base\"\n[[variant]]\nname = \"louder\"\nset = { "
                        "\"socialization.meetings\" = 5 }\n[[variant]]\nname = \"laxer\"\nset = { "
                        "\"lending.norm\" = 0.1 }\n";

std::string fact(const std::string& more) {
  return "[[pattern]]\nid = \"T\"\nstatement = \"s\"\nsource = \"s\"\ntarget = \"t\"\noutcome = "
         "\"recovery\"\nmonths = [12]\nweight = 1\n" +
         more + "\n";
}

nlohmann::json facts_of(const std::string& toml, const std::string& facts) {
  const Experiment experiment = experiment_from(toml);
  const std::string folder =
      folder_with(experiment, "facts", [](const Values& values, std::uint32_t) {
        return std::get<double>(values.at("lending.norm"));
      });
  const Store store = Store::open(folder);
  return report_facts(
      {experiment, store, all_models(), {}, read_patterns(file_with("facts.toml", facts))},
      {0, 1, 2});
}

}  // namespace

TEST(ReportFacts, OfTheScenarioAsItIsAreTurnedTheWayOfTheOutcome) {
  const auto all = facts_of(two, fact("band = [0.6, 0.7]\none_minus = true"));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0]["variant"], 0);
  EXPECT_NEAR(all[0]["low"], 0.3, 1e-6);
  EXPECT_NEAR(all[0]["high"], 0.4, 1e-6);
}

TEST(ReportFacts, OfAChangeStandWithTheVariantThatIsChangedSoAndNoOther) {
  const std::string band = "band = [0.3, 0.5]\n", lax = "set = { \"lending.norm\" = 0.1 }\n";
  const auto all = facts_of(two, fact(band + lax));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0]["variant"], 2);
  EXPECT_NEAR(all[0]["low"], 0.3, 1e-6);
  EXPECT_EQ(facts_of(two, fact(band + "scale = { \"lending.norm\" = 0.25 }"))[0]["variant"], 2);
  EXPECT_EQ(facts_of(two, fact(band + "scale = { \"lending.norm\" = 0.2 }")).size(), 0u);
  EXPECT_EQ(facts_of(two, fact(band + lax + "use = \"construction\"")).size(), 0u);
  // Another value, a further change, a month that wasn't run: nobody's.
  for (const std::string& more :
       {band + "set = { \"lending.norm\" = 0.2 }",
        band + "set = { \"lending.norm\" = 0.1, \"socialization.meetings\" = 5 }",
        band + "set = { \"models.lending\" = \"hazard\" }"})
    EXPECT_EQ(facts_of(two, fact(more)).size(), 0u) << more;
}

TEST(ReportFacts, OfDifferencesAndRatiosLieAroundTheBaselinesMean) {
  const std::string lax = "set = { \"lending.norm\" = 0.1 }\n";
  auto all = facts_of(two, fact("band = [-0.3, -0.1]\ncompare = \"difference\"\n" + lax));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_NEAR(all[0]["low"], 0.1, 1e-6);
  EXPECT_NEAR(all[0]["high"], 0.3, 1e-6);
  all = facts_of(two, fact("band = [0.5, 2]\ncompare = \"ratio\"\n" + lax));
  EXPECT_NEAR(all[0]["low"], 0.2, 1e-6);
  EXPECT_NEAR(all[0]["high"], 0.8, 1e-6);
  all =
      facts_of(two, fact("band = [0.1, inf]\ncompare = \"difference\"\none_minus = true\n" + lax));
  EXPECT_TRUE(all[0]["low"].is_null());
  EXPECT_NEAR(all[0]["high"], 0.3, 1e-6);
}

TEST(ReportFacts, SayWhatTheseWorldsComeToAndWhetherTheyMissIt) {
  const auto met = facts_of(two, fact("band = [0.3, 0.5]"));
  EXPECT_NEAR(met[0]["value"], 0.4, 1e-6);
  EXPECT_FALSE(met[0]["missed"]);
  const auto missed = facts_of(two, fact("band = [0.5, 0.7]"));
  EXPECT_TRUE(missed[0]["missed"]);
  EXPECT_EQ(missed[0]["use"], "apart");  // as trust.facts and fact files have it
  EXPECT_FALSE(missed[0]["hard"]);
}

}  // namespace swadaya
