#include "sim/rules/admission.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <set>

#include "sim/base/statistics.hpp"
#include "tests/bare.hpp"

namespace swadaya {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// Log consumption and scores in an order of their own: 0, 7, 14, ... modulo the prime 97.
double shuffled(Household h) { return static_cast<double>((h + 1) * 7 % 97); }

Bare<Admission> admission(const Size& size, const Values& settings = {}) {
  World world = world_by_hand(size);
  for (Household h = 0; h < world.rows(); ++h)
    world.log_consumption[h] = static_cast<float>(shuffled(h) / 97);
  return Bare<Admission>{std::move(world), settings};
}

std::vector<double> scores_of(const Ward& ward) {
  std::vector<double> scores;
  for (Household h = ward.place().first; h < ward.place().last; ++h) scores.push_back(shuffled(h));
  return scores;
}

std::set<Household> listed(const Ward& ward) {
  std::set<Household> all;
  for (Household h = ward.place().first; h < ward.place().last; ++h)
    if (ward.now(column::listed, h) > 0) all.insert(h);
  return all;
}

// The n of first .. last - 1 with the lowest scores.
std::set<Household> lowest(Household first, Household last, std::size_t n) {
  std::vector<Household> all;
  for (Household h = first; h < last; ++h) all.push_back(h);
  std::sort(all.begin(), all.end(),
            [](Household a, Household b) { return shuffled(a) < shuffled(b); });
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n)};
}

}  // namespace

TEST(Admission, ListsTheLowestOfEachRtOrOfTheWard) {
  for (const double quota : {0.0, 0.2, 1.0}) {
    Bare<Admission> by_rt = admission({.wards = 2, .rts = 3}, {{"rule.quota", quota}});
    by_rt.rule().list_lowest_of_each_rt(by_rt.ward(1), scores_of(by_rt.ward(1)));
    std::set<Household> expected;
    for (const Household first : {48u, 64u, 80u})
      expected.merge(lowest(first, first + 16, static_cast<std::size_t>(quota * 16 + 0.5)));
    EXPECT_EQ(listed(by_rt.ward(1)), expected) << quota;

    Bare<Admission> by_ward = admission({.wards = 2, .rts = 3}, {{"rule.quota", quota}});
    by_ward.rule().list_lowest_of_ward(by_ward.ward(1), scores_of(by_ward.ward(1)));
    EXPECT_EQ(listed(by_ward.ward(1)), lowest(48, 96, static_cast<std::size_t>(quota * 48 + 0.5)))
        << quota;
  }
}

TEST(Admission, ListsNobodyWithoutAScoreOrASurvey) {
  Bare<Admission> bare = admission({});
  std::vector<double> scores(16, infinite);
  scores[3] = 9, scores[8] = 5, scores[12] = 1;
  bare.world.surveyed[12] = 0;
  const std::vector<Household> all =
      bare.rule().lowest(bare.ward(), bare.world.wards[0], scores, 1);
  EXPECT_EQ(std::set(all.begin(), all.end()), (std::set<Household>{3, 8}));
  // A share is one of the 15 surveyed.
  EXPECT_EQ(bare.rule().lowest(bare.ward(), bare.world.wards[0], scores, 0.07),
            (std::vector<Household>{8}));
}

TEST(Admission, NotesHowTheOrderAgreesWithConsumption) {
  Bare<Admission> bare = admission({.rts = 3});
  std::vector<double> scores = scores_of(bare.ward());  // in the first two RTs right, then reversed
  for (Household h = 32; h < 48; ++h) scores[h] = -scores[h];
  bare.rule().list_lowest_of_ward(bare.ward(), scores);
  EXPECT_EQ(bare.ward().ranking.rts, 3);
  EXPECT_NEAR(bare.ward().ranking.correlation, 1 + 1 - 1, 1e-9);
}

TEST(Admission, FavoursElitesThatAreNotListedByChance) {
  World world = world_by_hand({.rts = 10, .households = 800});
  for (Household h = 0; h < 8000; ++h) world.elite[h] = h % 4 == 0 ? 0.0f : 1.0f;
  Bare<Admission> bare{std::move(world), {{"rule.elite_bonus", 0.25}}};
  for (Household h = 1; h < 8000; h += 4) bare.ward().set(column::listed, h, 1);
  bare.rule().favour_elites(bare.ward());
  std::array<double, 4> favoured{};
  for (Household h = 0; h < 8000; ++h)
    favoured[h % 4] += double{bare.ward().now(column::favoured, h)};
  EXPECT_EQ(favoured[0] + favoured[1], 0);
  EXPECT_NEAR((favoured[2] + favoured[3]) / 4000, 0.25, 4 * std::sqrt(0.25 * 0.75 / 4000));
}

// What a board of ballot takes from elites it gives to the poor: who is both keeps all of it.
TEST(Admission, FavoursThePoorInsteadWhereTheBoardIsOfBallot) {
  World world = world_by_hand({.rts = 10, .households = 800});
  for (Household h = 0; h < 8000; ++h) {
    world.elite[h] = h % 4 < 2 ? 1.0f : 0.0f;
    world.poor[h] = h % 2 == 0 ? 1.0f : 0.0f;
  }
  for (const double b : {0.0, 0.25, 1.0}) {
    Bare<Admission> bare{world, {{"rule.elite_bonus", 0.4}, {"rule.ballot", b}}};
    bare.rule().favour_elites(bare.ward());
    std::array<double, 4> favoured{};
    for (Household h = 0; h < 8000; ++h)
      favoured[h % 4] += double{bare.ward().now(column::favoured, h)} / 2000;
    const std::array<double, 4> expected{0.4, 0.4 * (1 - b), 0.4 * b, 0};
    for (std::size_t kind = 0; kind < 4; ++kind)
      EXPECT_NEAR(favoured[kind], expected[kind],
                  4 * std::sqrt(expected[kind] * (1 - expected[kind]) / 2000))
          << b << " " << kind;
  }
}

// Of who is listed or favoured the score is 1, of a business `business_score`, of others 0.
TEST(Admission, AdmitsGroupsWhoseMeanScoreReachesTheBar) {
  Bare<Admission> bare = admission({}, {{"rule.bar", 0.5}, {"rule.business_score", 0.6}});
  bare.ward().set(column::listed, 0, 1);
  bare.ward().set(column::favoured, 1, 1);
  bare.world.business[0] = bare.world.business[2] = bare.world.business[3] = 1;
  bare.group_of({0, 1, 4, 5});  // (1 + 1) / 4
  bare.group_of({2, 3, 4, 5});  // 1.2 / 4
  bare.group_of({0, 2, 4});     // 1.6 / 3
  bare.group_of({6, 7, 8}).ghost = true;
  bare.group_of({0, 1, 2}).stage = Stage::dissolved;
  bare.rule().admit_groups(bare.ward());
  const auto& groups = bare.ward().groups;
  EXPECT_TRUE(groups[0].admitted && groups[2].admitted && groups[3].admitted);
  EXPECT_FALSE(groups[1].admitted || groups[4].admitted);
  for (const std::size_t g : {0u, 1u, 2u}) EXPECT_GT(groups[3].priority, groups[g].priority);
}

// While few have borrowed, notables come first; then the poor, and of equals the older group.
TEST(Admission, ServesNotablesFirstWhereFewApply) {
  Bare<Admission> bare = admission({}, {{"rule.few", 1.0}});
  bare.world.business[5] = bare.world.business[6] = 1;
  for (const Household h : {0u, 1u, 2u}) bare.ward().set(column::listed, h, 1);
  bare.group_of({0, 1, 2}).founded = 3;
  bare.group_of({5, 6, 7}).founded = 1;
  bare.group_of({0, 1, 2}).founded = 2;
  auto& groups = bare.ward().groups;
  bare.rule().admit_groups(bare.ward());
  EXPECT_NEAR(groups[1].priority, (shuffled(5) + shuffled(6) + shuffled(7)) / 97 / 3 + 2 / 3.0,
              1e-6);
  EXPECT_NEAR(groups[0].priority, (shuffled(0) + shuffled(1) + shuffled(2)) / 97 / 3, 1e-6);
  groups[0].loans = 1;
  bare.rule().admit_groups(bare.ward());
  EXPECT_GT(groups[2].priority, groups[0].priority);
  EXPECT_GT(groups[0].priority, groups[1].priority);
}

namespace {

// Groups of a poor trader who isn't listed, and of two of the listed, who aren't poor; the
// priorities and whether the first is let in.
struct Served {
  double poor, listed;
  bool admitted;
};
Served under_ballot(double ballot, double few) {
  Bare<Admission> bare = admission({}, {{"rule.ballot", ballot},
                                        {"rule.few", few},
                                        {"rule.bar", 0.25},
                                        {"rule.business_score", 0.4}});
  bare.world.poor[0] = bare.world.business[0] = 1;
  for (const Household h : {5u, 6u}) bare.ward().set(column::listed, h, 1);
  bare.group_of({0, 1}).founded = 4;
  bare.group_of({5, 6}).founded = 2;
  bare.rule().admit_groups(bare.ward());
  const auto& groups = bare.ward().groups;
  return {groups[0].priority, groups[1].priority, groups[0].admitted};
}

}  // namespace

// The score of a poor member is `ballot` at least, and the share of poor members, a half and none,
// counts for so much of the place in the queue.
TEST(Admission, ByABoardOfBallotPutsThePoorFirst) {
  for (const double b : {0.0, 0.3, 0.8, 1.0}) {
    const Served later = under_ballot(b, 0), first = under_ballot(b, 1);
    EXPECT_EQ(later.admitted, b >= 0.5) << b;
    EXPECT_NEAR(later.poor, (1 - b) * (std::max(0.4, b) / 2 - 4e-4) + b / 2, 1e-12) << b;
    EXPECT_NEAR(later.listed, (1 - b) * (1 - 2e-4), 1e-12) << b;
    const double notables = (shuffled(0) + shuffled(1)) / 97 / 2 + 0.5;
    EXPECT_NEAR(first.poor, (1 - b) * notables + b / 2, 1e-6) << b;
    EXPECT_NEAR(first.listed, (1 - b) * (shuffled(5) + shuffled(6)) / 97 / 2, 1e-6) << b;
  }
  EXPECT_EQ(under_ballot(0, 0).listed, 1 - 1e-4 * 2) << "to the bit";
}

TEST(StandardisedConsumption, HasMeanZeroAndUnitSpreadAmongTheSurveyed) {
  Bare<Admission> bare = admission({.rts = 4});
  bare.world.surveyed[9] = 0;
  bare.ward().set(column::log_consumption, 9, 50.0f);
  const std::vector<float> z = standardised_consumption(bare.ward());
  double sum = 0, squares = 0;
  for (const float x : z) sum += double{x}, squares += double{x} * double{x};
  EXPECT_NEAR(sum, 0, 1e-4);
  EXPECT_NEAR(squares, 63, 1e-3);
  EXPECT_EQ(z[9], 0.0f);
  bare.world.surveyed.assign(64, 0);
  for (const float x : standardised_consumption(bare.ward())) EXPECT_EQ(x, 0.0f);
}

TEST(ProxyScores, CorrelateWithConsumptionByTheirAccuracy) {
  World world = world_by_hand({.rts = 10, .households = 800});
  Bare<Admission> bare{std::move(world)};
  std::vector<float> consumption(8000);
  bare.world.dice.normals({decision_key("test.consumption")}, 0, consumption);
  for (Household h = 0; h < 8000; ++h)
    bare.ward().set(column::log_consumption, h, 5 + consumption[h] / 2);
  const std::vector<double> truth(consumption.begin(), consumption.end());
  for (const double accuracy : {0.0, 0.6, 1.0}) {
    const std::vector<double> scores =
        proxy_scores(bare.ward(), accuracy, {decision_key("test.errors"), 0});
    EXPECT_NEAR(correlation(scores, truth), accuracy,
                4 * (1 - accuracy * accuracy) / std::sqrt(8000.0) + 1e-6)
        << accuracy;
    double squares = 0;
    for (const double score : scores) squares += score * score / 8000;
    EXPECT_NEAR(squares, 1, 0.07) << accuracy;
  }
}

}  // namespace swadaya
