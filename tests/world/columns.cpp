#include "sim/world/columns.hpp"

#include <gtest/gtest.h>

namespace swadaya {

TEST(Columns, AreFieldsAndHeadings) {
  const Columns c = columns_of("leader=chief, size = persons ,rt=RT/RW, \"odd");
  EXPECT_EQ(c.size(), 3u);
  EXPECT_EQ(c.at("leader").column, "chief");
  EXPECT_EQ(c.at("size").column, "persons");
  EXPECT_EQ(c.at("rt").column, "RT/RW");
  EXPECT_FALSE(c.at("rt").has_codes());
  EXPECT_TRUE(columns_of("").empty());
}

TEST(Columns, MayHaveCodes) {
  const Columns c = columns_of(
      "head=\"a, {b}=\"\"c\"\"\"{yes=1}, leader=q 7{yes=1, no=2, missing=-9, missing=99, ja=1}, size=n");
  EXPECT_EQ(c.at("head").column, "a, {b}=\"c\"");
  EXPECT_EQ(c.at("head").yes, (std::vector<std::string>{"1"}));
  const FieldColumn& leader = c.at("leader");
  EXPECT_EQ(leader.column, "q 7");
  EXPECT_EQ(leader.no, (std::vector<std::string>{"2"}));
  EXPECT_EQ(leader.missing, (std::vector<std::string>{"-9", "99"}));
  EXPECT_EQ(leader.strange, (std::vector<std::string>{"ja"}));
  EXPECT_EQ(c.at("size").column, "n");
}

TEST(Columns, HeadingsAreTheSameInAnyWriting) {
  for (const char* heading : {"hhid", "HHID", "hh_id", " Hh-Id.", "HH ID"})
    EXPECT_EQ(plain_name(heading), "hhid") << heading;
  EXPECT_EQ(plain_name("é1"), "é1");
}

TEST(Columns, NamesOfHouseholdsAreTexts) {
  for (const char* name :
       {"007", "7", "12345678901234567890", "RT01-001", "1.5", "1.", ".0", "x.0"})
    EXPECT_EQ(name_of_household(name), name);
  EXPECT_EQ(name_of_household("12.0"), "12");
  EXPECT_EQ(name_of_household("12.00"), "12");
}

}  // namespace swadaya
