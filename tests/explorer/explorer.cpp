#include "sim/explorer/explorer.hpp"

#include <thread>

#include "sim/base/paired.hpp"
#include "sim/world/draw.hpp"
#include "tests/explored.hpp"

namespace swadaya {

TEST(Explorer, GivesTheSameFiguresAsAComparison) {
  Page page;
  const auto lines = page.run({{"changed", {{"socialization.q_other", 0.1}}}});
  const json& last = lines.back();
  EXPECT_TRUE(last.value("end", false));
  EXPECT_EQ(last["worlds"], 4);
  const Scenario before = base_of_file(page.file, all_models(), {}).scenario();
  Scenario after = before;
  after.values["socialization.q_other"] = 0.1;
  std::vector<double> a, b;
  for (std::uint32_t r = 0; r < 4; ++r) {
    const World world = draw_world(before.values, 3, r);
    const std::vector<const Scenario*> lanes{&before, &after};
    const auto series = run(world, lanes, all_models(), Order::one_by_one, [] { return true; });
    a.push_back(value(series[0], 18, "informed"));
    b.push_back(value(series[1], 18, "informed"));
  }
  const PairedDifference d = paired_difference(a, b);
  const json& informed = last["outcomes"]["informed"];
  EXPECT_NEAR(informed["baseline"]["mean"][18], d.baseline_mean, 1e-5);
  EXPECT_NEAR(informed["changed"]["mean"][18], d.variant_mean, 1e-5);
  EXPECT_NEAR(informed["difference"]["mean"][18], d.difference, 1e-5);
  EXPECT_NEAR(informed["difference"]["low"][18], d.low, 1e-5);
  EXPECT_NEAR(informed["difference"]["high"][18], d.high, 1e-5);
  EXPECT_GT(informed["difference"]["low"][18], 0);
}

TEST(Explorer, SendsTheFirstCurvesBeforeTheLast) {
  Page page;
  const auto lines = page.run({{"replicates", 16}});
  ASSERT_GE(lines.size(), 3u);
  EXPECT_LT(lines[0]["worlds"], 16);
  EXPECT_FALSE(lines[0].contains("end"));
  for (std::size_t i = 1; i < lines.size(); ++i)
    EXPECT_GT(lines[i]["worlds"], lines[i - 1]["worlds"]);
}

TEST(Explorer, ComparesSidesOfDifferentModelsInTheSameWorlds) {
  Page page;
  const auto lines = page.run({{"changed", {{"models.lending", "hazard"}}}});
  ASSERT_EQ(problems_of(lines), "[]");
  const json& informed = lines.back()["outcomes"]["informed"];
  // Who lends how doesn't touch who hears in the first months.
  EXPECT_EQ(informed["baseline"]["mean"][6], informed["changed"]["mean"][6]);
  EXPECT_NE(lines.back()["outcomes"]["recovery"]["baseline"]["mean"][18],
            lines.back()["outcomes"]["recovery"]["changed"]["mean"][18]);
}

TEST(Explorer, SaysWhatIsWrongWithASettingAsAFileWouldHaveIt) {
  Page page;
  const auto lines = page.run({{"changed",
                                {{"lending.norn", 0.2},
                                 {"supervision.audit_probability", 7},
                                 {"models.welfare", "fixd"},
                                 {"supervision.published", "perhaps"}}}});
  ASSERT_EQ(lines.size(), 1u);
  const std::string all = problems_of(lines);
  EXPECT_TRUE(has(all, "did you mean `lending.norm`?")) << all;
  EXPECT_TRUE(has(all, "\"key\":\"supervision.audit_probability\"")) << all;
  EXPECT_TRUE(has(all, "between 0 and 1")) << all;
  EXPECT_TRUE(has(all, "nearest: fixed")) << all;
  EXPECT_EQ(lines[0]["problems"].size(), 4u) << all;
}

TEST(Explorer, RefusesSettingsThatNameFiles) {
  Page page;
  for (const char* key : {"world.households", "network.edges", "world.columns"})
    EXPECT_TRUE(has(problems_of(page.run({{"changed", {{key, "/etc/passwd"}}}})),
                    "can't be set from the page"))
        << key;
  EXPECT_TRUE(has(problems_of(page.run({{"common", {{"world.from", "files"}}}})),
                  "can't be set from the page"));
}

TEST(Explorer, RefusesWhatIsTooMuch) {
  Page page;
  EXPECT_TRUE(has(problems_of(page.run({{"replicates", 100000}})), "between 1 and 256"));
  EXPECT_TRUE(has(problems_of(page.run({{"common", {{"world.households_per_rt", 1e8}}}})),
                  "at most 200000"));
  EXPECT_TRUE(has(problems_of(page.run(
                      {{"replicates", 256},
                       {"common", {{"time.months", 1200}, {"world.households_per_rt", 10000}}}})),
                  "the explorer runs at most"));
  json many = json::array();
  for (int i = 0; i < 300; ++i) many.push_back(0.001 * i);
  EXPECT_TRUE(
      has(problems_of(page.points(
              {{"outcome", "recovery"}, {"axes", {{{"key", "lending.norm"}, {"values", many}}}}})),
          "at most 256 points"));
}

TEST(Explorer, RefusesWhatIsNoRequest) {
  Page page;
  for (const char* body :
       {"", "[]", "{", "\"text\"", "{\"client\": \"../x\"}", "{\"client\": 3}",
        "{\"client\": \"a\", \"changed\": 3}", "{\"client\": \"a\", \"base\": \"gone\"}"}) {
    std::vector<std::string> lines;
    page.explorer.run(body, [&](const std::string& line) { return lines.push_back(line), true; });
    ASSERT_EQ(lines.size(), 1u) << body;
    EXPECT_TRUE(has(lines[0], "problems")) << body;
  }
  EXPECT_EQ(page.explorer.running(), 0u);
}

TEST(Explorer, EndsARunWhenItsPageMovesOn) {
  Page page;
  // The first run's first line begins a second run, and the first one ends there.
  std::size_t first = 0;
  bool ended = false;
  std::vector<json> second;
  page.explorer.run(page.asked({{"replicates", 64}}).dump(), [&](const std::string& line) {
    ended = ended || json::parse(line).contains("end");
    if (++first == 1) {
      std::thread other{[&] { second = page.run({{"replicates", 2}}); }};
      other.join();
    }
    return true;
  });
  EXPECT_EQ(first, 1u);
  EXPECT_FALSE(ended);
  EXPECT_TRUE(second.back().value("end", false));
  EXPECT_EQ(page.explorer.running(), 0u);
}

TEST(Explorer, EndsARunThatNobodyListensTo) {
  Page page;
  const auto lines = page.run({{"replicates", 64}}, [] { return false; });
  EXPECT_EQ(lines.size(), 1u);
  EXPECT_FALSE(lines[0].contains("end"));
}

TEST(Explorer, LeavesAnOlderMoveThatComesLateUndone) {
  Page page;
  page.run({{"move", 10}, {"replicates", 2}});
  EXPECT_TRUE(page.run({{"move", 9}, {"replicates", 2}}).empty());
  EXPECT_FALSE(page.run({{"move", 11}, {"replicates", 2}}).empty());
}

TEST(Explorer, EndsEverythingWhenItStops) {
  Page page;
  page.explorer.stop();
  EXPECT_TRUE(page.run(json::object()).empty());
  EXPECT_EQ(page.explorer.running(), 0u);
}

TEST(Explorer, SweepsAParameterAgainstAnOutcome) {
  Page page;
  const auto lines = page.points(
      {{"outcome", "informed"},
       {"month", 12},
       {"axes", {{{"key", "socialization.q_other"}, {"values", {0.0, 0.0127, 0.05, 0.2}}}}}});
  ASSERT_EQ(problems_of(lines), "[]");
  const json& last = lines.back();
  ASSERT_EQ(last["points"].size(), 4u);
  EXPECT_EQ(last["month"], 12);
  for (std::size_t i = 1; i < 4; ++i)
    EXPECT_GT(last["points"][i]["mean"], last["points"][i - 1]["mean"]);
  // The baseline's own value is the baseline, to the bit.
  EXPECT_EQ(last["points"][1]["mean"], last["baseline"]["mean"]);
  EXPECT_EQ(last["points"][1]["difference"]["high"], 0);
}

TEST(Explorer, MapsTwoParametersTheSecondFastest) {
  Page page;
  const json axes{{{"key", "socialization.q_other"}, {"values", {0.0, 0.2}}},
                  {{"key", "socialization.meetings"}, {"values", {0.0, 2.0, 5.0}}}};
  const auto lines = page.points({{"outcome", "informed"}, {"axes", axes}});
  ASSERT_EQ(problems_of(lines), "[]");
  const json& points = lines.back()["points"];
  ASSERT_EQ(points.size(), 6u);
  EXPECT_GT(points[1]["mean"], points[0]["mean"]);
  EXPECT_GT(points[3]["mean"], points[0]["mean"]);
}

TEST(Explorer, PlaysAVariantsEventsWithItsPreset) {
  Page page;
  const auto lines =
      page.run({{"changed", {{"models.lending", "hazard"}}}, {"changed_events", "later"}});
  ASSERT_EQ(problems_of(lines), "[]");
  const json& informed = lines.back()["outcomes"]["informed"];
  EXPECT_EQ(informed["baseline"]["mean"][5], informed["changed"]["mean"][5]);
  EXPECT_LT(informed["baseline"]["mean"][12], informed["changed"]["mean"][12]);
}

TEST(Explorer, KeepsThePictureForStories) {
  Page page;
  const json body = page.asked({{"replicate", 1}, {"changed", {{"socialization.q_other", 0.1}}}});
  const json picture = json::parse(page.explorer.picture(body.dump()));
  ASSERT_EQ(picture["lanes"].size(), 2u);
  const int household = picture["eventful"][1][0];
  const json story = json::parse(page.explorer.story(
      json{{"client", "page-1"}, {"lane", 1}, {"household", household}}.dump()));
  EXPECT_GT(story["happenings"].size(), 1u);
  EXPECT_TRUE(
      has(said_by([&] {
            page.explorer.story(json{{"client", "page-1"}, {"lane", 1}, {"household", 240}}.dump());
          }),
          "below 240"));
  EXPECT_TRUE(
      has(said_by([&] {
            page.explorer.story(json{{"client", "other"}, {"lane", 0}, {"household", 1}}.dump());
          }),
          "has no picture any more"));
}

// Bodies of 200 kB, each of which would overflow a stack where values are copied or written.
TEST(Explorer, RefusesWhatIsNestedByTheThousand) {
  Page page;
  std::string lists(200000, '['), tables;
  lists[100000] = '1';
  for (std::size_t i = 100001; i < lists.size(); ++i) lists[i] = ']';
  lists.pop_back();
  lists += ']';
  for (int i = 0; i < 30000; ++i) tables += "{\"a\":";
  tables += "1" + std::string(30000, '}');
  using Ask = std::string (Explorer::*)(const std::string&);
  for (const std::string& deep : {lists, tables})
    for (const char* begun :
         {"\"baseline\":{\"lending.norm\":", "\"rws\":", "\"outcomes\":[",
          "\"outcome\":\"recovery\",\"axes\":[{\"key\":\"lending.norm\",\"values\":["}) {
      std::string body = "{\"client\":\"a\",\"replicate\":0," + (begun + deep);
      for (const char end : {'}', ']'})
        if (has(begun, end == '}' ? "{" : "[")) body += end;
      body += "}";
      for (const Ask ask : {&Explorer::controls, &Explorer::load, &Explorer::values,
                            &Explorer::scenario, &Explorer::picture, &Explorer::story})
        EXPECT_TRUE(has(said_by([&] { (page.explorer.*ask)(body); }), "nested too deeply"))
            << begun;
      for (const auto stream : {&Explorer::run, &Explorer::points}) {
        std::string answer;
        (page.explorer.*stream)(body, [&](const std::string& line) {
          answer += line;
          return true;
        });
        EXPECT_TRUE(has(answer, "nested too deeply")) << begun;
      }
    }
  // Brackets in texts are none.
  const std::string text(1000, '[');
  EXPECT_FALSE(
      has(said_by([&] {
            page.explorer.values(json{{"client", "a"}, {"changed_events", "\"\\" + text}}.dump());
          }),
          "nested"));
}

TEST(Explorer, LooksForNoNameThatIsLongerThanAll) {
  Page page;
  std::string deep = "world";
  for (int i = 0; i < 60000; ++i) deep += ".a";
  const auto lines = page.run({{"changed", {{deep, 1}}}});
  const json problems = json::parse(problems_of(lines));
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_TRUE(has(problems[0]["text"], "no setting has a name as long as this"));
  EXPECT_LT(problems[0]["text"].get<std::string>().size(), 300u);
}

}  // namespace swadaya
