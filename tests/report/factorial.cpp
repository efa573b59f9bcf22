#include "sim/designs/factorial.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "tests/designed.hpp"

namespace swadaya {

namespace {

const std::string levers =
    "[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n"
    "[[factorial.lever]]\nname = \"b\"\nset = { \"lending.tau\" = 0.5 }\n";

}  // namespace

TEST(ReportDesign, AFactorialHasTheFiguresOfItsEffects) {
  const Experiment e = experiment_from(experiment_with(levers));
  const Store store = Store::open(folder_with(e, "factorial", [](const Values& v, std::uint32_t r) {
    const bool a = setting(v, "lending.norm") == 1, b = setting(v, "lending.tau") == 0.5;
    return 0.1 * a + 0.3 * b + 0.05 * (a && b) + 0.01 * r * b;
  }));
  const auto one = report_factorial(e, store, all_models())["all"][0];
  const FactorialEffects effects = factorial_effects(store, 12, *outcome_index("recovery"));
  EXPECT_EQ(one["ranking"], (nlohmann::json{1, 0}));
  EXPECT_NEAR(one["levers"][1]["share"][0], effects.levers[1].share.difference, 1e-6);
  EXPECT_NEAR(one["levers"][1]["share"][1], effects.levers[1].share.low, 1e-6);
  EXPECT_NEAR(one["levers"][0]["alone"][0], 0.1, 1e-6);
  EXPECT_NEAR(one["interactions"][0][2][0], 0.05, 1e-6);
  EXPECT_NEAR(one["whole"][0], 0.46, 1e-6);
  EXPECT_TRUE(one["levers"][1]["better"]);
}

}  // namespace swadaya
