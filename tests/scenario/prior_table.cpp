#include "sim/scenario/prior_table.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

namespace {

Prior read(const std::string& text, const Range& declared, std::string* said = nullptr) {
  std::vector<Problem> problems;
  const Prior prior = read_prior("lending.norm", toml_value(text, "a.toml"), declared,
                                 "calibration.priors", problems);
  std::string all;
  for (const Problem& p : problems) all += text_of(p) + "\n";
  if (said)
    *said = all;
  else {
    EXPECT_EQ(all, "");
  }
  return prior;
}
std::string said_of(const std::string& text, const Range& declared = {0, 3}) {
  std::string said;
  read(text, declared, &said);
  return said;
}

}  // namespace

TEST(PriorTable, ReadsEveryWayToSayOne) {
  const Prior range = read("\"range\"", {0, 3});
  EXPECT_EQ(range.key, "lending.norm");
  EXPECT_EQ(range.shape, Shape::uniform);
  EXPECT_EQ(range.range.high, 3);
  EXPECT_EQ(read("{ low = 1, high = 2 }", {0, 3}).range.low, 1);
  const Prior normal = read("{ distribution = \"normal\", mean = -0.5, sd = 0.1 }", {-1, 3});
  EXPECT_EQ(normal.shape, Shape::normal);
  EXPECT_EQ(normal.a, -0.5);
  EXPECT_EQ(normal.b, 0.1);
  EXPECT_EQ(normal.range.low, -1);  // of the declaration
  const Prior beta = read("{ distribution = \"beta\", a = 2, b = 3, high = 1 }", {0, unbounded});
  EXPECT_EQ(beta.shape, Shape::beta);
  EXPECT_EQ(beta.range.high, 1);
}

TEST(PriorTable, SaysWhatIsWrong) {
  EXPECT_TRUE(
      has(said_of("7"), "calibration.priors.lending.norm = 7: must be \"range\" or a table"));
  EXPECT_TRUE(has(said_of("{ low = -1, high = 2 }"), "must lie within the declared range, 0 to 3"));
  EXPECT_TRUE(has(said_of("{ low = 2, high = 2 }"), "`low` must lie below `high`"));
  EXPECT_TRUE(has(said_of("\"range\"", {0, unbounded}), "needs both ends: say `low` and `high`"));
  EXPECT_TRUE(has(said_of("{ distribution = \"normal\", mean = 1 }"),
                  "sd: must be said for this distribution"));
  EXPECT_TRUE(
      has(said_of("{ distribution = \"lognormal\", median = 0, sigma = 1 }"), "median = 0"));
  EXPECT_TRUE(has(said_of("{ distribution = \"norml\", mean = 1, sd = 1 }"), "nearest: normal"));
  EXPECT_TRUE(has(said_of("{ low = 0, high = 1, mean = 1 }"),
                  "mean = 1: means nothing of this distribution"));
}

TEST(PriorTable, ATableSaysThePriorAgainWithNothingLeftToADeclaration) {
  for (const char* text : {"\"range\"", "{ low = 1, high = 2 }",
                           "{ distribution = \"lognormal\", median = 1, sigma = 2 }",
                           "{ distribution = \"beta\", a = 2, b = 3, high = 1 }"}) {
    const Prior prior = read(text, {0, 3});
    const Node place = toml_value("1", "a.toml");
    std::vector<Problem> problems;
    const Prior back = read_prior(prior.key, node_with(place, table_of(prior, place)),
                                  {-unbounded, unbounded}, "", problems);
    EXPECT_TRUE(problems.empty()) << text;
    EXPECT_EQ(back.text(), prior.text());
  }
}

TEST(PriorTable, PriorsHaveOneOrderHoweverTheyAreWritten) {
  const auto keys_of = [](const std::string& text) {
    const Node root = toml_of(text, "a.toml");
    std::vector<std::string> keys;
    for (const auto& [key, node] : prior_entries(*root.table())) keys.push_back(key);
    return keys;
  };
  const std::vector<std::string> expected{"attitude.mu", "lending.norm", "lending.tau"};
  EXPECT_EQ(keys_of("\"lending.tau\" = \"range\"\n\"attitude.mu\" = \"range\"\n"
                    "\"lending.norm\" = { low = 0, high = 1 }\n"),
            expected);
  EXPECT_EQ(keys_of("[lending]\nnorm = { distribution = \"normal\" }\ntau = \"range\"\n"
                    "[attitude]\nmu = \"range\"\n"),
            expected);
}

}  // namespace swadaya
