#include "sim/report/picture_json.hpp"

#include <nlohmann/json.hpp>

#include "tests/report/pictures.hpp"

namespace swadaya {

TEST(PictureJson, GivesBackTheStateOfEveryMonth) {
  const Picture picture = picture_from({scenario_from(small_ward)});
  const nlohmann::json json = picture_json(picture);
  EXPECT_EQ(json["every"], 1);
  EXPECT_EQ(json["rts"].size(), 6u);
  EXPECT_EQ(json["rts"][3], nlohmann::json({1, 40}));
  for (std::uint32_t h = 0; h < 240; ++h) {
    const auto& changes = json["lanes"][0]["states"][h];
    std::size_t at = 0;
    for (int month = 0; month <= 30; ++month) {
      if (at + 1 < changes.size() && changes[at + 1] == month) at += 2;
      EXPECT_EQ(changes[at], picture.state(0, month, h).packed());
    }
  }
}

TEST(PictureJson, OfALargeWardHasEveryKthHouseholdAndTie) {
  const Picture picture = picture_from({scenario_from(small_ward)});
  const nlohmann::json json = picture_json(picture, {80, 30});
  EXPECT_EQ(json["households"], 240);
  EXPECT_EQ(json["every"], 3);
  EXPECT_EQ(json["lanes"][0]["states"].size(), 80u);
  EXPECT_EQ(json["ties"], picture.ties.size());
  EXPECT_LE(json["shown_ties"].size(), 60u);
  EXPECT_FALSE(json["shown_ties"].empty());
  for (const auto& end : json["shown_ties"]) EXPECT_EQ(end.get<int>() % 3, 0);
}

TEST(PictureJson, NamesTheNeighboursOfAFollowedHousehold) {
  const Scenario s = scenario_from(small_ward);
  const World world = world_of(s);
  const Picture picture = picture_from(world, {s});
  const nlohmann::json story = household_story_json(picture, 0, 60);
  EXPECT_EQ(story["rt"], 1);
  EXPECT_EQ(story["rw"], 0);
  EXPECT_EQ(story["ties"].size(), world.ties.of(60).size());
}

}  // namespace swadaya
