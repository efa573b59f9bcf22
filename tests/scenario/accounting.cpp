#include "sim/scenario/accounting.hpp"

#include <cmath>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::string with(const std::string& keys) {
  return std::string{small_ward} + "[experiment]\nreplicates = 1\n" + keys;
}

}  // namespace

// World Bank, FP.CPI.TOTL.ZG: 11.9001 % in 2002, 6.7573 % in 2003.
TEST(Accounting, PricesFollowTheIndex) {
  EXPECT_NEAR(consumer_prices(2002, 2001), 1.119001, 1e-9);
  EXPECT_NEAR(consumer_prices(2003, 2001), 1.119001 * 1.067573, 1e-9);
  EXPECT_NEAR(consumer_prices(2001, 2003) * consumer_prices(2003, 2001), 1, 1e-12);
  EXPECT_NEAR(consumer_prices(2023, 2001), 3.4447, 1e-4);
  EXPECT_TRUE(std::isnan(consumer_prices(2024, 2001)));
  EXPECT_TRUE(std::isnan(consumer_prices(2001, 1999)));
  EXPECT_DOUBLE_EQ(consumer_prices(1999, 1999), 1);
}

TEST(Accounting, ComesFromTheFileAndGoesBackIntoIt) {
  const Accounting plain = experiment_from(with("")).accounting;
  EXPECT_EQ(plain, Accounting{});
  EXPECT_DOUBLE_EQ(plain.factor(), 1);
  const Experiment e = experiment_from(
      with("discount = 0.05\nperspective = \"programme\"\nshow = 2026\nprice_factor = 3.9\n"
           "equity_weights = [2, 1.5, 1]\ninequality_aversion = 3\n"));
  EXPECT_EQ(e.accounting.discount, 0.05);
  EXPECT_EQ(e.accounting.perspective, Accounting::programme);
  EXPECT_DOUBLE_EQ(e.accounting.factor(), 3.9);
  EXPECT_EQ(e.accounting.equity_weights, (std::vector<double>{2, 1.5, 1}));
  EXPECT_EQ(experiment_from(resolved_toml(e, all_models())).accounting, e.accounting);
}

TEST(Accounting, AYearWithoutAnIndexNeedsAFactor) {
  const auto refused = [](const std::string& keys, const std::vector<std::string>& words) {
    const std::string said = refusal(with(keys));
    for (const std::string& word : words) EXPECT_TRUE(has(said, word)) << said;
  };
  refused("show = 2026\n", {"experiment.show", "from 2001 to 2023", "price_factor", "show = 2023"});
  refused("price_factor = 2\n", {"experiment.price_factor", "`show` must say which"});
  refused("equity_weights = [1, 2]\n", {"experiment.equity_weights", "must be three"});
  EXPECT_NEAR(experiment_from(with("show = 2023\n")).accounting.factor(), 3.4447, 1e-4);
}

}  // namespace swadaya
