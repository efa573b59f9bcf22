#include "sim/designs/findings.hpp"

#include <array>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

// A fact about recovery at month 6, which comes to `mean` give or take 1 in four worlds.
std::string fact(const std::string& band, const std::string& more = "", int weight = 2) {
  return "[[pattern]]\nid = \"T1\"\nstatement = \"So it is\"\nsource = \"test\"\ntarget = \"some\"\n"
         "weight = " +
         std::to_string(weight) + "\noutcome = \"recovery\"\nband = " + band + "\n" +
         (has(more, "months") ? "" : "months = [6]\n") + more;
}

// Of `small_ward`, where runs come to 10 and, with more meetings, to 13.
std::vector<Finding> findings_of(const std::string& facts,
                                 const std::vector<std::string>& set = {}) {
  const std::vector<Pattern> patterns = read_patterns(file_with("facts.toml", facts));
  const auto made_up = [](const Experiment& e, const auto& sink) {
    for (std::uint32_t r = 0; r < e.replicates; ++r)
      for (std::size_t v = 0; v < e.variants.size(); ++v) {
        const Scenario& s = e.variants[v].scenario;
        const double meetings = std::get<double>(s.values.at("socialization.meetings"));
        sink({r, {v}, 0}, {series_of((meetings > 2 ? 13 : 10) + (r % 2 ? 1.0 : -1.0), s.months)});
      }
  };
  return findings_of(file_with("ward.toml", small_ward), patterns, all_models(), {set, 4, 1},
                     made_up);
}

Verdict verdict_of(const std::string& facts) { return findings_of(facts).at(0).verdict; }

const std::string louder = "set = { \"socialization.meetings\" = 8 }\n";

}  // namespace

// Values 9, 11, 9, 11: a standard error of 2 / sqrt(3) / 2, two of which are 1.1547.
TEST(Findings, HoldUntilTheyLieTwoStandardErrorsBeyondTheBand) {
  EXPECT_EQ(verdict_of(fact("[10, 11]")), Verdict::holds);
  EXPECT_EQ(verdict_of(fact("[11.154, 12]")), Verdict::holds);
  EXPECT_EQ(verdict_of(fact("[11.155, 12]")), Verdict::fails);
  EXPECT_EQ(verdict_of(fact("[-inf, 8.846]")), Verdict::holds);
  EXPECT_EQ(verdict_of(fact("[-inf, 8.845]")), Verdict::fails);
}

// 13 with 8 meetings, 10 with 2 or less: the ward's own times four are 8.
TEST(Findings, OfAFactorAreOfTheScenariosOwnValueTimesThat) {
  const auto times = [](const std::string& factor, const std::string& key = "meetings") {
    return fact("[12.9, 13.1]", "scale = { \"socialization." + key + "\" = " + factor + " }\n");
  };
  const std::vector<std::string> two{"socialization.meetings=2"};
  EXPECT_EQ(findings_of(times("4"), two)[0].measure.value, 13);
  EXPECT_EQ(findings_of(times("1"), two)[0].measure.value, 10);
  EXPECT_EQ(findings_of(times("0.5"), {"socialization.meetings=8"})[0].measure.value, 13);
  EXPECT_EQ(findings_of(fact("[0, 1]", louder + "scale = { \"socialization.meetings\" = 0.25 }\n"))
                .at(0)
                .measure.value,
            10);
  for (const auto& [key, factor, why] : std::vector<std::array<std::string, 3>>{
           {"meetinsg", "4", "did you mean `socialization.meetings`?"},
           {"meetings", "4000", "comes to 8000 and must be"},
           {"outside", "4", "belongs to the model"}}) {
    const Finding f = findings_of(times(factor, key), two)[0];
    EXPECT_EQ(f.verdict, Verdict::not_measured);
    EXPECT_TRUE(has(f.why, why)) << f.why;
  }
}

TEST(Findings, AreOfTheScenarioChangedAsTheFactSays) {
  EXPECT_EQ(verdict_of(fact("[12.9, 13.1]", louder)), Verdict::holds);
  EXPECT_EQ(verdict_of(fact("[2.9, 3.1]", louder + "compare = \"difference\"\n")), Verdict::holds);
  EXPECT_EQ(verdict_of(fact("[1.34, 2]", louder + "compare = \"ratio\"\n")), Verdict::fails);
}

// The same values: 8.85 to 11.15 may cross an end of the band.
TEST(Findings, SayWhereChanceCouldTurnThem) {
  const auto on_the_edge = [](const std::string& band) {
    return findings_of(fact(band)).at(0).on_the_edge;
  };
  EXPECT_FALSE(on_the_edge("[8.8, 11.2]"));
  EXPECT_TRUE(on_the_edge("[8.9, 11.2]"));
  EXPECT_TRUE(on_the_edge("[8.8, 11.1]"));
  EXPECT_TRUE(on_the_edge("[11.1, 20]"));
  EXPECT_FALSE(on_the_edge("[11.2, 20]"));
}

TEST(Findings, SayWhyNothingIsMeasured) {
  const std::vector<Finding> all = findings_of(
      fact("[0, 99]", "months = [6, 31]\n") +
      fact("[0, 99]", "set = { \"socialization.outside\" = 1 }\n") +
      "[[pattern]]\nid = \"T3\"\nstatement = \"Unseen\"\nsource = \"test\"\ntarget = \"?\"\n"
      "weight = 3\nnot_measured = \"nobody looks\"\n");
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].verdict, Verdict::holds);
  EXPECT_EQ(all[1].why, "the scenario ends at month 30");
  EXPECT_TRUE(has(all[2].why, "belongs to the model")) << all[2].why;
  EXPECT_EQ(all[3].why, "nobody looks");
  for (const std::size_t i : {1u, 2u, 3u}) EXPECT_EQ(all[i].verdict, Verdict::not_measured) << i;
}

// An experiment's baseline is the scenario; each change of it is run once, whatever facts ask for
// it.
TEST(Findings, RunEachChangeOnce) {
  std::size_t variants = 0;
  const std::vector<Pattern> patterns = read_patterns(
      file_with("facts.toml", fact("[0, 1]") + fact("[0, 1]", louder) + fact("[0, 2]", louder)));
  const std::string file =
      file_with("two.toml", std::string{small_ward} +
                                "[experiment]\nbaseline = \"b\"\n[[variant]]\nname = \"a\"\n"
                                "[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n");
  swadaya::findings_of(file, patterns, all_models(), {{}, 2, 1},
                       [&](const Experiment& e, const auto& sink) {
                         variants = e.variants.size();
                         for (const Variant& v : e.variants)
                           EXPECT_EQ(v.scenario.values.at("lending.norm"), Value{0.1});
                         for (std::uint32_t r = 0; r < 2; ++r)
                           sink({r, {0, 1}, 0}, {series_of(0, 30), series_of(0, 30)});
                       });
  EXPECT_EQ(variants, 2u);
}

TEST(Findings, AreGraveWhereAHardFactFails) {
  EXPECT_TRUE(a_hard_one_fails(findings_of(fact("[9.9, 10.1]") + fact("[12, 13]", "", 3))));
  EXPECT_FALSE(a_hard_one_fails(findings_of(fact("[12, 13]") + fact("[9.9, 10.1]", "", 3))));
  // What is true by construction isn't; nor what chance may have moved out of its band.
  EXPECT_FALSE(a_hard_one_fails(findings_of(fact("[12, 13]", "use = \"construction\"\n", 3))));
  EXPECT_FALSE(a_hard_one_fails(findings_of(fact("[11, 12]", "", 3))));
}

// What a fact changes during the run comes beside the scenario's own events.
TEST(Findings, AreOfRunsWithTheEventsThatTheFactSays) {
  const std::string events = "event = [{ month = 3, set = { \"lending.norm\" = 0.5 } }]\n";
  const auto patterns = read_patterns(
      file_with("facts.toml",
                fact("[0, 1]", events) + fact("[0, 1]", events + "compare = \"difference\"\n")));
  const auto by_events = [](const Experiment& e, const auto& sink) {
    for (std::uint32_t r = 0; r < e.replicates; ++r)
      for (std::size_t v = 0; v < e.variants.size(); ++v) {
        const Scenario& s = e.variants[v].scenario;
        sink({r, {v}, 0}, {series_of(static_cast<double>(s.events.size()), s.months)});
      }
  };
  const std::string ward =
      std::string{small_ward} + "[[event]]\nmonth = 1\nset = { \"lending.norm\" = 1 }\n";
  const auto found = swadaya::findings_of(file_with("ward.toml", ward), patterns, all_models(),
                                          {{}, 4, 1}, by_events);
  EXPECT_EQ(found[0].measure.value, 2);
  EXPECT_EQ(found[1].measure.value, 1);
  EXPECT_TRUE(has(said_by([&] {
                    read_patterns(file_with(
                        "wrong.toml", fact("[0, 1]", "event = [{ month = 3, sett = {} }]\n")));
                  }),
                  "did you mean `set`"));
}

}  // namespace swadaya
