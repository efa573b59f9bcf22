#include "sim/world/survey.hpp"

#include <gtest/gtest.h>

#include "tests/world/made_survey.hpp"

namespace swadaya {

namespace {

std::string said_of_margins(const std::string& survey, const std::string& margins) {
  const std::string s = file_with("s.csv", survey), m = file_with("m.csv", margins);
  return said_by([&] { margins_of(m, survey_of(s, "")); });
}

const std::string small = "id,size,poor,roof\n1,2,1,tin\n2,4,0,tile\n3,6,0,tin\n";

}  // namespace

TEST(SurveyFile, GivesFieldsByTheirCodes) {
  const MadeSurvey made = made_survey();
  const HouseholdSurvey survey = survey_of(made.survey, columns_of_made_survey);
  EXPECT_EQ(survey.rows.size(), 600u);
  EXPECT_EQ(survey.left_out, 0u);
  EXPECT_FALSE(survey.is_weighted);
  double poor = 0;
  for (const double one : survey.fields.at("poor")) poor += one;
  EXPECT_GT(poor, 120);
  EXPECT_LT(poor, 240);
  EXPECT_TRUE(survey.fields.contains("business"));  // by its heading
  EXPECT_FALSE(survey.fields.contains("elite"));
}

TEST(SurveyFile, LeavesOutRowsWithoutAValueAndTakesWeights) {
  const HouseholdSurvey survey =
      survey_of(file_with("s.csv", "id,size,weight\n1,2,1.5\n2,,1\n3,4,0.5\n"), "");
  EXPECT_EQ(survey.rows.size(), 2u);
  EXPECT_EQ(survey.left_out, 1u);
  EXPECT_TRUE(survey.is_weighted);
  EXPECT_EQ(survey.weights, (std::vector<double>{1.5, 0.5}));
}

TEST(SurveyFile, SaysWhatIsNoFieldOrColumn) {
  const std::string file = file_with("s.csv", small);
  EXPECT_TRUE(has(said_by([&] { survey_of(file, "sise=size"); }), "nearest: size"));
  EXPECT_TRUE(has(said_by([&] { survey_of(file, "size=persons"); }), "no such column in the file"));
  EXPECT_TRUE(has(said_by([&] { survey_of(file, "poor=roof"); }), "roof = tin: must be 1 or 0"));
}

TEST(MarginsFile, IsReadRwByRw) {
  const std::string s = file_with("s.csv", small),
                    m = file_with("m.csv",
                                  "rw,rt,households,poor,size:1-3,size:4+,roof:tin,roof:tile\n"
                                  "2,1,10,3,4,6,9,1\n1,1,5,1,2,3,2,3\n2,2,8,0,8,0,8,0\n");
  const HouseholdSurvey survey = survey_of(s, "");
  const MarginsOfRts margins = margins_of(m, survey);
  ASSERT_EQ(margins.rts.size(), 3u);
  EXPECT_EQ(margins.rts[1].rw, "2");
  EXPECT_EQ(margins.rts[1].rt, "2");
  EXPECT_EQ(margins.rts[2].households, 5u);
  ASSERT_EQ(margins.counted.size(), 3u);
  EXPECT_EQ(margins.counted[0].categories, (std::vector<std::string>{"yes", "no"}));
  EXPECT_EQ(margins.counted[0].totals[0], (std::vector<double>{3, 7}));
  EXPECT_EQ(margins.counted[1].category_of, (std::vector<std::size_t>{0, 1, 1}));
  EXPECT_EQ(margins.counted[2].totals[1], (std::vector<double>{8, 0}));
}

// RT 001 of each RW, as offices number them and head their tables.
TEST(MarginsFile, NumbersOfRtsMayBeginAnewInEachRw) {
  const HouseholdSurvey survey = survey_of(file_with("s.csv", small), "");
  const MarginsOfRts margins =
      margins_of(file_with("m.csv", "RW,RT,Households\n01,001,10\n02,001,5\n01,002,8\n"), survey);
  ASSERT_EQ(margins.rts.size(), 3u);
  EXPECT_EQ(margins.rts[0].households, 10u);
  EXPECT_EQ(margins.rts[1].rt, "002");
  EXPECT_EQ(margins.rts[2].rw, "02");
  EXPECT_EQ(margins.rts[2].rt, "001");
  EXPECT_TRUE(has(said_of_margins(small, "rw,rt,households\n01,001,10\n01,001,5\n"),
                  "m.csv:3: rt = 001: stands twice; each RT has one row"));
  EXPECT_TRUE(has(said_of_margins(small, "rt,households\n001,10\n001,5\n"),
                  "m.csv:3: rt = 001: stands twice; each RT has one row; where RTs are counted "
                  "within an RW, add rw"));
}

TEST(MarginsFile, SaysEverythingThatIsWrong) {
  const auto wrong = [](const std::string& margins) { return said_of_margins(small, margins); };
  EXPECT_TRUE(has(wrong("rt,poor\n1,2\n"), "households: the file of margins needs this column"));
  EXPECT_TRUE(has(wrong("rt,households,pour\n1,9,2\n"), "nearest: poor"));
  EXPECT_TRUE(has(wrong("rt,households,size\n1,9,2\n"), "must say which of them are counted"));
  EXPECT_TRUE(has(wrong("rt,households,poor\n1,9,12\n"), "is more than the 9 households"));
  EXPECT_TRUE(has(wrong("rt,households,size:1-3,size:4+\n1,9,2,6\n"),
                  "m.csv:2: size = 8: is what the categories add up to; the RT has 9 households"));
  EXPECT_TRUE(has(wrong("rt,households,size:1-3,size:5+\n1,9,2,7\n"),
                  "s.csv:3: size = 4: is in none of the categories"));
  EXPECT_TRUE(
      has(wrong("rt,households,size:1-4,size:4+\n1,9,2,7\n"), "is in two of the categories of"));
  EXPECT_TRUE(has(wrong("rt,households\n1,9\n1,8\n"), "stands twice"));
  EXPECT_TRUE(has(wrong("rt,households\n1,9.5\n"), "must be a whole number of households"));
  EXPECT_TRUE(has(wrong("rt,households\n1,0\n"), "an RT has a household at least"));
  EXPECT_TRUE(has(wrong("rt,households,poor,poor:0\n1,9,2,7\n"), "is counted by categories"));
}

}  // namespace swadaya
