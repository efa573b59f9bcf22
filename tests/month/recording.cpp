#include "sim/month/recording.hpp"

#include <cmath>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

// Households of a kind.
double count_of(const World& world, const std::vector<float>& kind) {
  double count = 0;
  for (Household h = 0; h < world.rows(); ++h) count += double{kind[h]} * double{world.occupied[h]};
  return count;
}

}  // namespace

TEST(Recording, GivesTheClosedFormsOfALognormal) {  // K28, sigma 0.6
  const Scenario s = scenario_from(
      "[time]\nmonths = 1\n[world]\nelite = 0\nsegregation = 0\npoverty_rate = 0.276102833\n",
      {"welfare.churn=0"});
  const Series series = series_of({s})[0];
  const double n = 10450;
  EXPECT_NEAR(value(series, 0, "gini"), 0.328626759, 0.01);
  EXPECT_NEAR(value(series, 0, "poverty_headcount"), 0.276102833, 4 * std::sqrt(0.276 * 0.724 / n));
  EXPECT_NEAR(value(series, 0, "poverty_gap"), 0.077451320, 0.006);
  EXPECT_NEAR(value(series, 0, "poverty_severity"), 0.031289187, 0.004);
}

TEST(Recording, PoorNearPoorAndOthersAreAllHouseholds) {
  const Scenario s = scenario_from(small_ward);
  const World world = world_of(s);
  const double all = world.households, poor = count_of(world, world.poor),
               near_poor = count_of(world, world.near_poor), others = all - poor - near_poor;
  ASSERT_GT(near_poor, 5);
  const Series series = series_of({s})[0];
  for (const int month : {0, 6, 24}) {
    const auto at = [&](const std::string& outcome) { return value(series, month, outcome); };
    for (const std::string what : {"informed", "participation"})
      EXPECT_NEAR(all * at(what),
                  poor * at(what + "_poor") + near_poor * at(what + "_near_poor") +
                      others * at(what + "_others"),
                  1e-9)
          << what << month;
    EXPECT_EQ(at("borrowers"), at("poor_served") + at("near_poor_served") + at("others_served"));
    EXPECT_LE(at("elite_served"), at("borrowers"));
  }
  EXPECT_GT(value(series, 24, "informed_near_poor"), 0);
  EXPECT_GT(value(series, 24, "others_served"), 0);
  // Heads of RT and RW know from the start, and are of the elite.
  EXPECT_GT(value(series, 0, "informed_elite"), value(series, 0, "informed_others"));
}

TEST(Recording, TheNearPoorOnTheListAreAPartOfTheInclusionError) {
  const Series series = series_of({scenario_from(small_ward)})[0];
  const double error = value(series, 24, "inclusion_error"),
               near_poor = value(series, 24, "inclusion_near_poor");
  EXPECT_GT(near_poor, 0);
  EXPECT_LE(near_poor, error);
  // A good list errs in little else.
  const Series good = series_of(
      {scenario_from(small_ward, {"models.targeting=proxy-means", "targeting.accuracy=0.999",
                                  "targeting.elite_bonus=0"})})[0];
  EXPECT_GT(value(good, 24, "inclusion_near_poor"), 0.8 * value(good, 24, "inclusion_error"));
  EXPECT_LT(near_poor, 0.8 * error);
}

TEST(Recording, TurnoutAndTheListAreSharesOfOtherOutcomes) {
  const Series series = series_of({scenario_from(small_ward)})[0];
  const auto at = [&](const std::string& outcome) { return value(series, 24, outcome); };
  EXPECT_NEAR(at("turnout") * at("informed"), at("participation"), 1e-12);
  EXPECT_GT(at("turnout"), at("participation"));
  EXPECT_NEAR(at("listed_over_poor") * at("poverty_headcount") * 240, 240 * 0.15,
              1);  // the quota of 15 %
  // In every packing the same, and something of each of these happens.
  EXPECT_GT(at("first_turn_kRp"), 0);
  EXPECT_LE(at("first_turn_kRp"), at("lent_kRp"));
  EXPECT_GT(at("women_served"), 0);
  EXPECT_LT(at("women_served"), at("borrowers"));
  EXPECT_FALSE(std::isnan(at("borrower_gain")));
}

TEST(Recording, SaysNothingOfOthersWhereSomebodysConsumptionIsUnknown) {
  const std::string households =
      file_with("households.csv", "id,c\n1,100\n2,110\n3,400\n4,\n5,115\n6,900\n");
  const Scenario s = scenario_from("[world]\nfrom = \"files\"\nhouseholds = \"" + households +
                                   "\"\npoor = 0.2\n[world.columns]\nid = \"id\"\n"
                                   "consumption = \"c\"\n[time]\nmonths = 2\n");
  const World world = world_of(s);
  EXPECT_EQ(count_of(world, world.poor), 1);
  EXPECT_EQ(count_of(world, world.near_poor), 2);  // up to 120
  const Series series = series_of({s})[0];
  EXPECT_TRUE(std::isnan(value(series, 1, "informed_others")));
  EXPECT_FALSE(std::isnan(value(series, 1, "informed_near_poor")));
}

}  // namespace swadaya
