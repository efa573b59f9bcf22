#include "sim/tables/equity.hpp"

#include "tests/stored.hpp"

namespace swadaya {

namespace {

Experiment weighted(const std::string& keys) {
  return experiment_from(std::string{small_ward} +
                         "[experiment]\nreplicates = 2\nmonths_shown = [12]\n" + keys +
                         "[[variant]]\nname = \"wide\"\n[[variant]]\nname = \"poor\"\n");
}

// 30 households of others for 1 million, or 20 poor ones for 2.
Store filled(const Experiment& e) {
  return store_with_outcomes(e, "who", [](std::size_t v, std::uint32_t) {
    return std::map<std::string, double>{{"poor_served", v == 0 ? 0.0 : 20.0},
                                         {"others_served", v == 0 ? 30.0 : 0.0},
                                         {"borrowers", v == 0 ? 30.0 : 20.0},
                                         {"cost_kRp", v == 0 ? 1000.0 : 2000.0}};
  });
}

}  // namespace

TEST(EquityTable, WeightsDecideWhatIsWorthBuying) {
  const Experiment plain = weighted(""), three = weighted("equity_weights = [3, 2, 1]\n");
  const std::string alike = equity_csv(plain, filled(plain)),
                    first = equity_csv(three, filled(three));
  EXPECT_TRUE(has(alike, ",20,0,0,20,2000,dominated,\n")) << alike;
  EXPECT_TRUE(has(first, ",20,0,0,60,2000,frontier,33.33333333\n")) << first;  // 1000 / (60 - 30)
  EXPECT_EQ(equity_text(plain, filled(plain), {}), "");
  EXPECT_TRUE(
      has(equity_text(three, filled(three), Look{1000}), "poor (million Rp for one more: 0.03)"));
}

}  // namespace swadaya
