#include "sim/tables/equity.hpp"

#include "sim/base/csv.hpp"
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
  EXPECT_TRUE(has(alike, ",20,0,0,20,2000,dominated,,")) << alike;
  EXPECT_TRUE(has(first, ",20,0,0,60,2000,frontier,33.33333333,")) << first;  // 1000 / (60 - 30)
  // At that price the last step is worth what it costs; without a step there is no price.
  const Csv csv = read_csv(file_with("equity.csv", first)),
            none = read_csv(file_with("none.csv", alike));
  const std::size_t price = *csv.column("price_kRp"), worth = *csv.column("net_benefit_kRp");
  EXPECT_NEAR(std::stod(csv.rows[1].fields[price]), 1000 / 30.0, 1e-6);
  EXPECT_NEAR(std::stod(csv.rows[1].fields[worth]), 0, 1e-6);
  EXPECT_EQ(none.rows[1].fields[price] + none.rows[1].fields[worth], "");
  EXPECT_EQ(equity_text(plain, filled(plain), {}), "");
  EXPECT_TRUE(
      has(equity_text(three, filled(three), Look{1000}), "poor (million Rp for one more: 0.03)"));
}

}  // namespace swadaya
