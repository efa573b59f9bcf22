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
  EXPECT_EQ(title_of(StoredVariant{"v", "More meetings", 0}), "More meetings");
  EXPECT_EQ(title_of(StoredVariant{"v", "", 0}), "v");
}

// Two worlds of 0.2 and 0.9: Student's t with one degree of freedom goes from -3.9 to 5.
TEST(Labels, IntervalsAreWithinWhatAnOutcomeCanBe) {
  const std::vector<double> zeros{0, 0}, values{0.2, 0.9};
  const PairedDifference d = paired_difference(zeros, values);
  ASSERT_LT(d.low, -3);
  const auto info = [](const char* name) { return outcomes()[*outcome_index(name)]; };
  const auto expect = [](const PairedDifference& cut, double low, double high) {
    EXPECT_EQ(cut.low, low);
    EXPECT_EQ(cut.high, high);
    EXPECT_EQ(cut.difference, 0.55);
  };
  expect(mean_within(d, info("recovery")), 0, 1);
  expect(difference_within(d, info("recovery")), -1, 1);
  expect(difference_within(d, info("recovery"), 2), -2, 2);
  expect(mean_within(d, info("rank_correlation")), -1, 1);
  expect(difference_within(d, info("rank_correlation")), -2, 2);
  expect(mean_within(d, info("cost_kRp")), 0, d.high);
  expect(mean_within(d, info("groups_ghost")), 0, d.high);
  expect(mean_within(d, info("turnout")), 0, d.high);
  expect(difference_within(d, info("groups_ghost")), d.low, d.high);
  expect(mean_within(d, info("borrower_gain")), d.low, d.high);
  // One world has none, and what is told from zero stays so.
  EXPECT_TRUE(
      std::isnan(mean_within(paired_difference(std::vector<double>{0}, std::vector<double>{1}),
                             info("recovery"))
                     .low));
  PairedDifference told;
  told.n = 2, told.difference = 0.9, told.low = 0.2, told.high = 1.6;
  EXPECT_TRUE(difference_within(told, info("recovery")).can_be_told_from_zero());
  EXPECT_EQ(difference_within(told, info("recovery")).high, 1);
}

TEST(Labels, WhatIsNoNumberIsNullInJson) {
  EXPECT_EQ(json_number(0.5).dump(), "0.5");
  EXPECT_TRUE(json_number(std::nan("")).is_null());
  EXPECT_TRUE(json_number(-HUGE_VAL).is_null());
}

}  // namespace swadaya
