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

}  // namespace swadaya
