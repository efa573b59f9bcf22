#include "sim/explorer/live.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

ExploreRequest request_of(std::uint32_t replicates) {
  ExploreRequest request;
  request.experiment.replicates = replicates;
  request.experiment.outcomes = {"recovery"};
  request.experiment.variants.resize(2);
  request.experiment.variants[0].scenario.months = 3;
  return request;
}

}  // namespace

TEST(LiveCurves, CountWorldsThatBothSidesHave) {
  LiveCurves curves{request_of(4)};
  curves.add(0, 2, series_of(0.5, 3));
  curves.add(0, 0, series_of(0.25, 3));
  EXPECT_EQ(curves.worlds(), 0u);
  curves.add(1, 2, series_of(0.75, 3));
  EXPECT_EQ(curves.worlds(), 1u);
  const nlohmann::json json = curves.json();
  EXPECT_EQ(json["of"], 4);
  EXPECT_EQ(json["months"], 3);
  const nlohmann::json& recovery = json["outcomes"]["recovery"];
  EXPECT_EQ(recovery["baseline"]["mean"], nlohmann::json({0.5, 0.5, 0.5, 0.5}));  // not .375
  EXPECT_EQ(recovery["changed"]["mean"][3], 0.75);
  EXPECT_EQ(recovery["difference"]["mean"][3], 0.25);
  EXPECT_TRUE(recovery["difference"]["low"][3].is_null());  // of one world
}

TEST(LiveCurves, DifferencesArePairedByWorld) {
  LiveCurves curves{request_of(2)};
  for (const std::uint32_t r : {0u, 1u}) {
    curves.add(0, r, series_of(0.1 + 0.5 * r, 3));
    curves.add(1, 1 - r, series_of(0.2 + 0.5 * (1 - r), 3));
  }
  const nlohmann::json difference = curves.json()["outcomes"]["recovery"]["difference"];
  EXPECT_NEAR(difference["low"][1].get<double>(), 0.1, 1e-9);
  EXPECT_NEAR(difference["high"][1].get<double>(), 0.1, 1e-9);
  EXPECT_EQ(difference["paired"], true);
}

// By Welch: each side's mean is known to 0.025 with one degree of freedom, so that 2 are left.
TEST(LiveCurves, DifferencesOfDifferentWardsAreOfTwoMeans) {
  ExploreRequest request = request_of(2);
  request.experiment.variants[1].scenario.values["world.rt_per_rw"] = 3.0;
  LiveCurves curves{request};
  for (const std::uint32_t r : {0u, 1u}) {
    curves.add(0, r, series_of(0.1 + 0.05 * r, 3));
    curves.add(1, r, series_of(0.2 + 0.05 * r, 3));
  }
  const nlohmann::json difference = curves.json()["outcomes"]["recovery"]["difference"];
  EXPECT_EQ(difference["paired"], false);
  const double half = 4.302652730 * std::sqrt(2 * 0.025 * 0.025);
  EXPECT_NEAR(difference["low"][1].get<double>(), 0.1 - half, 1e-4);
  EXPECT_NEAR(difference["high"][1].get<double>(), 0.1 + half, 1e-4);
}

// A fifth of the ward: what is counted in a ward is five times as much, shares are what they are.
TEST(LiveCurves, APartStandsForItsWard) {
  ExploreRequest request = request_of(1);
  request.share = 0.2;
  request.experiment.outcomes = {"recovery", "cost_kRp"};
  LiveCurves curves{request};
  Series series = series_of(0.5, 3);
  for (int month = 0; month <= 3; ++month)
    series
        .values[static_cast<std::size_t>(month) * outcomes().size() + *outcome_index("cost_kRp")] =
        7;
  curves.add(0, 0, series);
  curves.add(1, 0, series);
  const nlohmann::json json = curves.json()["outcomes"];
  EXPECT_EQ(json["recovery"]["changed"]["mean"][0], 0.5);
  EXPECT_EQ(json["cost_kRp"]["changed"]["mean"][0], 35);
}

TEST(LivePoints, AreHeldAgainstTheBaselineInTheSameWorlds) {
  PointsRequest asked;
  asked.request = request_of(3);
  asked.request.experiment.variants.resize(3);
  asked.request.experiment.variants[2].scenario.values["network.degree"] = 4.0;  // other wards
  asked.outcome = *outcome_index("recovery");
  asked.points = 2;
  asked.month = 2;
  LivePoints points{asked};
  for (const std::uint32_t r : {0u, 2u})
    for (const std::size_t v : {0u, 1u, 2u})
      if (r == 0 || v != 1) points.add(v, r, series_of(0.1 * static_cast<double>(v) + 0.2 * r, 3));
  EXPECT_EQ(points.worlds(), 1u);  // the third lacks a point
  points.add(1, 2, series_of(0.1 + 0.4, 3));
  EXPECT_EQ(points.worlds(), 2u);
  const nlohmann::json json = points.json();
  ASSERT_EQ(json["points"].size(), 2u);
  EXPECT_NEAR(json["baseline"]["mean"].get<double>(), 0.2, 1e-6);
  EXPECT_NEAR(json["points"][1]["mean"].get<double>(), 0.4, 1e-6);
  const nlohmann::json &same = json["points"][0]["difference"],
                       &other = json["points"][1]["difference"];
  EXPECT_NEAR(same["low"].get<double>(), 0.1, 1e-6);
  EXPECT_EQ(same["paired"], true);
  EXPECT_LT(other["low"].get<double>(), -0.4);  // two worlds each, of means 0.2 and 0.4 +- 0.2
  EXPECT_EQ(other["paired"], false);
  EXPECT_EQ(json["outcome"], "recovery");
}

}  // namespace swadaya
