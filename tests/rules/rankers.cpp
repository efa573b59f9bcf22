#include "sim/rules/rankers.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

#include "sim/base/statistics.hpp"
#include "tests/bare.hpp"

namespace swadaya {

namespace {

const Values all_known{{"rule.known_near", 1.0}, {"rule.known_far", 1.0}};

// Log consumption normal.
World normal_world(const Size& size, const std::vector<Tie>& ties = {}) {
  World world = world_by_hand(size, ties);
  world.dice.normals({decision_key("test.consumption")}, 0, world.log_consumption);
  return world;
}

Bare<Rankers> rankers(World world, double count, Values settings) {
  settings["rule.rankers"] = count;
  return Bare<Rankers>{std::move(world), settings};
}

}  // namespace

TEST(Rankers, WhoKnowAllAndNeverErrGiveTheOrderOfConsumption) {
  for (const std::uint32_t households : {16u, 608u}) {  // counted, and sorted
    Bare<Rankers> bare = rankers(normal_world({.rts = 2, .households = households}), 3, all_known);
    const std::vector<double> ranks = bare.rule().ranks(bare.ward(), 1);
    for (Household h = 0; h < 2 * households; ++h) {
      const Place rt = bare.world.rts[bare.world.rt[h]];
      int poorer = 0;
      for (Household other = rt.first; other < rt.last; ++other)
        poorer += bare.world.log_consumption[other] < bare.world.log_consumption[h] ? 1 : 0;
      EXPECT_NEAR(ranks[h], (poorer + 0.5) / households, 1e-9) << h;
    }
    EXPECT_EQ(bare.ward().ranking.wrong, 0);
    EXPECT_EQ(bare.ward().ranking.pairs, 2 * 3 * (households - 1));
  }
}

// Of a bivariate normal: Spearman's correlation 6 / pi asin(r / 2), pairs in the wrong order with
// acos(r) / pi.
TEST(Rankers, ErrAsABivariateNormalDoes) {
  for (const std::uint32_t households : {480u, 4000u}) {
    const std::uint32_t rts = 8000 / households;
    for (const double r : {0.0, 0.39, 0.8}) {
      Bare<Rankers> bare =
          rankers(normal_world({.rts = rts, .households = households}), 1, all_known);
      const std::vector<double> ranks = bare.rule().ranks(bare.ward(), r);
      double spearman = 0;
      for (const Place& rt : bare.world.rts) {
        std::vector<double> order(ranks.begin() + rt.first, ranks.begin() + rt.last);
        std::vector<double> consumption(bare.world.log_consumption.begin() + rt.first,
                                        bare.world.log_consumption.begin() + rt.last);
        spearman += correlation(midranks_of(order), midranks_of(consumption)) / rts;
      }
      EXPECT_NEAR(spearman, 6 / std::numbers::pi * std::asin(r / 2), 4 / std::sqrt(7600.0)) << r;
      const double wrong = std::acos(r) / std::numbers::pi;
      EXPECT_NEAR(bare.ward().ranking.wrong / bare.ward().ranking.pairs, wrong,
                  4 * std::sqrt(2 * wrong * (1 - wrong) / 7600))  // pairs share households
          << r;
    }
  }
}

// On a ring of 16 a ranker has two that are tied, three at two steps with itself, and eleven
// further.
TEST(Rankers, PlaceThoseThatTheyKnow) {
  std::vector<Tie> ties;
  constexpr std::uint32_t rts = 400;
  for (Household h = 0; h < rts * 16; ++h) ties.push_back({h, h % 16 == 15 ? h - 15 : h + 1});
  Bare<Rankers> bare = rankers(normal_world({.rts = rts}, ties), 5,
                               {{"rule.known_near", 0.9}, {"rule.known_far", 0.5}});
  bare.rule().ranks(bare.ward(), 0.4);
  const Ranking& ranking = bare.ward().ranking;
  const std::array<double, 3> expected{0.5, 0.9, 0.7};
  for (std::size_t steps = 0; steps < 3; ++steps) {
    const double asked = rts * 5 * (steps == 0 ? 11 : steps == 1 ? 2 : 3);
    EXPECT_EQ(ranking.asked[steps], asked);
    const double p = expected[steps];
    // The rankers of a household may be the same one: more spread than independent ones have.
    EXPECT_NEAR(ranking.placed[steps] / asked, p, 5 * std::sqrt(p * (1 - p) / asked)) << steps;
  }
}

TEST(Rankers, WhoKnowNobodyPlaceThemselvesAlone) {
  Bare<Rankers> bare =
      rankers(normal_world({.rts = 2}), 4, {{"rule.known_near", 0.0}, {"rule.known_far", 0.0}});
  for (const double rank : bare.rule().ranks(bare.ward(), 1)) EXPECT_EQ(rank, 0.5);
  EXPECT_EQ(bare.ward().ranking.pairs, 0);
}

// Two surveyed an RT, tied to each other: each ranks itself and the other, whatever it knows of
// those further away.
TEST(Rankers, AlwaysPlaceThemselves) {
  std::vector<Tie> ties;
  for (Household h = 0; h < 1600; h += 16) ties.push_back({h, h + 1});
  World world = normal_world({.rts = 100}, ties);
  for (Household h = 0; h < 1600; ++h) world.surveyed[h] = h % 16 < 2 ? 1.0f : 0.0f;
  Bare<Rankers> bare =
      rankers(std::move(world), 3, {{"rule.known_near", 1.0}, {"rule.known_far", 0.0}});
  const std::vector<double> ranks = bare.rule().ranks(bare.ward(), 1);
  EXPECT_EQ(bare.ward().ranking.pairs, 200);
  for (Household h = 0; h < 1600; h += 16) {
    const bool is_poorer = bare.world.log_consumption[h] < bare.world.log_consumption[h + 1];
    EXPECT_EQ(ranks[h], is_poorer ? 0.25 : 0.75) << h;
  }
}

// What all err in stays however many are asked; what each errs in alone averages out.
TEST(Rankers, AverageTheirOwnErrorsOutButNotThoseInCommon) {
  const auto agreement = [](double count, double in_common) {
    Values settings = all_known;
    settings["rule.in_common"] = in_common;
    Bare<Rankers> bare = rankers(normal_world({.households = 1600}), count, settings);
    const std::vector<double> consumption(bare.world.log_consumption.begin(),
                                          bare.world.log_consumption.end());
    return correlation(midranks_of(bare.rule().ranks(bare.ward(), 0.4)), midranks_of(consumption));
  };
  EXPECT_NEAR(agreement(1, 1), agreement(40, 1), 1e-12);
  EXPECT_LT(agreement(1, 0), 0.5);
  // The mean of 40 such signals correlates with r / sqrt(r^2 + (1 - r^2) / 40) = 0.94.
  EXPECT_NEAR(agreement(40, 0), 0.94, 0.03);
}

// Three surveyed of 16: all three rank, however many are wanted, and only they are placed.
TEST(Rankers, AreAndPlaceTheSurveyedOnly) {
  World world = normal_world({});
  world.surveyed.assign(16, 0);
  for (const Household h : {2u, 7u, 11u}) world.surveyed[h] = 1;
  Bare<Rankers> bare = rankers(std::move(world), 9, all_known);
  const std::vector<double> ranks = bare.rule().ranks(bare.ward(), 1);
  EXPECT_EQ(bare.ward().ranking.asked[0], 3 * 3);
  EXPECT_NEAR(ranks[2] + ranks[7] + ranks[11], 1.5, 1e-9);
  EXPECT_NEAR(std::max({ranks[2], ranks[7], ranks[11]}), 5 / 6.0, 1e-9);
  for (const Household h : {0u, 3u, 15u}) EXPECT_EQ(ranks[h], 0.5);
}

}  // namespace swadaya
