#include "sim/base/parameter.hpp"

#include <gtest/gtest.h>

namespace swadaya {

namespace {

const ParameterInfo share{"norm", Kind::number, 0.35, "share", {0, 1}, {}, "assumption"};
const ParameterInfo term{"term", Kind::whole, 10.0, "months", {1, unbounded}, {}, "assumption"};
const ParameterInfo order{"order",           Kind::choice, 0.0,
                          "who comes first", {0, 1},       {"board-first", "need-first"},
                          "assumption"};
const ParameterInfo on{"on", Kind::flag, 1.0, "whether at all", {0, 1}, {}, "assumption"};
const ParameterInfo weights{"weights", Kind::list, std::vector{0.2, 0.8}, "shares",
                            {0, 1},    {},         "assumption"};
const ParameterInfo file{"file", Kind::text, std::string{}, "a CSV file", {}, {}, "assumption"};

}  // namespace

TEST(Parameter, IsWrittenAsInAScenarioFile) {
  EXPECT_EQ(text_of(share, 0.35), "0.35");
  EXPECT_EQ(text_of(term, unbounded), "inf");
  EXPECT_EQ(text_of(order, 1.0), "\"need-first\"");
  EXPECT_EQ(text_of(on, 0.0), "false");
  EXPECT_EQ(text_of(on, 1.0), "true");
  EXPECT_EQ(text_of(weights, std::vector{0.2, 0.3, 0.5}), "[0.2, 0.3, 0.5]");
  EXPECT_EQ(text_of(file, std::string{"a.csv"}), "\"a.csv\"");
}

TEST(Parameter, DefaultsAndBoundsFollowTheRules) {
  for (const ParameterInfo* info : {&share, &term, &order, &on, &weights, &file})
    EXPECT_EQ(broken_rule(*info, info->default_value), "") << info->name;
  for (const double x : {0.0, 1.0}) EXPECT_EQ(broken_rule(share, x), "");
  EXPECT_EQ(broken_rule(term, unbounded), "");  // for ever
}

TEST(Parameter, TellsTheRuleThatIsBroken) {
  const std::string between = "must be a number between 0 and 1 (share)";
  EXPECT_EQ(broken_rule(share, 1.0000001), between);
  EXPECT_EQ(broken_rule(share, -1e-9), between);
  EXPECT_EQ(broken_rule(share, unbounded), between);
  EXPECT_EQ(broken_rule(share, std::string{"much"}), between);
  EXPECT_EQ(broken_rule(term, 2.5), "must be a whole number of at least 1 (months)");
  EXPECT_EQ(broken_rule(term, 0.0), "must be a whole number of at least 1 (months)");
  const std::string options = "must be one of board-first, need-first (who comes first)";
  for (const double x : {-1.0, 0.5, 2.0}) EXPECT_EQ(broken_rule(order, x), options) << x;
  EXPECT_EQ(broken_rule(on, 2.0), "must be true or false (whether at all)");
  EXPECT_EQ(broken_rule(weights, std::vector{0.5, 1.5}),
            "must be a list of numbers, each between 0 and 1 (shares)");
  EXPECT_EQ(broken_rule(weights, 0.5), "must be a list of numbers, each between 0 and 1 (shares)");
  EXPECT_EQ(broken_rule(file, 1.0), "must be a text in quotes (a CSV file)");
}

TEST(Parameter, BoundsThatArentThereArentSaid) {
  ParameterInfo info = share;
  info.range = {-unbounded, 5};
  EXPECT_EQ(broken_rule(info, 6.0), "must be a number of at most 5 (share)");
  info.range = {-unbounded, unbounded};
  EXPECT_EQ(broken_rule(info, std::string{"x"}), "must be a number (share)");
}

}  // namespace swadaya
