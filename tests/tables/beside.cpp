#include "sim/tables/beside.hpp"

#include <nlohmann/json.hpp>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

Experiment three() {
  Experiment e = experiment_from(std::string{small_ward} +
                                 "[experiment]\nanswer = \"recovery\"\nmonths_shown = [6]\n"
                                 "[[variant]]\nname = \"base\"\n[[variant]]\nname = \"a\"\ntitle = "
                                 "\"Audits\"\n[[variant]]\nname = \"b\"\n");
  return e;
}

PairedDifference difference(double d) {
  PairedDifference p;
  p.n = 9, p.difference = d, p.standard_error = 0.01, p.low = d - 0.02, p.high = d + 0.02;
  return p;
}

const Answers own{"", 9, {{}, difference(0.1), difference(0.04)}, {1, 2}};
const Answers other{"Had nobody met", 5, {{}, difference(-0.01), difference(0.05)}, {2, 1}};

}  // namespace

TEST(BesideTable, SaysWhoLeadsAndWhatBecomesOfIt) {
  const std::string text = answer_text(three(), own, {other}, {});
  EXPECT_EQ(text,
            "What moves recovery most by month 6 (points, 9 worlds; brackets: 95 %, parameters "
            "taken as known)\n"
            "Audits +10.0 [+8.0, +12.0]; b +4.0 [+2.0, +6.0].\n"
            "Had nobody met: b +5.0 [+3.0, +7.0]; Audits -1.0 [-3.0, +1.0] (5 worlds).\n");
}

TEST(BesideTable, GivesTheSameToPrograms) {
  const nlohmann::json json = answer_json(three(), own, {other});
  EXPECT_EQ(json["outcome"], "recovery");
  EXPECT_EQ(json["month"], 6);
  EXPECT_TRUE(json["answers"][0]["under"].is_null());
  EXPECT_EQ(json["answers"][1]["under"], "Had nobody met");
  EXPECT_EQ(json["answers"][1]["effects"][0]["variant"], "b");
  EXPECT_EQ(json["answers"][1]["effects"][0]["difference"], 0.05);
}

TEST(BesideTable, IsKeptAndReadBack) {
  const auto kept =
      answers_kept(three(), nlohmann::json::parse(kept_json(three(), {other}).dump()));
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(answer_text(three(), own, kept, {}), answer_text(three(), own, {other}, {}));
  EXPECT_EQ(answer_json(three(), own, kept), answer_json(three(), own, {other}));
}

// Of one world there is no interval, and of equal worlds no effect.
TEST(BesideTable, KeepsWhatHasNoInterval) {
  PairedDifference one, same;
  one.n = 1, one.difference = 0.25;
  same.n = 5, same.difference = 0, same.standard_error = 0, same.low = 0, same.high = 0;
  const Answers odd{"Odd", 5, {{}, same, one}, {2, 1}};
  const auto kept = answers_kept(three(), nlohmann::json::parse(kept_json(three(), {odd}).dump()));
  EXPECT_TRUE(std::isnan(kept[0].effects[2].low));
  EXPECT_TRUE(kept[0].effects[1].is_same());
}

TEST(BesideTable, IsSilentWhereNothingIsRanked) {
  EXPECT_EQ(answer_text(three(), {"", 3, {{}, {}, {}}, {}}, {}, {}), "");
}

}  // namespace swadaya
