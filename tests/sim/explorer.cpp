#include "sim/explorer.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <thread>

#include "sim/explore_request.hpp"
#include "sim/statistics.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

// A ward of 2 RW x 3 RT x 40 over a year and a half, as a file opened.
const char* const opened_text =
    "[experiment]\nbaseline = \"before\"\nreplicates = 8\nseed = 3\noutcomes = [\"informed\", \"recovery\"]\n"
    "[time]\nmonths = 18\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n"
    "[programme]\ngrant = 20000\n[socialization]\nmeetings = 2\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n"
    "[[variant]]\nname = \"before\"\n"
    "[[variant]]\nname = \"loud\"\ntitle = \"Louder\"\nset = { \"socialization.q_other\" = 0.1 }\n"
    "[[variant]]\nname = \"later\"\nset = { \"models.lending\" = \"hazard\" }\n"
    "[[variant.event]]\nmonth = 6\nset = { \"socialization.q_other\" = 0.2 }\n";

struct Page {
  std::string file = file_with("opened.toml", opened_text);
  Explorer explorer{all_models(),
                    base_of_file(file, all_models(), {}),
                    {std::filesystem::path{file}.parent_path().string()},
                    2};
  std::uint64_t moves = 0;

  json asked(json more = json::object()) {
    json body{{"client", "page-1"}, {"move", ++moves}, {"replicates", 4}, {"seed", 3}};
    body.update(more);
    return body;
  }
  std::vector<json> run(
      const json& more, const std::function<bool()>& listens = [] { return true; }) {
    std::vector<json> lines;
    explorer.run(asked(more).dump(), [&](const std::string& line) {
      lines.push_back(json::parse(line));
      return listens();
    });
    return lines;
  }
  std::vector<json> points(const json& more) {
    std::vector<json> lines;
    explorer.points(asked(more).dump(), [&](const std::string& line) {
      lines.push_back(json::parse(line));
      return true;
    });
    return lines;
  }
};

std::string problems_of(const std::vector<json>& lines) {
  return lines.empty() ? "" : lines.back().value("problems", json::array()).dump();
}

std::string refusal_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const BadInput& bad) {
    return bad.what();
  }
  return "";
}

}  // namespace

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

TEST(Explorer, GivesAPartOfTheWardItsPartOfTheMoney) {
  const Base base = default_base(all_models());
  const ExploreRequest part = explore_request({{"rws", 2}}, base, all_models());
  EXPECT_EQ(part.share, 0.2);
  const Values& values = part.experiment.variants[0].scenario.values;
  EXPECT_EQ(std::get<double>(values.at("world.rw_per_ward")), 2);
  EXPECT_DOUBLE_EQ(std::get<double>(values.at("programme.grant")), 50000);
  EXPECT_DOUBLE_EQ(std::get<double>(values.at("costs.audit")), 1000);
  EXPECT_DOUBLE_EQ(std::get<double>(values.at("facilitation.wards_served")), 45);
  // And a file of it has the whole ward.
  const Experiment whole = whole_ward({{"rws", 2}}, base, all_models());
  EXPECT_EQ(std::get<double>(whole.variants[0].scenario.values.at("world.rw_per_ward")), 10);
}

TEST(Explorer, SavesWhatValidates) {
  Page page;
  const json changed{{"socialization.q_other", 0.1}, {"models.lending", "hazard"}};
  const json saved = json::parse(page.explorer.scenario(page.asked({{"changed", changed}}).dump()));
  const Experiment again =
      read_experiment(file_with("saved.toml", saved["toml"]), all_models(), {});
  ASSERT_EQ(again.variants.size(), 2u);
  EXPECT_EQ(again.variants[again.baseline].name, "baseline");
  EXPECT_EQ(again.seed, 3u);
  EXPECT_EQ(std::get<double>(again.variants[1].scenario.values.at("socialization.q_other")), 0.1);
  EXPECT_EQ(again.variants[1].scenario.models[7], "hazard");
  // And it can be opened again.
  const json opened = json::parse(page.explorer.load(
      json{{"client", "page-1"}, {"name", "saved.toml"}, {"text", saved["toml"]}}.dump()));
  EXPECT_EQ(opened["presets"][1]["set"]["socialization.q_other"], 0.1);
  EXPECT_EQ(opened["baseline"], "baseline");
}

TEST(Explorer, SaysTheCommandThatRunsWhatWasChanged) {
  const std::string file = file_with("one.toml", small_ward);
  Explorer explorer{all_models(), base_of_file(file, all_models(), {}), {}, 1};
  const json answer = json::parse(explorer.scenario(json{
      {"client", "a"},
      {"replicates", 5},
      {"seed", 2},
      {"changed",
       {{"models.lending", "hazard"},
        {"coordination.sequence", "money-first"},
        {"programme.tranches", {0.5, 0.25, 0.25}},
        {"supervision.published", true}}}}.dump()));
  const std::string command = answer["command"];
  EXPECT_TRUE(has(command, "swadaya run ")) << command;
  EXPECT_TRUE(has(command, "--set models.lending=hazard")) << command;
  EXPECT_TRUE(has(command, "--set 'programme.tranches=[0.5, 0.25, 0.25]'")) << command;
  EXPECT_TRUE(has(command, "--set supervision.published=true")) << command;
  EXPECT_TRUE(has(command, "--replicates 5 --seed 2")) << command;
  EXPECT_FALSE(has(command, "socialization")) << command;
}

TEST(Explorer, OpensASentScenarioThatExtendsOneOfItsFolder) {
  Page page;
  file_with("other.toml", "[lending]\nnorm = 0.2\n");
  const auto load = [&](const std::string& text) {
    return json::parse(page.explorer.load(
        json{{"client", "page-1"}, {"name", "../../sent.toml"}, {"text", text}}.dump()));
  };
  const json opened = load("extends = \"other.toml\"\n[time]\nmonths = 20\n");
  EXPECT_EQ(opened["values"]["lending.norm"], 0.2);
  EXPECT_EQ(opened["months"], 20);
  EXPECT_EQ(opened["name"], "sent.toml");
  const auto lines = page.run({{"base", opened["base"]}, {"replicates", 1}, {"rws", 1}});
  EXPECT_EQ(problems_of(lines), "[]");
}

TEST(Explorer, LetsASentScenarioReadNoOtherFile) {
  Page page;
  const std::string outside = testing::TempDir() + "/swadaya-outside.toml";
  std::ofstream{outside} << "[lending]\nnorm = 0.2\n";
  const auto link = std::filesystem::path{page.file}.parent_path() / "link.toml";
  std::filesystem::remove(link);  // of a run before this one
  std::filesystem::create_symlink(outside, link);
  const auto refused = [&](const std::string& text) {
    return refusal_of([&] {
      page.explorer.load(json{{"client", "a"}, {"name", "sent.toml"}, {"text", text}}.dump());
    });
  };
  for (const std::string& path : {outside, std::string{"../swadaya-outside.toml"},
                                  std::string{"link.toml"}, std::string{"/etc/passwd"}})
    EXPECT_TRUE(has(refused("extends = \"" + path + "\"\n"), "must be a scenario inside")) << path;
  EXPECT_TRUE(has(refused("[experiment]\nbase = \"/etc/passwd\"\n"), "must be a scenario inside"));
  EXPECT_TRUE(has(refused("[world]\nfrom = \"files\"\nhouseholds = \"/etc/passwd\"\n"),
                  "can't name a file of this machine"));
  EXPECT_TRUE(has(refused("[[variant]]\nname = \"a\"\nset = { network.edges = \"/etc/passwd\" }\n"),
                  "can't name a file of this machine"));
  EXPECT_TRUE(
      has(refused("[sweep]\ndesign = \"list\"\nfile = \"/etc/passwd\"\n"), "means nothing here"));
  EXPECT_TRUE(has(refused("[lending]\nnorn = 0.2\n"), "did you mean `lending.norm`?"));
  EXPECT_TRUE(has(refused("[lending\n"), "sent.toml:1"));
  std::filesystem::remove(outside);
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
      has(refusal_of([&] {
            page.explorer.story(json{{"client", "page-1"}, {"lane", 1}, {"household", 240}}.dump());
          }),
          "below 240"));
  EXPECT_TRUE(
      has(refusal_of([&] {
            page.explorer.story(json{{"client", "other"}, {"lane", 0}, {"household", 1}}.dump());
          }),
          "has no picture any more"));
}

TEST(Explorer, TellsWhatMayBeSetFromWhatModelsDeclare) {
  Page page;
  const json controls = json::parse(page.explorer.controls("{\"base\": \"opened\"}"));
  ASSERT_EQ(controls["slots"].size(), 10u);
  EXPECT_EQ(controls["baseline"], "before");
  EXPECT_EQ(controls["presets"].size(), 3u);
  EXPECT_EQ(controls["presets"][2]["events"], json({6.0}));
  EXPECT_EQ(controls["values"]["socialization.meetings"], 2);
  EXPECT_FALSE(controls["values"].contains("world.households"));
  std::size_t models = 0;
  for (const json& slot : controls["slots"]) models += slot["models"].size();
  EXPECT_EQ(models, all_models().models().size());
  for (const json& slot : controls["slots"])
    for (const json& model : slot["models"])
      for (const json& parameter : model["parameters"]) {
        EXPECT_FALSE(parameter["unit"].get<std::string>().empty());
        EXPECT_FALSE(parameter["source"].get<std::string>().empty());
      }
}

TEST(ExploreBase, TakesTheLeversOfAFactorialAsPresets) {
  const std::string file =
      std::string{SWADAYA_SOURCE_DIR} + "/scenarios/lenteng-agung/factorial.toml";
  const Base base = base_of_file(file, all_models(), {});
  EXPECT_EQ(base.presets.size(), 5u);
  EXPECT_EQ(base.presets[3].name, "supervision");
  EXPECT_EQ(base.baseline_preset, "");
}

TEST(ExploreBase, MakesEventsOfWhatVariantsSetAfterABranch) {
  const std::string file =
      std::string{SWADAYA_SOURCE_DIR} + "/scenarios/lenteng-agung/what-now.toml";
  const Base base = base_of_file(file, all_models(), {});
  ASSERT_TRUE(base.experiment.branch_at);
  ASSERT_GT(base.presets.size(), 1u);
  const Preset& preset = base.presets.back();
  EXPECT_TRUE(preset.set.empty());
  const ExploreRequest request = explore_request(
      {{"changed_events", preset.name}, {"common", {{"time.months", 48}}}}, base, all_models());
  const auto& events = request.experiment.variants[1].scenario.events;
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events.back().month, *base.experiment.branch_at + 1);
}

TEST(ExploreBase, OpensEveryScenarioThatIsShipped) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator{
           std::string{SWADAYA_SOURCE_DIR} + "/scenarios"}) {
    const std::string file = entry.path().string();
    if (!file.ends_with(".toml") || file.ends_with("patterns.toml")) continue;
    EXPECT_EQ(refusal_of([&] {
                const Base base = base_of_file(file, all_models(), {});
                EXPECT_LE(base.presets.size(), 40u) << file;
              }),
              "")
        << file;
  }
}

}  // namespace swadaya
