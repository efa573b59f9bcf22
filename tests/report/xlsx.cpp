#include "sim/report/xlsx.hpp"

#include <cmath>
#include <filesystem>
#include <limits>

#include "sim/base/error.hpp"
#include "tests/files.hpp"
#include "tests/sheets.hpp"

namespace swadaya {

namespace {

std::string place(const std::string& name) {
  return std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/" + name;
}

void write_small(const std::string& file) {
  Xlsx book{file, "A & B", 1'000'000'000};
  book.page("read me", {20, 60});
  book.row({std::string{"What"}, std::string{"this <is>"}});
  book.sheet("numbers", {{"name", 20}, {"value"}});
  book.row({std::string{"=1+1"}, 0.5});
  book.row({Cell{}, std::nan("")});
  book.row({std::string{"007"}, std::numeric_limits<double>::infinity()});
  book.row({std::string{"last"}, 1.0 / 3});
  book.finish();
}

}  // namespace

TEST(Xlsx, KeepsNumbersAsNumbersAndTextsAsTexts) {
  const std::string file = place("small.xlsx");
  write_small(file);
  EXPECT_EQ(sheet_names(file), (std::vector<std::string>{"read me", "numbers"}));
  const SheetRows rows = sheet_of(file, "numbers");
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[0], (std::vector<SheetCell>{{"name", false}, {"value", false}}));
  EXPECT_EQ(rows[1], (std::vector<SheetCell>{{"=1+1", false}, {"0.5", true}}));
  EXPECT_TRUE(rows[2].empty());
  EXPECT_EQ(rows[3], (std::vector<SheetCell>{{"007", false}}));
  ASSERT_EQ(rows[4].size(), 2u);
  EXPECT_EQ(std::stod(rows[4][1].text), 1.0 / 3);
  EXPECT_EQ(sheet_of(file, "read me")[0][1].text, "this <is>");
  const std::string sheet = entry_of(file, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(has(sheet, "<autoFilter ref=\"A1:B5\"")) << sheet;
  EXPECT_TRUE(has(sheet, "state=\"frozen\""));
  EXPECT_FALSE(has(sheet, "<f>")) << "a text is no formula";
}

TEST(Xlsx, IsTheSameBytesOfTheSameRows) {
  write_small(place("one.xlsx"));
  write_small(place("two.xlsx"));
  EXPECT_EQ(text_in(place("one.xlsx")), text_in(place("two.xlsx")));
  EXPECT_FALSE(text_in(place("one.xlsx")).empty());
}

TEST(Xlsx, LeavesNothingWhereItFails) {
  {
    Xlsx book{place("half.xlsx"), "", 1};
    book.sheet("a", {{"b"}});
    EXPECT_THROW(book.sheet("a", {{"b"}}), MachineFailure);  // a name that is there
  }
  EXPECT_FALSE(std::filesystem::exists(place("half.xlsx")));
  EXPECT_FALSE(std::filesystem::exists(place("half.xlsx.part")));
  Xlsx nowhere{"/nowhere/at/all.xlsx", "", 1};
  nowhere.sheet("a", {{"b"}});
  EXPECT_THROW(nowhere.finish(), MachineFailure);
  EXPECT_THROW((Xlsx{"/dev/null", "", 1}), BadInput);
}

TEST(Xlsx, TellsNumbersFromTexts) {
  EXPECT_EQ(cell_of("0.25"), Cell{0.25});
  EXPECT_EQ(cell_of(""), Cell{});
  EXPECT_EQ(cell_of("inf"), Cell{std::string{"inf"}});
  EXPECT_EQ(cell_of("0.25 a month"), Cell{std::string{"0.25 a month"}});
}

}  // namespace swadaya
