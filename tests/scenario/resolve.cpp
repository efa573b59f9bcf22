#include "sim/scenario/resolve.hpp"

#include <cmath>

#include "tests/stage.hpp"

namespace swadaya {

TEST(Resolve, ReportsEverythingThatIsWrongAtOnceWithPlaceAndSuggestion) {
  const std::string text = refusal(
      "[lending]\nnorn = 0.2\nnorm = 99\ntau = \"x\"\n[models]\nwelfare = \"fixd\"\n[worlds]\na = 1\n");
  EXPECT_TRUE(has(
      text,
      "test.toml:2:1: lending.norn = 0.2: there is no such parameter; did you mean `lending.norm`?"))
      << text;
  EXPECT_TRUE(has(text, ":3:1: lending.norm = 99: must be a number between 0 and 6")) << text;
  EXPECT_TRUE(has(text, ":4:1: lending.tau")) << text;
  EXPECT_TRUE(has(text, "nearest: fixed")) << text;
  EXPECT_TRUE(has(text, "did you mean [world]?")) << text;
}

TEST(Resolve, RefusesAParameterOfAModelThatIsNotChosen) {
  EXPECT_TRUE(has(refusal("[models]\nlending = \"none\"\n[lending]\nnorm = 0.2\n"),
                  "belongs to the model `repayment-odds`; this scenario uses `none`"));
}

TEST(Resolve, DropsABasesParametersOfAModelThatIsReplaced) {
  file_with("base.toml", "[lending]\nnorm = 0.2\n");
  EXPECT_EQ(refusal("extends = \"base.toml\"\n[models]\nlending = \"none\"\n"), "");
}

TEST(Resolve, RefusesWrongEventsFilesAndSyntax) {
  EXPECT_TRUE(has(refusal("[[event]]\nmonth = 3\nset = { \"world.poor\" = 0.2 }\n"),
                  "can't change during a run"));
  EXPECT_TRUE(has(refusal("extends = \"missing.toml\"\n"), "there is no file"));
  EXPECT_TRUE(has(refusal("[lending\n"), "isn't TOML"));
  EXPECT_TRUE(has(refusal("[world]\nfrom = \"files\"\nhouseholds = \"none.csv\"\n"),
                  "there is no such file"));
  EXPECT_TRUE(has(refusal("", {"lending.norm"}), "section.key=value"));
  for (const char* key : {"sweep.points=5", "experiment.branch_at=3", "variant.name=a"})
    EXPECT_TRUE(has(refusal("", {key}), "is no parameter of a scenario")) << key;
}

TEST(Resolve, ValuesAreOfTheKindOfTheirParameter) {
  const ParameterInfo flag{"on", Kind::flag, 1.0, "at all", {0, 1}, {}, "a test"};
  const ParameterInfo choice{"order", Kind::choice,      0.0,     "who comes first",
                             {0, 1},  {"board", "need"}, "a test"};
  const ParameterInfo list{"shares", Kind::list, std::vector{1.0}, "shares", {0, 1}, {}, "a test"};
  std::vector<Problem> problems;
  const auto value = [&](const ParameterInfo& info, const std::string& text) {
    return value_of(toml_value(text, "--set"), info, "s." + info.name, problems);
  };
  EXPECT_EQ(value(flag, "true"), Value{1.0});
  EXPECT_EQ(value(choice, "need"), Value{1.0});
  EXPECT_EQ(value(list, "[0.25, 0.75]"), (Value{std::vector{0.25, 0.75}}));
  EXPECT_TRUE(problems.empty());
  EXPECT_FALSE(value(flag, "1").has_value());
  EXPECT_FALSE(value(choice, "\"neeed\"").has_value());
  EXPECT_FALSE(value(list, "[0.25, \"x\"]").has_value());
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(text_of(problems[0]), "--set: s.on = 1: must be true or false (at all)");
  EXPECT_TRUE(
      has(text_of(problems[1]), "must be one of board, need (who comes first); nearest: need"))
      << text_of(problems[1]);
  EXPECT_EQ(problems[2].key, "s.shares");
}

TEST(Resolve, ARingHasAnEvenDegree) {
  const auto said = [](const std::string& degree) {
    return refusal("[network]\ngenerator = \"small-world\"\ndegree = " + degree + "\n");
  };
  EXPECT_TRUE(has(said("9"), "network.degree = 9: must be a whole even number")) << said("9");
  EXPECT_TRUE(has(said("9"), "8 or 10")) << said("9");
  EXPECT_TRUE(has(said("10.5"), "10 or 12")) << said("10.5");
  const auto degree = [](const std::string& toml) {
    return std::get<double>(scenario_from(toml).values.at("network.degree"));
  };
  EXPECT_EQ(degree("[network]\ngenerator = \"small-world\"\ndegree = 8\n"), 8);
  EXPECT_EQ(degree("[network]\ngenerator = \"erdos-renyi\"\ndegree = 9\n"), 9);
}

TEST(Resolve, EventsStandInTheOrderOfTheirMonths) {
  const Scenario s = scenario_from(
      "[[event]]\nmonth = 9\nset = { \"lending.norm\" = 0.3 }\n"
      "[[event]]\nmonth = 2\nset = { lending = { norm = 0.1 } }\n"
      "[[event]]\nmonth = 9\nset = { \"lending.norm\" = 0.4 }\n");
  ASSERT_EQ(s.events.size(), 3u);
  EXPECT_EQ(s.events[0].month, 2);
  EXPECT_EQ(s.events[0].set.at("lending.norm"), Value{0.1});
  EXPECT_EQ(s.events[2].set.at("lending.norm"), Value{0.4});  // of one month, as they are written
  EXPECT_TRUE(has(refusal("[[event]]\nmonth = 2.5\nset = { \"lending.norm\" = 0.3 }\n"),
                  "must be a whole number between 0 and 1200"));
  EXPECT_TRUE(has(refusal("[programme]\ntranches = [0.5, 0.5]\ntranche_months = [1]\n"),
                  "there are 2 tranches and 1 tranche_months"));
}

// What an event scales is what the scenario says at its start, by whatever file, option or factor.
TEST(Resolve, EventsScaleWhatTheScenarioSays) {
  const std::string event = "[[event]]\nmonth = 9\nscale = { \"lending.norm\" = 1.5 }\n";
  Overrides overrides;
  overrides.set = {"lending.norm=2"};
  overrides.scale = {{"lending.norm", toml_value("0.5", "a test")}};
  const Experiment e =
      read_experiment(file_with("e.toml", small_ward + event), all_models(), overrides);
  const Event& scaled = e.variants[0].scenario.events.at(0);
  EXPECT_EQ(scaled.set.at("lending.norm"), Value{1.5});
  EXPECT_EQ(scaled.scales.at("lending.norm"), 1.5);
  const auto refused = [](const std::string& said) {
    return refusal("[[event]]\nmonth = 3\n" + said + "\n");
  };
  EXPECT_TRUE(has(refused("scale = { \"lending.norn\" = 2 }"), "did you mean `lending.norm`?"));
  EXPECT_TRUE(has(refused("scale = { \"world.poor\" = 2 }"), "can't change during a run"));
  EXPECT_TRUE(has(refused("scale = { \"lending.norm\" = \"x\" }"), "must be a number: it scales"));
  EXPECT_TRUE(has(refused("scale = { \"lending.norm\" = 100 }"), "comes to"));
  EXPECT_TRUE(has(refused("scale = { \"programme.tranches\" = 2 }"), "can't be scaled"));
  EXPECT_TRUE(has(refused("set = { lending.norm = 1 }\nscale = { lending.norm = 2 }"),
                  "is set by the same event"));
  EXPECT_TRUE(has(refused(""), "must be said, or `scale`")) << refused("");
}

// A key that names no section: those that have it, or the nearest.
TEST(Resolve, SaysOfWhichSectionABareKeyMayBe) {
  const std::string variant =
      std::string{small_ward} + "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { ";
  const std::string meetings = refusal(variant + "meetings = 2 }\n");
  EXPECT_TRUE(has(meetings, "names no section") && has(meetings, "programme.meetings") &&
              has(meetings, "socialization.meetings"))
      << meetings;
  EXPECT_TRUE(has(refusal(variant + "norn = 2 }\n"), "lending.norm"));
  EXPECT_TRUE(has(refusal("[[event]]\nmonth = 3\nset = { norm = 0.2 }\n"), "lending.norm"));
}

}  // namespace swadaya
