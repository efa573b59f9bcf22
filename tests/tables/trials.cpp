#include "sim/tables/trials.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/files.hpp"

namespace swadaya {

namespace {

Tested points() {
  Tested t;
  t.trial.name = "a-trial", t.trial.title = "more of it", t.trial.who = "Nobody (2000)";
  t.trial.where = "nowhere", t.trial.read = "abstract", t.trial.assumed = "a guess";
  t.trial.quantity.outcome = *outcome_index("recovery");
  t.trial.effect = -0.1, t.trial.standard_error = 0.05;
  t.simulated = {40, -0.05, 0.01, -0.15, 0.05};
  t.inside = true;
  t.sign_right = true;
  return t;
}

Tested factor() {
  Tested t = points();
  t.trial.name = "a-ratio", t.trial.assumed = "";
  t.trial.kept_apart = true;
  t.trial.scale = Scale::log_ratio;
  t.trial.effect = std::log(0.5), t.trial.standard_error = std::log(2) / 1.644854;
  t.simulated = {40, std::log(1.5), 0.01, 0, std::log(3)};
  t.inside = false;
  t.sign_right = false;
  return t;
}

Tested null() {
  Tested t = points();
  t.trial.name = "a-null", t.trial.assumed = "";
  t.trial.quantity.outcome = *outcome_index("lent_kRp");
  t.trial.is_null = true;
  t.trial.effect = 0, t.trial.standard_error = 1000;  // no points
  t.simulated = Simulated{};
  t.inside = false;
  t.sign_right = std::nullopt;
  return t;
}

}  // namespace

TEST(TrialsTable, HasARowAnExperimentAndTheCounts) {
  const std::string text = table_of({points(), factor(), null()}, Markup::terminal);
  EXPECT_TRUE(has(text, "a-trial")) << text;
  EXPECT_TRUE(has(text, "-10.0 [-18.2, -1.8] pt *")) << text;
  EXPECT_TRUE(has(text, "-5.0 [-15.0, +5.0] pt")) << text;
  EXPECT_TRUE(has(text, "right  yes     fitted      abstract\n")) << text;
  EXPECT_TRUE(has(text, "x 0.50 [0.25, 1.00]")) << text;
  EXPECT_TRUE(has(text, "x 1.50 [1.00, 3.00]")) << text;
  EXPECT_TRUE(has(text, "WRONG  no      kept apart  abstract\n")) << text;
  EXPECT_TRUE(has(text, "null   no      fitted")) << text;
  EXPECT_TRUE(has(text, "* a-trial: standard error assumed: a guess\n")) << text;
  EXPECT_TRUE(
      text.ends_with("1 of 3 inside; signs right 1 of 2; nulls held 0 of 1; 2 fitted (1 "
                     "inside), 1 kept apart (0 inside).\n"))
      << text;
}

TEST(TrialsTable, FitsATerminalOf120Columns) {
  Tested wordy = points();
  for (int i = 0; i < 40; ++i) wordy.trial.assumed += " guess";
  std::istringstream lines{table_of({wordy, factor(), null()}, Markup::terminal)};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 120u) << line;
}

TEST(TrialsTable, SaysOfOneAloneWhatItIs) {
  Tested t = points();
  t.trial.represents = "more of it", t.trial.leaves_out = "the rest";
  const std::string alone = table_of({t}, Markup::terminal);
  EXPECT_TRUE(has(alone, "Nobody (2000), nowhere: more of it\n")) << alone;
  EXPECT_TRUE(has(alone, "leaves out: the rest\n")) << alone;
  EXPECT_FALSE(has(table_of({t, t}, Markup::terminal), "leaves out"));
}

TEST(TrialsTable, IsATableInMarkdownToo) {
  const std::string text = table_of({points()}, Markup::markdown);
  EXPECT_TRUE(has(text,
                  "|---|---|---|---|---|---|---|---|\n| a-trial | Nobody (2000), nowhere: more "
                  "of it | -10.0 [-18.2, -1.8] pt * | "))
      << text;
}

TEST(TrialsTable, SaysInIndonesianWhatWasTried) {
  Tested own = points();
  own.trial.title_id = "lebih banyak";
  for (const Markup markup : {Markup::terminal, Markup::markdown}) {
    EXPECT_TRUE(has(table_of({own}, markup), "nowhere: more of it"));
    EXPECT_TRUE(has(table_of({own}, markup, Language::indonesian()), "nowhere: lebih banyak"));
    EXPECT_TRUE(has(table_of({points()}, markup, Language::indonesian()),
                    "nowhere: more of it"));  // has none
  }
  EXPECT_EQ(json_of({own})[0]["title_id"], "lebih banyak");
}

TEST(TrialsTable, SaysTheSameInJson) {
  const nlohmann::json json = json_of({points(), factor(), null()});
  ASSERT_EQ(json.size(), 3u);
  EXPECT_EQ(json[0]["name"], "a-trial");
  EXPECT_EQ(json[0]["effect"], -0.1);
  EXPECT_NEAR(json[0]["low"].get<double>(), -0.1 - 0.05 * 1.644854, 1e-9);
  EXPECT_NEAR(json[0]["high"].get<double>(), -0.1 + 0.05 * 1.644854, 1e-9);
  EXPECT_EQ(json[0]["simulated"], -0.05);
  EXPECT_EQ(json[0]["simulated_low"], -0.15);
  EXPECT_EQ(json[0]["simulated_high"], 0.05);
  EXPECT_EQ(json[0]["inside"], true);
  EXPECT_EQ(json[0]["sign_right"], true);
  EXPECT_EQ(json[0]["kept_apart"], false);
  EXPECT_EQ(json[1]["sign_right"], false);
  EXPECT_EQ(json[1]["compare"], "log-ratio");
  EXPECT_TRUE(json[2]["sign_right"].is_null());
  EXPECT_TRUE(json[2]["simulated"].is_null());
}

}  // namespace swadaya
