#include "sim/scenario/ask.hpp"

#include <gtest/gtest.h>
#include <sstream>

#include "tests/files.hpp"

namespace swadaya::own {

namespace {

std::string asked(WardAnswers& answers, const std::string& typed) {
  std::istringstream in{typed};
  std::string said;
  ask(answers, in, [&](const std::string& text) { said += text; });
  return said;
}

}  // namespace

TEST(Ask, TakesAnswersAndKeepsWhatIsLeftEmpty) {
  WardAnswers answers;
  const std::string said = asked(
      answers, "Cipedak\n8\n\n5040\n20\n\n300\nya\n60\n" + std::string(12, '\n') + "4, capacity\n");
  EXPECT_EQ(answers.title, "Cipedak");
  EXPECT_EQ(answers.rws, 8);
  EXPECT_EQ(answers.rts, 110);
  EXPECT_EQ(answers.households, 5040);
  EXPECT_EQ(answers.poor, 20);
  EXPECT_EQ(answers.year, 2001);
  EXPECT_EQ(answers.grant, 300);
  EXPECT_EQ(answers.costs, (std::map<std::string, double>{{"meeting", 60}}));
  EXPECT_EQ(answers.packages, (std::vector<std::string>{"supervision", "capacity"})) << said;
  EXPECT_FALSE(answers.said.contains("rts"));
  EXPECT_TRUE(has(said, "Households in the ward [10450]: ")) << said;
  EXPECT_TRUE(has(said, "Grant for the ward, million rupiah [250]: ")) << said;
}

TEST(Ask, AsksAgainWhatCantBe) {
  WardAnswers answers;
  const std::string said = asked(
      answers,
      "\nten\n10.5\n0\n12\n\n\n0.15\n15\n1990\n2005\n1.200\n300\niya\ntidak\nall of them\n\n");
  EXPECT_EQ(answers.rws, 12);
  EXPECT_EQ(answers.poor, 15);
  EXPECT_EQ(answers.year, 2005);
  EXPECT_EQ(answers.grant, 300);  // 1.200 may be either
  EXPECT_TRUE(has(said, "thousands without a point")) << said;
  EXPECT_TRUE(has(said, "yes or no\n")) << said;
  EXPECT_TRUE(has(said, "a whole number, without points or commas, from 1 to 1000")) << said;
  EXPECT_TRUE(has(said, "a number from 1 to 90")) << said;
  EXPECT_TRUE(has(said, "there is no such package")) << said;
}

TEST(Ask, EndsWithTheInputAndSpeaksIndonesian) {
  WardAnswers answers;
  answers.language = Language::indonesian();
  answers.said = {"title"};
  const std::string said = asked(answers, "9\n");
  EXPECT_EQ(answers.rws, 9);
  EXPECT_EQ(answers.households, 10450);
  EXPECT_TRUE(has(said, "Jumlah RW di kelurahan [10]: ")) << said;
  EXPECT_FALSE(has(said, "Nama kelurahan")) << said;
  EXPECT_FALSE(has(said, "Persen")) << said;
}

TEST(Ask, OptionsSayTheNearestName) {
  WardAnswers answers;
  take_cost(answers, "audit=4000");
  EXPECT_EQ(answers.costs.at("audit"), 4000);
  EXPECT_TRUE(has(said_by([&] { take_cost(answers, "adit=1"); }), "did you mean `audit`?"));
  EXPECT_TRUE(has(said_by([&] { take_cost(answers, "audit=lots"); }), "must be kRp an audit"));
  EXPECT_TRUE(has(said_by([&] { take_cost(answers, "audit"); }), "must be kRp an audit"));
  EXPECT_TRUE(has(said_by([&] { take_cost(answers, "lump=3"); }), "no such unit cost"));
  EXPECT_TRUE(
      has(said_by([&] { take_packages(answers, "suprvision"); }), "did you mean `supervision`?"));
  EXPECT_TRUE(has(said_by([&] { take_packages(answers, "9"); }), "there is no such package"));
}

}  // namespace swadaya::own
