#include "sim/base/error.hpp"

#include <gtest/gtest.h>

namespace swadaya {

TEST(Error, NamesWhatIsNearAndNothingElse) {
  EXPECT_EQ(nearest_name("hazzard", {"none", "hazard", "roll-rates"}), "hazard");
  EXPECT_EQ(nearest_name("entirely-different", {"none", "si"}), "");
  EXPECT_EQ(nearest_name(std::string(1000, 'a'), {std::string(999, 'a')}), "");
  EXPECT_EQ(nearest_of("hazzard", {"none", "hazard"}), "nearest: hazard");
  EXPECT_EQ(nearest_of("entirely-different", {"none", "si"}), "");
  EXPECT_EQ(nearest_of("x", {}), "");
  EXPECT_EQ(did_you_mean("hazzard", {"none", "hazard"}), "did you mean `hazard`?");
  EXPECT_EQ(did_you_mean("x", {}), "");
  EXPECT_EQ(did_you_mean("x", {}, "say another"), "say another");
}

TEST(Error, SaysFileLineKeyValueRuleAndSuggestion) {
  const Problem problem{"a.toml",       12, 3, "lending.norn", "0.2", "no such parameter",
                        "nearest: norm"};
  const std::string text = text_of(problem);
  for (const char* part :
       {"a.toml:12:3", "lending.norn", "0.2", "no such parameter", "nearest: norm"})
    EXPECT_NE(text.find(part), std::string::npos) << text << " lacks " << part;
}

TEST(Error, ReportsAllThatIsWrongAtOnce) {
  const BadInput bad{
      std::vector<Problem>{{"a", 1, 0, "", "", "one", ""}, {"b", 2, 0, "", "", "two", ""}}};
  EXPECT_EQ(bad.problems().size(), 2u);
  EXPECT_NE(std::string{bad.what()}.find("one"), std::string::npos);
  EXPECT_NE(std::string{bad.what()}.find("two"), std::string::npos);
}

}  // namespace swadaya
