#include "sim/explorer/packages.hpp"

#include "tests/explored.hpp"

namespace swadaya {

namespace {

json lot(json more = json::object()) {
  json asked{{"baseline_name", "before"},
             {"baseline_title", "As it was"},
             {"baseline", {{"lending.norm", 0.3}}},
             {"packages",
              {{{"name", "loud"}, {"title", "\"Loud\""}, {"set", {{"socialization.q_other", 0.1}}}},
               {{"name", "late"}, {"set", {{"models.lending", "hazard"}}}, {"events", "later"}}}}};
  asked.update(more);
  return asked;
}

std::string why_not(Page& page, const json& asked) {
  try {
    return page.explorer.scenario(page.asked(asked).dump());
  } catch (const BadInput& bad) {
    return problems_json(bad);
  }
}

}  // namespace

TEST(Packages, AreSavedAsOneExperiment) {
  Page page;
  const json saved = json::parse(page.explorer.scenario(page.asked(lot()).dump()));
  EXPECT_FALSE(saved.contains("command"));
  const Experiment again = read_experiment(file_with("lot.toml", saved["toml"]), all_models(), {});
  ASSERT_EQ(again.variants.size(), 3u);
  EXPECT_EQ(again.variants[again.baseline].name, "before");
  EXPECT_EQ(again.variants[0].title, "As it was");
  EXPECT_EQ(again.variants[1].title, "\"Loud\"");
  EXPECT_EQ(again.variants[2].name, "late");
  const auto value = [&](std::size_t v, const char* key) {
    return std::get<double>(again.variants[v].scenario.values.at(key));
  };
  // A package stands on the scenario, not on the side that it is compared with.
  EXPECT_EQ(value(0, "lending.norm"), 0.3);
  EXPECT_NE(value(1, "lending.norm"), 0.3);
  EXPECT_EQ(value(1, "socialization.q_other"), 0.1);
  EXPECT_NE(value(0, "socialization.q_other"), 0.1);
  EXPECT_EQ(again.variants[2].scenario.models[7], "hazard");
  ASSERT_EQ(again.variants[2].scenario.events.size(), 1u);
  EXPECT_EQ(again.variants[2].scenario.events[0].month, 6);
  EXPECT_TRUE(again.variants[1].scenario.events.empty());
}

TEST(Packages, AreRefusedWhereTheyHaveAFault) {
  Page page;
  const auto named = [](const char* name) { return json{{{"name", name}}}; };
  EXPECT_TRUE(has(why_not(page, lot({{"packages", json::array()}})), "one to 12 packages"));
  EXPECT_TRUE(has(why_not(page, lot({{"packages", {1}}})), "one to 12 packages"));
  EXPECT_TRUE(has(why_not(page, lot({{"packages", named("Loud one")}})), "small letters"));
  EXPECT_TRUE(has(why_not(page, lot({{"packages", named("before")}})), "another package"));
  EXPECT_TRUE(has(why_not(page, lot({{"baseline_title", "two\nlines"}})), "one line"));
  const json out_of_range{{{"name", "a"}, {"set", {{"supervision.audit_probability", 7}}}}};
  EXPECT_TRUE(has(why_not(page, lot({{"packages", out_of_range}})), "between 0 and 1"));
  const json no_events{{{"name", "a"}, {"events", "never"}}};
  EXPECT_TRUE(has(why_not(page, lot({{"packages", no_events}})), "no variant of this name"));
  const json not_settings{{{"name", "a"}, {"set", 3}}};
  EXPECT_TRUE(has(why_not(page, lot({{"packages", not_settings}})), "must be an object"));
}

}  // namespace swadaya
