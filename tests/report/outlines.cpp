#include "sim/report/outlines.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/files.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

namespace {

const PlaceNames two_rws{{"1", "2"}, {"1", "2", "1"}, {0, 0, 1}};

std::string square(const std::string& properties, double x, double y) {
  const auto at = [&](double dx, double dy) {
    return "[" + std::to_string(x + dx) + "," + std::to_string(y + dy) + "]";
  };
  return "{\"type\":\"Feature\",\"properties\":{" + properties +
         "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + at(0, 0) + "," + at(0.01, 0) +
         "," + at(0.01, 0.01) + "," + at(0, 0.01) + "," + at(0, 0) + "]]}}";
}

std::string collection(const std::string& features) {
  return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
}

std::string said(const std::string& text) {
  const std::string file = file_with("map.geojson", text);
  return said_by([&] { outlines_of(file, two_rws); });
}

}  // namespace

TEST(Outlines, OfRtsLieWhereTheyAre) {
  const std::string file =
      file_with("map.geojson", collection(square("\"RW\":1,\"RT\":\"002\"", 106.81, -6.34) + "," +
                                          square("\"rw\":\"1\",\"rt\":1", 106.80, -6.34) + "," +
                                          square("\"rw\":2,\"rt\":1", 106.80, -6.35)));
  const Outlines map = outlines_of(file, two_rws);
  EXPECT_TRUE(map.are_rts);
  ASSERT_EQ(map.shapes.size(), 3u);
  EXPECT_EQ(map.shapes[0].place, 1u);
  EXPECT_EQ(map.shapes[2].place, 2u);
  EXPECT_EQ(map.height, 10000);
  EXPECT_NEAR(map.width, 10000 * 0.9939, 5);  // a degree of longitude at 6 degrees south
  // The second is to the left of the first, the third below.
  EXPECT_EQ(map.shapes[1].rings[0][0].first, 0);
  EXPECT_GT(map.shapes[0].rings[0][0].first, 4000);
  EXPECT_GT(map.shapes[2].rings[0][0].second, map.shapes[1].rings[0][0].second);
  EXPECT_TRUE(map.missing.empty());
}

TEST(Outlines, OfRwsAreSimplifiedAndSayWhatIsMissing) {
  std::string ring;
  for (int i = 0; i <= 400; ++i) ring += "[" + std::to_string(106.8 + 0.0001 * i) + ",-6.3],";
  ring += "[106.84,-6.32],[106.8,-6.3]";
  const Outlines map = outlines_of(
      file_with("map.geojson",
                collection("{\"type\":\"Feature\",\"properties\":{\"rw\":2},\"geometry\":{\"type\":"
                           "\"MultiPolygon\",\"coordinates\":[[[" +
                           ring + "]]]}}")),
      two_rws);
  EXPECT_FALSE(map.are_rts);
  EXPECT_EQ(map.shapes[0].rings[0].size(), 4u);
  EXPECT_EQ(map.missing, (std::vector<std::string>{"RW 1"}));
}

TEST(Outlines, SayWhatIsWrong) {
  EXPECT_TRUE(has(said("{"), "is no GeoJSON"));
  EXPECT_TRUE(has(said("{\"type\":\"Feature\"}"), "it must be a FeatureCollection"));
  EXPECT_TRUE(has(said(collection("")), "has no outline"));
  EXPECT_TRUE(has(said(collection(square("\"rw\":3", 1, 1))), "the ward has no such place"));
  EXPECT_TRUE(has(said(collection(square("\"rt\":1", 1, 1))), "must say which RW it is of"));
  EXPECT_TRUE(has(said(collection(square("\"rw\":1", 1, 1) + "," + square("\"rw\":1", 2, 1))),
                  "feature 2 = RW 1: stands twice"));
  EXPECT_TRUE(
      has(said(collection(square("\"rw\":1", 1, 1) + "," + square("\"rw\":2,\"rt\":1", 2, 1))),
          "must be an RT where the first is one"));
  EXPECT_TRUE(has(said(collection(square("\"rw\":1", 700000, 9300000))),
                  "isn't longitude and latitude in degrees"));
  EXPECT_TRUE(has(said(collection("{\"type\":\"Feature\",\"properties\":{\"rw\":1},\"geometry\":{"
                                  "\"type\":\"Point\",\"coordinates\":[1,2]}}")),
                  "must be a Polygon or a MultiPolygon"));
}

TEST(Outlines, BecomeWhatAPageDraws) {
  EXPECT_TRUE(outlines_json(world_settings({})).is_null());
  const std::string file = file_with("map.geojson", collection(square("\"rw\":2", 106.8, -6.3)));
  const auto json =
      outlines_json(world_settings({{"world.rw_per_ward", 2.0}, {"world.outlines", file}}));
  EXPECT_EQ(json["of"], "rw");
  EXPECT_EQ(json["shapes"][0][0], 1);
  EXPECT_EQ(json["names"][0][0], "2");
  EXPECT_EQ(json["shapes"][0][1][0].size(), 10u);
  EXPECT_TRUE(map_json(world_settings({{"world.outlines", std::string{"/none.geojson"}}}))
                  .contains("missing"));
}

}  // namespace swadaya
