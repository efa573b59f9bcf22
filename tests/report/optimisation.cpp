#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/report/parts.hpp"
#include "tests/searched.hpp"

namespace swadaya {

TEST(ReportSearch, OfAnOptimisationSaysTheMixItsGainAndItsCost) {
  const Experiment e = small_optimisation();
  const Store store =
      Store::open(searched_folder(e, optimisation_search(e), "optimisation", of_audits));
  const auto data = report_optimisation(e, store, all_models());
  const OptimisationResult r = optimisation_result(e, store);
  EXPECT_NEAR(data["best"]["value"][0], r.best().value.difference, 1e-4);
  EXPECT_NEAR(data["best"]["value"][1], r.best().value.low, 1e-4);
  EXPECT_NEAR(data["best"]["spending"], r.best().spending, 1e-2);
  ASSERT_EQ(data["levers"].size(), 2u);
  const auto &audits = data["levers"][0], &list = data["levers"][1];
  EXPECT_EQ(audits["low"], "0");
  EXPECT_NEAR(audits["baseline_place"], r.levers[0].baseline, 1e-4);
  EXPECT_NEAR(data["best"]["mix"][0][1], r.best().mix[0], 1e-4);
  EXPECT_EQ(data["best"]["mix"][1][0], "on");
  EXPECT_FALSE(list["is_range"]);
  ASSERT_EQ(data["frontier"].size(), 3u);
  EXPECT_EQ(data["frontier"][1]["budget"], 6000);
  EXPECT_TRUE(data["frontier"][1]["is_best"]);
  EXPECT_GT(data["frontier"][2]["value"][0], data["frontier"][0]["value"][0]);
  for (const auto& other : data["others"]) EXPECT_LE(other["spending"], 6000);
  EXPECT_EQ(data["tried"].size(), r.candidates.size());
  EXPECT_EQ(data["outcomes"][0][0], *outcome_index("recovery"));
}

TEST(ReportSearch, ThatStoppedBetweenGenerationsHasNotEndedEither) {
  // All that was begun is stored: as when it is killed before the next generation.
  const Experiment e = small_optimisation();
  const std::size_t own = e.variants.size() * e.replicates;
  Store store{store_of("between"), e, Existing::overwrite};
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    store.add(r, {0}, {series_of(0.5, e.variants[0].scenario.months)});
  store.load();
  EXPECT_EQ(store.finished().size(), own);
  try {
    optimisation_result(e, store);
    FAIL();
  } catch (const BadInput& error) {
    EXPECT_TRUE(has(error.what(), "hasn't ended")) << error.what();
  }
}

}  // namespace swadaya
