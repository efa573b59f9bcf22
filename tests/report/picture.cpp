#include "sim/report/picture.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/report/picture_json.hpp"
#include "tests/report/pictures.hpp"

namespace swadaya {

namespace {

std::vector<Happening> all_of(const Picture::Lane& lane, Happens what) {
  std::vector<Happening> found;
  for (const Happening& one : lane.happenings)
    if (one.what == what) found.push_back(one);
  return found;
}

}  // namespace

TEST(Picture, ShowsWhatTheOutcomesCount) {
  const Scenario s = scenario_from(small_ward);
  const Picture picture = picture_from({s});
  const Series series = series_of({s})[0];
  const double all = static_cast<double>(picture.households.size());
  EXPECT_EQ(all, 240);
  for (int month = 0; month <= 30; ++month) {
    double informed = 0, joined = 0, poor_joined = 0, poor = 0;
    for (std::uint32_t h = 0; h < picture.households.size(); ++h) {
      const HouseholdState state = picture.state(0, month, h);
      informed += state.informed ? 1 : 0;
      joined += state.rung > 0 ? 1 : 0;
      poor += picture.households[h].poor ? 1 : 0;
      poor_joined += picture.households[h].poor && state.rung > 0 ? 1 : 0;
    }
    EXPECT_EQ(informed / all, value(series, month, "informed")) << month;
    EXPECT_EQ(joined / all, value(series, month, "participation")) << month;
    EXPECT_EQ(poor_joined / poor, value(series, month, "participation_poor")) << month;
  }
}

TEST(Picture, TellsEachLoanAndWhatBecameOfIt) {
  const Scenario s = scenario_from(small_ward);
  const Picture picture = picture_from({s});
  const Series series = series_of({s})[0];
  const Picture::Lane& lane = picture.lanes[0];
  double lent = 0;
  std::set<std::uint32_t> borrowers;
  for (const Happening& loan : all_of(lane, Happens::borrows)) {
    lent += loan.a;
    borrowers.insert(loan.household);
    EXPECT_NE(picture.state(0, loan.month, loan.household).loan, LoanState::none);
  }
  ASSERT_GT(lent, 0);
  EXPECT_NEAR(lent, value(series, 30, "lent_kRp"), 1e-6);
  EXPECT_EQ(static_cast<double>(borrowers.size()), value(series, 30, "borrowers"));
  double balance = 0;
  for (const GroupHistory& group : lane.groups) balance += group.months.back().balance;
  EXPECT_NEAR(balance, value(series, 30, "outstanding_kRp"), 1e-6);
  EXPECT_FALSE(all_of(lane, Happens::misses).empty());
  for (const Happening& missed : all_of(lane, Happens::misses)) EXPECT_GT(missed.a, 0);
  for (const Happening& repaid : all_of(lane, Happens::repays_in_full))
    EXPECT_TRUE(
        std::any_of(lane.happenings.begin(), lane.happenings.end(), [&](const Happening& one) {
          return one.what == Happens::borrows && one.household == repaid.household &&
                 one.month < repaid.month;
        }));
}

TEST(Picture, TellsWhenEachHouseholdHearsAndHowManyOfItsTiesKnew) {
  const Picture picture = picture_from({scenario_from(small_ward)});
  const Picture::Lane& lane = picture.lanes[0];
  std::set<std::uint32_t> heard;
  for (const Happening& one : all_of(lane, Happens::hears)) {
    EXPECT_TRUE(heard.insert(one.household).second) << "hears twice";
    EXPECT_TRUE(picture.state(0, one.month, one.household).informed);
    if (one.month == 0) continue;
    EXPECT_FALSE(picture.state(0, one.month - 1, one.household).informed);
    double knew = 0;
    for (const Tie& tie : picture.ties) {
      if (tie.a == one.household) knew += picture.state(0, one.month - 1, tie.b).informed ? 1 : 0;
      if (tie.b == one.household) knew += picture.state(0, one.month - 1, tie.a).informed ? 1 : 0;
    }
    EXPECT_EQ(one.a, knew);
  }
  EXPECT_GT(heard.size(), 50u);
}

TEST(Picture, IsTheSameOfAVariantAloneOrBesideAnother) {
  const Scenario a = scenario_from(small_ward),
                 b = scenario_from(small_ward, {"socialization.meetings=4"});
  const World world = world_of(a);
  const Picture both = picture_from(world, {a, b}), alone = picture_from(world, {a});
  EXPECT_EQ(both.lanes[0].states, alone.lanes[0].states);
  EXPECT_EQ(picture_json(both)["lanes"][0], picture_json(alone)["lanes"][0]);
  EXPECT_NE(both.lanes[1].states, both.lanes[0].states);
}

TEST(Picture, HasNoLanesOfARunThatWasEnded) {
  const Scenario s = scenario_from(small_ward);
  const Scenario* one = &s;
  int asked = 0;
  const World world = world_of(s);
  const Picture picture =
      picture_of(world, {&one, 1}, all_models(), 0, [&] { return ++asked < 5; });
  EXPECT_TRUE(picture.lanes.empty());
}

TEST(Picture, PutsEachStateInAByteAndTakesItOutAgain) {
  for (int byte = 0; byte < 256; ++byte)
    EXPECT_EQ(HouseholdState::unpacked(static_cast<std::uint8_t>(byte)).packed(), byte);
}

TEST(Story, OfAHouseholdIsInOrderAndHasWhatItsGroupWentThrough) {
  const Picture picture = picture_from({scenario_from(small_ward)});
  const Picture::Lane& lane = picture.lanes[0];
  const auto eventful = eventful_households(lane, 5);
  ASSERT_EQ(eventful.size(), 5u);
  const std::vector<Happening> story = story_of_household(lane, eventful[0]);
  ASSERT_GT(story.size(), 3u);
  EXPECT_TRUE(std::is_sorted(story.begin(), story.end(),
                             [](const auto& x, const auto& y) { return x.month < y.month; }));
  EXPECT_EQ(story[0].what, Happens::hears);
  const auto entered = std::find_if(
      story.begin(), story.end(), [](const Happening& one) { return one.what == Happens::enters; });
  ASSERT_NE(entered, story.end());
  for (const Happening& one : story)
    EXPECT_TRUE(one.household == eventful[0] || one.group == entered->group ||
                one.what == Happens::suspended || one.what == Happens::resumed ||
                one.household == nobody);
}

TEST(Story, OfAGroupBeginsWithItsFounding) {
  const Picture picture = picture_from({scenario_from(small_ward)});
  const Picture::Lane& lane = picture.lanes[0];
  ASSERT_FALSE(lane.groups.empty());
  for (std::uint32_t g = 0; g < lane.groups.size(); ++g) {
    const std::vector<Happening> story = story_of_group(lane, g);
    EXPECT_EQ(story[0].what, lane.groups[g].ghost ? Happens::invented : Happens::founded);
    EXPECT_EQ(story[0].month, lane.groups[g].founded);
    EXPECT_EQ(static_cast<int>(lane.groups[g].months.size()), 31 - lane.groups[g].founded);
  }
}

TEST(Story, SaysThatAGhostGroupWasInventedAndFoundOut) {
  const Picture picture = picture_from(
      {scenario_from(small_ward, {"world.dishonest=1", "supervision.ghosts=1",
                                  "supervision.audit_probability=1", "programme.grant=200000"})});
  const Picture::Lane& lane = picture.lanes[0];
  EXPECT_FALSE(all_of(lane, Happens::invented).empty());
  EXPECT_FALSE(all_of(lane, Happens::found_out).empty());
  for (const Happening& one : lane.happenings)
    EXPECT_FALSE(one.what == Happens::borrows && lane.groups[one.group].ghost);
}

}  // namespace swadaya
