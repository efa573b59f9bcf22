#include "sim/results/labels.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace swadaya {

TEST(Labels, HeadingsReadAsWords) {
  for (const auto& [name, heading] : std::vector<std::pair<const char*, const char*>>{
           {"participation_poor", "poor participation"},
           {"informed_near_poor", "near-poor informed"},
           {"participation_others", "participation of others"},
           {"lent_poor_kRp", "lent poor"},
           {"lent_near_poor_kRp", "lent near-poor"},
           {"par", "PAR"},
           {"lar", "LAR"},
           {"partial", "partial"}})
    EXPECT_EQ(heading_of(name), heading);
  std::set<std::string> headings;
  for (const OutcomeInfo& info : outcomes()) {
    EXPECT_TRUE(headings.insert(heading_of(info.name)).second) << info.name;
    EXPECT_EQ(heading_of(info.name).find_first_of("_"), std::string::npos) << info.name;
  }
}

TEST(Labels, UnitsAreThoseThatPeopleRead) {
  OutcomeInfo info{"x", "share", "of all households"};
  info.type = UnitType::share;
  EXPECT_EQ(unit_of(info).scale, 100);
  EXPECT_EQ(unit_of(info).name, "points");
  EXPECT_EQ(unit_of(info).sign, " %");
  info.type = UnitType::money;
  EXPECT_EQ(unit_of(info).name, "million Rp");
  EXPECT_DOUBLE_EQ(unit_of(info).scale * 2500, 2.5);  // kRp
  info.is_a_ward = true;
  EXPECT_EQ(unit_of(info).name, "million Rp a ward");
  const OutcomeInfo plain{"x", "groups a ward", "of all wards"};
  EXPECT_EQ(unit_of(plain).name, "groups a ward");
  EXPECT_EQ(unit_of(plain).scale, 1);
}

TEST(Labels, AVariantIsCalledByItsTitleOrElseItsName) {
  EXPECT_EQ(title_of({"v", "More meetings", 0}), "More meetings");
  EXPECT_EQ(title_of({"v", "", 0}), "v");
}

TEST(Labels, WhatIsNoNumberIsNullInJson) {
  EXPECT_EQ(json_number(0.5).dump(), "0.5");
  EXPECT_TRUE(json_number(std::nan("")).is_null());
  EXPECT_TRUE(json_number(-HUGE_VAL).is_null());
}

}  // namespace swadaya
