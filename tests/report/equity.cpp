// What the page has of who gains.
#include <nlohmann/json.hpp>

#include "sim/designs/evenness.hpp"
#include "sim/report/parts.hpp"
#include "tests/stored.hpp"

namespace swadaya {

// What the page has are the figures of sharing_of, package by package.
TEST(ReportEquity, HasTheFiguresOfEveryPackage) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 6\nmonths_shown = [12]\nequity_weights = [3, 2, 1]\n"
      "outcomes = [\"poor_served\"]\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n");
  const Store store = store_with_outcomes(e, "equity", [](std::size_t v, std::uint32_t r) {
    const double poor = 0.2 + 0.1 * static_cast<double>(v) + 0.01 * r, near = 0.4 + 0.02 * (r % 3);
    const double all = 0.2 * poor + 0.1 * near + 0.7 * 0.5;
    return std::map<std::string, double>{{"participation", all},
                                         {"participation_poor", poor},
                                         {"participation_near_poor", near},
                                         {"participation_others", 0.5},
                                         {"informed", all},
                                         {"informed_poor", poor},
                                         {"informed_near_poor", near},
                                         {"informed_others", 0.5},
                                         {"poor_served", v == 0 ? 10.0 : 14.0 + r % 2},
                                         {"borrowers", v == 0 ? 10.0 : 14.0 + r % 2},
                                         {"cost_kRp", v == 0 ? 100.0 : 200.0}};
  });
  Accounting accounting = e.accounting;
  accounting.discount = 0;
  const Sharing sharing = sharing_of(store, Costing{store, {12}, accounting}, 12, accounting);
  const auto equity = report_equity(e, store);
  ASSERT_EQ(equity.size(), 1u);
  EXPECT_EQ(equity[0]["month"], 12);
  EXPECT_EQ(equity[0]["over"], "simulation");
  EXPECT_NEAR(equity[0]["sizes"][0], 0.2, 1e-3);
  EXPECT_EQ(equity[0]["weights"], (std::vector<double>{3, 2, 1}));
  EXPECT_NEAR(equity[0]["price"], 100 / (3 * 4.5), 1e-3);
  ASSERT_EQ(equity[0]["variants"].size(), 2u);
  for (std::size_t v = 0; v < 2; ++v) {
    const auto& one = equity[0]["variants"][v];
    const Evenness& even = sharing.evenness[v];
    EXPECT_NEAR(one["atkinson"][0], even.index, 1e-5);
    EXPECT_NEAR(one["atkinson"][2], even.range.high, 1e-5);
    EXPECT_NEAR(one["change"][1], even.change_range.low, 1e-5);
    EXPECT_EQ(one["told"], even.is_told());
    EXPECT_NEAR(one["worth"][2], sharing.net_benefit[v].high, 1e-3);
  }
  EXPECT_TRUE(equity[0]["variants"][1]["told"]);
  EXPECT_LT(equity[0]["variants"][1]["change"][2], 0) << "more even";
}

}  // namespace swadaya
