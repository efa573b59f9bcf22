#include "sim/base/csv.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

TEST(Csv, ReadsFieldsAsSpreadsheetsWriteThem) {
  const Csv csv = read_csv(file_with("a.csv",
                                     "name,note,x\r\n"
                                     "\r\n"
                                     "a,\"one, two\",1.5\r\n"
                                     "b,\"says \"\"no\"\"\",\n"));
  EXPECT_EQ(csv.names, (std::vector<std::string>{"name", "note", "x"}));
  ASSERT_EQ(csv.rows.size(), 2u);
  EXPECT_EQ(csv.rows[0].line, 3);  // the blank line counts as a line
  EXPECT_EQ(csv.rows[0].fields, (std::vector<std::string>{"a", "one, two", "1.5"}));
  EXPECT_EQ(csv.rows[1].fields, (std::vector<std::string>{"b", "says \"no\"", ""}));
  EXPECT_EQ(csv.column("note"), 1u);
  EXPECT_FALSE(csv.column("nothing").has_value());
}

TEST(Csv, SaysEveryRowOfAnotherLength) {
  const std::string said =
      said_by([] { read_csv(file_with("a.csv", "a,b\n1,2\n1\n1,2\n1,2,3\n")); });
  EXPECT_TRUE(has(said, "a.csv:3: has 1 fields; the heading has 2")) << said;
  EXPECT_TRUE(has(said, "a.csv:5: has 3 fields; the heading has 2")) << said;
  EXPECT_FALSE(has(said, "a.csv:4")) << said;
  EXPECT_TRUE(
      has(said_by([] { read_csv("/nowhere/a.csv"); }), "/nowhere/a.csv: the file can't be"));
}

TEST(Csv, NumbersAreNumbersOrAProblemWithItsPlace) {
  const Csv csv = read_csv(file_with("a.csv", "a,b\n-2.5e3,\n4x,inf\n"));
  std::vector<Problem> problems;
  EXPECT_EQ(number_in(csv, csv.rows[0], 0, 7, problems), -2500);
  EXPECT_EQ(number_in(csv, csv.rows[0], 1, 7, problems), 7);
  EXPECT_TRUE(problems.empty());
  number_in(csv, csv.rows[1], 0, 7, problems);
  number_in(csv, csv.rows[1], 1, 7, problems);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_TRUE(has(text_of(problems[0]), "a.csv:3: a = 4x: must be a number"))
      << text_of(problems[0]);
  EXPECT_EQ(problems[1].key, "b");
}

TEST(Csv, ReadsBackWhatItWrites) {
  const std::vector<std::string> texts{"plain", "a,b", "\"quoted\"", "\"\",\"", ""};
  std::string row = csv_field(texts[0]), heading = "h";
  for (std::size_t i = 1; i < texts.size(); ++i) row += "," + csv_field(texts[i]), heading += ",h";
  EXPECT_EQ(read_csv(file_with("a.csv", heading + "\n" + row + "\n")).rows.at(0).fields, texts);
  EXPECT_EQ(csv_field("plain"), "plain");
  EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
}

TEST(Csv, CellsHaveTenDigitsAndNothingForWhatIsNoNumber) {
  fmt::memory_buffer out;
  for (const double x : {1.0 / 3, std::nan(""), 1e300 * 1e300, -12.0}) add_cell(out, x);
  EXPECT_EQ(fmt::to_string(out), ",0.3333333333,,,-12");
}

}  // namespace swadaya
