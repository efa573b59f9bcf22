#include "sim/tables/factorial.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/designed.hpp"

namespace swadaya {

TEST(FactorialTable, AFactorialSaysWhatToMendFirst) {
  const Experiment e = experiment_from(experiment_with(
      "[[factorial.lever]]\nname = \"a\"\ntitle = \"Audits\"\nset = { \"lending.norm\" = 1 }\n"
      "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 0.5 }\n"));
  const Store store = Store::open(folder_with(e, "f", [](const Values& v, std::uint32_t r) {
    const bool a = setting(v, "lending.norm") == 1, b = setting(v, "lending.tau") == 0.5;
    return 0.3 * a + 0.1 * b + 0.1 * (a && b) + 0.001 * r * a;
  }));
  const std::string text = factorial_table(e, store);
  EXPECT_TRUE(has(text, "Month 12, recovery")) << text;
  // Shapley: 30.1 + 5, and 10 + 5.
  EXPECT_TRUE(has(text, "Mend Audits first: +35.1 points [+34.9, +35.3] of recovery")) << text;
  EXPECT_TRUE(has(text, "It leads b for certain.")) << text;
  EXPECT_TRUE(has(text, "Audits and b reinforce each other by +10.0 points")) << text;
  EXPECT_LT(text.find("Audits  "), text.find("\nb  ")) << text;
  const auto json = factorial_json(e, store)["effects"][0];
  EXPECT_EQ(json["levers"][0]["lever"], "a");
  EXPECT_NEAR(json["whole"]["effect"].get<double>(), 0.501, 1e-9);
  EXPECT_NEAR(json["levers"][0]["share"]["effect"].get<double>() +
                  json["levers"][1]["share"]["effect"].get<double>(),
              0.501, 1e-9);
}

TEST(FactorialTable, SaysThatAnOutcomeIsTheSameUnderAll) {
  const Experiment e = experiment_from(
      experiment_with("[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n"
                      "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 0.5 }\n"));
  // Sums of the same terms in different orders.
  const Store store = Store::open(folder_with(e, "c", [](const Values& v, std::uint32_t r) {
    return 0.1 * r + (setting(v, "lending.norm") == 1 ? 0.1 + 0.2 : 0.3);
  }));
  const std::string text = factorial_table(e, store);
  EXPECT_TRUE(has(text, "recovery is the same under every combination")) << text;
  EXPECT_FALSE(has(text, "Mend a first")) << text;
  const auto json = factorial_json(e, store)["effects"][0];
  EXPECT_EQ(json["constant"], true);
  EXPECT_EQ(json["levers"][0]["share"]["effect"], 0);
  EXPECT_EQ(json["whole"]["effect"], 0);
}

// Two worlds: the interval of a difference of shares would go from -5 to 6.
TEST(FactorialTable, IntervalsOfSharesEndAtAHundredPoints) {
  const Experiment e = experiment_from(
      experiment_with("[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n"
                      "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 0.5 }\n",
                      2));
  const Store store = Store::open(folder_with(e, "t", [](const Values& v, std::uint32_t r) {
    return setting(v, "lending.norm") == 1 ? (r == 0 ? 0.1 : 1.0) : 0.0;
  }));
  const std::string text = factorial_table(e, store);
  EXPECT_TRUE(has(text, "[-100.0, +100.0]")) << text;
  for (const char* beyond : {"-5", "+6"}) EXPECT_FALSE(has(text, beyond)) << text;
  EXPECT_TRUE(has(factorial_csv(store, {12}), "alone,a,,recovery,12,0.55,0.45,-1,1,"));
}

}  // namespace swadaya
