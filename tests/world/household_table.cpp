#include "sim/world/household_table.hpp"

#include <gtest/gtest.h>

#include "sim/world/file_network.hpp"
#include "tests/files.hpp"

namespace swadaya {

namespace {

std::vector<Problem> problems;

HouseholdTable table(const std::string& text, const std::string& columns = "",
                     bool has_ties = true) {
  problems.clear();
  HouseholdTable read =
      household_table(file_with("h.csv", text), columns_of(columns), -1, has_ties, problems);
  return read;
}
std::string said(const std::string& text, const std::string& columns = "", bool has_ties = true) {
  return said_by([&] {
    table(text, columns, has_ties);
    if (!problems.empty()) throw BadInput{problems};
  });
}
std::uint32_t number(const HouseholdTable& t, const std::string& name) {
  return t.households.number_of.at({"", name});
}

}  // namespace

TEST(HouseholdTable, FindsTheColumnOfIdentities) {
  for (const char* name : {"id", "ID", "row", "Household", "hh", "hhid", "HH_ID", "household id",
                           "\xEF\xBB\xBFid", "no_kk"}) {
    const HouseholdTable t = table(std::string{name} + ",leader\n3,0\n1,1\n");
    EXPECT_EQ(number(t, "3"), 0u) << name;
    EXPECT_EQ(number(t, "1"), 1u) << name;
  }
  EXPECT_EQ(number(table("hhid,id\n1,a\n2,b\n"), "b"), 1u);  // an id comes before others
  EXPECT_EQ(number(table("id,kk\n1,a\n2,b\n", "id=kk"), "b"), 1u);
  EXPECT_EQ(number(table("hh,x\n4,a\n4,b\n", "size=hh", false), "1"), 1u);  // asked for: no names
  EXPECT_TRUE(has(said("id,x\n1,1\n", "id=idd"),
                  "h.csv:1: world.columns.id = idd: no such column in the file; nearest: id"));
  EXPECT_TRUE(has(said("k,k\n1,1\n", "id=k"), "two columns of the file have this name"));
}

TEST(HouseholdTable, SaysWhereSomethingLooksLikeNames) {
  EXPECT_TRUE(has(said("leader,nomor_rumah\n1,12\n0,14\n", "leader=leader"),
                  "h.csv:1: no column of identities is known; nomor_rumah looks like one; say "
                  "[world.columns] id = \"nomor_rumah\""));
  EXPECT_TRUE(
      has(said(",leader\n1,1\n2,0\n", "leader=leader"), "which has no name, looks like one"));
  // Nobody names households here, or nothing looks like names.
  EXPECT_EQ(said("nomor_rumah\n12\n14\n", "", false), "");
  EXPECT_EQ(said("leader,x,y\n1,0.5,a\n0,0.7,a\n", "leader=leader"), "");
  EXPECT_EQ(number(table("leader\n1\n0\n", "leader=leader"), "1"), 1u);
}

TEST(HouseholdTable, NamesAreTexts) {
  const HouseholdTable t =
      table("id\nRT01-001\n007\n7\n12345678901234567890\n12345678901234567891\n3.0\n");
  EXPECT_EQ(t.households.number_of.size(), 6u);
  EXPECT_EQ(number(t, "007"), 1u);
  EXPECT_EQ(number(t, "7"), 2u);
  EXPECT_EQ(number(t, "12345678901234567891"), 4u);
  EXPECT_EQ(number(t, "3"), 5u);
  EXPECT_TRUE(has(said("id\n1\n1\n"), "h.csv:3: id = 1: stands twice"));
  EXPECT_TRUE(has(said("id\n1\n1.0\n"), "h.csv:3: id = 1.0: stands twice, as 1.0 and 1 are one"));
  EXPECT_TRUE(has(said("id,x\n1,1\n,2\n"), "h.csv:3: id: a household has no identity"));
  EXPECT_TRUE(has(said("id,x\n1,1\nNA,2\n"), "h.csv:3: id = NA: a household has no identity"));
}

TEST(HouseholdTable, PlacesAreTextsToo) {
  const HouseholdTable t = table("rt,id\nRT 02,1\nRT 01,1\nRT 02,2\n", "rt=rt");
  EXPECT_EQ(t.rts, (std::vector<std::uint32_t>{2, 1}));
  EXPECT_EQ(t.households.number_of.at({"RT 02", "2"}), 1u);
  EXPECT_FALSE(t.households.names_are_unique);
  EXPECT_TRUE(table("rt,id\n1,1\n2,2\n", "rt=rt").households.names_are_unique);
  EXPECT_TRUE(has(said("rt,id\n1,1\n,2\n", "rt=rt"), "h.csv:3: rt: a household has no RT"));
}

// RT 001 of each RW, as offices number them.
TEST(HouseholdTable, NumbersOfRtsMayBeginAnewInEachRw) {
  const std::string text = "rw,rt,id\n01,001,1\n02,001,1\n01,002,1\n01,001,2\n";
  const HouseholdTable t = table(text, "rt=rt, rw=rw");
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(t.rws, (std::vector<std::uint32_t>{2, 1}));
  EXPECT_EQ(t.rts, (std::vector<std::uint32_t>{2, 1, 1}));
  EXPECT_EQ(t.names_of_rts, (std::vector<std::string>{"001", "002", "001"}));
  EXPECT_EQ(t.households.number_of.size(), 4u);
  EXPECT_EQ(t.households.number_of.at({place_called("01", "001"), "2"}), 1u);
  EXPECT_EQ(t.households.number_of.at({place_called("02", "001"), "1"}), 3u);
  EXPECT_TRUE(has(said(text + "02,001,1\n", "rt=rt, rw=rw"), "h.csv:6: id = 1: stands twice"));
}

// One RT of two RWs would be read as one of twice as many households.
TEST(HouseholdTable, RtsOfSeveralRwsAreNotReadAsOne) {
  EXPECT_TRUE(has(said("RW,rt,id\n01,001,1\n01,002,2\n02,001,3\n", "rt=rt"),
                  "h.csv:4: rt = 001: stands in RW 01 and in 02: numbers of RTs begin anew in each "
                  "RW; say [world.columns] rw = \"RW\""));
  EXPECT_EQ(said("RW,rt,id\n01,001,1\n01,002,2\n02,003,3\n", "rt=rt"), "");
  EXPECT_TRUE(has(said("rt,id\n001,1\n002,1\n001,1\n", "rt=rt"),
                  "h.csv:4: id = 1: stands twice; each household has one row; where RTs of "
                  "different RWs have the same number, say [world.columns] rw"));
}

namespace {

std::optional<double> value(const std::string& field, FieldKind kind,
                            const std::string& column = "x") {
  problems.clear();
  const Csv csv = read_csv(file_with("h.csv", "id,x\n1," + field + "\n"));
  return value_in(csv, csv.rows[0], 1, columns_of("f=" + column).at("f"), kind, problems);
}
bool is_refused(const std::string& field, FieldKind kind, const std::string& column = "x") {
  return !value(field, kind, column) && problems.size() == 1 && problems[0].line == 2 &&
         problems[0].key == "x" && problems[0].value == field;
}

}  // namespace

TEST(HouseholdTable, AFieldIsYesOrNoOrUnknown) {
  for (const char* yes : {"1", "1.0", "TRUE", "True", "yes", "Ya", "y"})
    EXPECT_EQ(value(yes, FieldKind::yes_or_no), 1.0) << yes;
  for (const char* no : {"0", "0.0", "FALSE", "No", "tidak", "n"})
    EXPECT_EQ(value(no, FieldKind::yes_or_no), 0.0) << no;
  for (const char* unknown : {"", "NA", "."}) {
    EXPECT_FALSE(value(unknown, FieldKind::yes_or_no)) << unknown;
    EXPECT_TRUE(problems.empty()) << unknown;
  }
  for (const char* code : {"2", "-9", "99", "0.5", "maybe"})
    EXPECT_TRUE(is_refused(code, FieldKind::yes_or_no)) << code;
  value("2", FieldKind::yes_or_no);
  EXPECT_TRUE(
      has(text_of(problems.at(0)),
          "h.csv:2: x = 2: must be 1 or 0, yes or no, or empty; codes are told so: { column "
          "= \"x\", yes = 1, no = 2, missing = [-9, 99] }"));
}

TEST(HouseholdTable, CodesMeanWhatIsTold) {
  const std::string codes = "x{yes=1, yes=3, no=2, missing=-9, missing=tidak tahu}";
  EXPECT_EQ(value("1", FieldKind::yes_or_no, codes), 1.0);
  EXPECT_EQ(value("3.0", FieldKind::yes_or_no, codes), 1.0);
  EXPECT_EQ(value("2", FieldKind::yes_or_no, codes), 0.0);
  for (const char* missing : {"-9", "Tidak tahu", ""}) {
    EXPECT_FALSE(value(missing, FieldKind::yes_or_no, codes)) << missing;
    EXPECT_TRUE(problems.empty()) << missing;
  }
  for (const char* other : {"0", "99", "yes"})
    EXPECT_TRUE(is_refused(other, FieldKind::yes_or_no, codes)) << other;
  EXPECT_FALSE(value("99", FieldKind::above_zero, "x{missing=99}"));
  EXPECT_TRUE(problems.empty());
}

TEST(HouseholdTable, NumbersLieWhereTheyCan) {
  EXPECT_EQ(value("4", FieldKind::above_zero), 4.0);
  for (const char* size : {"0", "-4", "99", "four"})
    EXPECT_TRUE(is_refused(size, FieldKind::above_zero)) << size;
  EXPECT_EQ(value("0", FieldKind::not_below_zero), 0.0);
  EXPECT_TRUE(is_refused("-9", FieldKind::not_below_zero));
  EXPECT_EQ(value("1", FieldKind::share), 1.0);
  EXPECT_TRUE(is_refused("1.1", FieldKind::share));
  EXPECT_EQ(value("-9", FieldKind::any), -9.0);
  EXPECT_EQ(value("3e38", FieldKind::any), 3e38);
  EXPECT_TRUE(is_refused("1e39", FieldKind::any));  // no float
}

}  // namespace swadaya
