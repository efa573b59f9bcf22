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

namespace {

std::vector<std::vector<std::string>> fields_of(const std::string& text, const CsvForm& form = {}) {
  std::vector<std::vector<std::string>> fields;
  const Csv csv = read_csv(file_with("a.csv", text), form);
  fields.push_back(csv.names);
  for (const Csv::Row& row : csv.rows) fields.push_back(row.fields);
  return fields;
}
std::string said_of(const std::string& text) {
  return said_by([&] { read_csv(file_with("a.csv", text)); });
}

}  // namespace

TEST(Csv, IsTheSameTableHoweverProgramsWriteIt) {
  const std::vector<std::vector<std::string>> table{{"id", "name", "x"}, {"7", "Ibu Sri", "0.5"}};
  for (const char* text :
       {"id,name,x\n7,Ibu Sri,0.5\n", "id;name;x\n7;Ibu Sri;0,5\n",
        "id\tname\tx\n7\tIbu Sri\t0.5\n", "\xEF\xBB\xBFid,name,x\r\n7,Ibu Sri,0.5\r\n",
        "id,name,x\r7,Ibu Sri,0.5\r", "id,name,x\n7,Ibu Sri,0.5",
        "\"id\",\"name\",\"x\"\n\"7\",\"Ibu Sri\",\"0.5\"\n", "id , name,x \n 7,\t Ibu Sri , 0.5\n",
        "id,name,x,,\n7,Ibu Sri,0.5,,\n,,,,\n\n", "sep=;\nid;name;x\n7;Ibu Sri;\"0,5\"\n"})
    EXPECT_EQ(fields_of(text), table) << text;
}

TEST(Csv, ACommaIsADecimalOneInNumbersBetweenSemicolonsAlone) {
  EXPECT_EQ(fields_of("a;b;c\n-1,5e3;x,y;1,2,3\n")[1],
            (std::vector<std::string>{"-1.5e3", "x,y", "1,2,3"}));
  EXPECT_EQ(fields_of("a,b\n\"1,5\",2\n")[1], (std::vector<std::string>{"1,5", "2"}));
}

TEST(Csv, QuotesHoldSeparatorsAndLineEnds) {
  const Csv csv =
      read_csv(file_with("a.csv", "id,note\r\n1,\"first,\r\nsecond \"\"x\"\"\"\r\n2,5\" pipe\r\n"));
  ASSERT_EQ(csv.rows.size(), 2u);
  EXPECT_EQ(csv.rows[0].fields[1], "first,\nsecond \"x\"");
  EXPECT_EQ(csv.rows[1].fields[1], "5\" pipe");
  EXPECT_EQ(csv.rows[0].line, 2);
  EXPECT_EQ(csv.rows[1].line, 4);
  EXPECT_TRUE(has(said_of("id,note\n1,a\n2,\"b\n3,c\n"), "a.csv:3: a quote is opened here"));
}

TEST(Csv, RefusesWhatIsNoTableInText) {
  EXPECT_TRUE(has(said_of("id,x\r\r\n"), "a.csv: has no rows: a heading is all there is"));
  EXPECT_TRUE(has(said_of(""), "a.csv:1: the file has no heading line"));
  EXPECT_TRUE(has(said_of(std::string{"id\n1\n\0\n", 7}), "a.csv:3: has a byte 0"));
  EXPECT_TRUE(has(said_of("id\rx\rK\xE9\r"), "a.csv:3: byte 0xe9 is no UTF-8"));
  EXPECT_TRUE(has(said_of("id\n\xED\xA0\x80\n"), "a.csv:2: byte 0xed is no UTF-8"));
  EXPECT_TRUE(has(said_of("id\n\xC3"), "a.csv:2: byte 0xc3 is no UTF-8"));
  EXPECT_EQ(said_of("id\nKad\xC3\xA9 \xF0\x9F\x8C\xBE\n"), "");
  EXPECT_TRUE(has(said_of("PK\x03\x04xl"), "a.csv: is a damaged archive"));
  EXPECT_TRUE(has(said_of("\xFF\xFEi"), "is written in UTF-16; save it as CSV in UTF-8"));
}

TEST(Csv, MayHaveNoHeadingAndBlanksBetweenColumns) {
  const CsvForm form{.heading = false, .blanks = true, .remarks = true};
  EXPECT_EQ(fields_of("# a remark, with commas\n1 2 {'weight': 3}\n10   20\t {}\n", form),
            (std::vector<std::vector<std::string>>{
                {"1", "2", "3"}, {"1", "2", "{'weight': 3}"}, {"10", "20", "{}"}}));
  EXPECT_EQ(fields_of("1,2\n", form)[1], (std::vector<std::string>{"1", "2"}));
}

TEST(Csv, KnowsWhatIsMissing) {
  for (const char* text : {"", "NA", "n/a", "NaN", "NULL", "."})
    EXPECT_TRUE(is_missing(text)) << text;
  for (const char* text : {"0", "-9", "nab", "no", "nullo"}) EXPECT_FALSE(is_missing(text)) << text;
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

// "=HYPERLINK(...)" as a title would be worked out by a spreadsheet that opens the file.
TEST(Csv, NoTextBeginsAFormula) {
  for (const char* text : {"=1+1", "+cmd", "-2-3", "@sum", "-"})
    EXPECT_EQ(csv_field(text), "'" + std::string{text});
  EXPECT_EQ(csv_field("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
  EXPECT_EQ(csv_field("\t=1"), "'\t=1");
  EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
  for (const char* text : {"-0.5", "-12", "-1e-9", "a=1", "1-2", "'=1", ""})
    EXPECT_EQ(csv_field(text), text);
}

TEST(Csv, CellsHaveTenDigitsAndNothingForWhatIsNoNumber) {
  fmt::memory_buffer out;
  for (const double x : {1.0 / 3, std::nan(""), 1e300 * 1e300, -12.0}) add_cell(out, x);
  EXPECT_EQ(fmt::to_string(out), ",0.3333333333,,,-12");
}

// What is written is read back by whoever reads tables, in either style.
TEST(Csv, IsWrittenWithDecimalCommasToo) {
  fmt::memory_buffer out;
  add_cell(out, 0.25, decimal_commas), add_cell(out, -1e-7, decimal_commas);
  add_cell(out, std::nan(""), decimal_commas);
  EXPECT_EQ(fmt::to_string(out), ";0,25;-1e-07;");
  EXPECT_EQ(csv_field("a;b", decimal_commas), "\"a;b\"");
  EXPECT_EQ(csv_field("a;b"), "a;b");
  EXPECT_EQ(csv_field("a,b", decimal_commas), "\"a,b\"");
  const Csv csv =
      read_csv(file_with("commas.csv", "name;x\n" + csv_field("a;b", decimal_commas) + ";0,25\n"));
  EXPECT_EQ(csv.rows[0].fields[0], "a;b");
  std::vector<Problem> problems;
  EXPECT_EQ(number_in(csv, csv.rows[0], 1, 0, problems), 0.25);
}

TEST(Csv, GivesBackTheFieldsThatItWrote) {
  const std::vector<std::string> texts{"=1+1", "a,b", "say \"so\"", "two\nlines", "'tis", "", "-3"};
  std::string line;
  for (const std::string& text : texts) line += (line.empty() ? "" : ",") + csv_field(text);
  EXPECT_EQ(rows_written("h\n" + line + "\n"),
            (std::vector<std::vector<std::string>>{{"h"}, texts}));
}

TEST(Csv, KnowsColumnsThatOnlyCount) {
  const Csv csv =
      read_csv(file_with("t.csv", ",X,Index,a,no,index\n0,1,1,0,1,5\n1,2,2,1,3,6\n2,3,3,2,4,7\n"));
  std::vector<bool> counts;
  for (std::size_t c = 0; c < csv.names.size(); ++c) counts.push_back(is_index(csv, c));
  EXPECT_EQ(counts, (std::vector<bool>{true, true, true, false, false, false}));
}

TEST(Csv, NamesHeadingsThatStandTwice) {
  std::vector<Problem> problems;
  check_headings(read_csv(file_with("t.csv", "a,,b,,a\n1,2,3,4,5\n")), problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(text_of(problems[0]),
            problems[0].file + ":1: a: two columns of the file have this name");
}

TEST(Csv, SaysWhatIsWrongWithTheFirstFiftyRows) {
  std::vector<Problem> problems;
  for (int row = 1; row <= 60; ++row) add_row_problem(problems, {"a.csv", row, 0, "", "", "", ""});
  ASSERT_EQ(problems.size(), 50u);
  EXPECT_EQ(problems.back().line, 50);
}

}  // namespace swadaya
