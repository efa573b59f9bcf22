#include "sim/rules/team.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

const Values no_paper{{"rule.facilitators", 1.0}, {"rule.hours", 40.0},
                      {"rule.paperwork", 0.0},    {"rule.hours_per_visit", 12.0},
                      {"rule.wards_served", 1.0}, {"programme.exit", 1200.0}};

std::vector<int> visits_of(const Ward& ward) {
  std::vector<int> visits;
  for (const Group& group : ward.groups) visits.push_back(group.visits);
  return visits;
}

}  // namespace

// The hours of all months so far, over those of a visit; what is left over isn't lost.
TEST(Team, HasAsManyVisitsAsItsHoursAllow) {
  Bare<Team> bare{world_by_hand({.wards = 3}),
                  {{"rule.facilitators", 4.0},
                   {"rule.hours", 100.0},
                   {"rule.paperwork", 0.25},
                   {"rule.hours_per_visit", 7.0},
                   {"rule.wards_served", 9.0},
                   {"costs.facilitator_hour", 30.0},
                   {"programme.exit", 24.0}}};
  int visits = 0;
  for (int month = 1; month <= 24; ++month) {
    visits += bare.rule().visits_of_month(bare.at(month), bare.area, 0.5);
    EXPECT_EQ(visits, static_cast<int>(month * 0.5 * 400 * 3 / 9 * 0.75 / 7 + 1e-9)) << month;
    for (std::uint32_t w = 0; w < 3; ++w)  // paper is paid too
      EXPECT_NEAR(bare.ward(w).spent.facilitation, month * 0.5 * 400 / 9 * 30, 1e-6);
  }
  EXPECT_EQ(bare.rule().visits_of_month(bare.at(25), bare.area), 0);
  EXPECT_NEAR(bare.ward().spent.facilitation, 24 * 0.5 * 400 / 9 * 30, 1e-6);
}

TEST(Team, WhoseWardsAreMoreThanItServesHasNoMoreHours) {
  Bare<Team> bare{world_by_hand({.wards = 4}), no_paper};
  EXPECT_EQ(bare.rule().visits_of_month(bare.at(1), bare.area), 3);  // 40 of 12 hours
}

// n visits leave (1 - eta q)^n of the gap, and so on.
TEST(Team, RaisesCapacityCorrectsBeliefsAndPullsAttitudes) {
  Bare<Team> bare{world_by_hand({}),
                  {{"rule.eta", 0.2},
                   {"rule.quality", 0.5},
                   {"rule.corrects", 0.3},
                   {"rule.pull", 0.1},
                   {"costs.visit", 5.0}}};
  bare.group_of({0, 1, 2}).capacity = 0.1;
  bare.ward().set(column::grant_belief, 1, 0.8f);
  bare.ward().set(column::attitude, 1, 0.3f);
  bare.ward().set(column::attitude, 7, 0.3f);
  Group& group = bare.ward().groups[0];
  for (int n = 1; n <= 6; ++n) {
    bare.rule().visit(bare.at(n <= 4 ? 1 : 2), bare.ward(), group, 0.8);
    EXPECT_NEAR(group.capacity, 1 - 0.9 * std::pow(1 - 0.2 * 0.5 * 0.8, n), 1e-12);
    EXPECT_NEAR(double{bare.ward().now(column::grant_belief, 1)}, 0.8 * std::pow(0.7, n), 1e-6);
    EXPECT_NEAR(double{bare.ward().now(column::attitude, 1)}, 1 - 0.7 * std::pow(0.9, n), 1e-6);
    EXPECT_EQ(group.visits_now, n <= 4 ? n : n - 4);
    EXPECT_EQ(group.visits, n);
    EXPECT_EQ(bare.ward().spent.facilitation, 5 * n);
    EXPECT_EQ(bare.ward().now(rt_column::visited, 0), static_cast<float>(n));
  }
  EXPECT_EQ(bare.ward().now(column::attitude, 7), 0.3f);
}

TEST(Team, ForgetsVisitsAndLetsCapacityDecay) {
  Bare<Team> bare{world_by_hand({}), {{"rule.delta", 0.05}}};
  bare.group_of({0, 1, 2}).capacity = 0.8;
  bare.group_of({3, 4, 5}).capacity = 0.8;
  bare.ward().groups[1].stage = Stage::dissolved;
  bare.ward().set_all(rt_column::visited, 3);
  for (int month = 0; month < 10; ++month) bare.rule().begin_month(bare.area);
  EXPECT_NEAR(bare.ward().groups[0].capacity, 0.8 * std::pow(0.95, 10), 1e-12);
  EXPECT_EQ(bare.ward().groups[1].capacity, 0.8);
  EXPECT_EQ(bare.ward().now(rt_column::visited, 0), 0.0f);
}

// Five groups over two wards, three visits a month: nobody is ever two visits ahead.
TEST(Team, VisitsInTurnFromWhereItEnded) {
  Bare<Team> bare{world_by_hand({.wards = 2}), {{"rule.most_visits", 2.0}}};
  for (const Household h : {0u, 3u}) bare.group_of({h, h + 1, h + 2});
  for (const Household h : {16u, 19u, 22u}) bare.group_of({h, h + 1, h + 2}, 1);
  for (int month = 1; month <= 17; ++month) {
    EXPECT_EQ(bare.rule().visit_in_turn(bare.at(month), bare.area, 3), 0);
    std::vector<int> all = visits_of(bare.ward(0));
    for (const int visits : visits_of(bare.ward(1))) all.push_back(visits);
    const auto [least, most] = std::minmax_element(all.begin(), all.end());
    EXPECT_LE(*most - *least, 1) << month;
    EXPECT_EQ(std::accumulate(all.begin(), all.end(), 0), 3 * month);
  }
  EXPECT_EQ(bare.rule().visit_in_turn(bare.at(18), bare.area, 25), 15) << "two each at most";
}

TEST(Team, PassesOverWhoIsRefused) {
  Bare<Team> bare{world_by_hand({}), {{"rule.most_visits", 3.0}}};
  for (const Household h : {0u, 3u, 6u}) bare.group_of({h, h + 1, h + 2});
  const auto keeps = [](const Call& call, std::uint16_t round) {
    return call.group->founder != 3 && !(call.group->founder == 6 && round == 1);
  };
  EXPECT_EQ(bare.rule().visit_in_turn(bare.at(1), bare.area, 20, keeps), 15);
  EXPECT_EQ(visits_of(bare.ward()), (std::vector<int>{3, 0, 2}));
}

TEST(Team, VisitsRtsOfAllWardsInTurn) {
  Bare<Team> bare{world_by_hand({.wards = 2, .rts = 3}), {{"costs.visit", 5.0}}};
  const auto visited = [&](std::uint32_t rt) {
    return bare.ward(rt / 3).now(rt_column::visited, rt);
  };
  bare.rule().visit_rts(bare.area, 4);
  bare.rule().visit_rts(bare.area, 4);
  for (std::uint32_t rt = 0; rt < 6; ++rt) EXPECT_EQ(visited(rt), rt < 2 ? 2.0f : 1.0f) << rt;
  EXPECT_EQ(bare.ward(0).spent.facilitation + bare.ward(1).spent.facilitation, 8 * 5);
  bare.rule().visit_rts(bare.area, 100);  // each once a month at most
  for (std::uint32_t rt = 0; rt < 6; ++rt) EXPECT_EQ(visited(rt), rt < 2 ? 3.0f : 2.0f) << rt;
}

TEST(VisitingList, HasTheLivingInOrderOfWards) {
  Bare<Team> bare{world_by_hand({.wards = 2})};
  bare.group_of({16, 17, 18}, 1);
  for (const Household h : {0u, 3u, 6u, 9u}) bare.group_of({h, h + 1, h + 2});
  bare.ward().groups[1].stage = Stage::dissolved;
  bare.ward().groups[2].ghost = true;
  bare.ward().groups[3].stage = Stage::dormant;
  std::vector<Household> founders;
  for (const Call& call : visiting_list(bare.area)) founders.push_back(call.group->founder);
  EXPECT_EQ(founders, (std::vector<Household>{0, 9, 16}));
}

}  // namespace swadaya
