#include "sim/tables/optimisation.hpp"

#include <nlohmann/json.hpp>

#include "tests/searched.hpp"

namespace swadaya {

TEST(OptimisationTable, SaysTheMixInWordsAndInJson) {
  const Experiment e = small_optimisation();
  const OptimisationResult r = optimisation_result(e, optimised_store(e, "o"));
  const std::string text = optimisation_table(e, r);
  EXPECT_TRUE(has(text, "Month 24, recovery: the best mix for 6 million Rp a ward")) << text;
  EXPECT_TRUE(has(text, "For 6 million Rp a ward: Audits " + r.levers[0].text_of(r.best().mix[0]) +
                            ", list on. "))
      << text;
  EXPECT_TRUE(has(text, "What other budgets would buy")) << text;
  const auto json = optimisation_json(e, r);
  EXPECT_EQ(json["best"]["mix"]["list"], "on");
  EXPECT_LE(json["best"]["spending_kRp"].get<double>(), 6000);
  EXPECT_EQ(json["frontier"].size(), 3u);
  EXPECT_EQ(json["unit"], "points");
  // Audits at half and the list: 15 + 5 points, less what the baseline has of them.
  const double before = 100 * (0.3 * r.levers[0].baseline);
  EXPECT_NEAR(json["best"]["value"]["difference"].get<double>(), 30 * r.best().mix[0] + 5 - before,
              0.01);
}

}  // namespace swadaya
