#include "sim/tables/same_money.hpp"

#include <nlohmann/json.hpp>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

Experiment two(const std::string& money) {
  return experiment_from(std::string{small_ward} + "[experiment]\nreplicates = 4\n" + money +
                         "months_shown = [6]\n[[variant]]\nname = \"base\"\n[[variant]]\n"
                         "name = \"dear\"\ntitle = \"Dear\"\n[[variant]]\nname = \"cheap\"\n");
}

// Dear: 30 points for 40 million; cheap: 8 points for 5 million.
Store store_for(const Experiment& e, const std::string& name) {
  return store_with_outcomes(e, name, [](std::size_t v, std::uint32_t r) {
    const double luck = 0.01 * (r % 2);
    return std::map<std::string, double>{{"recovery", 0.5 + luck +
                                                          (v == 1   ? 0.3 + luck
                                                           : v == 2 ? 0.08
                                                                    : 0.0)},
                                         {"cost_kRp", 1000 + (v == 1   ? 40000.0
                                                              : v == 2 ? 5000.0
                                                                       : 0.0)}};
  });
}

}  // namespace

TEST(SameMoneyTable, ShowsWhatTheMoneyReaches) {
  const Experiment e = two("answer = \"recovery\"\nsame_money = 10000\n");
  const Store store = store_for(e, "same-money");
  const std::string text = same_money_table(e, store, {});
  EXPECT_TRUE(has(text, "For the same extra money, 10 million Rp a ward, by month 6")) << text;
  EXPECT_TRUE(has(text, "+30.5") && has(text, "+7.6") && has(text, "25 %")) << text;
  EXPECT_TRUE(has(text, "+8.0") && has(text, "100 %")) << text;
  const auto json = same_money_json(e, store);
  EXPECT_EQ(json["packages"][0]["variant"], "dear");
  EXPECT_NEAR(json["packages"][0]["difference"].get<double>(), 0.305 / 4, 1e-9);
  EXPECT_EQ(json["packages"][1]["reach"], 1);
}

TEST(SameMoneyTable, IsSilentWhereNoMoneyIsNamed) {
  const Experiment e = two("answer = \"recovery\"\n");
  EXPECT_EQ(same_money_table(e, store_for(e, "no-money"), {}), "");
  EXPECT_TRUE(same_money_json(e, store_for(e, "no-money")).is_null());
}

TEST(SameMoneyTable, LeavesOutWhatIsInDifferentWards) {
  const auto of = [](const std::string& set) {
    return experiment_from(std::string{small_ward} +
                           "[experiment]\nreplicates = 4\nanswer = \"recovery\"\n"
                           "same_money = 10000\nmonths_shown = [6]\n[[variant]]\nname = \"base\"\n"
                           "[[variant]]\nname = \"dear\"\ntitle = \"Dear\"\n"
                           "set = { \"world.households_per_rt\" = 60 }\n"
                           "[[variant]]\nname = \"cheap\"\n" +
                           set);
  };
  const Experiment e = of("");
  const Store store = store_for(e, "same-wards");
  const std::string text = same_money_table(e, store, {400});
  EXPECT_FALSE(has(text, "+30.5")) << text;
  EXPECT_TRUE(has(text, "+8.0")) << text;
  EXPECT_TRUE(has(text, " Left out: Dear (different wards, and so no choice that these have)."))
      << text;
  ASSERT_EQ(same_money_json(e, store)["packages"].size(), 1u);
  // Where no package is left there is no table.
  const Experiment none = of("set = { \"world.households_per_rt\" = 60 }\n");
  EXPECT_EQ(same_money_table(none, store_for(none, "no-wards"), {}), "");
}

}  // namespace swadaya
