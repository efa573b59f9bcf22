// Observed values in files.
#include "sim/base/notes.hpp"
#include "sim/designs/targets.hpp"
#include "tests/drawn.hpp"
#include "tests/files.hpp"

namespace swadaya {

namespace {

struct Read {
  std::vector<std::string> ids;
  std::vector<Node> nodes;
  std::string heard;
};

Read observed(const std::string& text) {
  Read read;
  listen_to_notes([&](const std::string& line) { read.heard += line + "\n"; });
  read.nodes = targets_in(file_with("seen.csv", text));
  listen_to_notes({});
  for (const Node& node : read.nodes) read.ids.push_back(*node.find("id")->text());
  return read;
}

std::string wrong(const std::string& text) {
  return said_by([&] { targets_in(file_with("seen.csv", text)); });
}

}  // namespace

TEST(Observed, MonthsWithoutAValueAreLeftOutAndSaid) {
  const Read read =
      observed("outcome,month,value\ninformed,1,0.1\ninformed,2,NA\ninformed,3,\ninformed,4,0.3\n");
  EXPECT_EQ(read.ids, (std::vector<std::string>{"informed @1", "informed @4"}));
  EXPECT_TRUE(
      has(read.heard, "seen.csv: 2 values observed; 2 rows without a value left out: line 3, 4\n"))
      << read.heard;
  EXPECT_TRUE(has(wrong("outcome,month,value\ninformed,1,\n"), "no row says what was observed"));
}

TEST(Observed, RepeatedRowsAreLeftOutAndSecondValuesCount) {
  const Read read =
      observed("outcome,month,value\ninformed,1,0.1\ninformed,1,0.1\ninformed,1,0.2\n");
  EXPECT_EQ(read.ids, (std::vector<std::string>{"informed @1", "informed @1"}));
  EXPECT_TRUE(has(read.heard, "1 repeated row left out: line 3 as 2")) << read.heard;
  EXPECT_TRUE(
      has(read.heard, "observed more than once, and each counts: informed @1 in line 4, as in 2"))
      << read.heard;
}

TEST(Observed, ColumnsAreFoundInAnyCaseAndOthersLeftAlone) {
  const Read read = observed(
      "\"\";Outcome;MONTH;Value;Held_out;notes\n1;informed;6;0,25;yes;by phone\n2;informed;7;0,3;FALSE;\n");
  ASSERT_EQ(read.nodes.size(), 2u);
  EXPECT_EQ(*read.nodes[0].find("value")->number(), 0.25);
  EXPECT_TRUE(std::get<bool>(read.nodes[0].find("held_out")->value));
  EXPECT_FALSE(std::get<bool>(read.nodes[1].find("held_out")->value));
  EXPECT_TRUE(has(read.heard, "left alone: column 1, notes")) << read.heard;
}

TEST(Observed, WhatIsNearlyAColumnIsAnError) {
  EXPECT_TRUE(has(wrong("outcome,month,value,weigth\ninformed,1,0.1,2\n"),
                  "seen.csv:1: weigth: there is no such column; nearest: weight"));
  EXPECT_TRUE(has(wrong("outcome,month,value,Value\ninformed,1,0.1,2\n"),
                  "value: two columns of the file have this name"));
  EXPECT_TRUE(has(wrong("outcome,month,value,held_out\ninformed,1,0.1,2\n"),
                  "seen.csv:2: held_out = 2: must be yes or no"));
  EXPECT_TRUE(has(wrong("outcome,month,value\ninformed,1,much\n"), "seen.csv:2: value = much"));
}

}  // namespace swadaya
