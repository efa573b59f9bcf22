#include "sim/rules/campaign.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

// Share of all households that hear this month.
double share_that_hears(Bare<Campaign>& bare, int month) {
  const Month now = bare.at(month);
  bare.rule().month(now, bare.ward());
  double heard = 0, all = 0;
  bare.pass({}, [&](Cells& cells) {
    const Pack hears = bare.rule().heard(cells);
    for (int k = 0; k < pack_width; ++k) heard += double{hears[k]}, ++all;
  });
  return heard / all;
}

}  // namespace

// Two meetings that each reach a share a, and a head who tells at the rate r: nobody is missed but
// with (1 - a)^2 e^-r. After the campaign the head alone tells.
TEST(Campaign, IsHeardOfAtMeetingsAndFromTheHead) {
  Bare<Campaign> bare{world_by_hand({.rts = 50, .households = 400}),
                      {{"rule.meetings", 2.0},
                       {"rule.attendance", 0.2},
                       {"rule.heads_tell", 0.1},
                       {"programme.campaign_end", 6.0}}};
  for (const int month : {1, 6, 7}) {
    const double expected = 1 - (month <= 6 ? 0.8 * 0.8 : 1) * std::exp(-0.1);
    EXPECT_NEAR(share_that_hears(bare, month), expected,
                4 * std::sqrt(expected * (1 - expected) / 20000))
        << month;
  }
}

TEST(Campaign, OfFullMeetingsMissesNobody) {
  Bare<Campaign> bare{world_by_hand({.rts = 4}),
                      {{"rule.meetings", 1.0}, {"rule.attendance", 1.0}}};
  EXPECT_GT(share_that_hears(bare, 1), 0.98);
}

// Half a meeting a month: held in every second RT, and paid where it is.
TEST(Campaign, HoldsAndPaysPartsOfAMeetingByChance) {
  Bare<Campaign> bare{
      world_by_hand({.rts = 1000}),
      {{"rule.meetings", 2.5}, {"costs.meeting", 50.0}, {"programme.campaign_end", 6.0}}};
  bare.rule().month(bare.at(6), bare.ward());
  EXPECT_NEAR(bare.ward().spent.socialization / 50 / 1000, 2.5, 4 * 0.5 / std::sqrt(1000.0));
  const double spent = bare.ward().spent.socialization;
  bare.rule().month(bare.at(7), bare.ward());
  EXPECT_EQ(bare.ward().spent.socialization, spent);
}

TEST(Campaign, TellsWhatIsHeardAtTheSource) {
  Bare<Campaign> bare{world_by_hand({}), {{"rule.first_hand", 0.2}, {"rule.haste_grants", 0.5}}};
  bare.ward().haste = 1;
  bare.rule().month(bare.at(1), bare.ward());
  bare.pass({}, [&](Cells& cells) { EXPECT_EQ(bare.rule().first_hand.belief(cells)[0], 0.7f); });
}

TEST(Campaign, BeginsWithTheHeadsAndTheyCostNothing) {
  World world = world_by_hand({.rts = 3});
  world.leader[5] = world.leader[40] = 1;
  Bare<Campaign> bare{std::move(world), {{"rule.meetings", 0.0}}};
  EXPECT_EQ(bare.rule().begin(bare.ward()), (std::vector<Household>{5, 40}));
  EXPECT_EQ(bare.ward().now(column::informed, 40), 1.0f);
  EXPECT_EQ(bare.ward().now(column::informed, 41), 0.0f);
  bare.rule().month(bare.at(1), bare.ward());
  EXPECT_EQ(bare.ward().spent.socialization, 0);
}

// Of each RT the household with the most ties, those of its neighbours counting for a part: counted
// here from the list of ties.
TEST(Campaign, BeginsWithTheBestPlacedOfEachRt) {
  std::vector<Tie> ties;
  for (Household h = 0; h < 96; ++h)
    for (const Household step : {1u, 7u, 20u})
      if (h * step % 5 < 2 && h + step < 96) ties.push_back({h, h + step});
  const auto has_end = [](const Tie& t, Household h) { return t.a == h || t.b == h; };
  const auto degree = [&](Household h) {
    return std::count_if(ties.begin(), ties.end(), [&](const Tie& t) { return has_end(t, h); });
  };
  for (const double second_step : {0.0, 0.4}) {
    std::vector<Household> best;
    for (Household first = 0; first < 96; first += 32) {
      double most = -1;
      for (Household h = first; h < first + 32; ++h) {
        auto reach = static_cast<double>(degree(h));
        for (const Tie& t : ties)
          if (has_end(t, h)) reach += second_step * static_cast<double>(degree(t.a + t.b - h));
        if (reach <= most) continue;
        most = reach;
        if (best.size() <= first / 32) best.push_back(0);
        best.back() = h;
      }
    }
    Bare<Campaign> bare{world_by_hand({.rts = 3, .households = 32}, ties),
                        {{"rule.messengers", 1.0},
                         {"rule.second_step", second_step},
                         {"rule.meetings", 0.0},
                         {"costs.messenger", 10.0}}};
    EXPECT_EQ(bare.rule().begin(bare.ward()), best) << second_step;
    bare.rule().month(bare.at(1), bare.ward());
    EXPECT_EQ(bare.ward().spent.socialization, 3 * 10) << "one an RT and month";
  }
}

}  // namespace swadaya
