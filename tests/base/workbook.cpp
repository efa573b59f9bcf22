#include "sim/base/workbook.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include "sim/base/csv.hpp"
#include "sim/base/notes.hpp"
#include "tests/files.hpp"

namespace swadaya {

namespace {

const std::string folder = SWADAYA_SOURCE_DIR "/tests/data/workbooks/";

// A workbook with this sheet, of which everything else is as little as it may be.
std::string workbook_of(const std::string& sheet, const std::string& styles = "") {
  const std::string file = file_with("own.xlsx", "");
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  const auto add = [&](const char* name, const std::string& text) {
    zip_file_add(archive, name, zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  };
  const std::string book =
      "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='a'/></sheets></workbook>";
  const std::string relations =
      "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>";
  const std::string whole = "<worksheet>" + sheet + "</worksheet>";
  const std::string style = "<styleSheet>" + styles + "</styleSheet>";
  add("xl/workbook.xml", book), add("xl/_rels/workbook.xml.rels", relations);
  add("xl/worksheets/sheet1.xml", whole), add("xl/styles.xml", style);
  zip_close(archive);
  return file;
}

std::string table_in(const std::string& file) { return table_of_workbook(file, text_in(file)); }
std::string said(const std::string& file) {
  return said_by([&] { table_in(file); });
}

}  // namespace

// One table, as two libraries and a spreadsheet write it: rich text, texts in place and shared
// ones, formulas, days in two formats, an empty cell in the middle and at the end, another sheet.
TEST(Workbook, IsReadAlikeWhoeverWroteIt) {
  for (const char* file : {"openpyxl.xlsx", "xlsxwriter.xlsx", "gnumeric.xlsx"}) {
    std::string heard;
    listen_to_notes([&](const std::string& line) { heard += line; });
    const Csv csv = read_csv(folder + file);
    listen_to_notes({});
    EXPECT_TRUE(has(heard, "sheet Households is read; left alone: Notes")) << file << heard;
    EXPECT_EQ(csv.names, (std::vector<std::string>{"hhid", "Leader", "name", "size", "visited"}));
    ASSERT_EQ(csv.rows.size(), 3u);
    using Fields = std::vector<std::string>;
    EXPECT_EQ(csv.rows[0].fields, (Fields{"RT01-001", "TRUE", "Sri, \"Mbak\"", "4", "2001-08-17"}));
    EXPECT_EQ(csv.rows[1].fields,
              (Fields{"RT01-002", "FALSE", "Budi Santoso", "3.5", "2004-02-29"}));
    EXPECT_EQ(csv.rows[2].fields, (Fields{"007", "", "Ibu Ani \xC3\xA9", "5", ""})) << file;
    EXPECT_EQ(csv.rows[2].line, 4);
  }
}

TEST(Workbook, RefusesWhatATableCannotHold) {
  EXPECT_TRUE(
      has(said(folder + "formula.xlsx"), "formula.xlsx:2: B2: a formula without its value"));
  EXPECT_TRUE(has(said(folder + "merged.xlsx"), "merged.xlsx:2: A2:A3: cells are merged"));
  EXPECT_TRUE(has(said(folder + "digits.xlsx"),
                  "digits.xlsx:2: A2 = 3174010203040005: a number of 16 digits or more"));
}

TEST(Workbook, LinesAreTheRowsOfTheSheet) {
  const std::string file = workbook_of(
      "<sheetData><row r='2'><c r='B2' t='inlineStr'><is><t>id</t></is></c></row>"
      "<row r='5'><c r='B5'><v>12</v></c></row><row><c/><c><v>1.5</v></c></row></sheetData>");
  EXPECT_EQ(table_in(file), "\n\"\",\"id\"\n\n\n\"\",\"12\"\n\"\",\"1.5\"\n");
}

// By the calendar: leap days, ends of centuries, and the count from 1904 that old workbooks have.
TEST(Workbook, DaysAreWrittenAsDays) {
  const auto day = [](const std::string& number, const std::string& format) {
    return table_in(
        workbook_of("<sheetData><row><c s='0'><v>" + number + "</v></c></row></sheetData>",
                    "<numFmts><numFmt numFmtId='200' formatCode='" + format +
                        "'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs>"));
  };
  for (const auto& [number, text] :
       std::vector<std::pair<std::string, std::string>>{{"61", "1900-03-01"},
                                                        {"36525", "1999-12-31"},
                                                        {"36585", "2000-02-29"},
                                                        {"36586.75", "2000-03-01"},
                                                        {"73050", "2099-12-31"},
                                                        {"73110", "2100-03-01"}})
    EXPECT_EQ(day(number, "dd/mm/yyyy"), '"' + text + "\"\n");
  EXPECT_EQ(day("36585", "0.00"), "\"36585\"\n");
  EXPECT_EQ(day("36585", "0 &quot;days&quot;"), "\"36585\"\n");  // a word, not a day
  EXPECT_EQ(day("36585", "[red]0"), "\"36585\"\n");
}

TEST(Workbook, SaysWhatIsDamaged) {
  const std::string whole = text_in(folder + "openpyxl.xlsx");
  for (std::size_t length = 4; length < whole.size(); length += 97)
    EXPECT_TRUE(has(said(file_with("cut.xlsx", whole.substr(0, length))), "is a damaged archive"))
        << length;
  EXPECT_TRUE(has(said(workbook_of("<sheetData><row r='5'/><row r='2'/></sheetData>")),
                  "rows out of order"));
  EXPECT_TRUE(
      has(said(workbook_of("<sheetData><row r='9999999999'/></sheetData>")), "rows out of order"));
  EXPECT_TRUE(has(said(workbook_of("<sheetData><row><c r='ZZZZZZ1'/></row></sheetData>")),
                  "cells out of order"));
  EXPECT_TRUE(has(said(workbook_of("<sheetData><row><c t='s'><v>7</v></c></row></sheetData>")),
                  "it has no such text"));
  EXPECT_TRUE(has(said(workbook_of("<sheetData>")), "is not XML"));
  EXPECT_TRUE(has(said_by([] { read_csv(file_with("t.xls", "\xD0\xCF\x11\xE0 and so on")); }),
                  "is a workbook of old (.xls)"));
}

}  // namespace swadaya
