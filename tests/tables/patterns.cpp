#include "sim/tables/patterns.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "sim/base/statistics.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

Finding holds() {
  Finding f;
  f.pattern.id = "S1";
  f.pattern.statement = "Half comes back";
  f.pattern.source = "a test";
  f.pattern.target = "47 %";
  f.pattern.low = 0.3, f.pattern.high = 0.6;
  f.pattern.quantity = {*outcome_index("recovery"), 36, false};
  f.measure = {0.45, 0.02};
  f.verdict = Verdict::holds;
  f.on_the_edge = true;
  return f;
}
Finding difference() {
  Finding f = holds();
  f.pattern.weight = 3;
  f.pattern.compare = Compare::difference;
  f.pattern.low = 0, f.pattern.high = std::numeric_limits<double>::infinity();
  f.measure = {-0.03, nothing};
  f.verdict = Verdict::fails;
  f.on_the_edge = false;
  return f;
}
Finding built() {
  Finding f = difference();
  f.pattern.use = Use::construction;
  return f;
}
Finding unmeasured() {
  Finding f = holds();
  f.pattern.not_measured = f.why = "nobody counts it";
  f.verdict = Verdict::not_measured;
  f.on_the_edge = false;
  return f;
}

}  // namespace

TEST(PatternsTable, SaysSharesInPercentAndDifferencesInPoints) {
  const std::string text =
      table_of({holds(), difference(), built(), unmeasured()}, Markup::terminal);
  EXPECT_TRUE(has(text, "S1 @36 ")) << text;
  EXPECT_TRUE(has(text, "30 to 60 ")) << text;
  EXPECT_TRUE(has(text, "45.0 ± 2.0 % ")) << text;
  EXPECT_TRUE(has(text, "holds, on the edge\n")) << text;
  EXPECT_TRUE(has(text, "-3.0 points ")) << text;
  EXPECT_TRUE(has(text, ">= 0 ")) << text;
  EXPECT_TRUE(has(text, "FAILS (hard)\n")) << text;
  EXPECT_TRUE(has(text, "not measured: nobody counts it\n")) << text;
  EXPECT_TRUE(has(text, "fails, by construction: not counted\n")) << text;
  EXPECT_TRUE(has(text, "kept apart ")) << text;
  EXPECT_TRUE(has(text, "1 hold, 1 fail, 1 by construction count nowhere, 1 not measured."))
      << text;
}

TEST(PatternsTable, SaysRatiosAsFactors) {
  Finding f = holds();
  f.pattern.statistic = Statistic::spread;
  f.pattern.low = 5, f.pattern.high = 60;
  f.measure = {43, 2.5};
  EXPECT_TRUE(has(table_of({f}, Markup::terminal), "5 to 60        x 43.00 ± 2.50"));
  f = holds();
  f.pattern.quantity.outcome = *outcome_index("loan_order_correlation");
  f.measure = {-0.024, 0.011};
  EXPECT_TRUE(has(table_of({f}, Markup::terminal), "-0.02 ± 0.01 "));
}

TEST(PatternsTable, IsATableInMarkdownToo) {
  const std::string text = table_of({holds()}, Markup::markdown);
  EXPECT_TRUE(has(text,
                  "|---|---|---|---|---|---|---|---|\n| S1 @36 | Half comes back | a test | 47 % | "
                  "kept apart | 30 to 60 | 45.0 ± 2.0 % | holds, on the edge |\n"))
      << text;
}

TEST(PatternsTable, SaysTheSameInJson) {
  const nlohmann::json json = json_of({holds(), difference(), unmeasured()});
  EXPECT_EQ(json[0]["holds"], true);
  EXPECT_EQ(json[0]["band"], (nlohmann::json{0.3, 0.6}));
  EXPECT_EQ(json[0]["value"], 0.45);
  EXPECT_EQ(json[0]["use"], "apart");
  EXPECT_EQ(json_of({built()})[0]["use"], "construction");
  EXPECT_EQ(json_of({built()})[0]["holds"], false);
  EXPECT_EQ(json[1]["holds"], false);
  EXPECT_TRUE(json[1]["band"][1].is_null());  // nothing bounds it
  EXPECT_TRUE(json[1]["standard_error"].is_null());
  EXPECT_TRUE(json[2]["holds"].is_null());
  EXPECT_EQ(json[2]["why"], "nobody counts it");
  EXPECT_FALSE(json[2].contains("value"));
}

TEST(PatternsTable, KeepsStatesForExperiments) {
  Finding ratio = holds();
  ratio.pattern.over = Quantity{*outcome_index("lent_kRp"), 36, false};
  ratio.pattern.weight = 3;
  const Experiment e = experiment_from(small_ward);
  const std::vector<FactState> all =
      states_of({holds(), difference(), built(), unmeasured(), ratio}, e);
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[0].fact, "S1 @36");
  EXPECT_EQ(all[0].verdict, FactVerdict::holds);
  EXPECT_FALSE(all[0].is_hard);
  EXPECT_EQ(all[0].unit, "share");
  EXPECT_NEAR(all[0].low, 0.41, 1e-12);
  EXPECT_NEAR(all[0].high, 0.49, 1e-12);
  EXPECT_EQ(all[1].verdict, FactVerdict::fails);
  EXPECT_TRUE(all[1].is_hard);
  EXPECT_FALSE(all[2].is_hard);  // by construction it counts nowhere
  EXPECT_EQ(all[3].verdict, FactVerdict::not_measured);
  EXPECT_EQ(all[4].outcomes, (std::vector<std::string>{"recovery", "lent_kRp"}));
  EXPECT_EQ(all[4].unit, "ratio");
  FactStates states;
  states.all = all;
  EXPECT_TRUE(states.are_of(e.variants[0].scenario));
  EXPECT_EQ(states.stamp_of("recovery").hard, 2u);
  EXPECT_EQ(states.stamp_of("recovery").names(), "S1 @36");
  EXPECT_EQ(states.stamp_of("lent_kRp").names(), "");
}

}  // namespace swadaya
